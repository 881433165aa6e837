// Times in the claims of an SD-JWT and of its key binding.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { numericDate } from "../credential/time.ts";
import type { JsonObject } from "../token/jws.ts";
import type { TimeRefusal } from "./refusals.ts";

/** `iat`, `nbf` and `exp` (RFC 7519 §4.1) where they are given, in seconds since 1970. */
export interface Times {
  readonly issuedAt?: number;
  readonly notBefore?: number;
  readonly expires?: number;
}

const CLAIMS = { iat: "issuedAt", nbf: "notBefore", exp: "expires" } as const;

/** Reads the times of a token; each must be a whole number of seconds below 10^11. */
export function readTimes(claims: JsonObject): Result<Times, TimeRefusal> {
  const times: { [name: string]: number } = {};
  for (const [claim, name] of Object.entries(CLAIMS)) {
    const time = claims[claim];
    if (time === undefined) continue;
    const instant = numericDate(time, false);
    if (instant === undefined) return refused({ code: "malformed-time", claim });
    times[name] = instant / 1000;
  }
  return ok(times);
}
