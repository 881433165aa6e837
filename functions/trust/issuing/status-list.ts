// A node's own status list as a signed credential (W3C Bitstring Status List §2.2), signed once a version and half hour.
import { BoundedMap } from "../../edge/bounded-map.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import { CREDENTIALS_CONTEXT } from "../credential/model.ts";
import { encodeBitstring } from "../status/bitstring.ts";
import { inSeconds } from "./complete.ts";
import { AS_CREDENTIAL } from "./issue.ts";
import type { Sign } from "./keys.ts";
import type { ListState } from "./ports.ts";

/** Seconds that a list may be kept; so long can a revocation go unseen. */
export const KEPT_SECONDS = 120;
/** A list is signed anew after this time, and is valid for twice as long: what is handed out holds for as long at least. */
const PERIOD_MS = 30 * 60_000;

export interface SignedList {
  readonly token: string;
  readonly etag: string;
}

export interface Signing {
  readonly did: string;
  readonly now: Date;
  readonly sign: Sign;
}

/** Signs lists, and keeps those that are current. */
export class ListSigner {
  /** Tokens by address, version and half hour; a full one takes some 25,000 characters. */
  readonly #kept = new BoundedMap<SignedList>(2_000_000);

  async signed(address: string, state: ListState, { did, now, sign }: Signing): Promise<SignedList> {
    const from = Math.floor(now.getTime() / PERIOD_MS) * PERIOD_MS;
    const key = `${address} ${state.version} ${from}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const payload = {
      "@context": [CREDENTIALS_CONTEXT],
      id: address,
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      issuer: did,
      validFrom: inSeconds(from),
      validUntil: inSeconds(from + 2 * PERIOD_MS),
      credentialSubject: {
        id: `${address}#list`,
        type: "BitstringStatusList",
        statusPurpose: state.purpose,
        ttl: KEPT_SECONDS * 1000,
        encodedList: await encodeBitstring(state.set),
      },
    };
    const token = await sign(payload, { did, ...AS_CREDENTIAL });
    return this.#kept.set(key, { token, etag: `"${sha256Hex(token)}"` }, key.length + token.length);
  }
}
