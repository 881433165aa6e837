// Issuing for other rooms of the node: what these make themselves is completed, entered in the book and signed.
import { type NodeIdentity, didOf } from "../../discovery/node-document.ts";
import { LISTS } from "./addresses.ts";
import { inSeconds } from "./complete.ts";
import { issue } from "./issue.ts";
import type { JsonObject } from "../token/jws.ts";
import type { IssuingPorts } from "./routes.ts";

/** The token of a credential; `url` is the address at which the node was asked. */
export type Issue = (credential: JsonObject, url: string) => Promise<string>;

/** What parties have agreed on, and what was billed, is looked at for as long as a node may vouch for anything. */
const HELD_MS = 5 * 365 * 86_400_000;
const ENVELOPE = "data:application/vc+jwt,";

/** Throws for claims that the node would refuse: whoever makes them has checked what they rest on. */
export function issues({
  identity,
  sign,
  book,
  now,
  mint,
}: Omit<IssuingPorts, "bodyLimit" | "operatorToken">): Issue {
  return async (credential, url) => {
    const { origin }: NodeIdentity = identity(url);
    const listAddress = (list: number) => `${origin}${LISTS}/${list}`;
    const world = { book, sign, now: now(), mint, did: didOf(origin), listAddress };
    const validUntil = inSeconds(world.now.getTime() + HELD_MS);
    const issued = await issue({ credential: { ...credential, validUntil } }, world);
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusal));
    return String(issued.value["id"]).slice(ENVELOPE.length);
  };
}
