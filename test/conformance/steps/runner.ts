// The kit as a runner: it leases jobs of its own ware, and tells what it has made without making anything.
import { randomBytes, randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import { type Issuer, encode } from "./credentials.ts";
import { noteLease } from "./ending.ts";
import { type Placed, type Ware, accessPair, ordered, sell, standing } from "./orders.ts";
import { runner } from "./runner-key.ts";
import { ask, signRequest } from "./signed-requests.ts";

export { runner } from "./runner-key.ts";

export interface Job {
  readonly id: string;
  readonly order: string;
  readonly epoch: number;
  readonly action: string;
  readonly leaseSeconds: number;
  readonly more: JsonObject;
}

/** Asks for a job of these bindings. */
export const askForJob = (
  t: Exam,
  bindings: readonly string[],
  waitSeconds = 0,
  by: Issuer = runner(t),
): Promise<Answer> => ask(t, by, t.endpoint("lease"), { body: { bindings, waitSeconds } });

/** A job of this ware, where one waits. Nothing can be seen of a target that does not know the kit as its runner. */
export async function jobOf(
  t: Exam,
  { binding }: Pick<Ware, "binding">,
  waitSeconds = 0,
): Promise<Job | undefined> {
  const answer = await askForJob(t, [binding], waitSeconds);
  if (answer.status === 403)
    t.untested(
      `the target takes the kit for none of its runners: name it ${runner(t).did}, or give the key of one of them by --runner-key FILE`,
    );
  if (answer.status === 204) return undefined;
  t.status(answer, 200);
  const more = answer.json();
  const { id, order, epoch, action, leaseSeconds } = more;
  t.that(
    typeof id === "string" &&
      typeof order === "string" &&
      typeof action === "string" &&
      Number.isSafeInteger(epoch) &&
      typeof leaseSeconds === "number",
    "a job with its id, order, epoch, action and leaseSeconds",
    JSON.stringify(more),
  );
  const job = { id, order, epoch: Number(epoch), action, leaseSeconds, more };
  noteLease(t, job);
  return job;
}

/** The job of this ware that comes next; it has to ask for this action. */
export async function lease(t: Exam, ware: Pick<Ware, "binding">, action: string): Promise<Run> {
  const job = await t.eventually(`a job to ${action}`, () => jobOf(t, ware, 1));
  t.equal(job.action, action, "the action of the job is");
  return new Run(t, job);
}

/** One report of a runner. */
export interface Report {
  readonly sequence: number;
  readonly type: string;
  readonly time: string;
  readonly data: JsonObject;
}

/** A job that the kit has, and what it has said of it. */
export class Run {
  readonly job: Job;
  readonly #t: Exam;
  #sequence = 0;

  constructor(t: Exam, job: Job) {
    this.#t = t;
    this.job = job;
  }

  /** The report that comes next. */
  next(type: string, data: JsonObject = {}): Report {
    return { sequence: ++this.#sequence, type, time: new Date().toISOString(), data };
  }

  /** Sends reports, or any other body, as they are. */
  send(body: JsonObject | string, by: Issuer = runner(this.#t)): Promise<Answer> {
    // MPLI-PROT-009: relative to the endpoint, as the chapter says, wherever it is.
    const address = new URL(`${this.job.id}/events`, this.#t.endpoint("lease")).href;
    return ask(this.#t, by, address, { body });
  }

  reports(...events: readonly JsonObject[] | readonly Report[]): Promise<Answer> {
    return this.send({ epoch: this.job.epoch, events });
  }

  /** Tells what comes next, which has to be taken; the answer. */
  async tell(type: string, data: JsonObject = {}): Promise<JsonObject> {
    const answer = await this.reports(this.next(type, data));
    this.#t.status(answer, 200);
    return answer.json();
  }
}

export const CANCELLED = { code: "cancelled" };

/** An order on its way: what was bought, and the run that the kit has. */
export interface Delivering {
  readonly ware: Ware;
  readonly one: Placed;
}

/** An order whose plan is made. */
export async function planned(t: Exam, more: JsonObject = {}): Promise<Delivering> {
  const ware = await sell(t);
  const one = await ordered(t, ware, more);
  await (await lease(t, ware, "plan")).tell("planned", { create: 1 });
  return { ware, one };
}

/** An order that the kit is provisioning. */
export async function provisioning(t: Exam, more: JsonObject = {}): Promise<Delivering & { run: Run }> {
  const it = await planned(t, more);
  return { ...it, run: await lease(t, it.ware, "apply") };
}

/** An order whose service runs; `data` is what the runner says at its end. */
export async function active(
  t: Exam,
  data: JsonObject = { outputs: { size: "2 GiBy" } },
  more: JsonObject = {},
): Promise<Delivering> {
  const { run, ...it } = await provisioning(t, more);
  await run.tell("succeeded", data);
  return it;
}

export const UPDATE: JsonObject = { kind: "update", parameters: { size: "4 GiBy" } };

/** Asks for an operation, under an id of its own. */
export const operate = (t: Exam, { by, address }: Placed, body: JsonObject, id = randomUUID()) =>
  ask(t, by, `${address}/operations/${id}`, { body });

/** Asks for an operation, which has to be taken. */
export async function operated(t: Exam, one: Placed, body: JsonObject): Promise<JsonObject> {
  const answer = await operate(t, one, body);
  t.status(answer, 202);
  return answer.json();
}

/** Where the order stands. */
export async function stateIs(t: Exam, one: Placed, ...states: readonly string[]): Promise<void> {
  const { state } = await standing(t, one);
  t.that(states.includes(String(state)), `the state ${states.join(" or ")}`, String(state));
}

/** All events of an order after a number, in one answer or in several. */
export async function eventsOf(t: Exam, one: Placed, after = 0): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = [];
  for (let last = after; ; ) {
    const answer = await ask(t, one.by, `${one.address}/events?after=${last}`);
    t.status(answer, 200);
    const { events } = answer.json();
    t.that(Array.isArray(events) && events.every(isObject), "a list of objects in `events`", answer.text);
    if (events.length === 0) return all;
    all.push(...events);
    const reached = Number(events.at(-1)?.["sequence"]);
    t.that(reached > last, `events after ${last}`, String(reached));
    last = reached;
  }
}

/** Says nothing until the lease is lost, while others begin; a lease of more than 40 seconds is not waited for. */
export async function fallSilent(t: Exam, { job }: Run): Promise<void> {
  if (job.leaseSeconds > LONGEST_LEASE) t.cannotTell(`a lease lasts ${job.leaseSeconds} seconds here`);
  t.meanwhile();
  await new Promise((resolve) => setTimeout(resolve, job.leaseSeconds * 1000 + 200));
}

const LONGEST_LEASE = 40;

/** A compact JWE in its form, as a runner encrypts access: the target cannot open it, whatever is inside. */
export const sealed = (): string => {
  const header = encode(JSON.stringify({ alg: "ECDH-ES+A256KW", enc: "A256GCM", epk: accessPair().jwk }));
  return [header, ...[40, 12, 64, 16].map((length) => encode(randomBytes(length)))].join(".");
};

/** Listens to the events of an order after a number, until this one has come, or patience ends. */
export async function listen(
  t: Exam,
  { by, address }: Placed,
  after: number,
  until: number,
): Promise<string> {
  const { headers } = signRequest(t, by, `${address}/events`, { accept: "text/event-stream" });
  const answer = await t.request(`${address}/events`, {
    headers: { ...headers, "last-event-id": String(after) },
    listen: {
      isEnough: (text) => numbersIn(text).some((number) => number >= until),
      milliseconds: t.patienceMs,
    },
  });
  t.status(answer, 200);
  t.equal(answer.mediaType, "text/event-stream", "the media type is");
  return answer.text;
}

/** `sequence` of the events in a stream that have come as a whole. */
export function numbersIn(stream: string): readonly number[] {
  const messages = stream.split(/\r\n\r\n|\n\n|\r\r/).slice(0, -1);
  return messages.flatMap((message) => {
    const data = message.split(/\r\n|\n|\r/).flatMap((line) => /^data: ?(.*)$/.exec(line)?.[1] ?? []);
    if (data.length === 0) return [];
    try {
      return [Number((JSON.parse(data.join("\n")) as { sequence?: unknown }).sequence)];
    } catch {
      return [];
    }
  });
}

/** Canonical JSON (RFC 8785) of what an event holds: members by the code units of their names, and no spaces. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}
