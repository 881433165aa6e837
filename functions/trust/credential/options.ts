// How somebody wants a credential verified: the `options` of a request (W3C VC API §3.3.1).
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { isObject } from "../token/jws.ts";
import { PROFILES, type ProfileName, isProfileName } from "../token/profiles.ts";

export type OptionsRefusal = { code: "unknown-profile"; profiles: readonly string[] };

/** The profile that is asked for, that of the W3C where none is. Options that are not known are passed over. */
export function readProfile(options: Json | undefined): Result<ProfileName, OptionsRefusal> {
  const { profile = "w3c" } = isObject(options) ? options : {};
  return isProfileName(profile)
    ? ok(profile)
    : refused({ code: "unknown-profile", profiles: Object.keys(PROFILES) });
}
