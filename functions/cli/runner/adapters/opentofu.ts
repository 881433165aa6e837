// OpenTofu, and Terraform, which takes the same orders: one root module, and its state at the node.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson } from "../../../kernel/json.ts";
import { type Result, ok, refused } from "../../../kernel/result.ts";
import { type JsonObject, isObject } from "../../../trust/token/jws.ts";
import type { Ended } from "../process.ts";
import { type Adapter, type Failed, type Tool, failed, toolFailed } from "./adapter.ts";
import { moduleFolder } from "./module-folder.ts";
import { openStateDoor } from "./state-door.ts";
import { type Heard, hear } from "./tofu-events.ts";
import { unsavedState } from "./unsaved-state.ts";
import { type Variables, customerVariables, programName } from "./variables.ts";

export interface TofuBinding extends Variables {
  /** `tofu`, `terraform`, or a path. */
  readonly program: string;
  /** Folder of the root module, absolute. */
  readonly module: string;
  /** Variables under which an apply ends the service and keeps its data. */
  readonly stop: JsonObject;
  /** Variables under which an apply lets the service rest; a resume applies without them. */
  readonly suspend?: JsonObject;
}

/** The tool at work on the state of one order. */
interface Session {
  readonly call: (
    args: readonly string[],
    onLine?: (line: string) => void,
  ) => Promise<Ended & { readonly heard: Heard }>;
  /** The same for what changes things: a state that the node does not take at its end is handed to it again. */
  readonly change: (args: readonly string[]) => Promise<Result<Ended & { readonly heard: Heard }, Failed>>;
  /** Writes the variables; the path of their file. */
  readonly variables: (more?: JsonObject) => Promise<string>;
}

/** Nothing is done on an order before what was done is recorded: it would be done twice, or never be cleared away. */
const NOT_SAVED = failed(
  "state-not-saved",
  "the node did not take the state of what was made; the runner keeps it, and saves it before the next run",
  true,
);

const UNREADABLE = failed("tool-failed", "what the module puts out cannot be read", true);

const NO_QUESTIONS = ["-input=false", "-no-color"];

export function openTofu(binding: TofuBinding): Adapter {
  const { stop, suspend } = binding;
  const rest = async (tool: Tool, more: JsonObject) =>
    within(binding, tool, async (session) =>
      // With nothing there, an apply would make what is to rest.
      (await resources(session)) === 0
        ? ({ type: "succeeded", changed: 0 } as const)
        : apply(session, tool, more),
    );
  let version: Awaited<ReturnType<Adapter["version"]>> | undefined;
  return {
    version: async (tool) => (version ??= await versionOf(binding.program, tool)),
    plan: (tool) =>
      within(binding, tool, async ({ call, variables }) => {
        const file = join(tool.folder, "plan");
        const args = [...NO_QUESTIONS, "-json", "-detailed-exitcode", `-out=${file}`];
        const ended = await call(["plan", ...args, `-var-file=${await variables()}`]);
        if (ended.code !== 0 && ended.code !== 2) return broken(ended);
        const digest = createHash("sha256")
          .update(await readFile(file))
          .digest("hex");
        const { create, change, destroy, summary } = ended.heard;
        return { type: "planned", create, change, destroy, summary, artefact: `sha256:${digest}` };
      }),
    apply: (tool) => within(binding, tool, (session) => apply(session, tool)),
    ...(suspend ? { suspend: (tool) => rest(tool, suspend) } : {}),
    ...(suspend ? { resume: (tool) => within(binding, tool, (session) => apply(session, tool)) } : {}),
    stop: (tool) => rest(tool, stop),
    destroy: (tool) =>
      within(binding, tool, async ({ change, variables }) => {
        const args = [...NO_QUESTIONS, "-json", "-auto-approve", `-var-file=${await variables()}`];
        const ended = await change(["destroy", ...args]);
        if (!ended.ok) return ended.refusal;
        const { code, heard } = ended.value;
        return code === 0 ? { type: "succeeded", changed: heard.changed } : broken(ended.value);
      }),
    lookup: (tool) =>
      within(binding, tool, async (session) => {
        const there = await resources(session);
        if (there === undefined) return failed("tool-failed", "the state cannot be read", true);
        if (there === 0) return { type: "found", exists: "none" };
        const args = [...NO_QUESTIONS, "-json", "-lock=false", "-detailed-exitcode"];
        const ended = await session.call(["plan", ...args, `-var-file=${await session.variables()}`]);
        if (ended.code === 2) return { type: "found", exists: "partial" };
        if (ended.code !== 0) return broken(ended);
        const said = await outputs(session);
        return said ? { type: "found", exists: "complete", ...said } : UNREADABLE;
      }),
  };
}

async function versionOf(program: string, tool: Tool) {
  const { value } = await readAll(
    (args, onLine) => tool.run({ program, args, ...(onLine ? { onLine } : {}) }),
    ["version", "-json"],
  );
  const said = value["terraform_version"];
  return { tool: programName(program), version: typeof said === "string" ? said : "unknown" };
}

