// A customer's key for access data, and what it opens.
import { type JWK, compactDecrypt, exportJWK, generateKeyPair } from "jose";

export interface Customer {
  /** The public half, as an order has it. */
  readonly accessKey: JWK;
  readonly open: (jwe: unknown) => Promise<{ readonly [name: string]: unknown }>;
}

export async function customer(crv: "X25519" | "P-256" = "X25519"): Promise<Customer> {
  const { publicKey, privateKey } = await generateKeyPair("ECDH-ES+A256KW", { crv, extractable: true });
  return {
    accessKey: await exportJWK(publicKey),
    open: async (jwe) => {
      const { plaintext } = await compactDecrypt(String(jwe), privateKey);
      return JSON.parse(new TextDecoder().decode(plaintext)) as { [name: string]: unknown };
    },
  };
}
