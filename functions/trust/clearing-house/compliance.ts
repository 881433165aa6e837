// The compliance service of a clearing house: it checks a presentation and signs a label over all that is in it.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { isObject } from "../token/jws.ts";
import { askHouse } from "./ask.ts";
import { type GenuineCredential, mismatch, subjectOf, verifyAnswer } from "./answer.ts";
import type { HousePorts, HouseRefusal } from "./ports.ts";

/** What a credential may be asked for, and the level that its label then has. */
export const LEVELS = {
  "standard-compliance": "SC",
  "label-level-1": "L1",
  "label-level-2": "L2",
  "label-level-3": "L3",
} as const;

export type Level = keyof typeof LEVELS;

export interface Presented {
  readonly id: string;
  readonly compact: string;
}

export interface ComplianceRequest {
  /** Base address of the compliance service with its version, such as `https://compliance.example/v2`. */
  readonly compliance: string;
  readonly level: Level;
  /** Where the label will be published. */
  readonly vcId: string;
  /** A VP-JWT. */
  readonly presentation: string;
  /** The credentials in it that the label has to name. */
  readonly presented: readonly Presented[];
}

export interface Label extends GenuineCredential {
  readonly level: string;
  /**
   * How the label is tied to what was presented. `digest`: by SHA-256 of each token. `id`: by addresses alone, since no
   * specification says what the digests are over; whoever relies on the label then relies on the addresses.
   */
  readonly binding: "digest" | "id";
}

/**
 * `POST {compliance}/api/credential-offers/{level}?vcid=` with the presentation: a `gx:LabelCredential` as a token.
 * Its subject is the label itself, not the provider: it says of whom by the credentials that it lists.
 */
export async function askCompliance(
  { compliance, level, vcId, presentation, presented }: ComplianceRequest,
  ports: HousePorts,
): Promise<Result<Label, HouseRefusal>> {
  const url = `${compliance}/api/credential-offers/${level}?${new URLSearchParams({ vcid: vcId })}`;
  const post = { contentType: "application/vp+jwt", body: presentation };
  const what = "the compliance service";
  const answer = await askHouse({ what, url, accept: "application/vc+jwt", post, expects: 201 }, ports);
  if (!answer.ok) return answer;
  const genuine = await verifyAnswer(answer.value, ports, ports.policy);
  if (!genuine.ok) return genuine;
  const expected = { type: "gx:LabelCredential", id: vcId, subject: `${vcId}#cs` };
  const subject = subjectOf(genuine.value.signed, expected);
  if (!subject.ok) return subject;
  const found = subject.value["gx:labelLevel"] ?? subject.value["labelLevel"];
  if (found !== LEVELS[level]) return mismatch("gx:labelLevel", LEVELS[level], found);
  const listed = [
    subject.value["gx:compliantCredentials"] ?? subject.value["compliantCredentials"] ?? [],
  ].flat();
  const missing = presented.find(({ id }) => !listed.some((one) => isObject(one) && one["id"] === id));
  if (missing) return mismatch("gx:compliantCredentials", missing.id, idsIn(listed));
  const binding = presented.every((one) => isDigested(one, listed)) ? "digest" : "id";
  ports.tell({ event: "received", what, id: vcId });
  return ok({ ...genuine.value, level: found, binding });
}

const idsIn = (listed: readonly Json[]) => listed.map((one) => (isObject(one) ? (one["id"] ?? null) : null));

/** Houses have been seen to write digests in hexadecimal, where SRI has base64 (W3C SRI §3.5). */
function isDigested({ id, compact }: Presented, listed: readonly Json[]): boolean {
  const digest = sha256(utf8ToBytes(compact));
  const spelt = [bytesToHex(digest), btoa(String.fromCharCode(...digest))].map((text) => `sha256-${text}`);
  return listed.some(
    (one) =>
      isObject(one) &&
      one["id"] === id &&
      ["gx:digestSRI", "cred:digestSRI", "digestSRI"].some((name) =>
        spelt.some((each) => each === one[name]),
      ),
  );
}
