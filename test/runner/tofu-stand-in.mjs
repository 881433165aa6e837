#!/usr/bin/env node
// A stand-in for OpenTofu, for machines without it: it speaks its command line, its -json lines and its HTTP backend, and
// its one resource is the text that the variable `name` has. It is no OpenTofu; the same tests run with one where there is.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [command, ...args] = process.argv.slice(2);
const option = (name) => args.find((arg) => arg.startsWith(`-${name}=`))?.slice(name.length + 2);
const { env } = process;
const VERSION = "1.9.0";

const say = (type, message, more = {}, level = "info") =>
  console.log(
    JSON.stringify({
      "@level": level,
      "@message": message,
      "@module": "tofu.ui",
      "@timestamp": new Date(),
      ...more,
      type,
    }),
  );

const authorization = `Basic ${Buffer.from(`${env.TF_HTTP_USERNAME}:${env.TF_HTTP_PASSWORD}`).toString("base64")}`;
async function http(address, method, body) {
  const headers = { authorization, ...(body === undefined ? {} : { "Content-Type": "application/json" }) };
  return fetch(address, { method, headers, ...(body === undefined ? {} : { body }) });
}

async function readState() {
  const answer = await http(env.TF_HTTP_ADDRESS, "GET");
  if (answer.status === 204 || answer.status === 404) return { version: 4, outputs: {}, resources: [] };
  if (answer.status !== 200) fail(`HTTP remote state endpoint: ${answer.status}`);
  return answer.json();
}

async function locked(operation, task) {
  if (args.includes("-lock=false")) return task(undefined);
  const ID = randomUUID();
  const info = JSON.stringify({
    ID,
    Operation: operation,
    Info: "",
    Who: "stand-in",
    Version: VERSION,
    Created: new Date(),
    Path: "",
  });
  const lock = await http(env.TF_HTTP_LOCK_ADDRESS, env.TF_HTTP_LOCK_METHOD, info);
  if (lock.status === 409 || lock.status === 423)
    fail(`Error acquiring the state lock: HTTP remote state already locked: ID=${(await lock.json()).ID}`);
  if (lock.status !== 200) fail("Error acquiring the state lock");
  try {
    return await task(ID);
  } finally {
    await http(env.TF_HTTP_UNLOCK_ADDRESS, env.TF_HTTP_UNLOCK_METHOD, info);
  }
}

async function writeState(id, state) {
  const answer = await http(`${env.TF_HTTP_ADDRESS}?ID=${id}`, "POST", JSON.stringify(state));
  if (answer.ok) return;
  if (command !== "state") writeFileSync("errored.tfstate", JSON.stringify(state));
  fail(`Failed to save state: HTTP error: ${answer.status}`);
}

function fail(summary) {
  const diagnostic = { severity: "error", summary, detail: "" };
  say("diagnostic", `Error: ${summary}`, { diagnostic }, "error");
  process.exit(1);
}

const variables = () => JSON.parse(readFileSync(option("var-file"), "utf8"));
const hook = { resource: { addr: "terraform_data.x" }, action: "create" };
const resource = (name) => ({
  mode: "managed",
  type: "terraform_data",
  name: "x",
  instances: [{ attributes: { input: name } }],
});
const outputsOf = (name) => ({
  name: { value: name, type: "string" },
  password: { value: `secret-of-${name}`, type: "string", sensitive: true },
});

function plan(state, isDestroy) {
  const there = state.resources[0]?.instances[0].attributes.input;
  const { name } = variables();
  const add = !isDestroy && there === undefined ? 1 : 0;
  const change = !isDestroy && there !== undefined && there !== name ? 1 : 0;
  const remove = isDestroy && there !== undefined ? 1 : 0;
  say("version", `OpenTofu ${VERSION}`, { tofu: VERSION, ui: "1.2" });
  if (add + change + remove > 0) say("planned_change", "terraform_data.x: Plan to create", { change: hook });
  const changes = { add, change, import: 0, remove, operation: "plan" };
  say("change_summary", `Plan: ${add} to add, ${change} to change, ${remove} to destroy.`, { changes });
  return { name, changes, count: add + change + remove };
}

async function apply(isDestroy) {
  await locked("OperationTypeApply", async (id) => {
    const before = await readState();
    const { name, changes, count } = plan(before, isDestroy);
    if (name === "fail") fail("the cloud says no");
    if (count > 0) {
      say("apply_start", "terraform_data.x: Creating...", { hook });
      say("apply_complete", "terraform_data.x: Creation complete after 0s", { hook });
      const state = isDestroy
        ? { outputs: {}, resources: [] }
        : { outputs: outputsOf(name), resources: [resource(name)] };
      const { lineage = randomUUID(), serial = 0 } = before;
      await writeState(id, { version: 4, terraform_version: VERSION, serial: serial + 1, lineage, ...state });
    }
    say("change_summary", "Apply complete!", {
      changes: { ...changes, operation: isDestroy ? "destroy" : "apply" },
    });
  });
}

async function push(state) {
  await locked("OperationTypeStatePush", async (id) => {
    const { lineage, serial = 0 } = await readState();
    if (lineage && (lineage !== state.lineage || serial > state.serial)) fail("cannot import state");
    await writeState(id, state);
  });
}

switch (command) {
  case "version":
    console.log(JSON.stringify({ terraform_version: VERSION, platform: "linux_amd64" }, null, 2));
    break;
  case "init": {
    const module = readFileSync("main.tf", "utf8");
    const backend = /backend "(\w+)"/.exec(module)?.[1];
    mkdirSync(env.TF_DATA_DIR, { recursive: true });
    if (backend)
      writeFileSync(
        join(env.TF_DATA_DIR, "terraform.tfstate"),
        JSON.stringify({ version: 3, backend: { type: backend } }),
      );
    break;
  }
  case "plan":
    await locked("OperationTypePlan", async () => {
      const { count } = plan(await readState(), false);
      if (option("out")) writeFileSync(option("out"), "plan");
      process.exitCode = args.includes("-detailed-exitcode") && count > 0 ? 2 : 0;
    });
    break;
  case "apply":
    await apply(false);
    break;
  case "destroy":
    await apply(true);
    break;
  case "output": {
    const { outputs } = await readState();
    if (outputs.name?.value === "unreadable") fail("Failed to read outputs");
    console.log(
      JSON.stringify(
        Object.fromEntries(
          Object.entries(outputs).map(([name, { sensitive = false, ...more }]) => [
            name,
            { sensitive, ...more },
          ]),
        ),
      ),
    );
    break;
  }
  case "state":
    if (args[0] === "pull") console.log(JSON.stringify(await readState()));
    else await push(JSON.parse(readFileSync(args.at(-1), "utf8")));
    break;
  default:
    fail(`no command ${command}`);
}
