// The outbox of an order: events that its customer is to be told of, and what became of the attempts.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { withCondition } from "../lifecycle/conditions.ts";
import type {
  Change,
  Letter,
  OrderStore,
  OrderView,
  Outgoing,
  RedriveRefusal,
  StoredEvent,
} from "../ports.ts";
import type { OrderRecord } from "../record.ts";
import type { Step } from "../step.ts";
import { type CallbackPorts, type Told, tell } from "./callback.ts";

/** Letters of new events, written with the events themselves: none is forgotten, whatever breaks afterwards. */
export function lettersOf(
  { callback }: OrderRecord,
  events: readonly StoredEvent[],
  now: number,
): readonly Letter[] {
  if (callback === undefined) return [];
  return events.map(({ sequence }) => ({ sequence, dueAt: now, attempts: { made: 0, began: now } }));
}

/** An attempt for the first time begins the time after which an event is given up. */
function attemptsOf({ attempts }: Letter, now: number): Letter["attempts"] {
  return attempts.made === 0 ? { made: 0, began: now } : attempts;
}

/** After so many attempts in vain the order says that its callback cannot be reached. */
const ATTEMPTS_BEFORE_TROUBLE = 3;

interface Answered extends Pick<Change, "letters" | "received"> {
  /** What is wrong with the callback; undefined when nothing is, null when that is not known yet. */
  readonly trouble: string | undefined | null;
}

/** What an answer changes. The text of a trouble is the same each time, so that it is told once. */
function answered(letter: Letter, told: Told): Answered {
  const { sequence, attempts } = letter;
  if (told.outcome === "delivered") return { letters: [], received: [sequence], trouble: undefined };
  const made = attempts.made + 1;
  const dueAt = told.outcome === "retry" ? told.at : null;
  const isGone = told.outcome === "dead" && told.gone;
  const isTrouble = dueAt === null || made >= ATTEMPTS_BEFORE_TROUBLE;
  return {
    letters: [{ sequence, dueAt, attempts: { ...attempts, made } }],
    received: [],
    trouble: isGone ? "the callback wants no more events" : isTrouble ? "the callback takes no events" : null,
  };
}

/** Takes note of what the callback answered. */
export function takeAnswer(step: Step, letter: Letter, told: Told): void {
  const { letters, received, trouble } = answered(letter, told);
  if (told.outcome === "dead" && told.gone) step.record = { ...step.record, callbackEnded: true };
  step.letters.push(...letters);
  step.received.push(...received);
  const { delivery } = step.record;
  if (delivery && trouble !== null) {
    const moved = withCondition(delivery, "CallbackUnreachable", trouble, step.setting.now());
    step.move({ ...moved, operations: [] });
  }
  // An event that arrived is no news of the order.
  if (step.isNews) step.commit();
  else step.write();
}

/** Has an event sent anew, and so those as well that an answer of 410 has kept back. */
export function redrive(step: Step, sequence: number): Result<OrderView, RedriveRefusal> {
  const { store, setting } = step;
  const { callbackEnded: _, ...record } = step.record;
  if (record.callback === undefined) return refused({ code: "no-callback" });
  if (!store.events(sequence - 1, 1).some((event) => event.sequence === sequence))
    return refused({ code: "no-such-event", last: record.sequence });
  step.record = record;
  const now = setting.now().getTime();
  step.letters.push({ sequence, dueAt: now, attempts: { made: 0, began: now } });
  return ok({ record: step.commit(), operations: store.operations() });
}

/** The letter that is sent next, be it due or not; none where nobody is there to be told. */
export function nextLetter(store: OrderStore): Letter | undefined {
  const { callback, callbackEnded } = store.record() ?? {};
  return callback === undefined || callbackEnded ? undefined : store.nextLetter();
}

/** What the callback is to be told at `now`. */
export function outgoing(store: OrderStore, now: number): Outgoing | undefined {
  const letter = nextLetter(store);
  const [event] = letter ? store.events(letter.sequence - 1, 1) : [];
  const { callback } = store.record() ?? {};
  const isDue = (letter?.dueAt ?? Number.POSITIVE_INFINITY) <= now;
  return letter && event && callback !== undefined && isDue
    ? { letter, text: event.text, callback }
    : undefined;
}

/** An order, as far as its outbox goes. */
export interface Outbox {
  outgoing(): Outgoing | undefined;
  told(letter: Letter, told: Told): void;
}

const MOST_IN_ONE_GO = 50;

/** Sends what is due, one after the other, until all is sent or something fails: then the rest has its time as well. */
export async function sendDue(outbox: Outbox, ports: CallbackPorts): Promise<void> {
  for (let sent = 0; sent < MOST_IN_ONE_GO; sent++) {
    const next = outbox.outgoing();
    if (!next) return;
    const { letter, text, callback } = next;
    const attempts = attemptsOf(letter, ports.now());
    const told = await tell(text, callback, attempts, ports);
    outbox.told({ ...letter, attempts }, told);
    if (told.outcome !== "delivered") return;
  }
}
