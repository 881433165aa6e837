// What a runner has to remember of a run if it dies: an append-only file for each, kept until the node knows the end.
import { type FileHandle, mkdir, open, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseJson } from "../../kernel/json.ts";
import { isObject } from "../../trust/token/jws.ts";
import { type Job, type RunEvent, isEnd } from "./job.ts";

/** The steps of a run at which a runner may die, in their order. Tests let it die at each. */
export const POINTS = {
  leased: "the journal of the run is on disk",
  "tool-starting": "the tool is about to be started",
  "tool-started": "the tool runs",
  event: "an event is on disk and not yet sent",
  sent: "the node has taken events, and the journal does not say so yet",
  acknowledged: "the journal says what the node has taken",
  "tool-ended": "the tool has ended, and how is not yet on disk",
  outcome: "the end of the run is on disk and not yet sent",
  reported: "the node knows the end of the run, and the journal is still there",
} as const;
export type Point = keyof typeof POINTS;

/** Of a run, as much as sending its events takes. Parameters and keys are not kept. */
export type RunName = Pick<Job, "id" | "order" | "epoch" | "action" | "binding">;

export interface Journal {
  /** Says that this point has been reached. */
  readonly reach: (point: Point) => Promise<void>;
  /** On disk when it resolves. */
  readonly keep: (event: RunEvent) => Promise<void>;
  readonly acknowledge: (through: number) => Promise<void>;
  /** The run is told to its end, or has lost its right to be told. */
  readonly remove: () => Promise<void>;
  /** Leaves the file for the next start. */
  readonly close: () => Promise<void>;
}

export interface LeftRun {
  readonly run: RunName;
  /** Those that the node may not have. */
  readonly events: readonly RunEvent[];
  readonly isEnded: boolean;
  readonly journal: Journal;
}

type Reached = (point: Point) => void;

/** Begins the journal of a run. */
export async function beginJournal(folder: string, run: RunName, reached: Reached): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${run.id}.${run.epoch}.jsonl`);
  const file = await open(path, "ax", 0o600);
  const journal = journalIn(file, path, reached);
  const { id, order, epoch, action, binding } = run;
  try {
    await append(file, { run: { id, order, epoch, action, binding } });
    await file.sync();
    await syncFolder(folder);
    await journal.reach("leased");
  } catch (error) {
    // The node may hand out the run again.
    await journal.remove();
    throw error;
  }
  return journal;
}

/** The runs that were under way when a runner died. A journal that names no run tells nothing, and is removed. */
export async function leftRuns(folder: string, reached: Reached): Promise<LeftRun[]> {
  const names = await readdir(folder).catch(() => []);
  const left: LeftRun[] = [];
  for (const name of names.filter((each) => each.endsWith(".jsonl")).sort()) {
    const path = join(folder, name);
    const told = readLines(await readFile(path, "utf8"));
    if (!told) {
      await rm(path);
      continue;
    }
    left.push({ ...told, journal: journalIn(await open(path, "a", 0o600), path, reached) });
  }
  return left;
}

function journalIn(file: FileHandle, path: string, reached: Reached): Journal {
  return {
    async reach(point) {
      await append(file, { point });
      reached(point);
    },
    async keep(event) {
      await append(file, { event });
      await file.datasync();
      reached(isEnd(event.type) ? "outcome" : "event");
    },
    async acknowledge(through) {
      reached("sent");
      await append(file, { through });
      reached("acknowledged");
    },
    async remove() {
      await file.close();
      await rm(path, { force: true });
    },
    close: () => file.close(),
  };
}

/** In one write, so that a line is there as a whole or, at the end of the file, torn. */
const append = (file: FileHandle, line: object) => file.appendFile(`${JSON.stringify(line)}\n`);

/** A file is only there after a crash if its folder says so. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** A last line without an end was being written when the runner died: its event was never sent. */
function readLines(text: string): Omit<LeftRun, "journal"> | undefined {
  const lines = text
    .split("\n")
    .slice(0, -1)
    .flatMap((line) => {
      const json = parseJson(line);
      return json.ok && isObject(json.value) ? [json.value] : [];
    });
  const run = lines[0]?.["run"];
  if (!isObject(run)) return undefined;
  const kept = lines.flatMap(({ event }) => (isObject(event) ? [event as unknown as RunEvent] : []));
  // What the node refused was kept again, in words that it takes.
  const events = [...new Map(kept.map((event) => [event.sequence, event])).values()];
  const through = Math.max(0, ...lines.map((line) => Number(line["through"] ?? 0)));
  return {
    run: run as unknown as RunName,
    events: events.filter(({ sequence }) => sequence > through),
    isEnded: events.some(({ type }) => isEnd(type)),
  };
}

/**
 * Reads `MPLI_CRASH_AT`, such as `tool-started:2`: the runner kills itself when it reaches the point for the second
 * time. For tests of what a crash leaves behind; unset, it does nothing.
 */
export function crashHook(setting: string | undefined): Reached {
  const [point, time = "1"] = setting?.split(":") ?? [];
  let times = 0;
  return (reached) => {
    if (reached === point && ++times === Number(time)) process.kill(process.pid, "SIGKILL");
  };
}
