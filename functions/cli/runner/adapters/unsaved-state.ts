// A state that OpenTofu could not write to the node: it says what exists, so it is kept until the node has it.
import { mkdir, readFile, rename, rm, rmdir, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Json, parseJson } from "../../../kernel/json.ts";
import { type JsonObject, isObject } from "../../../trust/token/jws.ts";
import type { Tool } from "./adapter.ts";

/** Where the tool writes such a state, in the folder in which it works. */
const ERRORED = "errored.tfstate";
const PAUSES_MS = [0, 1000, 3000];

/** `superseded`: the node has one that does not follow from this one, or is newer. */
export type Saved = "saved" | "superseded" | "kept";

export interface UnsavedState {
  readonly isThere: () => Promise<boolean>;
  /** Hands it to the node, or keeps it for the next run of the order. */
  readonly save: (tool: {
    readonly push: (file: string) => Promise<{ readonly code?: number }>;
    /** The state at the node; empty when it cannot be read. */
    readonly pull: () => Promise<JsonObject>;
  }) => Promise<Saved>;
  readonly close: () => Promise<void>;
}

/**
 * The tool that works in `folder` writes such a state through a link, to where it outlives the run and a crash of the
 * runner. The file is there before, so that its mode is not the tool's choice.
 */
export async function unsavedState({ kept, job, log, signal }: Tool, folder: string): Promise<UnsavedState> {
  const file = join(kept, ERRORED);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  await writeFile(file, "", { flag: "a", mode: 0o600 });
  await symlink(file, join(folder, ERRORED));
  return {
    isThere: async () => (await stat(file)).size > 0,
    async save({ push, pull }) {
      for (const pause of PAUSES_MS) {
        await sleep(pause, undefined, { signal });
        if ((await push(ERRORED)).code === 0) {
          await truncate(file);
          log(`the state of ${job.order} that the node had not taken is saved`);
          return "saved";
        }
        if (isSuperseded(await readFile(file, "utf8"), await pull())) {
          const aside = join(kept, `${job.id}.${job.epoch}.tfstate`);
          await rename(file, aside);
          await writeFile(file, "", { mode: 0o600 });
          log(`the node has another state of ${job.order} than ${aside}: see what that one alone knows of`);
          return "superseded";
        }
      }
      log(`the node does not take the state of ${job.order}: it is kept in ${file}`);
      return "kept";
    },
    async close() {
      if ((await stat(file)).size > 0) return;
      await rm(file);
      // States that were put aside stay.
      await rmdir(kept).catch(() => undefined);
    },
  };
}

function isSuperseded(text: string, at: JsonObject): boolean {
  const json = parseJson(text);
  const own: JsonObject = json.ok && isObject(json.value) ? json.value : {};
  const isKnown = typeof at["lineage"] === "string" && at["lineage"] !== "";
  return isKnown && (at["lineage"] !== own["lineage"] || serial(at["serial"]) >= serial(own["serial"]));
}

const serial = (value: Json | undefined) => (typeof value === "number" ? value : -1);
