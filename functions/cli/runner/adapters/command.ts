// Any program: it reads the job as JSON on standard input and says what happens as lines of JSON on standard output.
import type { Health } from "../../../delivery/lifecycle/health.ts";
import { type Json, parseJson } from "../../../kernel/json.ts";
import { type JsonObject, isObject } from "../../../trust/token/jws.ts";
import type { Action } from "../job.ts";
import {
  type Adapter,
  type Outcome,
  type Progress,
  type Tool,
  endOf,
  failed,
  toolFailed,
} from "./adapter.ts";
import { programName } from "./variables.ts";

export interface CommandBinding {
  /** The program, as a path or by its name, and its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Where it runs. */
  readonly folder: string;
  readonly actions: readonly Action[];
}

/**
 * The last line of a type that ends a run is its outcome, with `access` in plain. A program that only exits with 0 has
 * succeeded; a plan or a lookup has to say what it found.
 */
export function command({ command: [program, ...args], folder, actions }: CommandBinding): Adapter {
  const talk = (tool: Tool, hear: (said: Said) => void) =>
    tool.run({
      program,
      args,
      folder,
      input: `${JSON.stringify(tool.job.sent)}\n`,
      onLine: (line) => {
        const said = readLine(line);
        if (said) hear(said);
      },
    });
  const does = (action: Action) => async (tool: Tool) => {
    let outcome: Outcome | undefined;
    const ended = await talk(tool, ({ type, data }) => {
      if (type === "progress") tool.progress(data as Progress);
      else outcome = readOutcome(type, data) ?? outcome;
    });
    if (outcome?.type === "failed") return outcome;
    if (ended.code !== 0) return toolFailed(ended);
    if (outcome) return outcome;
    const end = endOf(action);
    return end === "succeeded"
      ? { type: "succeeded" as const }
      : failed("tool-failed", `the program did not say what it ${end}`);
  };
  const all = Object.fromEntries(actions.map((action) => [action, does(action)]));
  return {
    version: async () => ({ tool: programName(program), version: "unknown" }),
    // A program that does not know what it is asked says nothing, or ends badly: then nothing is told either.
    health: async (tool) => {
      let health: Health | undefined;
      const ended = await talk(tool, ({ type, data }) => {
        if (type === "health") health = readHealth(data) ?? health;
      });
      if (ended.code !== 0) return toolFailed(ended);
      return health ?? failed("tool-failed", "the program did not say how it is");
    },
    ...(all as unknown as Omit<Adapter, "version" | "health">),
  };
}

interface Said {
  readonly type: string;
  readonly data: JsonObject;
}

function readHealth({ healthy, detail }: JsonObject): Health | undefined {
  if (typeof healthy !== "boolean") return undefined;
  return healthy ? { healthy } : { healthy, detail: typeof detail === "string" ? detail : "" };
}

function readLine(line: string): Said | undefined {
  const json = line.startsWith("{") ? parseJson(line) : undefined;
  if (!json?.ok || !isObject(json.value)) return undefined;
  const { type, data = {} } = json.value;
  return typeof type === "string" && isObject(data) ? { type, data } : undefined;
}

const count = (value: Json | undefined) => (typeof value === "number" && value >= 0 ? value : 0);
const object = (value: Json | undefined) => (isObject(value) ? value : undefined);

/** What a tool said as the outcome that it stands for; undefined for what ends no run. */
export function readOutcome(type: string, data: JsonObject): Outcome | undefined {
  const outputs = object(data["outputs"]);
  const access = object(data["access"]);
  const handedOver = { ...(outputs ? { outputs } : {}), ...(access ? { access } : {}) };
  switch (type) {
    case "planned": {
      const { create, change, destroy, summary, artefact } = data;
      return {
        type,
        create: count(create),
        change: count(change),
        destroy: count(destroy),
        ...(typeof summary === "string" ? { summary } : {}),
        ...(typeof artefact === "string" ? { artefact } : {}),
      };
    }
    case "succeeded": {
      const { changed, export: exported, receipts } = data;
      return {
        type,
        ...handedOver,
        ...(typeof changed === "number" ? { changed } : {}),
        ...(isObject(exported) ? { export: exported } : {}),
        ...(Array.isArray(receipts) ? { receipts: receipts.map(String) } : {}),
      };
    }
    case "failed": {
      const { code, detail, retry } = data;
      const known = typeof code === "string" ? code : "tool-failed";
      return failed(
        known,
        typeof detail === "string" ? detail : "no reason given",
        typeof retry === "boolean" ? retry : undefined,
      );
    }
    case "found": {
      const { exists, running } = data;
      if (exists !== "none" && exists !== "partial" && exists !== "complete") return undefined;
      return { type, exists, ...(typeof running === "boolean" ? { running } : {}), ...handedOver };
    }
    default:
      return undefined;
  }
}
