// A credential through all checks, in their order; what each came to is on record.
import type { JsonObject } from "../token/jws.ts";
import type { ResolveKey } from "../did/resolve.ts";
import type { Fault, NotChecked } from "../faults.ts";
import { type TrustPolicy, decide } from "../policy/policy.ts";
import type { ProfileName } from "../token/profiles.ts";
import type { Anchor } from "../x509/path.ts";
import { type CheckReport, Findings, type Verdict } from "../verification.ts";
import { claimsOf, faultInClaims, strangeContext } from "./claims.ts";
import { schemesIn } from "../types/schemes.ts";
import type { Secured } from "./secured.ts";
import type { SignedCredential } from "./signed.ts";
import { type StatusOf, noStatus } from "./status.ts";
import { checkSignedTimes } from "./time.ts";
import { verifySecured } from "./verify-secured.ts";

export interface VerifyPorts {
  readonly resolveKey: ResolveKey;
  readonly statusOf: StatusOf;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Authorities whose certificates are believed; none unless stated. */
  readonly anchors?: readonly Anchor[];
}

export interface VerifyOptions {
  readonly profile: ProfileName;
  readonly policy: TrustPolicy;
}

/** What was found out. Of a credential whose signature does not hold nothing is repeated. */
export interface Verification {
  readonly outcome: Verdict;
  readonly checks: readonly CheckReport[];
  /** What besides the checks was left open. */
  readonly notChecked: readonly NotChecked[];
  readonly signed?: SignedCredential;
  /** When the status was last known to be so, ISO 8601; absent where none was read. */
  readonly statusAsOf?: string;
}

/** Verifies a credential (MPLI-TRUST). Never throws for anything that a credential says. */
export async function verifyCredential(
  secured: Secured,
  ports: VerifyPorts,
  { profile, policy }: VerifyOptions,
): Promise<Verification> {
  const findings = new Findings();
  const done = (more: Pick<Verification, "signed" | "statusAsOf"> = {}): Verification => ({
    outcome: findings.verdict,
    checks: findings.checks,
    notChecked: findings.notChecked,
    ...more,
  });
  const verified = await verifySecured(secured, { ...ports, profile }, findings);
  if (!verified.ok) {
    findings.found(verified.refusal);
    return done();
  }
  const signed = verified.value;
  const contexts = await faultInContexts(signed);
  note(findings, "contexts", contexts);
  if (contexts) return done({ signed });
  const statusAsOf = await checkNow(signed, { ports, policy, findings });
  return done({ signed, ...(statusAsOf === undefined ? {} : { statusAsOf }) });
}

/** The terms under a proof are known to be defined, since it signs statements; those of an SD-JWT VC are no terms. */
async function faultInContexts({ form, credential }: SignedCredential): Promise<Fault | undefined> {
  if (form !== "token") return strangeContext(credential);
  return faultInClaims(credential);
}

interface Now {
  readonly ports: VerifyPorts;
  readonly policy: TrustPolicy;
  readonly findings: Findings;
}

/** What may be otherwise tomorrow: time, status and policy, each for itself. Gives when the status was known. */
async function checkNow(
  signed: SignedCredential,
  { ports, policy, findings }: Now,
): Promise<string | undefined> {
  const { credential } = signed;
  const now = ports.now();
  const times = checkSignedTimes(signed, now);
  note(findings, "time", times.ok ? undefined : times.refusal);
  const isLasting = credential.status.length === 0 && credential.tokenStatus === undefined;
  const status = isLasting ? noStatus : await ports.statusOf(credential);
  note(findings, "status", status.fault);
  const { issuer, types } = credential;
  const { anchor } = signed;
  const scopes = await scopesOf(signed, policy);
  const { decision } = decide(policy, { issuer, types, scopes, at: now, ...(anchor ? { anchor } : {}) });
  note(findings, "issuer", decision === "accepted" ? undefined : { code: decision, detail: policy.name });
  return status.asOf === undefined ? undefined : new Date(status.asOf).toISOString();
}

/** The schemes that a credential speaks of; to read its statements takes long, so only for a policy that asks. */
async function scopesOf({ credential }: SignedCredential, { rules }: TrustPolicy): Promise<string[]> {
  if (credential.vct !== undefined || !rules.some(({ scopes }) => scopes)) return [];
  const claims = await claimsOf(credential);
  return claims.ok ? schemesIn(claims.value) : [];
}

function note(findings: Findings, check: CheckReport["check"], fault: Fault | undefined): void {
  if (fault) findings.found(fault);
  else findings.passed(check);
}

/** The record as the answer of a node has it (W3C VC API, with what was checked besides). */
export function verificationDocument(
  { outcome, checks, notChecked, signed, statusAsOf }: Verification,
  { profile, policy }: VerifyOptions,
): JsonObject {
  const credential = signed?.credential;
  return JSON.parse(
    JSON.stringify({
      type: "CredentialVerification",
      verified: outcome === "valid",
      outcome,
      profile,
      policy: policy.name,
      checks,
      notChecked,
      anchor: signed?.anchor,
      issuer: credential?.issuer,
      credentialType: credential?.types,
      subject: credential?.subjects,
      validFrom: credential?.validFrom,
      validUntil: credential?.validUntil,
      statusAsOf,
      digest: signed?.digest,
      credential: credential?.document,
      problemDetails: checks.flatMap(({ code, message, detail }) =>
        code === undefined
          ? []
          : [
              {
                type: `https://w3id.org/mpli/credential-faults/${code}`,
                title: message,
                ...(detail ? { detail } : {}),
              },
            ],
      ),
    }),
  ) as JsonObject;
}
