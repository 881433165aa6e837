// The one file that a runner is set up by: read strictly, because a name that is misspelt would be a setting that is not there.
import { dirname, resolve } from "node:path";
import type { Json } from "../../kernel/json.ts";
import { isObject } from "../../trust/token/jws.ts";
import { jsonIn, readTextFile } from "../terminal/files.ts";
import { webAddress } from "../node-client/node.ts";
import { Stop } from "../terminal/stop.ts";
import { type Fields, REQUIRED, isWeb, reader } from "./fields.ts";
import { ACTIONS, type Action } from "./job.ts";
import type { AnsibleBinding } from "./adapters/ansible.ts";
import type { CommandBinding } from "./adapters/command.ts";
import { type MpliBinding, readMpliBinding } from "./adapters/mpli/binding.ts";
import type { TofuBinding } from "./adapters/opentofu.ts";
import type { WebhookBinding } from "./adapters/webhook.ts";

interface Common {
  /** Names of variables that the tool gets besides PATH, HOME and LANG. */
  readonly environment: readonly string[];
  /** Seconds that a tool has to stop when it is asked to. */
  readonly graceSeconds: number;
  /** Seconds after which a tool is asked to stop, and its run has failed. */
  readonly timeoutSeconds: number;
  /** Seconds between two looks at what was delivered; without it nobody looks. */
  readonly healthEverySeconds?: number;
}

export type Binding = Common &
  (
    | ({ readonly adapter: "ansible" } & AnsibleBinding)
    | ({ readonly adapter: "command" } & CommandBinding)
    | ({ readonly adapter: "mpli" } & MpliBinding)
    | ({ readonly adapter: "opentofu" } & TofuBinding)
    | ({ readonly adapter: "webhook" } & WebhookBinding)
  );

export interface Configuration {
  /** Origin of the node. */
  readonly node: string;
  /** File of the key; without it the key is in MPLI_RUNNER_KEY. */
  readonly key?: string;
  /** Folder in which the runner remembers what is under way. */
  readonly state: string;
  /** Runs at a time. */
  readonly concurrency: number;
  readonly bindings: ReadonlyMap<string, Binding>;
}

/** A plan is a mode of what applies. */
const PLAYABLE = ACTIONS.filter((action) => action !== "plan");

/** Reads the file; stops with every fault in it, each with its place. Paths in it count from its own folder. */
export async function readConfiguration(file: string): Promise<Configuration> {
  const json = jsonIn(await readTextFile(file), file);
  const { value, faults } = configurationOf(json, dirname(resolve(file)));
  if (value) return value;
  throw new Stop(
    1,
    [`${file} is no configuration of a runner:`, ...faults.map((fault) => `  ${fault}`)].join("\n"),
  );
}

export interface Read {
  /** Absent when there are faults. */
  readonly value?: Configuration;
  readonly faults: readonly string[];
}

/** The configuration that the JSON states, or what is wrong with it; relative paths are taken from `folder`. */
export function configurationOf(json: Json, folder: string): Read {
  const faults: string[] = [];
  const fields = reader(json, "", faults);
  const node = fields.text("node", (text) =>
    isOrigin(text) ? undefined : "is no origin such as http://localhost:8788",
  );
  const key = fields.text("key", undefined, "optional");
  const state = fields.text("state");
  const concurrency = fields.count("concurrency", 4, 64);
  const bindings = new Map<string, Binding>();
  for (const [name, each] of Object.entries(fields.object("bindings") ?? {})) {
    const binding = bindingOf(each, `/bindings/${name}`, folder, faults);
    if (binding) bindings.set(name, binding);
  }
  fields.end();
  if (faults.length === 0 && bindings.size === 0) faults.push("/bindings: names no binding");
  if (faults.length > 0) return { faults };
  const files = { state: resolve(folder, state), ...(key === "" ? {} : { key: resolve(folder, key) }) };
  return { faults, value: { node: new URL(node).origin, concurrency, bindings, ...files } };
}

const isOrigin = (text: string) => webAddress(text)?.pathname === "/";

