// Ansible: a playbook for each action, or one for all; the plan is the same playbook in check mode.
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Json, parseJson } from "../../../kernel/json.ts";
import { type JsonObject, isObject } from "../../../trust/token/jws.ts";
import type { Action } from "../job.ts";
import {
  type Adapter,
  type Failed,
  type Found,
  type Progress,
  type Tool,
  failed,
  toolFailed,
} from "./adapter.ts";
import { type Variables, customerVariables } from "./variables.ts";

export interface AnsibleBinding extends Variables {
  /** Paths, absolute. What has no playbook of its own, such as `plan`, is not in it. */
  readonly playbook: Readonly<Partial<Record<Action, string>>>;
  /** A path, absolute, or a list of hosts with a comma. */
  readonly inventory: string;
}

/** Prints what happens as lines of JSON. */
const CALLBACKS = join(import.meta.dirname, "../ansible");

/** What set_stats may say (one convention for all actions; see the manual of the runner). */
interface Stats {
  readonly mpli_outputs?: Json;
  readonly mpli_access?: Json;
  readonly mpli_export?: Json;
  readonly mpli_plan?: Json;
  readonly mpli_exists?: Json;
}

interface Played {
  readonly changed: number;
  readonly stats: Stats;
}

export function ansible(binding: AnsibleBinding): Adapter {
  const succeed = (action: Action) => async (tool: Tool) => {
    const played = await play(binding, action, tool);
    if ("type" in played) return played;
    const { changed, stats } = played;
    const { mpli_export: exported } = stats;
    return {
      type: "succeeded" as const,
      changed,
      ...handedOver(stats),
      ...(isObject(exported) ? { export: exported } : {}),
    };
  };
  const optional = (action: "suspend" | "resume" | "export" | "rotate") =>
    binding.playbook[action] === undefined ? {} : { [action]: succeed(action) };
  let version: Awaited<ReturnType<Adapter["version"]>> | undefined;
  return {
    version: async (tool) => (version ??= await versionOf(tool)),
    plan: async (tool) => {
      const played = await play(binding, "plan", tool);
      if ("type" in played) return played;
      const { changed, stats } = played;
      const said = isObject(stats.mpli_plan) ? stats.mpli_plan : {};
      // Templates make texts of numbers.
      const number = (name: string, otherwise: number) => count(said[name]) ?? otherwise;
      // Check mode tells that something would change, not whether it is there.
      return {
        type: "planned",
        create: number("create", 0),
        change: number("change", isObject(stats.mpli_plan) ? 0 : changed),
        destroy: number("destroy", 0),
        summary: `${changed} tasks would change something`,
      };
    },
    apply: succeed("apply"),
    ...optional("suspend"),
    ...optional("resume"),
    ...optional("export"),
    ...optional("rotate"),
    stop: succeed("stop"),
    destroy: succeed("destroy"),
    lookup: async (tool) => {
      const played = await play(binding, "lookup", tool);
      return "type" in played ? played : found(played.stats);
    },
  };
}

async function versionOf(tool: Tool) {
  let first = "";
  const onLine = (line: string) => {
    first ||= line;
  };
  await tool.run({ program: "ansible-playbook", args: ["--version"], onLine });
  return { tool: "ansible", version: /core ([\d.]+\w*)/.exec(first)?.[1] ?? "unknown" };
}

const count = (value: Json | undefined) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : undefined);

function found(stats: Stats): Found | Failed {
  const exists = EXISTS.find((each) => each === stats.mpli_exists);
  if (!exists)
    return failed("lookup-says-nothing", `set_stats mpli_exists has to be one of ${EXISTS.join(", ")}`);
  return { type: "found", exists, ...handedOver(stats) };
}

const EXISTS = ["none", "partial", "complete"] as const;

const handedOver = ({ mpli_outputs: outputs, mpli_access: access }: Stats) => ({
  ...(isObject(outputs) ? { outputs } : {}),
  ...(isObject(access) ? { access } : {}),
});

async function play(binding: AnsibleBinding, action: Action, tool: Tool): Promise<Played | Failed> {
  const playbook = binding.playbook[action === "plan" ? "apply" : action];
  if (playbook === undefined) return failed("action-not-supported", `there is no playbook for ${action}`);
  const file = join(tool.folder, "variables.yml");
  await writeFile(file, variablesFile(binding, action, tool), { mode: 0o600 });
  let changed = 0;
  let stats: Stats = {};
  let wrong: { readonly code: string; readonly detail: string } | undefined;
  const read = (line: string) => {
    const json = line.startsWith("{") ? parseJson(line) : undefined;
    if (!json?.ok || !isObject(json.value)) return;
    const said = json.value;
    // Check mode names the tasks as if it did them; nothing is made, and nothing is past its point of no return.
    if (isObject(said["progress"]) && action !== "plan") tool.progress(said["progress"] as Progress);
    if (said["event"] === "failed")
      wrong = { code: String(said["code"]), detail: `${String(said["task"])}: ${String(said["message"])}` };
    if (said["event"] === "stats") {
      changed = Number(said["changed"]);
      stats = isObject(said["custom"]) ? said["custom"] : {};
    }
  };
  const ended = await tool.run({
    program: "ansible-playbook",
    args: [
      "--inventory",
      binding.inventory,
      "--extra-vars",
      `@${file}`,
      ...(action === "plan" ? ["--check", "--diff"] : []),
      "--",
      basename(playbook),
    ],
    folder: dirname(playbook),
    environment: {
      ANSIBLE_STDOUT_CALLBACK: "mpli",
      ANSIBLE_CALLBACK_PLUGINS: CALLBACKS,
      ANSIBLE_NOCOLOR: "1",
      ANSIBLE_LOCALHOST_WARNING: "0",
      ANSIBLE_DEPRECATION_WARNINGS: "0",
      ANSIBLE_RETRY_FILES_ENABLED: "0",
      ANSIBLE_LOCAL_TEMP: tool.folder,
      // The callback lies among the project's sources, which running it must not change.
      PYTHONDONTWRITEBYTECODE: "1",
    },
    onLine: read,
  });
  if (ended.code === 0) return { changed, stats };
  if (wrong) return failed(wrong.code, wrong.detail, wrong.code === "target-unreachable");
  return toolFailed(ended);
}

/** A file, because arguments can be read by everyone on the machine. */
function variablesFile({ variables, parameters }: AnsibleBinding, action: Action, { job }: Tool): string {
  const own = { ...variables, mpli_action: action === "plan" ? "apply" : action, mpli_run: job.id };
  const lines = [
    ...Object.entries(own).map(([name, value]) => `${quoted(name)}: ${asYaml(value, false)}`),
    ...Object.entries(customerVariables(job, parameters)).map(
      ([name, value]) => `${quoted(name)}: ${asYaml(value, true)}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * A value in YAML's flow style. Ansible evaluates texts as templates, and a template can run anything on the machine:
 * texts of a customer are marked `!unsafe`, which keeps them texts.
 */
export function asYaml(value: Json, isOfCustomer: boolean): string {
  if (typeof value === "string") return isOfCustomer ? `!unsafe ${quoted(value)}` : quoted(value);
  if (Array.isArray(value)) return `[${value.map((each) => asYaml(each, isOfCustomer)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value as JsonObject).map(
    ([name, each]) => `${quoted(name)}: ${asYaml(each, isOfCustomer)}`,
  );
  return `{${members.join(", ")}}`;
}

/** JSON's texts are YAML's, but for characters that YAML takes for line breaks or does not print (YAML 1.1 §5.1). */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
