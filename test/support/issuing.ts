// A node that signs, in memory: a key that everyone knows, and chance that is the same each time.
import type { DiscoveryPorts } from "../../functions/discovery/routes.ts";
import { memoryIssuanceBook } from "../../functions/host/memory.ts";
import type { Host } from "../../functions/node.ts";
import { type KeyRing, readKeyRing } from "../../functions/trust/issuing/keys.ts";
import { manifestSigner } from "../../functions/trust/issuing/manifest-credential.ts";
import type { IssuingPorts } from "../../functions/trust/issuing/routes.ts";

/** The key pair that RFC 8037 prints (appendix A), so that nobody takes it for a secret of ours. */
export const RFC_8037_KEY = {
  kty: "OKP",
  crv: "Ed25519",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};

export type SigningRing = KeyRing & Required<Pick<KeyRing, "sign" | "signerOf">>;

/** The ring of one key, or of a set. */
export function ringOf(key: object = RFC_8037_KEY): SigningRing {
  const text = JSON.stringify(key);
  const ring = readKeyRing("keys" in key ? { set: text } : { single: text });
  if (!ring.ok || !ring.value.sign || !ring.value.signerOf) throw new Error(JSON.stringify(ring));
  return { ...ring.value, sign: ring.value.sign, signerOf: ring.value.signerOf };
}

/** Whole numbers below 2^32 and identifiers, the same sequence for the same seed (mulberry32). */
export function fixedChance(seed = 1) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = () => random().toString(16).padStart(8, "0");
  const mint = () => {
    const [a, b, c, d] = [hex(), hex(), hex(), hex()];
    return `urn:uuid:${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(0, 3)}-${c.slice(3)}${d.slice(0, 7)}`;
  };
  return { random, mint };
}

/** What a host adds for a node that signs. */
export function issuing(
  {
    bodyLimit = 1 << 17,
    ...common
  }: Pick<IssuingPorts, "identity" | "operatorToken" | "now"> & {
    readonly bodyLimit?: number;
  },
  { sign } = ringOf(),
  { random, mint } = fixedChance(),
): {
  readonly issuing: NonNullable<Host["issuing"]>;
  readonly attest: NonNullable<DiscoveryPorts["attest"]>;
} {
  return {
    issuing: { ...common, bodyLimit, sign, mint, book: memoryIssuanceBook(random) },
    attest: manifestSigner(sign),
  };
}
