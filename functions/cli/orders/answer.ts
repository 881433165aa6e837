// What a provider's node tells the customer of an order.
import type { Json } from "../../kernel/json.ts";
import { readObject } from "../node-client/node.ts";
import { refusalOf } from "../node-client/refusal.ts";
import type { Party } from "./party.ts";

export type Members = { readonly [member: string]: Json };

/** The answer to a signed request; `what` says what is not to be had where the node refuses. */
export async function answerTo(
  { ask }: Pick<Party, "ask">,
  address: string,
  what: string,
  init: Parameters<Party["ask"]>[1] = { method: "GET" },
): Promise<Response> {
  const answer = await ask(address, init);
  if (answer.ok) return answer;
  throw await refusalOf(answer, what);
}

/** The order at this address, or what else is read of it there. */
export async function readOrder(
  address: string,
  party: Pick<Party, "ask">,
  what = "The order cannot be read",
): Promise<Members> {
  return await readObject(await answerTo(party, address, what), address);
}
