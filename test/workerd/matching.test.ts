// Matching inside workerd: the Worker's door, the graph from KV, Oxigraph compiled into the Worker.
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

const ORIGIN = "http://localhost";
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;

interface Report {
  readonly type: string;
  readonly component: readonly { readonly counts: Readonly<Record<string, number>> }[];
}

async function ask(requirement: object): Promise<Response> {
  const demand = {
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Demand",
    component: [{ name: "vm", class: "VirtualMachine", must: [requirement] }],
  };
  const headers = { "Content-Type": "application/ld+json" };
  return worker.fetch(`${ORIGIN}/matches`, { method: "POST", body: JSON.stringify(demand), headers });
}

test("a demand is answered with a report", async () => {
  const answer = await ask({ on: "memory", atLeast: "8 GiBy" });
  const report = (await answer.json()) as Report;
  expect([answer.status, report.type, report.component.length]).toEqual([200, "MatchReport", 1]);
});

test("a demand that asks memory for a name is refused by name", async () => {
  const answer = await ask({ on: "memory", is: "postgresql" });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
    422,
    "value-does-not-fit",
  ]);
});
