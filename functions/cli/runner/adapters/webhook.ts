// A pipeline behind a URL, as of AWX or a forge: the job is posted there, and its state asked for until it ends.
import { setTimeout as sleep } from "node:timers/promises";
import { parseJson } from "../../../kernel/json.ts";
import { type Result, ok, refused } from "../../../kernel/result.ts";
import { type JsonObject, isObject } from "../../../trust/token/jws.ts";
import { type Action, type End, isEnd } from "../job.ts";
import { type Adapter, type Failed, type Outcome, type Tool, endOf, failed } from "./adapter.ts";
import { readOutcome } from "./command.ts";
import { customerVariables } from "./variables.ts";

export interface WebhookBinding {
  readonly url: string;
  /** Where the state is asked for: {run}, {order}, and {id} for the `id` of the answer to the job. */
  readonly status: string;
  readonly everySeconds: number;
  /** Name of the variable with the value of the header Authorization. */
  readonly authorization?: string;
  readonly actions: readonly Action[];
}

const TIMEOUT_MS = 30_000;
/** Failures in a row to ask for the state, after which the run is left to a lookup. */
const MOST_FAILURES = 20;

/** What AWX, GitLab and GitHub call an end; any other word is not one. */
const ENDED: Readonly<Record<string, "succeeded" | "failed">> = {
  succeeded: "succeeded",
  successful: "succeeded",
  success: "succeeded",
  failed: "failed",
  failure: "failed",
  error: "failed",
  errored: "failed",
  canceled: "failed",
  cancelled: "failed",
  skipped: "failed",
};

export function webhook(
  binding: WebhookBinding,
  environment: Readonly<Record<string, string | undefined>>,
): Adapter {
  const does = (action: Action) => (tool: Tool) => follow(binding, environment, action, tool);
  const all = Object.fromEntries(binding.actions.map((action) => [action, does(action)]));
  return {
    version: async () => ({ tool: "webhook", version: "1" }),
    ...(all as unknown as Omit<Adapter, "version">),
  };
}

async function follow(
  { url, status, everySeconds, authorization }: WebhookBinding,
  environment: Readonly<Record<string, string | undefined>>,
  action: Action,
  tool: Tool,
): Promise<Outcome> {
  const { id: run, order } = tool.job;
  const secret = authorization === undefined ? undefined : environment[authorization];
  if (secret) tool.hide([secret]);
  const headers = { Accept: "application/json", ...(secret ? { Authorization: secret } : {}) };
  const signal = signalOfLoss(tool.signal);
  const posted = await tool.elsewhere(() => post(url, headers, tool, signal));
  if (!posted.ok) return posted.refusal;
  const now = outcomeIn(posted.value, action);
  if (now) return now;
  const values: Readonly<Record<string, unknown>> = { run, order, id: posted.value["id"] ?? "" };
  const address = status.replace(/\{(run|order|id)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
  for (let failures = 0; failures < MOST_FAILURES; ) {
    await sleep(everySeconds * 1000, undefined, { signal });
    const answer = await ask(address, { headers }, signal);
    // A pipeline that has not begun may not know the run yet.
    failures = answer.ok ? 0 : failures + 1;
    const outcome = answer.ok ? outcomeIn(answer.value, action) : undefined;
    if (outcome) return outcome;
  }
  return failed("tool-away", "the state of the pipeline cannot be read", true);
}

/** A pipeline goes on whether or not it is asked to stop, so a run that is cancelled is followed to its end. */
function signalOfLoss(signal: AbortSignal): AbortSignal {
  const lost = new AbortController();
  const pass = () => signal.reason !== "cancelled" && lost.abort(signal.reason);
  if (signal.aborted) pass();
  signal.addEventListener("abort", pass, { once: true });
  return lost.signal;
}

/** The run is the id of the request: a pipeline that has it already does not start a second time. */
async function post(url: string, headers: Record<string, string>, tool: Tool, signal: AbortSignal) {
  const { job } = tool;
  // AWX takes these alone, and lets no text of them be a template.
  const own = { ...customerVariables(job, {}), mpli_action: job.action, mpli_run: job.id };
  const body = new TextEncoder().encode(JSON.stringify({ ...job.sent, extra_vars: own }));
  const signed = await tool.sign({ method: "POST", url, content: { type: "application/json", body } });
  const id = { "Idempotency-Key": tool.job.id };
  return ask(url, { method: "POST", body, headers: { ...headers, ...signed, ...id } }, signal);
}

async function ask(url: string, init: RequestInit, signal: AbortSignal): Promise<Result<JsonObject, Failed>> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const answer = await fetch(url, { ...init, redirect: "error", signal: limit });
    const json = parseJson(await answer.text());
    const says = `the pipeline answers with ${answer.status}`;
    if (!answer.ok) return refused(failed("tool-failed", says, answer.status >= 500));
    return ok(json.ok && isObject(json.value) ? json.value : {});
  } catch (error) {
    signal.throwIfAborted();
    return refused(failed("tool-away", error instanceof Error ? error.name : "no answer", true));
  }
}

/** Either an outcome in the words of the protocol, `{ "type": "succeeded", "data": … }`, or a `status` or a `conclusion` as pipelines say it. */
function outcomeIn(answer: JsonObject, action: Action): Outcome | undefined {
  const { type, data, status, conclusion, artifacts } = answer;
  // AWX says `type` of everything, such as "job".
  if (typeof type === "string" && isEnd(type)) return outcomeOr(type, isObject(data) ? data : {});
  const word = String(conclusion ?? status).toLowerCase();
  const end = ENDED[word] ?? (conclusion === undefined || conclusion === null ? undefined : "failed");
  if (end === undefined) return undefined;
  if (end === "failed") return failed("tool-failed", `the pipeline says ${word}`);
  const said = isObject(artifacts) ? artifacts : {};
  return outcomeOr(endOf(action), {
    ...(isObject(said["mpli_plan"]) ? said["mpli_plan"] : {}),
    outputs: said["mpli_outputs"] ?? null,
    access: said["mpli_access"] ?? null,
    export: said["mpli_export"] ?? null,
    exists: said["mpli_exists"] ?? null,
  });
}

/** An end that says nothing of what it found stays one: to ask again would bring the same. */
const outcomeOr = (type: End, data: JsonObject): Outcome =>
  readOutcome(type, data) ?? failed("lookup-says-nothing", "the pipeline does not say what exists");
