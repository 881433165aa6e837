// The answer of a clearing house: a token that is verified like any other credential before it is kept.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { claimsOf } from "../credential/claims.ts";
import { noStatus } from "../credential/status.ts";
import { type SignedCredential, UNSEEN } from "../credential/signed.ts";
import { checkSignedTimes } from "../credential/time.ts";
import { verifyJwt } from "../credential/verify-jwt.ts";
import type { Fault } from "../faults.ts";
import { type TrustPolicy, decide } from "../policy/policy.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import type { AnswerRefusal, HousePorts } from "./ports.ts";

export interface GenuineCredential {
  readonly compact: string;
  readonly signed: SignedCredential;
  /**
   * Why nodes of this version would not know what it means: the context of Gaia-X changes under one address. The
   * credential is genuine all the same, and is compared with the question member by member.
   */
  readonly meaning?: Fault;
}

export type Verifying = Pick<HousePorts, "resolveKey" | "statusOf" | "now">;

/** Verifies form, key, signature, model, time, status and issuer under the profile of Gaia-X. */
export async function verifyAnswer(
  compact: string,
  ports: Verifying,
  policy: TrustPolicy,
): Promise<
  Result<GenuineCredential, { readonly code: "answer-not-valid"; readonly faults: readonly Fault[] }>
> {
  const { resolveKey, statusOf, now } = ports;
  const verified = await verifyJwt(compact, { resolveKey, now, profile: "gaia-x" }, UNSEEN);
  if (!verified.ok) return refused({ code: "answer-not-valid", faults: [verified.refusal] });
  const signed = verified.value;
  const { credential } = signed;
  const at = now();
  const times = checkSignedTimes(signed, at);
  const status = credential.status.length === 0 ? noStatus : await statusOf(credential);
  const { decision } = decide(policy, { issuer: credential.issuer, types: credential.types, at });
  const faults: Fault[] = [
    ...(times.ok ? [] : [times.refusal]),
    ...(status.fault ? [status.fault] : []),
    ...(decision === "accepted" ? [] : [{ code: decision, detail: credential.issuer }]),
  ];
  if (faults.length > 0) return refused({ code: "answer-not-valid", faults });
  const claims = await claimsOf(credential);
  return ok({ compact, signed, ...(claims.ok ? {} : { meaning: claims.refusal }) });
}

/** What an answer has to agree with. */
export interface Expected {
  readonly type: string;
  readonly id: string;
  readonly subject: string;
}

/** The one subject of a credential of this type, id and subject. */
export function subjectOf(
  { credential }: SignedCredential,
  { type, id, subject }: Expected,
): Result<JsonObject, AnswerRefusal> {
  if (!credential.types.includes(type))
    return refused({ code: "answer-of-another-kind", expected: type, types: credential.types.slice(0, 10) });
  if (credential.id !== id) return mismatch("id", id, credential.id);
  const subjects = [credential.document["credentialSubject"] ?? []].flat();
  const [only, ...others] = subjects;
  if (!isObject(only) || others.length > 0) return mismatch("credentialSubject", "one", `${subjects.length}`);
  if (only["id"] !== subject) return mismatch("credentialSubject.id", subject, only["id"]);
  return ok(only);
}

/** The answer says something else than was asked for. */
export const mismatch = (member: string, expected: string, found: unknown) =>
  refused({
    code: "answer-mismatch" as const,
    member,
    expected,
    found: (typeof found === "string" ? found : (JSON.stringify(found) ?? "nothing")).slice(0, 200),
  });
