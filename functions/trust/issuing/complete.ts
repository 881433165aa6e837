// A credential made whole before it is signed: what the operator left to the node is added, what would not verify is refused.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { claimsOf } from "../credential/claims.ts";
import { type Credential, idOf, readCredential } from "../credential/model.ts";
import { instantOf } from "../credential/time.ts";
import type { FaultCode } from "../faults.ts";
import type { JsonObject } from "../token/jws.ts";
import { type TypeRefusal, checkType } from "../types/check-type.ts";

export type DraftRefusal =
  | TypeRefusal
  | { code: "reserved-member"; member: string }
  | { code: "foreign-issuer"; issuer: string }
  | { code: "validity-out-of-bounds"; member: "validFrom" | "validUntil"; latest: string }
  | { code: "unsound-credential"; fault: FaultCode; detail: string };

/** A credential that lacks nothing but its status and its signature. */
export interface Draft {
  readonly id: string;
  readonly types: readonly string[];
  readonly validUntil: string;
  readonly document: JsonObject;
}

export interface Issuing {
  /** In whose name. */
  readonly did: string;
  readonly now: Date;
  /** A new identifier for a credential that has none. */
  readonly mint: () => string;
}

/**
 * What only the node writes, and what a token says in its own members: VC-JOSE-COSE §3.1.1 puts both into one object, and
 * the context of credentials defines the names of JWT as well.
 */
const RESERVED = "proof credentialStatus vc vp iss sub aud exp nbf iat jti cnf status _sd _sd_alg".split(" ");

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** Nobody knows whether what is stated today holds for longer. */
const MOST_MS = 5 * YEAR_MS + 2 * DAY_MS;
const LONGEST_ID = 500;

/** Completes a credential; refuses one that this node would not take itself, or that lacks what its type asks for. */
export async function complete(
  credential: JsonObject,
  { did, now, mint }: Issuing,
): Promise<Result<Draft, DraftRefusal>> {
  const member = RESERVED.find((name) => Object.hasOwn(credential, name));
  if (member) return refused({ code: "reserved-member", member });
  const { issuer = did } = credential;
  const named = idOf(issuer);
  if (named === undefined) return unsound("not-a-credential", "issuer");
  if (named !== did) return refused({ code: "foreign-issuer", issuer: named.slice(0, 200) });
  const times = validity(credential, now);
  if (!times.ok) return times;
  const { id = mint() } = credential;
  const document = { ...credential, id, issuer, ...times.value };
  const read = readCredential(document);
  if (!read.ok) return unsound(read.refusal.code, read.refusal.detail);
  if (!isName(id)) return unsound("not-a-credential", "id");
  const claims = await claimsOf(read.value);
  if (!claims.ok) return unsound(claims.refusal.code, claims.refusal.detail);
  const shaped = await checkType(claims.value);
  if (!shaped.ok) return shaped;
  return ok(draftOf(read.value, id, times.value.validUntil));
}

const draftOf = ({ types, document }: Credential, id: string, validUntil: string): Draft => ({
  id,
  types,
  validUntil,
  document,
});

const unsound = (fault: FaultCode, detail: string) =>
  refused<DraftRefusal>({ code: "unsound-credential", fault, detail: detail.slice(0, 200) });

const isName = (id: Json): id is string =>
  typeof id === "string" && id.length <= LONGEST_ID && URL.canParse(id);

/** From now and for a year, unless stated; at most until five years from now. */
function validity(
  { validFrom, validUntil }: JsonObject,
  now: Date,
): Result<{ validFrom: string; validUntil: string }, DraftRefusal> {
  const latest = now.getTime() + MOST_MS;
  const from = validFrom === undefined ? now.getTime() : instant(validFrom);
  if (from === undefined) return unsound("malformed-time", "validFrom");
  const until = validUntil === undefined ? Math.max(from, now.getTime()) + YEAR_MS : instant(validUntil);
  if (until === undefined) return unsound("malformed-time", "validUntil");
  const outOf = (member: "validFrom" | "validUntil") =>
    refused({ code: "validity-out-of-bounds", member, latest: inSeconds(latest) } as const);
  if (from >= latest) return outOf("validFrom");
  if (until <= from || until <= now.getTime() || until > latest) return outOf("validUntil");
  return ok({
    validFrom: typeof validFrom === "string" ? validFrom : inSeconds(from),
    validUntil: typeof validUntil === "string" ? validUntil : inSeconds(until),
  });
}

const instant = (time: Json) => (typeof time === "string" ? instantOf(time) : undefined);

/** ISO 8601 in UTC, to the second. */
export function inSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
