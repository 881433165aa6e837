// Orders that the kit places end with their cases, unless the target itself does.
import { expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { run } from "../conformance/run.ts";
import { readStatements } from "../conformance/statements.ts";
import { onStage } from "../mutants/stages.ts";
import type { Sent } from "../conformance/http.ts";

/** Cases that leave an order before its plan, with a run under way, in service, and after its end. */
const CASES = [
  "delivery/a-lock-is-given-once",
  "delivery/a-taken-operation-is-answered-202",
  "delivery/a-termination-waits-for-provisioning",
  "delivery/cancelled-provisioning-is-cleaned-up",
  "delivery/data-is-kept-for-30-days",
  "delivery/epochs-rise",
  "delivery/events-are-cloudevents",
  "delivery/one-operation-at-a-time",
  "delivery/past-the-point-of-no-return",
  "ordering/accepted-offer-is-agreed",
  "ordering/verified-agreement-is-final",
];

async function examined(isThrownAway: boolean) {
  const node = await onStage("provider");
  const cases = (await loadCases()).filter(({ id }) => CASES.includes(id));
  const kinds: string[] = [];
  const send = (request: Sent) => {
    if (/\/operations\//.test(request.url))
      kinds.push(String((JSON.parse(new TextDecoder().decode(request.body)) as { kind: unknown }).kind));
    return node.send(request);
  };
  try {
    const { origin, network, token } = node;
    const settings = { origin, network, token, send, patienceMs: 5_000, write: true, isThrownAway };
    const { results, leftBehind } = await run(cases, await readStatements(), settings);
    return { passed: results.filter(({ outcome }) => outcome === "passed").length, leftBehind, kinds };
  } finally {
    node.close();
  }
}

const often = (kinds: readonly string[], kind: string) => kinds.filter((one) => one === kind).length;

test("every order of the kit has ended, and its data is erased, when the run has", async () => {
  const tidy = await examined(false);
  expect(tidy).toMatchObject({ passed: CASES.length, leftBehind: undefined });
  const hasty = await examined(true);
  expect(often(tidy.kinds, "terminate")).toBeGreaterThan(often(hasty.kinds, "terminate") + 4);
  expect(often(tidy.kinds, "erase")).toBeGreaterThan(often(hasty.kinds, "erase") + 2);
}, 60_000);
