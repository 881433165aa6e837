// The keys of a node on Cloudflare, from its secrets: those that it signs with, and those that it keeps states under.
import { type StateKey, readStateKeys } from "../../delivery/states/seal.ts";
import { type KeyRing, readKeyRing } from "../../trust/issuing/keys.ts";
import type { Env } from "./env.ts";

/** The keys of the secrets. Secrets that cannot be read are as good as none, and the log says so. */
export function keyRingOf({ MPLI_SIGNING_KEYS, MPLI_SIGNING_KEY }: Env): KeyRing {
  const ring = readKeyRing({ set: MPLI_SIGNING_KEYS, single: MPLI_SIGNING_KEY });
  if (ring.ok) return ring.value;
  console.error(`MPLI_SIGNING_KEYS, or MPLI_SIGNING_KEY, cannot be read: ${ring.refusal.reason}`);
  return { keys: [] };
}

/** The keys that states are sealed with, the newest first; none where the node keeps no states. */
export function stateKeysOf({ MPLI_STATE_KEYS }: Env): readonly StateKey[] {
  const keys = readStateKeys(MPLI_STATE_KEYS);
  if (keys.ok) return keys.value;
  console.error(`MPLI_STATE_KEYS cannot be read: ${keys.refusal.reason}`);
  return [];
}
