// An SD-JWT with key binding as a presentation: its holder has signed for whom and for which request (RFC 9901 §4.3).
import { type Result, ok, refused } from "../../kernel/result.ts";
import { SD_JWT, enveloped } from "../credential/secured.ts";
import { verifyKeyBinding } from "../sd-jwt/key-binding.ts";
import type { SdJwtRefusal } from "../sd-jwt/refusals.ts";
import { type SdJwtVc, readSdJwtVc } from "../sd-jwt/sd-jwt-vc.ts";
import { type JwsRefusal, readJws } from "../token/jws.ts";
import { ALGORITHMS } from "../token/profiles.ts";
import type { Check, Fault, FaultCode } from "./faults.ts";
import type { Opened } from "./opened.ts";

/** Seconds that clocks may differ. */
const SKEW = 60;

/**
 * Verifies that whoever presents an SD-JWT holds its key. Whether the issuer has signed it, and so whether that is the
 * right key, says the verification of the credential, which is the same text.
 */
export async function openKeyBound(
  text: string,
  now: number,
  passed: (check: Check) => void,
): Promise<Result<Opened, Fault>> {
  const read = await readUnverified(text);
  if (!read.ok) return refused(faultOf(read.refusal));
  passed("form");
  const { keyBinding } = read.value;
  if (keyBinding === undefined) return refused({ code: "key-binding-missing" });
  const binding = readJws(keyBinding);
  if (!binding.ok) return refused({ code: "key-binding-invalid", detail: binding.refusal.problem });
  const { aud, nonce } = binding.value.payload;
  if (typeof aud !== "string" || typeof nonce !== "string")
    return refused({ code: "key-binding-invalid", detail: "aud or nonce is not a text" });
  // Whether audience and nonce are those asked for is compared later, alike for every form.
  const verified = await verifyKeyBinding(read.value, {
    audience: aud,
    nonce,
    now: Math.floor(now / 1000),
    maxAge: Number.POSITIVE_INFINITY,
    skew: SKEW,
    algorithms: ALGORITHMS,
  });
  if (!verified.ok && verified.refusal.code !== "too-old" && verified.refusal.code !== "malformed-time")
    return refused(faultOf(verified.refusal));
  for (const check of ["key", "signature", "model"] as const) passed(check);
  return ok({
    audience: [aud],
    nonce,
    credentials: [enveloped(text, SD_JWT)],
    ...(verified.ok ? { signedAt: verified.value.issuedAt * 1000 } : { time: faultOf(verified.refusal) }),
  });
}

/** An SD-JWT as it claims to be: its issuer's signature is not verified. */
function readUnverified(text: string): Promise<Result<SdJwtVc, SdJwtRefusal | JwsRefusal>> {
  return readSdJwtVc(text, async (compact) => readJws(compact));
}

const CODES: { readonly [C in SdJwtRefusal["code"]]?: FaultCode } = {
  "key-binding-missing": "key-binding-missing",
  "key-binding-invalid": "key-binding-invalid",
  "too-old": "expired",
  "malformed-time": "malformed-time",
};

function faultOf(refusal: SdJwtRefusal | JwsRefusal): Fault {
  const detail = "reason" in refusal ? refusal.reason : "problem" in refusal ? refusal.problem : refusal.code;
  return { code: (refusal.code !== "malformed" && CODES[refusal.code]) || "malformed", detail };
}
