// Multibase (W3C Controlled Identifiers 1.0 §2.4) in the two bases that credentials use: base58btc and base64url.
import { fromBase64url } from "../token/base64url.ts";

/** Bitcoin's alphabet, without 0, O, I and l. */
const BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Decoding takes time in the square of the length; a did:key of RSA with 8,192 bits has 1,440 characters. */
const MOST_DIGITS = 2048;

/** The bytes of a text with the prefix `z` (base58btc) or `u` (base64url without padding); undefined for any other. */
export function fromMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.startsWith("z")) return fromBase58(text.slice(1));
  return text.startsWith("u") ? fromBase64url(text.slice(1)) : undefined;
}

/** Each text is the only one of its bytes: leading zero bytes are leading ones, one each. */
function fromBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > MOST_DIGITS) return undefined;
  const bytes: number[] = [];
  for (const digit of text) {
    let carry = BASE_58.indexOf(digit);
    if (carry < 0) return undefined;
    for (let place = 0; place < bytes.length; place++) {
      carry += (bytes[place] ?? 0) * 58;
      bytes[place] = carry & 0xff;
      carry >>= 8;
    }
    if (carry > 0) bytes.push(carry);
  }
  const zeros = Array.from(/^1*/.exec(text)?.[0] ?? "", () => 0);
  return Uint8Array.from([...zeros, ...bytes.reverse()]);
}
