// The outbox of an order: events that its customer is to be told of, and what became of the attempts.
import type { Change, Letter, Outgoing, StoredEvent } from "../ports.ts";
import type { OrderRecord } from "../record.ts";
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
export function answered(letter: Letter, told: Told): Answered {
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
