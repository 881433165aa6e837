// The trigger: a node set up for tests does now what it else does in its own time, when its operator says so.
import { type Context, Hono } from "hono";
import { only } from "../edge/allow.ts";
import { readJson } from "../edge/body.ts";
import { requireOperator } from "../edge/operator.ts";
import { problem } from "../edge/problem.ts";
import type { Json } from "../kernel/json.ts";
import { TRIGGER_PROBLEMS, type TriggerRefusal } from "./refusals.ts";

export interface TestingPorts {
  readonly operatorToken: string | undefined;
  /** What can be triggered, by name: carried out for the party at an origin; false when that party is not known. */
  readonly actions: Readonly<Record<string, (origin: string) => Promise<boolean>>>;
}

const ACTION_LIMIT = 4096;

/** `POST /test/trigger` with `{"action":"harvest","url":"https://…"}` (MPLI-TEST). */
export function testingRoutes({ operatorToken, actions }: TestingPorts): Hono {
  const app = new Hono();
  app.post("/test/trigger", async (c) => {
    const operator = requireOperator(c, operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const body = await readJson(c, ACTION_LIMIT);
    if (!body.ok) return refuse(c, body.refusal);
    const { action, origin } = readAction(body.value);
    if (action === undefined) return refuse(c, { code: "malformed-action" });
    const carryOut = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!carryOut) return refuse(c, { code: "unknown-action", actions: Object.keys(actions) });
    if (origin === undefined) return refuse(c, { code: "malformed-action" });
    if (!(await carryOut(origin))) return refuse(c, { code: "no-such-provider" });
    return c.json({ action }, 200, { "Cache-Control": "no-store" });
  });
  app.all("/test/trigger", only("POST"));
  return app;
}

/** What the body names, as far as it can be read. */
function readAction(body: Json): { action?: string; origin?: string } {
  if (!body || typeof body !== "object" || Array.isArray(body)) return {};
  const { action, url } = body;
  const origin = typeof url === "string" ? URL.parse(url)?.origin : undefined;
  return { ...(typeof action === "string" ? { action } : {}), ...(origin ? { origin } : {}) };
}

function refuse(c: Context, refusal: TriggerRefusal): Response {
  const challenge = refusal.code === "operator-only" ? { "WWW-Authenticate": "Bearer" } : {};
  return problem(c, refusal, TRIGGER_PROBLEMS, challenge);
}
