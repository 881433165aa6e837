// Signs the examples of ordering and delivery anew, after a change of what they hold: `node test/spec/sign-examples.ts`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../functions/trust/token/jws.ts";
import { example, requestOf } from "./examples.ts";
import { digestOf, graphOf } from "./graphs.ts";
import { CUSTOMER, ORDERED_AT, customer, fieldsOf, runner, signedOrder } from "./signed.ts";
import { play } from "./story.ts";

const write = (name: string, text: string) =>
  writeFileSync(join(import.meta.dirname, "../../spec/examples", name), text);

const manifest = await digestOf(await graphOf(example("for-sale.jsonld"), "application/ld+json"));
const payload = {
  ...(JSON.parse(example("order.payload.json")) as JsonObject & { id: string }),
  customer: CUSTOMER,
  manifest: `sha256:${manifest}`,
  iat: ORDERED_AT,
  exp: ORDERED_AT + 300,
};
write("order.payload.json", `${JSON.stringify(payload, null, 2)}\n`);
write("order.jwt", await signedOrder(payload));
const at = `/orders/${payload.id}`;
write(
  "order.request.http",
  `PUT ${at} HTTP/1.1\nHost: cloud.example\nContent-Type: application/jose\n\n< ./order.jwt\n`,
);

await sign("lease", "POST", "/jobs/lease", "lease.request.json", runner.signer);
await sign("report", "POST", `/jobs/${payload.id}.2/events`, "reports.request.json", runner.signer);
const state = `/states/${payload.id}`;
const run = `run=${payload.id}.2&epoch=2`;
const { ID: lock } = JSON.parse(example("lock-state.request.json")) as { ID: string };
for (const name of ["lock-state", "lock-state-late"])
  await sign(name, "POST", `${state}/lock?${run}`, `${name}.request.json`, runner.signer);
await sign("write-state", "POST", `${state}?${run}&ID=${lock}`, "write-state.request.json", runner.signer);
await sign("read-events", "GET", `${at}/events?after=9`);
const operation = "7f1f2c1e-8a54-4f0e-9a6f-2f4f0d8f1c11";
await sign("operate", "POST", `${at}/operations/${operation}`, "operation.request.json");
await verification("0".repeat(64));
const answers = await play((name) => requestOf(example(`${name}.request.http`)));
const { agreement } = JSON.parse(answers.get("order")?.body ?? "{}") as { agreement: { digest: string } };
await verification(agreement.digest);

async function verification(digest: string): Promise<void> {
  write("verify-agreement.request.json", `${JSON.stringify({ agreement: `sha256:${digest}` })}\n`);
  await sign("verify-agreement", "POST", `${at}/agreement/verification`, "verify-agreement.request.json");
}

async function sign(
  name: string,
  method: string,
  path: string,
  file?: string,
  signer = customer,
): Promise<void> {
  const body = file === undefined ? undefined : example(file);
  const fields = await fieldsOf(method, path, body, signer, name);
  const lines = Object.entries({ Host: "cloud.example", ...fields }).map((entry) => entry.join(": "));
  const end = file === undefined ? "" : `\n< ./${file}\n`;
  write(`${name}.request.http`, `${method} ${path} HTTP/1.1\n${lines.join("\n")}\n${end}`);
}
