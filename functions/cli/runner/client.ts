// The node as a runner sees it: signed requests to the endpoints of its node document, and every way in which they can end.
import type { Health } from "../../delivery/lifecycle/health.ts";
import { type Json, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";
import { type RemoteNode, causeOf, endpointOf, findNode } from "../node-client/node.ts";
import { Stop } from "../terminal/stop.ts";
import { type Job, type RunEvent, readJob } from "./job.ts";
import type { RunName } from "./journal.ts";
import type { SignRequest } from "../keys/request-signer.ts";

export type NodeRefusal =
  /** Nothing answers, or not now: try again. */
  | { code: "away"; reason: string; retryAfterSeconds?: number }
  /** The node does not know this runner, or a request is not as it wants it: a person has to look. */
  | { code: "not-accepted"; reason: string }
  /** The run is another's by now, or over. */
  | { code: "run-lost"; reason: string }
  /** The node will never take what is said of this run. */
  | { code: "run-refused"; reason: string }
  | { code: "sequence-gap"; expected: number };

export interface Said {
  /** The node has every event up to this sequence. */
  readonly through: number;
  readonly cancel: boolean;
}

/** A signed request to the node, at an address that follows from its node document. */
export type AskNode = (
  addressOf: (node: RemoteNode) => string,
  init: { readonly method: string; readonly body?: Uint8Array<ArrayBuffer>; readonly signal?: AbortSignal },
) => Promise<Result<Response, NodeRefusal>>;

export interface JobSource {
  /** The next job of one of these bindings, or none within `waitSeconds`. */
  readonly lease: (
    bindings: readonly string[],
    waitSeconds: number,
    signal: AbortSignal,
  ) => Promise<Result<Job | undefined, NodeRefusal>>;
  /** Tells events; none at all renews the lease. An answer later than `withinMs` is none. */
  readonly report: (
    run: RunName,
    events: readonly RunEvent[],
    withinMs?: number,
  ) => Promise<Result<Said, NodeRefusal>>;
}

const TIMEOUT_MS = 15_000;
const MOST_CHARACTERS = 4 << 20;

/**
 * Asks the node at this origin, at the addresses of its node document (MPLI-PROT-009). That is read at the first request,
 * and again where an address is none any more.
 */
export function askNode(origin: string, sign: SignRequest): AskNode {
  let known: RemoteNode | undefined;
  return async (addressOf, { method, body, signal = AbortSignal.timeout(TIMEOUT_MS) }) => {
    try {
      known ??= await findNode(origin, signal);
      const url = addressOf(known);
      const content = body === undefined ? {} : { content: { type: "application/json", body } };
      const headers = await sign({ method, url, ...content });
      const sent = body === undefined ? {} : { body };
      const answer = await fetch(url, { method, headers, redirect: "error", signal, ...sent });
      if (answer.status === 404) known = undefined;
      return ok(answer);
    } catch (error) {
      if (!(error instanceof Stop)) return refused({ code: "away", reason: causeOf(error) });
      known = undefined;
      return refused({ code: error.exitCode === 1 ? "not-accepted" : "away", reason: error.message });
    }
  };
}

const leaseOf = (node: RemoteNode) => endpointOf(node, "lease");

export function jobSource(ask: AskNode): JobSource {
  return {
    async lease(bindings, waitSeconds, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(waitSeconds * 1000 + TIMEOUT_MS)]);
      const body = toBytes({ bindings: [...bindings], waitSeconds });
      const answer = await ask(leaseOf, { method: "POST", body, signal: limit });
      if (!answer.ok) return answer;
      if (answer.value.status === 204) return ok(undefined);
      const json = await read(answer.value);
      if (!json.ok) return json;
      const job = readJob(json.value);
      return job.ok ? job : refused({ code: "not-accepted", reason: `a job: ${job.refusal.reason}` });
    },
    async report({ id, epoch }, events, withinMs = TIMEOUT_MS) {
      const body = toBytes({ epoch, events: events as unknown as Json[] });
      const signal = AbortSignal.timeout(Math.min(TIMEOUT_MS, Math.max(1, Math.ceil(withinMs))));
      const addressOf = (node: RemoteNode) => new URL(`${id}/events`, leaseOf(node)).href;
      const answer = await ask(addressOf, { method: "POST", body, signal });
      if (!answer.ok) return answer;
      const json = await read(answer.value);
      if (!json.ok) return json;
      const { through, cancel } = json.value;
      if (typeof through !== "number")
        return refused({ code: "not-accepted", reason: "it says no `through`" });
      return ok({ through, cancel: cancel === true });
    },
  };
}

/** `over`: the order is at an end, halted or not there; `busy`: an operation is under way. */
export type HealthRefusal =
  | { code: "over" | "busy"; reason: string }
  | Exclude<NodeRefusal, { code: "sequence-gap" }>;

/** Tells how an order is, outside of any job; the state in which it is then. */
export async function tellHealth(
  ask: AskNode,
  order: string,
  health: Health,
  signal: AbortSignal,
): Promise<Result<string, HealthRefusal>> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const body = toBytes({ ...health });
  const addressOf = (node: RemoteNode) => `${endpointOf(node, "orders")}/${order}/health`;
  const answer = await ask(addressOf, { method: "POST", body, signal: limit });
  const json = answer.ok ? await read(answer.value) : answer;
  if (json.ok) return ok(String(json.value["state"]));
  const { refusal } = json;
  if (refusal.code === "sequence-gap") return refused({ code: "not-accepted", reason: refusal.code });
  const code = NOT_NOW.get(refusal.reason.slice(refusal.reason.indexOf(" ") + 1));
  return refused(code ? { code, reason: refusal.reason } : refusal);
}

/** What the codes of a node mean for whoever looks after an order. */
const NOT_NOW: ReadonlyMap<string, "over" | "busy"> = new Map([
  ["operation-in-progress", "busy"],
  ["not-in-this-state", "over"],
  ["not-agreed", "over"],
  ["no-such-order", "over"],
]);

const toBytes = (value: Json) => Uint8Array.from(new TextEncoder().encode(JSON.stringify(value)));

/** A success as an object, any other answer as what it means for the run. */
async function read(answer: Response): Promise<Result<JsonObject, NodeRefusal>> {
  const text = await answer.text().catch(() => "");
  const json = text.length <= MOST_CHARACTERS ? parseJson(text) : undefined;
  const value: JsonObject = json?.ok && isObject(json.value) ? json.value : {};
  if (answer.ok && json?.ok && isObject(json.value)) return ok(json.value);
  const code = typeof value["code"] === "string" ? value["code"] : "";
  const reason = `${answer.status} ${code}`.trim();
  const { expected } = value;
  if (code === "sequence-gap" && typeof expected === "number")
    return refused({ code: "sequence-gap", expected });
  if (code === "stale-epoch" || code === "no-such-job") return refused({ code: "run-lost", reason });
  if (answer.ok || answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    const seconds = Number(answer.headers.get("retry-after"));
    return refused({ code: "away", reason, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) });
  }
  return refused({ code: REFUSED.includes(answer.status) ? "run-refused" : "not-accepted", reason });
}

/** Sending the same again would end the same. */
const REFUSED = [400, 409, 413, 415, 422];
