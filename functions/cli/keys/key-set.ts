// A set of signing keys as its operator keeps it: made, rotated, and thinned out. What comes out of here holds secrets.
import { parseJson } from "../../kernel/json.ts";
import { ALGORITHM_OF, algorithmOf, readKeyRing } from "../../trust/issuing/keys.ts";
import { Stop } from "../terminal/stop.ts";

export type KeyAlgorithm = (typeof ALGORITHM_OF)[keyof typeof ALGORITHM_OF];
export const KEY_ALGORITHMS: readonly KeyAlgorithm[] = Object.values(ALGORITHM_OF);

/** A JWK, with its private half or without. */
type Key = Readonly<Record<string, unknown>>;

export interface KeySet {
  readonly keys: readonly Key[];
}

export interface KeyRow {
  readonly name: string;
  readonly algorithm: string;
  readonly state: "signs" | "ready" | "retired";
}

const GENERATE = {
  EdDSA: { name: "Ed25519" },
  ES256: { name: "ECDSA", namedCurve: "P-256" },
} as const satisfies Record<KeyAlgorithm, object>;

/** A new key pair; without a name its thumbprint will name it. */
export async function newKey(algorithm: KeyAlgorithm, name?: string): Promise<Key & JsonWebKey> {
  const pair = (await crypto.subtle.generateKey(GENERATE[algorithm], true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const { kty, crv, x, y, d } = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JsonWebKey;
  return {
    kty,
    crv,
    x,
    ...(y === undefined ? {} : { y }),
    d,
    ...(name === undefined ? {} : { kid: name }),
  } as Key & JsonWebKey;
}

/** Reads a set, or the one key of MPLI_SIGNING_KEY; stops without repeating anything of it when a node could not use it. */
export function readKeySet(text: string, from: string): KeySet {
  const json = parseJson(text);
  const value = json.ok ? json.value : undefined;
  const isOne = typeof value === "object" && value !== null && "kty" in value;
  const ring = readKeyRing(isOne ? { single: text } : { set: text || "{}" });
  if (!ring.ok)
    throw new Stop(
      2,
      `${from} holds no signing keys: ${ring.refusal.reason}. Give it a JWK Set, as mpli keys new prints one.`,
    );
  // A key that was alone keeps the name under which it signed.
  const listed = isOne ? [{ kid: ring.value.keys[0]?.name, ...value }] : (value as { keys: Key[] }).keys;
  return { keys: listed };
}

/** The set with a new key that signs from now on; the others keep their public half alone. */
export function rotated({ keys }: KeySet, newest: Key): KeySet {
  return { keys: [newest, ...keys.map(({ d: _, ...open }) => open)] };
}

/** The set without the keys of these names: what they signed holds no longer. */
export function without(set: KeySet, names: readonly string[]): KeySet {
  const rows = rowsOf(set);
  const unknown = names.find((name) => !rows.some((row) => row.name === name));
  if (unknown !== undefined)
    throw new Stop(1, `There is no key ${unknown}; there are: ${rows.map(({ name }) => name).join(", ")}.`);
  return { keys: set.keys.filter((_, index) => !names.includes(rows[index]?.name ?? "")) };
}

/** What may be shown of each key. */
export function rowsOf(set: KeySet): KeyRow[] {
  const ring = readKeyRing({ set: JSON.stringify(set) });
  if (!ring.ok) throw new Stop(1, `A node could not use these keys: ${ring.refusal.reason}.`);
  const { keys } = ring.value;
  const signing = keys.find(({ isRetired }) => !isRetired);
  return keys.map((key) => ({
    name: key.name,
    algorithm: algorithmOf(key.jwk.crv ?? "") ?? "",
    state: key.isRetired ? "retired" : key === signing ? "signs" : "ready",
  }));
}
