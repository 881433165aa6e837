// The doors of service levels: what was promised goes out signed, what was measured comes in signed.
import { Hono } from "hono";
import { readText, requireCredential } from "../../edge/body.ts";
import { only } from "../../edge/allow.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { standingAt } from "../billing/month.ts";
import { PRIVATE, refuse } from "../doors.ts";
import { ORDER, type PartyPorts, known, party } from "../parties.ts";
import { serviceLevelClaims } from "./credential.ts";
import { proveMeasurement } from "./prove-measurement.ts";

const TOKEN = "application/vc+jwt";
/** A credential that others still read as a token. */
const TOKEN_BYTES = 256 * 1024;

export function levelRoutes(ports: PartyPorts): Hono {
  const app = new Hono();

  app.get(`${ORDER}/service-level`, async (c) => {
    const found = await party(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const { port, view } = found.value;
    const { serviceLevel, delivery } = view.record;
    if (!serviceLevel || !delivery?.delivered) return refuse(c, { code: "no-service-level" });
    const id = "credential";
    if (!(await port.entry("service-level", id))) {
      const claims = serviceLevelClaims(view.record, serviceLevel);
      const digest = sha256Hex(canonicalJson(claims));
      const token = await ports.issue(claims, c.req.url);
      const entry = { kind: "service-level", id, period: "", digest, value: { token } } as const;
      const entered = await port.enter([entry]);
      if (!entered.ok) return refuse(c, entered.refusal);
    }
    // Of two who asked at once, both get the one that was booked first.
    const booked = await port.entry("service-level", id);
    return c.body(String(booked?.value["token"]), 200, { ...PRIVATE, "Content-Type": TOKEN });
  });

  app.post(`${ORDER}/measurements`, async (c) => {
    const typed = requireCredential(c);
    if (!typed.ok) return refuse(c, typed.refusal);
    const body = await readText({ body: c.req.raw.body, headers: c.req.raw.headers }, TOKEN_BYTES);
    if (!body.ok) return refuse(c, body.refusal);
    const found = await known(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const { port, view } = found.value;
    const endedAt = (await standingAt(port))?.until;
    const asked = { verify: ports.verify, now: ports.now().getTime(), url: c.req.url, endedAt };
    const proven = await proveMeasurement(body.value, view.record, asked);
    if (!proven.ok) return refuse(c, proven.refusal);
    const entered = await port.enter([proven.value]);
    if (!entered.ok) return refuse(c, entered.refusal);
    const { monitor: _, credential: __, ...said } = proven.value.value;
    return c.json({ type: "Measurement", ...said }, 200, PRIVATE);
  });

  app.all(`${ORDER}/service-level`, only("GET", "HEAD"));
  app.all(`${ORDER}/measurements`, only("POST"));
  return app;
}
