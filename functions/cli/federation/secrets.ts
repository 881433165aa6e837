// A node's secrets: made once, kept in a file that only its owner can read, never printed.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newKey } from "../keys/key-set.ts";

export interface Secrets {
  /** Bearer token of the node's operator. */
  readonly operatorToken: string;
  /** Private Ed25519 key (RFC 8037). */
  readonly signingKey: JsonWebKey;
}

/** Reads the secrets of the node `name` under `folder`, or makes them. */
export async function secretsIn(folder: string, name: string): Promise<Secrets> {
  const file = join(folder, `${name}.json`);
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept) return JSON.parse(kept) as Secrets;
  const secrets = {
    operatorToken: randomBytes(32).toString("base64url"),
    signingKey: await newKey("EdDSA"),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600, flag: "wx" });
  return secrets;
}