function bindingOf(json: Json, place: string, folder: string, faults: string[]): Binding | undefined {
  const before = faults.length;
  const fields = reader(json, place, faults);
  const adapter = fields.text("adapter");
  const read = Object.hasOwn(ADAPTERS, adapter) ? ADAPTERS[adapter as keyof typeof ADAPTERS] : undefined;
  if (!read) {
    faults.push(`${place}/adapter: is not one of ${Object.keys(ADAPTERS).join(", ")}`);
    return undefined;
  }
  const common = {
    environment: fields.texts("environment", isVariable),
    graceSeconds: fields.count("graceSeconds", 10, 600),
    timeoutSeconds: fields.count("timeoutSeconds", 14_400, 604_800),
  };
  const binding = read(fields, folder);
  fields.end();
  return faults.length === before ? { ...common, ...binding } : undefined;
}

const isVariable = (text: string) => (/^[A-Za-z_]\w*$/.test(text) ? undefined : "is no name of a variable");

const ADAPTERS = {
  ansible: (fields: Fields, folder: string) => ({
    adapter: "ansible" as const,
    playbook: playbooks(fields, folder),
    inventory: inventory(fields.text("inventory", undefined, "optional"), folder),
    ...variables(fields),
  }),
  command: (fields: Fields, folder: string) => {
    const [program = "", ...args] = fields.texts("command");
    if (program === "") fields.fault("command", "is no list with a program and its arguments");
    // A name alone is looked for in PATH, anything with a slash from the folder of the configuration.
    const found = program.includes("/") ? resolve(folder, program) : program;
    return {
      adapter: "command" as const,
      command: [found, ...args] as const,
      folder,
      actions: fields.actions("actions"),
      ...health(fields),
    };
  },
  mpli: (fields: Fields, folder: string) => ({
    adapter: "mpli" as const,
    ...readMpliBinding(fields, folder),
    ...health(fields),
  }),
  opentofu: (fields: Fields, folder: string) => {
    const suspend = fields.object("suspend", "optional");
    return {
      adapter: "opentofu" as const,
      program: fields.text("program", undefined, "optional") || "tofu",
      module: resolve(folder, fields.text("module")),
      stop: fields.object("stop") ?? {},
      ...(suspend ? { suspend } : {}),
      ...variables(fields),
    };
  },
  webhook: (fields: Fields) => {
    const authorization = fields.text("authorization", isVariable, "optional");
    return {
      adapter: "webhook" as const,
      url: fields.text("url", isWeb),
      status: fields.text("status", isWeb),
      everySeconds: fields.count("everySeconds", 5, 600),
      ...(authorization === "" ? {} : { authorization }),
      actions: fields.actions("actions"),
    };
  },
};

/** Of tools that can tell. */
const health = (fields: Fields) =>
  fields.any("healthEverySeconds") === undefined
    ? {}
    : { healthEverySeconds: fields.count("healthEverySeconds", 60, 86_400) };

const inventory = (text: string, folder: string) =>
  text === "" ? "localhost," : text.includes(",") ? text : resolve(folder, text);

const variables = (fields: Fields) => ({
  variables: fields.object("variables", "optional") ?? {},
  parameters: fields.names("parameters"),
});

function playbooks(fields: Fields, folder: string): Partial<Record<Action, string>> {
  const given = fields.any("playbook");
  if (typeof given === "string") {
    const path = resolve(folder, given);
    return Object.fromEntries(PLAYABLE.map((action) => [action, path]));
  }
  const entries = isObject(given) ? Object.entries(given) : [];
  if (entries.length === 0) fields.fault("playbook", "is neither a file nor a file for each action");
  for (const [action, path] of entries)
    if (!PLAYABLE.some((each) => each === action) || typeof path !== "string")
      fields.fault(`playbook/${action}`, `is no file for one of ${PLAYABLE.join(", ")}`);
  for (const action of REQUIRED)
    if (entries.length > 0 && !entries.some(([name]) => name === action))
      fields.fault(`playbook/${action}`, "is missing: without it an order could not be brought to its end");
  return Object.fromEntries(entries.map(([action, path]) => [action, resolve(folder, String(path))]));
}
