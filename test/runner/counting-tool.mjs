// A tool that makes something at every apply, whether or not it is there already: what is done twice shows in its ledger.
import { appendFileSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

const [ledger] = process.argv.slice(2);
const { action, order, parameters } = JSON.parse(await text(process.stdin));
const write = (what) => appendFileSync(ledger, `${what} ${order}\n`);
const say = (type, data = {}) => console.log(JSON.stringify({ type, data }));
const handedOver = { outputs: { made: order }, access: { password: `secret-of-${order}` } };

if (action === "plan") say("planned", { create: 1, change: 0, destroy: 0 });
else if (action === "apply") {
  say("progress", { milestone: "begun" });
  await sleep(parameters.before ?? 0);
  write("begun");
  await sleep(parameters.between ?? 0);
  write("made");
  say("progress", { milestone: "made", percent: 90 });
  await sleep(parameters.after ?? 0);
  say("succeeded", { ...handedOver, changed: 1 });
} else if (action === "lookup") {
  const lines = readFileSync(ledger, { encoding: "utf8", flag: "a+" }).split("\n");
  const words = lines.filter((line) => line.endsWith(` ${order}`)).map((line) => line.split(" ")[0]);
  const last = words.at(-1);
  if (last === "made") say("found", { exists: "complete", ...handedOver });
  else say("found", { exists: last === "begun" ? "partial" : "none" });
} else if (action === "destroy") {
  write("destroyed");
  say("succeeded");
}
