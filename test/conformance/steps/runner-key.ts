// By which key the kit is a runner.
import { type JsonWebKey, createPrivateKey, createPublicKey } from "node:crypto";
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import { type Issuer, encode } from "./credentials.ts";

/** A key that everyone knows (RFC 8037, appendix A): where it is a runner's, nothing of worth can be delivered. */
const KNOWN_KEY: JsonObject = {
  kty: "OKP",
  crv: "Ed25519",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
};

/** The runner that the kit plays. */
export function runner(t: Exam): Issuer {
  const privateKey = createPrivateKey({ key: (t.runnerKey ?? KNOWN_KEY) as JsonWebKey, format: "jwk" });
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: "jwk" });
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  const did = `did:jwk:${encode(JSON.stringify(jwk))}`;
  return { alg: kty === "EC" ? "ES256" : "EdDSA", jwk, privateKey, did, kid: `${did}#0` };
}
