// The profile under which a linked credential is verified: a manifest does not say, so the credential does.
import type { Secured } from "../trust/credential/secured.ts";
import { readJws } from "../trust/token/jws.ts";
import { PROFILES, type ProfileName } from "../trust/token/profiles.ts";

/** MPLI-EVID-041: clearing houses of Gaia-X have names of their own for what a token is. */
export function profileOf(secured: Secured): ProfileName {
  if (secured.form !== "token") return "w3c";
  const jws = readJws(secured.compact);
  const typ = jws.ok ? jws.value.header["typ"] : undefined;
  const isNamed = (profile: ProfileName) => PROFILES[profile].typ.credential.some((name) => name === typ);
  return !isNamed("w3c") && isNamed("gaia-x") ? "gaia-x" : "w3c";
}
