// Chains of events for tests.
import { type ChainedEvent, makeEvent } from "../../functions/delivery/events/event.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { NOW } from "./signing.ts";

export const PROVIDER = "https://cloud.example";
export const ORDER_ID = "0192d1c2-7b1e-7c31-9c55-0e1f2a3b4c5d";
export const SOURCE = `${PROVIDER}/orders/${ORDER_ID}`;

/** The first so many events of an order, ten seconds apart; `word` makes another chain. */
export function chainOf(length: number, word = "made"): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const previous = chain.at(-1)?.digest;
    const place = {
      order: ORDER_ID,
      origin: PROVIDER,
      sequence,
      generation: 1,
      ...(previous === undefined ? {} : { previous }),
    };
    const said = { kind: "progress", data: { milestone: `${word}-${sequence}` } } as const;
    chain.push(makeEvent(place, said, new Date((NOW + 10 * sequence) * 1000)));
  }
  return chain;
}

export const jsonOf = ({ text }: ChainedEvent) => JSON.parse(text) as { [name: string]: Json };
