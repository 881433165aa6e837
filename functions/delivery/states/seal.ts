// States at rest: encrypted before they leave the door, since tools write passwords into them in the clear.
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { fromBase64url } from "../../trust/token/base64url.ts";

export interface Sealer {
  /** A state of an order, so that only for this order it opens. */
  readonly seal: (order: string, text: string) => Promise<Uint8Array>;
  /** Its text; undefined where the node does not have the key, or the bytes are not what was sealed. */
  readonly open: (order: string, sealed: Uint8Array) => Promise<string | undefined>;
}

export type StateKey = Uint8Array<ArrayBuffer>;
/** `reason` repeats nothing of the secret. */
export type StateKeysRefusal = { code: "malformed-state-keys"; reason: string };

const KEY_BYTES = 32;
/** Of the SHA-256 of the key: it tells keys apart and nothing else. */
const NAME_BYTES = 8;
/** NIST SP 800-38D §8.2.2: random, and far from 2^32 messages under one key. */
const NONCE_BYTES = 12;

/**
 * Reads the keys of a setting: 32 bytes each in base64url, the newest first, between commas. They are not derived from
 * the keys that the node signs with: those are thrown away when they are replaced, and a state has to outlive that.
 */
export function readStateKeys(setting: string | undefined): Result<readonly StateKey[], StateKeysRefusal> {
  const texts = (setting ?? "").split(",").flatMap((text) => text.trim() || []);
  const keys: StateKey[] = [];
  for (const [index, text] of texts.entries()) {
    const key = fromBase64url(text);
    if (key?.length !== KEY_BYTES)
      return refused({
        code: "malformed-state-keys",
        reason: `key ${index + 1} is no 32 bytes in base64url`,
      });
    keys.push(key);
  }
  return ok(keys);
}

/** Seals with the first key (AES-256-GCM), and opens with any of them. `chance` gives fresh random bytes. */
export function sealer(
  keys: readonly [StateKey, ...StateKey[]],
  chance: (bytes: number) => Uint8Array,
): Sealer {
  const known = Promise.all(keys.map(imported));
  const aad = (order: string) => utf8ToBytes(`mpli state of ${order}`);
  return {
    async seal(order, text) {
      const [newest] = await known;
      if (!newest) throw new Error("no key to seal with");
      const iv = Uint8Array.from(chance(NONCE_BYTES));
      const algorithm = { name: "AES-GCM", iv, additionalData: aad(order) };
      const sealed = await crypto.subtle.encrypt(algorithm, newest.key, utf8ToBytes(text));
      return concatBytes(newest.name, iv, new Uint8Array(sealed));
    },
    async open(order, sealed) {
      const name = sealed.slice(0, NAME_BYTES).join();
      const with_ = (await known).find((each) => each.name.join() === name);
      const iv = sealed.slice(NAME_BYTES, NAME_BYTES + NONCE_BYTES);
      const algorithm = { name: "AES-GCM", iv, additionalData: aad(order) };
      try {
        if (!with_) return undefined;
        const text = await crypto.subtle.decrypt(
          algorithm,
          with_.key,
          sealed.slice(NAME_BYTES + NONCE_BYTES),
        );
        return new TextDecoder().decode(text);
      } catch {
        return undefined;
      }
    },
  };
}

async function imported(bytes: StateKey): Promise<{ readonly name: Uint8Array; readonly key: CryptoKey }> {
  const name = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, NAME_BYTES);
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { name, key };
}
