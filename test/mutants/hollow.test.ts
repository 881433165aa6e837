// Nodes without anything behind their doors: hardly a case may pass on them, or it proves nothing.
import { expect, test } from "vitest";
import type { Received, Transport } from "../conformance/http.ts";
import { realNetwork } from "../conformance/parties/network.ts";
import { loadCases } from "../conformance/cases.ts";
import { type CaseResult, run } from "../conformance/run.ts";
import { citedBy, readStatements } from "../conformance/statements.ts";
import { onStage } from "./stages.ts";

const cases = await loadCases();
const statements = await readStatements();
const isMust = (one: { readonly requirements: readonly string[] }) =>
  citedBy(one).some((id) => statements.get(id)?.level.startsWith("MUST"));
const FEATURES = [...new Set([...statements.values()].map(({ feature }) => feature))];
const MUST_FAIL = 0.95;

const answer = (status: number, type: string, text: string): Received => ({
  status,
  headers: { "content-type": type },
  body: new TextEncoder().encode(text),
});
const nothing: Transport = async () => answer(404, "text/plain", "not found");
const yes: Transport = async () => answer(200, "application/json", "{}");

/** The node document of the reference node, and nothing else of it. */
async function behindItsDocument(rest: Transport): Promise<[Transport, string]> {
  const { send, origin } = await onStage("both");
  const isDocument = (url: string) => url === `${origin}/.well-known/mpli`;
  return [(request) => (isDocument(request.url) ? send(request) : rest(request)), origin];
}

async function examined(send: Transport, origin = "http://localhost:1"): Promise<CaseResult[]> {
  const { results } = await run(cases, statements, {
    origin,
    send,
    network: realNetwork([{ host: "127.0.0.1", port: 0 }]),
    token: "operator",
    patienceMs: 20,
    write: true,
    roles: ["provider", "catalogue"],
    features: FEATURES,
  });
  return results.filter((result) => isMust(result.case));
}

/** Cases that only apply where the target has no operator's token say so themselves. */
function share(results: readonly CaseResult[]): { failed: number; spared: string[] } {
  const spared = results
    .filter(({ outcome }) => outcome !== "failed")
    .map(({ case: { id }, outcome }) => `${id}: ${outcome}`);
  return { failed: (results.length - spared.length) / results.length, spared };
}

test.each([
  ["answers 404 to everything", nothing],
  ["says yes to everything", yes],
])("a node that %s fails at least 95 % of the cases that must pass", async (_, send) => {
  const { failed, spared } = share(await examined(send));
  expect(failed, spared.join("\n")).toBeGreaterThanOrEqual(MUST_FAIL);
});

test.each([
  ["answers 404 to everything else", nothing],
  ["says yes to everything else", yes],
])("so does a node with a right node document that %s, in what is behind it", async (_, rest) => {
  const results = await examined(...(await behindItsDocument(rest)));
  const behind = results.filter(({ exchanges }) =>
    exchanges.some(({ sent }) => !sent.url.endsWith("/.well-known/mpli")),
  );
  const { failed, spared } = share(behind);
  expect(behind.length).toBeGreaterThan(0.8 * results.length);
  expect(failed, spared.join("\n")).toBeGreaterThanOrEqual(MUST_FAIL);
});
