// States that the kit writes as the tool of a runner, for the job that it has.
import { randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import type { Issuer } from "./credentials.ts";
import { type Job, type Run, runner } from "./runner.ts";
import { ask } from "./signed-requests.ts";

/** A state as tools write it; `more` changes what is in it. */
export const stateOf = (lineage: string, serial: number, more: JsonObject = {}): JsonObject => ({
  version: 4,
  terraform_version: "1.11.4",
  serial,
  lineage,
  outputs: {},
  resources: [],
  ...more,
});

/** What a tool says of itself when it locks. */
export const lockOf = (ID: string = randomUUID()) => ({
  ID,
  Operation: "OperationTypeApply",
  Info: "",
  Who: "kit@conformance",
  Version: "1.11.4",
  Created: new Date().toISOString(),
  Path: "",
});

export const statesAddress = (t: Exam, order: string, path = ""): string =>
  `${t.endpoint("states").replace(/\/$/, "")}/${order}${path}`;

/** The tool of a job: it says what it likes of the run that it has. */
export class Tool {
  readonly #t: Exam;
  readonly #job: Pick<Job, "id" | "order" | "epoch">;
  readonly #by: Issuer;

  constructor(t: Exam, job: Pick<Job, "id" | "order" | "epoch">, by: Issuer = runner(t)) {
    [this.#t, this.#job, this.#by] = [t, job, by];
  }

  #ask(method: string, path: string, lock?: string, body?: JsonObject | string): Promise<Answer> {
    const { id, order, epoch } = this.#job;
    const query = new URLSearchParams({ run: id, epoch: String(epoch) });
    if (lock !== undefined) query.set("ID", lock);
    const address = `${statesAddress(this.#t, order, path)}?${query}`;
    return ask(this.#t, this.#by, address, { method, ...(body === undefined ? {} : { body }) });
  }

  read(): Promise<Answer> {
    return this.#ask("GET", "");
  }
  write(state: JsonObject | string, lock?: string): Promise<Answer> {
    return this.#ask("POST", "", lock, state);
  }
  remove(lock?: string): Promise<Answer> {
    return this.#ask("DELETE", "", lock);
  }
  lock(info: JsonObject): Promise<Answer> {
    return this.#ask("POST", "/lock", undefined, info);
  }
  unlock(info: JsonObject): Promise<Answer> {
    return this.#ask("POST", "/unlock", undefined, info);
  }
}

export const toolOf = (t: Exam, { job }: Pick<Run, "job">, by?: Issuer): Tool => new Tool(t, job, by);

/** Every request that a tool may make, each of which has to be refused. */
export async function refusesTool(t: Exam, tool: Tool, status: number, code: string): Promise<void> {
  const info = lockOf();
  for (const asked of [
    () => tool.read(),
    () => tool.lock(info),
    () => tool.write(stateOf(randomUUID(), 99)),
    () => tool.remove(),
    () => tool.unlock(info),
  ])
    t.refusal(await asked(), status, code);
}

/** The versions that are kept, for the operator: none where there is no list of them any more. */
export async function versionsOf(t: Exam, order: string): Promise<readonly JsonObject[]> {
  const headers = { accept: "application/json", ...t.operator() };
  const answer = await t.request(statesAddress(t, order, "/versions"), { headers });
  if (answer.status === 404) return [];
  t.status(answer, 200);
  const { versions } = answer.json();
  t.that(Array.isArray(versions) && versions.every(isObject), "a list of objects in `versions`", answer.text);
  return versions;
}

/** Has the operator bring a version back. */
export const restore = (t: Exam, order: string, version: unknown): Promise<Answer> =>
  t.request(statesAddress(t, order, `/versions/${version}/restore`), {
    method: "POST",
    headers: { accept: "application/json", ...t.operator() },
  });
