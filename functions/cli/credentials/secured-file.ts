// A credential as its file holds it: a token, an envelope, or JSON with a proof inside.
import { guardedFetch } from "../../edge/guard.ts";
import { type Json, parseJson } from "../../kernel/json.ts";
import { type Secured, enveloped, readSecured } from "../../trust/credential/secured.ts";
import { isObject } from "../../trust/token/jws.ts";
import type { VerifyPorts } from "../../trust/credential/verify.ts";
import type { ProfileName } from "../../trust/token/profiles.ts";
import { type VerifierPorts, type Verify, verifier, verifyingPorts } from "../../trust/verifier.ts";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";

const COMPACT = /^[^\s.]+\.[^\s.]*\.[^\s.]*$/;
const SECONDS = 5;

/** Whether a text may hold a secured credential, rather than what somebody wrote by hand. */
export const looksSecured = (text: string): boolean => {
  const json = text.trimStart().startsWith("{") ? parseJson(text) : undefined;
  return json ? json.ok && readSecured(json.value).ok : COMPACT.test(text.trim());
};

/** Reads a credential; `file` is how a reader knows the text. Stops with what to do where it is something else. */
export function securedIn(text: string, file: string): Secured {
  const token = text.trim();
  const json = token.startsWith("{") ? parseJson(text) : undefined;
  const media = token.includes("~") ? "application/dc+sd-jwt" : "application/vc+jwt";
  const given: Json = json?.ok ? json.value : enveloped(token, media);
  const isToken = json !== undefined || COMPACT.test(token);
  const secured = json && !json.ok ? json : readSecured(given);
  if (secured.ok && isToken) return secured.value;
  throw new Stop(2, `${plain(file)} holds no credential: ${whyNot(json?.ok ? json.value : undefined, file)}`);
}

/** What a file seems to be instead, and what its reader can do. */
function whyNot(json: Json | undefined, file: string): string {
  const members = isObject(json) ? json : {};
  const given = file === "-" ? "FILE" : plain(file);
  if (members["verifiableCredential"] !== undefined)
    return `it is a request to a node, or the answer of one. Give what stands in verifiableCredential alone: jq .verifiableCredential ${given} | mpli verify -`;
  if (members["credentialSubject"] !== undefined || isObject(members["credential"]))
    return `nobody has signed it yet. mpli credentials issue has a node sign it.`;
  return "neither a token nor JSON with a proof.";
}

/** What verifying from this machine needs; it may also be asked. */
function local(): VerifierPorts {
  const loopback = true;
  const ask = guardedFetch(fetch, { loopback }, SECONDS);
  return { fetch: ask, now: () => new Date(), loopback };
}

export const localVerifier = (): Verify => verifier(local());

/** For what is verified together. */
export const localPorts = (profile: ProfileName): VerifyPorts => verifyingPorts(local())(profile);
