// The doors of presentations: a request for one out; one in, what was found out about it out.
import { type Context, Hono } from "hono";
import { only } from "../../edge/allow.ts";
import { readJson } from "../../edge/body.ts";
import { problem } from "../../edge/problem.ts";
import { PROFILES } from "../token/profiles.ts";
import { isObject } from "../token/jws.ts";
import { presentationDocument } from "./answer.ts";
import { readAsked } from "./asked.ts";
import { readQuery } from "./dcql.ts";
import { readPresented } from "./presented.ts";
import { PRESENTATION_PROBLEMS, type PresentationRefusal } from "./refusals.ts";
import { openRequest } from "./request.ts";
import { PROFILE, type PresentationPorts, type VerifyPresented } from "./verifier.ts";

/** Bytes of a query; it travels in the id of its request. */
const QUERY_LIMIT = 16 * 1024;
const ANYONE = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };
const [REQUESTS, VERIFY] = ["/presentations/requests", "/presentations/verify"];

/** `POST /presentations/requests` and `POST /presentations/verify` (W3C VC API §3.3.2, with a record of every check). */
export function presentationRoutes(ports: PresentationPorts, verify: VerifyPresented): Hono {
  const app = new Hono();

  app.post(REQUESTS, async (c) => {
    const body = await readJson(c, Math.min(ports.bodyLimit, QUERY_LIMIT));
    if (!body.ok) return refuse(c, body.refusal);
    const asked = isObject(body.value) ? body.value["dcql_query"] : undefined;
    const query = readQuery(asked);
    if (!query.ok) return refuse(c, query.refusal);
    const { nonces, chance, now } = ports;
    const secret = await nonces.secret();
    const at = now().getTime();
    const request = await openRequest(asked ?? null, ports.did(c.req.url), { secret, chance, now: at });
    return c.json(request, 200, ANYONE);
  });

  app.post(VERIFY, async (c) => {
    const body = await readJson(c, ports.bodyLimit);
    if (!body.ok) return refuse(c, body.refusal);
    const { verifiablePresentation, options } = isObject(body.value) ? body.value : {};
    const presented = readPresented(verifiablePresentation, PROFILES[PROFILE]);
    if (!presented.ok) return refuse(c, presented.refusal);
    const asked = readAsked(options);
    if (!asked.ok) return refuse(c, asked.refusal);
    const { found, decision, options: how } = await verify(presented.value, asked.value, c.req.url);
    return c.json(presentationDocument(found, decision, how), 200, ANYONE);
  });

  for (const path of [REQUESTS, VERIFY]) app.all(path, only("POST", "OPTIONS"));
  return app;
}

function refuse(c: Context, refusal: PresentationRefusal): Response {
  return problem(c, refusal, PRESENTATION_PROBLEMS);
}
