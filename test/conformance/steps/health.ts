// The health of what was delivered, as a runner tells it outside of any job.
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import type { Issuer } from "./credentials.ts";
import { type Placed, standing } from "./orders.ts";
import { runner } from "./runner.ts";
import { ask } from "./signed-requests.ts";

export const WELL: JsonObject = { healthy: true };
export const BROKEN: JsonObject = { healthy: false, detail: "The disk does not answer." };

/** Sends a report of health, or any other body, to `POST /orders/{id}/health`. */
export const reportHealth = (
  t: Exam,
  { address }: Pick<Placed, "address">,
  body: JsonObject | string,
  by: Issuer = runner(t),
): Promise<Answer> => ask(t, by, `${address}/health`, { body });

/** Tells how the service is, which has to be taken; the state to which the order has come. */
export async function found(t: Exam, one: Placed, health: JsonObject): Promise<unknown> {
  const answer = await reportHealth(t, one, health);
  t.status(answer, 200);
  return answer.json()["state"];
}

/** What the order says is wrong; undefined where it does not say that anything is. */
export async function wrongWith(t: Exam, one: Placed): Promise<JsonObject | undefined> {
  const { conditions } = await standing(t, one);
  const all = Array.isArray(conditions) ? conditions.filter(isObject) : [];
  return all.find(({ type }) => type === "Unhealthy");
}
