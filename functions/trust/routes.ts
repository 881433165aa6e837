// The door of trust: a credential in, what was found out about it out. Nothing is stored.
import { type Context, Hono } from "hono";
import { only } from "../edge/allow.ts";
import { readJson } from "../edge/body.ts";
import { problem } from "../edge/problem.ts";
import { readProfile } from "./credential/options.ts";
import { readSecured } from "./credential/secured.ts";
import { verificationDocument } from "./credential/verify.ts";
import type { OwnDocuments } from "./issuing/own-documents.ts";
import { type Policies, policyOf } from "./policy/policies.ts";
import { policyRoutes } from "./policy/routes.ts";
import { TRUST_PROBLEMS, type TrustRefusal } from "./refusals.ts";
import { isObject } from "./token/jws.ts";
import { type VerifierPorts, verifier } from "./verifier.ts";

export interface TrustPorts extends VerifierPorts {
  /** What this node says of its own keys and credentials, which it need not fetch. */
  readonly own: OwnDocuments;
  /** Bytes of the largest request. */
  readonly bodyLimit: number;
  /** Those of the node, one of which decides for requests that name none. */
  readonly policies: () => Policies;
}

const ANYONE = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };

/** `POST /credentials/verify`: W3C VC API §3.3.1, with a record of every check in the answer. */
export function trustRoutes({ bodyLimit, policies, ...ports }: TrustPorts): Hono {
  const app = new Hono();
  app.route("/", policyRoutes(policies));
  const verify = verifier(ports);
  app.post("/credentials/verify", async (c) => {
    const body = await readJson(c, bodyLimit);
    if (!body.ok) return refuse(c, body.refusal);
    const { verifiableCredential, options } = isObject(body.value) ? body.value : {};
    const secured = readSecured(verifiableCredential);
    if (!secured.ok) return refuse(c, secured.refusal);
    const profile = readProfile(options);
    if (!profile.ok) return refuse(c, profile.refusal);
    const policy = policyOf(options, policies());
    if (!policy.ok) return refuse(c, policy.refusal);
    const how = { profile: profile.value, policy: policy.value };
    const found = await verify(secured.value, how, c.req.url);
    return c.json(verificationDocument(found, how), 200, ANYONE);
  });
  app.all("/credentials/verify", only("POST", "OPTIONS"));
  return app;
}

function refuse(c: Context, refusal: TrustRefusal): Response {
  return problem(c, refusal, TRUST_PROBLEMS);
}