async function within<Good>(
  { program, module, variables: own, parameters }: TofuBinding,
  tool: Tool,
  task: (session: Session) => Promise<Good | Failed>,
): Promise<Good | Failed> {
  const folder = await moduleFolder(module, tool.folder);
  const unsaved = await unsavedState(tool, folder);
  const door = await openStateDoor(tool.job, tool.ask);
  try {
    const data = join(tool.folder, "data");
    const environment = {
      ...door.environment,
      TF_DATA_DIR: data,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
    };
    const call: Session["call"] = async (args, onLine) => {
      const heard = hear(tool.progress);
      const listen = onLine ?? heard.line;
      const ended = await tool.run({ program, args, folder, environment, onLine: listen });
      return { ...ended, heard: heard.sofar() };
    };
    const variables: Session["variables"] = async (more = {}) => {
      const file = join(tool.folder, "variables.tfvars.json");
      const all = { ...own, ...customerVariables(tool.job, parameters), ...more };
      await writeFile(file, JSON.stringify(all), { mode: 0o600 });
      return file;
    };
    const ready = await call(["init", ...NO_QUESTIONS], () => undefined);
    if (ready.code !== 0) return toolFailed(ready);
    if (!(await isStateAtNode(data)))
      return failed("state-not-at-node", 'the module has to say: terraform { backend "http" {} }');
    const save = () =>
      unsaved.save({
        push: async (file) => {
          await door.unlock();
          return call(["state", "push", "-no-color", file], () => undefined);
        },
        pull: async () => (await readAll(call, ["state", "pull"])).value,
      });
    const change: Session["change"] = async (args) => {
      const first = await call(args);
      if (!(await unsaved.isThere())) return ok(first);
      if ((await save()) !== "saved") return refused(NOT_SAVED);
      // Only the tool knows whether all is done, so it is asked again.
      const again = await call(args);
      if ((await unsaved.isThere()) && (await save()) !== "saved") return refused(NOT_SAVED);
      return ok({ ...again, heard: { ...again.heard, changed: first.heard.changed + again.heard.changed } });
    };
    // An earlier run could not save it.
    if ((await unsaved.isThere()) && (await save()) === "kept") return NOT_SAVED;
    return await task({ call, change, variables });
  } finally {
    door.close();
    await unsaved.close();
  }
}

/** Without the backend, all orders would share one state in the folder of the module. */
async function isStateAtNode(data: string): Promise<boolean> {
  const json = parseJson(await readFile(join(data, "terraform.tfstate"), "utf8").catch(() => ""));
  const backend = json.ok && isObject(json.value) ? json.value["backend"] : undefined;
  return isObject(backend) && backend["type"] === "http";
}

async function apply(session: Session, tool: Tool, more: JsonObject = {}) {
  const args = [...NO_QUESTIONS, "-json", "-auto-approve", `-var-file=${await session.variables(more)}`];
  const ended = await session.change(["apply", ...args]);
  if (!ended.ok) return ended.refusal;
  if (ended.value.code !== 0) return broken(ended.value);
  const said = await outputs(session);
  // What was made cannot be handed over, which is not to be taken for nothing to hand over.
  if (!said) return UNREADABLE;
  tool.progress({ percent: 100 });
  return { type: "succeeded" as const, changed: ended.value.heard.changed, ...said };
}

const broken = (ended: Ended & { readonly heard: Heard }) => toolFailed(ended, ended.heard.error);

/** How many things the state knows of; undefined when it cannot be read. */
async function resources({ call }: Session): Promise<number | undefined> {
  const { value, code } = await readAll(call, ["state", "pull"]);
  if (code !== 0) return undefined;
  const all = Array.isArray(value["resources"]) ? value["resources"] : [];
  return all.filter((each) => isObject(each) && each["mode"] === "managed").length;
}

/** What is sensitive goes to the customer alone. Undefined when nothing of it can be read. */
async function outputs({ call }: Session): Promise<{ outputs: JsonObject; access?: JsonObject } | undefined> {
  const { value, code, isRead } = await readAll(call, ["output", "-json", "-no-color"]);
  if (code !== 0 || !isRead) return undefined;
  const rows = Object.entries(value).flatMap(([name, each]) =>
    isObject(each) && each["value"] !== undefined
      ? [{ name, value: each["value"], isOpen: each["sensitive"] !== true }]
      : [],
  );
  const of = (isOpen: boolean) =>
    Object.fromEntries(rows.filter((row) => row.isOpen === isOpen).map((row) => [row.name, row.value]));
  const access = of(false);
  return { outputs: of(true), ...(Object.keys(access).length > 0 ? { access } : {}) };
}

type Call = (args: readonly string[], onLine?: (line: string) => void) => Promise<Ended>;

async function readAll(call: Call, args: readonly string[]) {
  const lines: string[] = [];
  const { code } = await call(args, (line) => lines.push(line));
  const json = parseJson(lines.join("\n"));
  const isRead = json.ok && isObject(json.value);
  return { code, isRead, value: isRead ? json.value : {} };
}
