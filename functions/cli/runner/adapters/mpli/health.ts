// How an offer is that is made of others': as the orders below are.
import type { Health } from "../../../../delivery/lifecycle/health.ts";
import type { Party } from "../../../orders/party.ts";
import type { Failed, Tool } from "../adapter.ts";
import type { MpliBinding } from "./binding.ts";
import { ChildOrder } from "./child-order.ts";
import type { Shown } from "./shown.ts";

/** What is told of an order below that is not as it should be: where it stands, and nothing that its supplier says. */
const BROKEN: Readonly<Record<string, string>> = {
  DEGRADED: "is degraded",
  SUSPENDED: "is halted",
  TERMINATING: "has ended",
  RETRIEVAL: "has ended",
  ERASING: "has ended",
  TERMINATED: "has ended",
  FAILED_CLEANING: "has failed",
  FAILED: "has failed",
};

/** Healthy when all orders below are; undefined while one is on its way and none is broken. */
export async function healthOf(
  { components, marginSeconds, everySeconds }: MpliBinding,
  tool: Tool,
  party: Party,
): Promise<Health | Failed | undefined> {
  // Nothing is ordered by a look, so that nobody has to be named to the layers below.
  const purchase = { tool, party, own: "", marginSeconds, everyMs: everySeconds * 1000, signal: tool.signal };
  const found = await Promise.all(
    components.map(async (component) => ({
      name: component.name,
      shown: await new ChildOrder(component, purchase).find(),
    })),
  );
  const broken = found.flatMap(({ name, shown }) => {
    const what = shown.ok ? wrongWith(shown.value) : undefined;
    return what === undefined ? [] : [`${name} ${what}`];
  });
  if (broken.length > 0) return { healthy: false, detail: broken.join(", ") };
  // A supplier that does not answer says nothing of what it has delivered.
  for (const { shown } of found) if (!shown.ok) return shown.refusal;
  return found.every(({ shown }) => shown.ok && shown.value?.state === "ACTIVE")
    ? { healthy: true }
    : undefined;
}

/** What is wrong with an order below; undefined where nothing is, or where it is on its way. */
function wrongWith(shown: Shown | undefined): string | undefined {
  return shown === undefined ? "is gone" : BROKEN[shown.state];
}
