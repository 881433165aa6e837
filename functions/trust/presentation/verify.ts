// A presentation through all its checks, and each of its credentials through theirs; what each came to is on record.
import { type Result, refused } from "../../kernel/result.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import type { VerifyOptions, VerifyPorts } from "../credential/verify.ts";
import { PROFILES } from "../token/profiles.ts";
import type { Verdict } from "../verification.ts";
import type { Check, Fault } from "./faults.ts";
import { NOTHING_CHECKED, type PresentationCheck, stands, withFault, withOutcome } from "./findings.ts";
import { openKeyBound } from "./key-bound.ts";
import type { Opened } from "./opened.ts";
import type { Presented } from "./presented.ts";
import { type CheckedCredential, checkCredential } from "./presented-credential.ts";
import { openToken } from "./token.ts";

/** What whoever asks for the verification expects to find; absent is what they do not ask for. */
export interface Expected {
  readonly audience?: string;
  readonly nonce?: string;
  /** The request is none that could be answered. */
  readonly fault?: Fault;
}

export interface PresentationVerification {
  readonly checks: readonly PresentationCheck[];
  readonly holder?: string;
  /** SHA-256 of the token, in hexadecimal. */
  readonly digest: string;
  /** None where its signature does not hold. */
  readonly credentials: readonly CheckedCredential[];
}

/** Milliseconds that may have passed since the holder signed for a nonce. */
const MOST_AGE = 5 * 60_000;
const SKEW = 60_000;

/** Verifies a presentation (MPLI-PRES). Never throws for anything that it says. */
export async function verifyPresentation(
  presented: Presented,
  expected: Expected,
  ports: VerifyPorts,
  options: VerifyOptions,
): Promise<PresentationVerification> {
  const digest = sha256Hex(presented.text);
  let checks = NOTHING_CHECKED;
  const passed = (check: Check) => {
    checks = withOutcome(checks, "passed", check);
  };
  const opened = await open(presented, ports, options, passed);
  if (!opened.ok) return { checks: withFault(checks, opened.refusal), digest, credentials: [] };
  const { holder, credentials } = opened.value;
  const presenter = { bound: presented.form === "sd-jwt", ...(holder === undefined ? {} : { holder }) };
  const checked: CheckedCredential[] = [];
  // One after the other: what one had to fetch serves the next, and there is little that may be fetched.
  for (const one of credentials) checked.push(await checkCredential(one, presenter, ports, options));
  checks = occasion(checks, opened.value, expected, ports.now());
  const other = checked.findIndex(({ asked }) => !asked.isOfHolder);
  checks =
    other < 0
      ? withOutcome(checks, "passed", "holder")
      : withFault(checks, { code: "holder-not-subject", detail: `number ${other}` });
  return { checks, digest, credentials: checked, ...(holder === undefined ? {} : { holder }) };
}

async function open(
  { form, text }: Presented,
  { resolveKey, now }: VerifyPorts,
  { profile }: VerifyOptions,
  passed: (check: Check) => void,
): Promise<Result<Opened, Fault>> {
  switch (form) {
    case "token":
      return openToken(text, { resolveKey, profile: PROFILES[profile], now: now() }, passed);
    case "sd-jwt":
      return openKeyBound(text, now(), passed);
    case "unsupported":
      return refused({ code: "form-unsupported", detail: text });
  }
}

/** Time, audience and nonce: whether it was made for this occasion. Each for itself. */
function occasion(
  checks: readonly PresentationCheck[],
  { time, signedAt, audience, nonce }: Opened,
  expected: Expected,
  now: number,
): readonly PresentationCheck[] {
  const isOld = expected.nonce !== undefined && signedAt !== undefined && signedAt < now - MOST_AGE - SKEW;
  const meets = (check: Check, isMet: boolean | undefined, fault: Fault) => (all: typeof checks) => {
    if (isMet === undefined) return withOutcome(all, "not-asked", check);
    return isMet ? withOutcome(all, "passed", check) : withFault(all, fault);
  };
  const isFor = expected.audience === undefined ? undefined : audience.includes(expected.audience);
  const isAnswer = expected.nonce === undefined ? undefined : nonce === expected.nonce;
  const steps = [
    meets("time", !time && !isOld, time ?? { code: "too-old", detail: "iat" }),
    meets("audience", isFor, { code: "audience-mismatch", detail: audience.join(" ").slice(0, 100) }),
    meets("nonce", expected.fault ? false : isAnswer, expected.fault ?? { code: "nonce-mismatch" }),
  ];
  return steps.reduce((all, step) => step(all), checks);
}

/** `invalid` where anything failed, the presentation or a credential in it; `valid` where nothing is left open. */
export function verdictOf({ checks, credentials }: PresentationVerification): Verdict {
  const verdicts = credentials.map(({ verification }) => verification.outcome);
  if (checks.some(({ outcome }) => outcome === "failed") || verdicts.includes("invalid")) return "invalid";
  const isWhole = stands(checks) && verdicts.every((verdict) => verdict === "valid");
  return isWhole ? "valid" : "indeterminate";
}
