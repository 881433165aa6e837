// What a tool has to be able to do for a runner, and what a runner gives it: the one interface of all adapters.
import type { Health } from "../../../delivery/lifecycle/health.ts";
import type { AskNode } from "../client.ts";
import type { Action, Job } from "../job.ts";
import type { Command, Ended } from "../process.ts";
import type { SignRequest } from "../../keys/request-signer.ts";
import type { JsonObject } from "../../../trust/token/jws.ts";

/** Progress as the protocol names it. */
export interface Progress {
  readonly milestone?: string;
  /** 0 to 100. */
  readonly percent?: number;
  /** When it will be done, in ISO 8601. */
  readonly estimated?: string;
  readonly pastPointOfNoReturn?: boolean;
  readonly jeopardy?: string;
  readonly message?: string;
}

export interface Planned {
  readonly type: "planned";
  readonly create: number;
  readonly change: number;
  readonly destroy: number;
  readonly summary?: string;
  /** `sha256:` and the digest of what was planned, in hex. */
  readonly artefact?: string;
}

export interface Succeeded {
  readonly type: "succeeded";
  /** What anyone may know. */
  readonly outputs?: JsonObject;
  /** In plain; the runner encrypts it to the customer before it goes anywhere. */
  readonly access?: JsonObject;
  /** How many things are other than before: 0 when all was there already. */
  readonly changed?: number;
  readonly export?: JsonObject;
  /** What layers below signed. */
  readonly receipts?: readonly string[];
}

export interface Failed {
  readonly type: "failed";
  readonly code: string;
  /** Reaches the customer, in the events of the order. */
  readonly detail: string;
  /** Whether the same may succeed another time; what only reads is then done again at once. */
  readonly retry?: boolean;
}

export interface Found {
  readonly type: "found";
  readonly exists: "none" | "partial" | "complete";
  readonly running?: boolean;
  readonly outputs?: JsonObject;
  readonly access?: JsonObject;
  /** What layers below signed. */
  readonly receipts?: readonly string[];
}

export type Outcome = Planned | Succeeded | Failed | Found;

/** What an adapter works with in one run. */
export interface Tool {
  readonly job: Job;
  /** Its own, only its user can read it, and gone when the run ends. */
  readonly folder: string;
  /** Of the order, and outlives the run. Whoever has something to keep makes it. */
  readonly kept: string;
  /** Aborts when the run has to stop; what `run` started is stopped by then. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Tells whoever looks after the runner, and nobody else. */
  readonly log: (line: string) => void;
  /** Keeps these texts out of everything that is said freely. */
  readonly hide: (secrets: readonly string[]) => void;
  /** Runs a process to its end. The command's folder is the run's unless it names one. */
  readonly run: (command: Omit<Command, "folder" | "environment"> & Partial<Command>) => Promise<Ended>;
  /** Does what starts something elsewhere; journalled as a process is. */
  readonly elsewhere: <T>(start: () => Promise<T>) => Promise<T>;
  /** Asks the node, signed. */
  readonly ask: AskNode;
  /** Signs a request to anyone. */
  readonly sign: SignRequest;
}

type Act<Good extends Outcome> = (tool: Tool) => Promise<Good | Failed>;

/**
 * One tool. `stop` and `destroy` succeed when there is nothing; `stop` keeps the data; `lookup` finds by the order's id
 * what there really is. What is left out, the tool cannot do.
 */
export interface Adapter {
  readonly version: (tool: Tool) => Promise<{ readonly tool: string; readonly version: string }>;
  readonly plan: Act<Planned>;
  readonly apply: Act<Succeeded>;
  readonly suspend?: Act<Succeeded>;
  readonly resume?: Act<Succeeded>;
  readonly export?: Act<Succeeded>;
  readonly stop: Act<Succeeded>;
  readonly destroy: Act<Succeeded>;
  readonly rotate?: Act<Succeeded>;
  readonly lookup: Act<Found>;
  /** Looks how it is, outside of any job, and changes nothing; undefined while that cannot be said. */
  readonly health?: (tool: Tool) => Promise<Health | Failed | undefined>;
}

/** The type of event with which an action ends when it goes well. */
export const endOf = (action: Action): Exclude<Outcome["type"], "failed"> =>
  action === "plan" ? "planned" : action === "lookup" ? "found" : "succeeded";

export const failed = (code: string, detail: string, retry?: boolean): Failed => ({
  type: "failed",
  code,
  detail,
  ...(retry === undefined ? {} : { retry }),
});

/** The program ended badly, or could not be started (sh says 126 and 127 of that). */
export function toolFailed({ code, errors }: Ended, said?: string): Failed {
  const isMissing = code === 126 || code === 127;
  const how = code === undefined ? "ended by a signal" : `exit code ${code}`;
  return failed(isMissing ? "tool-missing" : "tool-failed", said ?? (errors.trim() || how));
}
