// Public keys as Multikey and did:key write them: a multicodec prefix and the key's bytes, in multibase.
import { base64url } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { P_256, P_384, decompress } from "./curve.ts";
import { type DidRefusal, refuse } from "./did.ts";
import { readObject } from "./json-bytes.ts";
import { fromMultibase } from "./multibase.ts";
import { type PublicJwk, readPublicJwk } from "./public-jwk.ts";
import { fromRsaPublicKey } from "./rsa.ts";

type ReadKey = (bytes: Uint8Array) => PublicJwk | undefined;

/** The multicodec table: each code as the varint that precedes the key. */
const CODECS: readonly {
  readonly name: string;
  readonly prefix: readonly number[];
  readonly read: ReadKey;
}[] = [
  { name: "ed25519-pub", prefix: [0xed, 0x01], read: ed25519 },
  { name: "p256-pub", prefix: [0x80, 0x24], read: (bytes) => decompress(bytes, P_256) },
  { name: "p384-pub", prefix: [0x81, 0x24], read: (bytes) => decompress(bytes, P_384) },
  { name: "rsa-pub", prefix: [0x85, 0x24], read: fromRsaPublicKey },
  { name: "jwk_jcs-pub", prefix: [0xd1, 0xd6, 0x03], read: canonicalJwk },
];

/** Reads a Multikey (Controlled Identifiers 1.0 §2.2.2), which is in base58btc, as is the identifier of a did:key. */
export function readMultikey(text: Json | undefined): Result<PublicJwk, DidRefusal> {
  const bytes = typeof text === "string" && text.startsWith("z") ? fromMultibase(text) : undefined;
  if (!bytes) return refuse("key-unfit", "it is not in base58btc multibase");
  const codec = CODECS.find(({ prefix }) => prefix.every((byte, place) => bytes[place] === byte));
  if (!codec) return refuse("key-unfit", "its multicodec is not supported");
  const key = codec.read(bytes.subarray(codec.prefix.length));
  return key ? ok(key) : refuse("key-unfit", `its bytes are no ${codec.name}`);
}

function ed25519(bytes: Uint8Array): PublicJwk | undefined {
  return bytes.length === 32 ? { kty: "OKP", crv: "Ed25519", x: base64url.encode(bytes) } : undefined;
}

/** A JWK in the one spelling of RFC 8785: names in order, no white space. Keys have no members within members. */
function canonicalJwk(bytes: Uint8Array): PublicJwk | undefined {
  const { value, text } = readObject(bytes) ?? {};
  if (!value || JSON.stringify(value, Object.keys(value).sort()) !== text) return undefined;
  const jwk = readPublicJwk(value);
  return jwk.ok ? jwk.value : undefined;
}
