// Service levels, usage and bills of an order: the kit is its customer, its runner, its monitor and, where it may, its operator.
import { createHash, randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import { Failed } from "../outcome.ts";
import { CREDENTIALS, type Issuer, credential, issuer, token } from "./credentials.ts";
import { type Opened, opened } from "./issuing.ts";
import { PRICE, type Placed, ordered, sell, ware } from "./orders.ts";
import { type Delivering, eventsOf, lease, operated, runner } from "./runner.ts";
import { ask } from "./signed-requests.ts";

export const MPLI_CREDENTIALS = "https://w3id.org/mpli/credentials/v1";
const TOKEN = "application/vc+jwt";

export const OBJECTIVE = {
  name: "availability",
  metric: "availability",
  comparator: "atLeast",
  value: "99.5 %",
  window: "PT1H",
  remedies: [{ serviceCredit: "5 %" }, { missedBy: "1 %", serviceCredit: "10 %" }],
};

const LATENCY = {
  name: "latency-p95",
  metric: "latency",
  comparator: "lessThan",
  value: "20 ms",
  window: "PT1H",
};

/** A price per unit, beside that for each month. */
const PRICES = [
  { ...PRICE, amount: 4 },
  { amount: "0.1", currency: "EUR", per: "unit", unit: "GBy{outbound}" },
  { amount: "0.4", currency: "EUR", per: "unit", unit: "10000 {request}" },
];

/** An offer with a service level, whose monitor is the kit's runner. */
const promising = (t: Exam) =>
  ware({
    price: PRICES,
    serviceLevel: { monitors: [runner(t).did], objectives: [OBJECTIVE, LATENCY] },
  });

/** Ends a service that was delivered: nothing more can be used. */
export async function end(t: Exam, it: Delivering): Promise<Delivering> {
  await operated(t, it.one, { kind: "terminate" });
  await (await lease(t, it.ware, "stop")).tell("succeeded");
  return it;
}

/** An order of an offer with a service level, before anything is delivered. */
export async function promised(t: Exam): Promise<Delivering> {
  const sold = await sell(t, promising(t));
  return { ware: sold, one: await ordered(t, sold) };
}

/** The same, delivered. */
export const running = async (t: Exam): Promise<Delivering> => deliver(t, await promised(t));

/** Delivers what was ordered. */
export async function deliver(t: Exam, it: Delivering): Promise<Delivering> {
  await (await lease(t, it.ware, "plan")).tell("planned", { create: 1 });
  await (await lease(t, it.ware, "apply")).tell("succeeded", { outputs: { size: "2 GiBy" } });
  return it;
}

/** The same, ended: nothing more can be used. */
export const ended = async (t: Exam): Promise<Delivering> => end(t, await running(t));

const HOUR_MS = 3_600_000;

/** A measurement as a monitor states it: sound, but for what a case changes. Its window ends a minute from now. */
export function measured(
  { one: { address }, ware: { offer } }: Delivering,
  more: JsonObject = {},
): JsonObject {
  const until = Math.floor(Date.now() / 1000) * 1000 + 60_000;
  return {
    id: offer,
    measurement: {
      objective: `${address}/service-level#${OBJECTIVE.name}`,
      value: "99.9 %",
      from: new Date(until - HOUR_MS).toISOString(),
      until: new Date(until).toISOString(),
      ...more,
    },
  };
}

/** The credential of a measurement, as a token. */
export const stated = (by: Issuer, credentialSubject: JsonObject, more: JsonObject = {}): string =>
  token(
    by,
    credential(by, {
      "@context": [CREDENTIALS, MPLI_CREDENTIALS],
      type: ["VerifiableCredential", "ServiceLevelMeasurementCredential"],
      credentialSubject,
      ...more,
    }),
  );

/** Sends a token to `POST /orders/{id}/measurements`. */
export const report = (t: Exam, { one }: Delivering, body: string): Promise<Answer> =>
  t.request(`${one.address}/measurements`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": TOKEN },
    body,
  });

/** Sends what the kit has measured, which has to be taken. */
export async function reported(t: Exam, it: Delivering, more: JsonObject = {}): Promise<JsonObject> {
  const answer = await report(t, it, stated(runner(t), measured(it, more)));
  t.status(answer, 200);
  return answer.json();
}

