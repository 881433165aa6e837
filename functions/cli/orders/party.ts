// The customer at this terminal: one key to sign with, one to be encrypted to, and the orders that were placed with them.
import { mkdir, readFile, rename, rmdir, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type JWK, exportJWK, generateKeyPair, importJWK } from "jose";
import { signerWith } from "../../edge/http-signature.ts";
import { type Sign, readKeyRing } from "../../trust/issuing/keys.ts";
import { type SignRequest, requestSigner } from "../keys/request-signer.ts";
import { newKey } from "../keys/key-set.ts";
import { answerOf } from "../node-client/node.ts";
import { Stop } from "../terminal/stop.ts";

export interface PlacedOrder {
  readonly id: string;
  readonly node: string;
  readonly offer: string;
  readonly at: string;
}

interface Kept {
  readonly key: JWK;
  readonly accessKey: JWK;
  readonly orders: readonly PlacedOrder[];
}

export interface Party {
  readonly did: string;
  /** Public half of the key that access is encrypted to. */
  readonly accessKey: JWK;
  readonly openingKey: JWK;
  readonly orders: readonly PlacedOrder[];
  readonly sign: Sign;
  readonly ask: (
    address: string,
    init: { readonly method: string; readonly body?: string; readonly accept?: string },
  ) => Promise<Response>;
  /** Remembers an order, so that its id need not be typed. */
  readonly remember: (order: PlacedOrder) => Promise<void>;
}

export const PARTY_FILE = join(
  process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"),
  "mpli",
  "customer.json",
);

/**
 * The party of a file; a new one is made where there is no such file. The file holds secrets: only its owner reads it.
 * `named` is the DID whose document lists the key, where it is not the did:jwk that follows from it.
 */
export async function readParty(file: string, named?: string): Promise<Party> {
  const kept =
    (await read(file)) ?? (await alone(file, async () => (await read(file)) ?? (await made(file))));
  const { d, kid = "0", ...open } = kept.key;
  const did = named ?? `did:jwk:${Buffer.from(JSON.stringify(open)).toString("base64url")}`;
  // A did:jwk calls its one key 0; another DID has it in its document, by the name that it bears.
  const name = named === undefined ? "0" : kid;
  const ring = readKeyRing({ single: JSON.stringify({ ...open, d, kid: name }) });
  if (!ring.ok || !ring.value.sign)
    throw new Stop(2, `${file} holds no key to sign with. Name another file with --key.`);
  const key = (await importJWK({ ...open, d: d ?? "" }, "EdDSA")) as CryptoKey;
  const signRequest = requestSigner(signerWith(key, `${did}#${name}`), Date.now);
  const { d: secret, ...accessKey } = kept.accessKey;
  return {
    did,
    accessKey,
    openingKey: { ...accessKey, ...(secret === undefined ? {} : { d: secret }) },
    orders: kept.orders,
    sign: ring.value.sign,
    ask: (address, init) => signed(address, init, signRequest),
    remember: (order) => alone(file, () => remember(file, order)),
  };
}

/** Read again, since another command may have ordered in the meantime. */
async function remember(file: string, order: PlacedOrder): Promise<void> {
  const kept = (await read(file)) ?? (await made(file));
  await write(file, { ...kept, orders: [...kept.orders.filter(({ id }) => id !== order.id), order] });
}

/** One command at a time changes the file; a lock that was left behind by one that died is taken after a while. */
async function alone<T>(file: string, change: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const isTaken = (error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return true;
    throw new Stop(2, `${lock} cannot be written: ${error.message}.`);
  };
  for (let tries = 0; await mkdir(lock).then(() => false, isTaken); tries++) {
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rmdir(lock).catch(() => undefined);
    else await sleep(5 + (tries % 10));
  }
  return await change().finally(() => rmdir(lock).catch(() => undefined));
}

const ABANDONED_MS = 10_000;

async function signed(
  address: string,
  { method, body, accept = "*/*" }: Parameters<Party["ask"]>[1],
  signRequest: SignRequest,
): Promise<Response> {
  const url = new URL(address).href;
  const content =
    body === undefined ? {} : { content: { type: "application/json", body: new TextEncoder().encode(body) } };
  const headers = await signRequest({ method, url, ...content });
  return await answerOf(url, {
    method,
    headers: { ...headers, accept },
    ...(body === undefined ? {} : { body }),
  });
}

async function read(file: string): Promise<Kept | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Stop(2, `${file} cannot be read: ${error.message}.`);
  });
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    if (kept.key.d && kept.accessKey.d && Array.isArray(kept.orders)) return kept;
  } catch {
    // Whatever it is, it is no party: said below, without repeating anything of it.
  }
  throw new Stop(
    2,
    `${file} is not what mpli order keeps. Name another file with --key, or move this one away.`,
  );
}

async function made(file: string): Promise<Kept> {
  const pair = await generateKeyPair("ECDH-ES", { crv: "X25519", extractable: true });
  const kept = {
    key: (await newKey("EdDSA")) as JWK,
    accessKey: await exportJWK(pair.privateKey),
    orders: [],
  };
  await write(file, kept);
  console.error(`A new key was made for you: ${file}`);
  return kept;
}

async function write(file: string, kept: Kept): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
