// Claims as they are kept: JSON under the digest of its bytes, read once an isolate.
import { BoundedMap } from "../../edge/bounded-map.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import type { ClaimsBase } from "../ports.ts";
import type { Claims } from "./claims.ts";

/** Immutable texts by name. */
export interface TextStore {
  get(name: string): Promise<string | undefined>;
  put(name: string, text: string): Promise<void>;
}

/** Characters of an isolate's memory. */
const BUDGET = 4_000_000;
const NONE: readonly Claims[] = [];

/** Keeps claims; gives the name that they can be read by, or nothing where there are none. */
export async function keepClaims(
  claims: readonly Claims[],
  store: TextStore,
): Promise<{ readonly claims?: string }> {
  if (claims.length === 0) return {};
  const json = JSON.stringify(claims);
  const name = sha256Hex(json);
  await store.put(name, json);
  return { claims: name };
}

export function keptClaims(store: TextStore): ClaimsBase {
  const memory = new BoundedMap<readonly Claims[]>(BUDGET);
  return {
    async read({ claims: name }) {
      if (name === undefined) return NONE;
      const known = memory.get(name);
      if (known) return known;
      const json = await store.get(name);
      // Written by this node alone, and named by its content.
      return json === undefined ? undefined : memory.set(name, JSON.parse(json) as Claims[], json.length);
    },
  };
}
