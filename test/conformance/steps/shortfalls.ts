// What keeps offers from being compatible, counted over all of them.
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import { shelfOf } from "./demands.ts";
import { onlyComponent } from "./reports.ts";

export interface Shortfall {
  /** Offers by reason code. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Offers that nothing else keeps from being compatible. */
  readonly alone: number;
}

/** By the property of a must; the status and prerequisites by one of their reasons. */
export type Shortfalls = Readonly<Record<string, Shortfall>>;

interface Expectation {
  readonly demand: JsonObject;
  readonly offers: Readonly<Record<string, JsonObject>>;
  readonly expected: Shortfalls;
}

/** These offers add exactly this to the shortfalls; a catalogue knows others, which do not change meanwhile. */
export async function expectShortfalls(t: Exam, { demand, offers, expected }: Expectation): Promise<void> {
  const none = await shelfOf(t, {});
  const before = await none.ask(demand, "?limit=1");
  const shelf = await shelfOf(t, offers);
  const after = await shelf.ask(demand, "?limit=1");
  for (const [what, { reasons, alone }] of Object.entries(expected)) {
    const [was, is] = [before, after].map((answer) => shortfallOf(t, answer, what));
    const added = (one: string) => (is?.reasons[one] ?? 0) - (was?.reasons[one] ?? 0);
    const codes = Object.keys(is?.reasons ?? {}).filter((one) => added(one) > 0);
    const came = Object.fromEntries(codes.toSorted().map((one) => [one, added(one)]));
    t.equal(came, reasons, `the offers that fall short by ${what} are`);
    t.equal((is?.alone ?? 0) - (was?.alone ?? 0), alone, `the offers that only ${what} keeps out are`);
  }
}

/** The entry on a property, or the one that has this reason. */
function shortfallOf(t: Exam, answer: Answer, what: string): Shortfall | undefined {
  const { shortfalls } = onlyComponent(t, answer).component;
  t.that(Array.isArray(shortfalls), "a list in `shortfalls` of the component", JSON.stringify(shortfalls));
  const entries = shortfalls.filter(isObject);
  const entry = entries.find(({ on, reasons }) => on === what || what in Object(reasons));
  if (!entry) return undefined;
  const { reasons, alone } = entry;
  t.that(isObject(reasons) && typeof alone === "number", "`reasons` and `alone`", JSON.stringify(entry));
  return {
    reasons: Object.fromEntries(Object.entries(reasons).map(([code, count]) => [code, Number(count)])),
    alone,
  };
}