/** The events that tell of objectives that were missed. */
export const breaches = async (t: Exam, one: Placed): Promise<readonly JsonObject[]> =>
  (await eventsOf(t, one)).filter(({ type }) => type === "org.w3id.mpli.order.breached");

/** A line of usage: sound, but for what a case changes. It lasts for a second from the time of the order. */
export function used({ one }: Delivering, more: JsonObject = {}): JsonObject {
  const { createdAt } = one.order;
  const from = Date.parse(String(createdAt));
  if (Number.isNaN(from))
    throw new Failed("a time in `createdAt` of the order", JSON.stringify(createdAt ?? null));
  return {
    id: randomUUID(),
    meter: "Outbound traffic",
    quantity: "12.5",
    unit: "GBy{outbound}",
    from: new Date(from).toISOString(),
    until: new Date(from + 1000).toISOString(),
    ...more,
  };
}

/** Sends lines of usage, or any other body, to `POST /orders/{id}/usage`. */
export const use = (
  t: Exam,
  { one }: Delivering,
  usage: readonly JsonObject[] | JsonObject,
  by: Issuer = runner(t),
): Promise<Answer> =>
  ask(t, by, `${one.address}/usage`, { body: Array.isArray(usage) ? { usage } : (usage as JsonObject) });

/** The month of the order. */
export const monthOf = ({ one }: Delivering): string => String(one.order["createdAt"]).slice(0, 7);

/** The first month after that of the order, while it lasts: what comes too late for a bill is in it. */
export function monthAfter(t: Exam, it: Delivering): string {
  const now = new Date();
  if (now.toISOString().slice(0, 7) !== monthOf(it)) t.inapplicable("the month of the order has just ended");
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString().slice(0, 7);
}

/** Asks for the usage file of a month: that of the order, unless another is named. */
export const usageFile = (
  t: Exam,
  it: Delivering,
  accept = "application/json",
  month = monthOf(it),
): Promise<Answer> => ask(t, it.one.by, `${it.one.address}/usage?period=${month}`, { accept });

/** The rows of the usage file. */
export async function rows(t: Exam, it: Delivering, month?: string): Promise<readonly JsonObject[]> {
  const answer = await usageFile(t, it, "application/json", month);
  t.status(answer, 200);
  const { rows: found } = answer.json();
  t.that(Array.isArray(found) && found.every(isObject), "a list of objects in `rows`", answer.text);
  return found;
}

/** How many charges for usage there are; what the time costs goes on. */
export const countOfUsage = async (t: Exam, it: Delivering): Promise<number> =>
  (await rows(t, it)).filter((row) => row["ChargeFrequency"] === "Usage-Based").length;

/** The sum of a column whose numbers have up to six decimals, in millionths. */
export const sumOf = (found: readonly JsonObject[], column: string): number =>
  found.reduce((sum, row) => sum + Math.round(Number(row[column]) * 1e6), 0);

export const invoice = (): JsonObject => ({
  invoiceNumber: `KIT-${randomUUID()}`,
  issueDate: "2026-12-01",
  totalVat: "1.00",
  document: {
    id: "https://conformance.example/invoices/1.xml",
    digestSRI: `sha256-${createHash("sha256").update("an invoice").digest("base64")}`,
  },
});

/** Has a month billed: that of the order, unless another is named. */
export const bill = (t: Exam, it: Delivering, body: JsonObject, month = monthOf(it)): Promise<Answer> =>
  t.request(`${it.one.address}/bills/${month}`, {
    method: "PUT",
    headers: { ...t.operator(), accept: TOKEN, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** The credential in an answer. */
export function credentialIn(t: Exam, answer: Answer): Opened {
  t.equal(answer.mediaType, TOKEN, "the media type is");
  return opened(t, answer.text.trim());
}

/** What a credential says of its subject, in this member. */
export function claimIn(t: Exam, { payload }: Opened, member: string): JsonObject {
  const { credentialSubject } = payload;
  const claim = isObject(credentialSubject) ? credentialSubject[member] : undefined;
  t.that(isObject(claim), `an object in \`${member}\` of \`credentialSubject\``, JSON.stringify(payload));
  return claim;
}

/** Somebody whom nobody knows. */
export const stranger = (): Issuer => issuer();
