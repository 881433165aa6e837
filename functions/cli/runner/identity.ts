// Who a runner is: one key, and the did:key that follows from it.
import { type JWK, base64url, importJWK } from "jose";
import { readTextFile } from "../terminal/files.ts";
import { readKeySet } from "../keys/key-set.ts";
import { Stop } from "../terminal/stop.ts";
import { type MessageSigner, signerWith } from "../../edge/http-signature.ts";

export interface Identity {
  /** What the node's operator lists in MPLI_RUNNERS. */
  readonly did: string;
  readonly signer: MessageSigner;
}

/** Where the key is kept when no file is named. */
export const KEY_VARIABLE = "MPLI_RUNNER_KEY";

/** The key of a file as `mpli keys new` writes it, or a private JWK alone; without a file, of MPLI_RUNNER_KEY. */
export async function readIdentity(file: string | undefined): Promise<Identity> {
  const text = file === undefined ? process.env[KEY_VARIABLE] : await readTextFile(file);
  if (!text)
    throw new Stop(2, `There is no key. Make one with: mpli keys new --out key.json, and name it as "key".`);
  return identityOf(text, file ?? KEY_VARIABLE);
}

async function identityOf(text: string, from: string): Promise<Identity> {
  const signing = readKeySet(text, from).keys.find((key) => "d" in key) as JWK | undefined;
  if (!signing) throw new Stop(2, `${from} holds no key that can sign: all of its keys are retired.`);
  const { kty, crv, x, y, d } = signing;
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }), d } as JWK;
  const key = (await importJWK(jwk, crv === "P-256" ? "ES256" : "EdDSA")) as CryptoKey;
  const identifier = multikeyOf(jwk);
  const did = `did:key:${identifier}`;
  return { did, signer: signerWith(key, `${did}#${identifier}`) };
}

/** The DID of a runner that signs with this key. */
export const didOfKey = (key: JWK): string => `did:key:${multikeyOf(key)}`;

/** A public key of Ed25519 or P-256 as a Multikey (Controlled Identifiers 1.0 §2.2.2). */
export function multikeyOf({ crv, x = "", y = "" }: JWK): string {
  const [abscissa, ordinate] = [base64url.decode(x), base64url.decode(y)];
  const bytes =
    crv === "P-256" ? [0x80, 0x24, 2 + ((ordinate.at(-1) ?? 0) & 1), ...abscissa] : [0xed, 0x01, ...abscissa];
  return `z${base58(bytes)}`;
}

const BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Of bytes that do not begin with zero, which the prefixes of keys never do. */
function base58(bytes: readonly number[]): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let digits = "";
  for (; number > 0n; number /= 58n) digits = BASE_58.charAt(Number(number % 58n)) + digits;
  return digits;
}
