// What a receiver has to remember of each order, and a memory that forgets it with the process.
import { type Head, NOTHING } from "../events/chain.ts";
import type { ChainedEvent } from "../events/event.ts";

/**
 * Orders by the address that their events name as their source. Synchronous, as SQLite is in a Durable Object and in
 * Node, so that no other event comes between a look and a change.
 */
export interface ReceiverStore {
  /** The last event that was applied. */
  head(source: string): Head;
  /** Digest of the event of this number, applied or waiting. */
  digestOf(source: string, sequence: number): string | undefined;
  /** The event of this number that waits for those before it. */
  waiting(source: string, sequence: number): ChainedEvent | undefined;
  /** Lets an event wait; false where too many do. */
  wait(source: string, event: ChainedEvent): boolean;
  /** Lets an event wait no longer. */
  drop(source: string, sequence: number): void;
  /** Carries out what the event means for its reader, and moves the head to it: both or neither. It may have waited. */
  apply(source: string, event: ChainedEvent): void;
}

interface Order {
  head: Head;
  readonly applied: string[];
  readonly waiting: Map<number, ChainedEvent>;
}

/** Events of one order that wait, at most; further ones are fetched when their turn comes. */
export const MOST_WAITING = 1000;

/** A store in memory, which hands each event to `effect`; where that throws, the event counts as not applied. */
export function memoryStore(effect: (event: ChainedEvent) => void): ReceiverStore {
  const orders = new Map<string, Order>();
  const order = (source: string): Order => {
    const known = orders.get(source) ?? { head: NOTHING, applied: [], waiting: new Map() };
    orders.set(source, known);
    return known;
  };
  return {
    head: (source) => order(source).head,
    digestOf: (source, sequence) =>
      order(source).applied[sequence - 1] ?? order(source).waiting.get(sequence)?.digest,
    waiting: (source, sequence) => order(source).waiting.get(sequence),
    wait(source, event) {
      const { waiting } = order(source);
      if (waiting.size >= MOST_WAITING) return false;
      waiting.set(event.sequence, event);
      return true;
    },
    drop: (source, sequence) => void order(source).waiting.delete(sequence),
    apply(source, event) {
      effect(event);
      const known = order(source);
      known.head = { sequence: event.sequence, digest: event.digest };
      known.applied.push(event.digest);
      known.waiting.delete(event.sequence);
    },
  };
}
