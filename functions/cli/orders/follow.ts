// The events of an order as they come, in words, by polling: that is always enough.
import { setTimeout as sleep } from "node:timers/promises";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";
import type { Members } from "./answer.ts";
import type { Party } from "./party.ts";
import { refusalOf } from "../node-client/refusal.ts";

const EVERY_MS = 400;
/** About a minute without an answer. */
const MOST_FAILURES = 12;
const LONGEST_MS = 6_400;

/** Tells events after this one until the order is in one of these states; gives the order as it then is. */
export async function follow(
  address: string,
  party: Party,
  tell: (line: string) => void,
  until: readonly string[],
  after = 0,
): Promise<Members> {
  let last = after;
  for (;;) {
    const events = await get(`${address}/events?after=${last}`, party);
    for (const event of (events["events"] as Members[] | undefined) ?? []) tell(lineOf(event));
    last = typeof events["last"] === "number" ? events["last"] : last;
    const order = await get(address, party);
    const agreement = order["agreement"] as Members;
    const isOver = inState(order, until) || agreement["state"] === "TERMINATED";
    if (isOver && order["sequence"] === last) return order;
    await sleep(EVERY_MS);
  }
}

export function inState(order: Members, states: readonly string[]): boolean {
  return states.some((state) => state === order["state"]);
}

/** Asks again where there is no answer, or the node is busy: the delivery goes on, whoever looks at it. */
async function get(address: string, party: Party): Promise<Members> {
  for (let failures = 1; ; failures++) {
    try {
      const answer = await party.ask(address, { method: "GET" });
      if (answer.ok) return (await answer.json()) as Members;
      const refusal = await refusalOf(answer, "The order cannot be read");
      if (answer.status < 500 && answer.status !== 429) throw refusal;
      throw new Stop(2, refusal.message);
    } catch (error) {
      if (!(error instanceof Stop) || error.exitCode === 1) throw error;
      if (failures === MOST_FAILURES)
        throw new Stop(2, `${error.message}\nThe delivery goes on. Look at it with: mpli orders show last`);
      await sleep(Math.min(EVERY_MS * 2 ** failures, LONGEST_MS));
    }
  }
}

/** One event as a line: when, and what. */
export function lineOf({ type, time, data }: Members): string {
  const kind = String(type).slice(String(type).lastIndexOf(".") + 1);
  const at = String(time).slice(11, 19);
  const { state, reason, ...rest } = (data ?? {}) as Members;
  const facts = Object.entries(rest).map(
    ([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  const head =
    kind === "state" ? String(state) : [kind, state].filter((part) => part !== undefined).join(" ");
  const more = kind === "state" ? [] : facts;
  return plain(`${at}  ${[head, ...more, reason].filter((part) => part !== undefined).join("  ")}`).replace(
    /^(\S+) /,
    "$1  ",
  );
}
