// What a conformance case is: one behaviour, the statements it was reviewed against, and how to observe it.
import type { Exam } from "./exam.ts";

/** The role in which the target is examined; `node` cases are run whatever its roles. */
export type Role = "node" | "provider" | "catalogue";

export interface Case {
  /** What is right, as a sentence. */
  readonly title: string;
  /** Statements this case was reviewed against: `MPLI-DISC-018@8895e548`, the id and the digest of its text. */
  readonly requirements: readonly [string, ...string[]];
  readonly role: Role;
  /** The feature that the target must declare. */
  readonly feature: string;
  /** Whether the case sends what must be taken, or what must be refused. */
  readonly expects: "accept" | "refuse";
  /** The plausible bug that this case would find. */
  readonly hunts: string;
  /** First version of the specification that it belongs to. */
  readonly since: string;
  /** It changes what the target holds, so it is run with `--write` and a token only; it cleans up. */
  readonly writes?: true;
  /** It needs a node that has never published anything, so it is run before all others that write. */
  readonly onEmptyNode?: true;
  /** It waits for something that the target does in its own time. */
  readonly slow?: true;
  /** The exchange, as lines of a Mermaid sequence diagram, for the test plan. */
  readonly sequence?: readonly string[];
  run(t: Exam): Promise<void>;
}

/** A case with its name: `discovery/strong-entity-tag`, which is its path below `cases/`. */
export interface NamedCase extends Case {
  readonly id: string;
  readonly room: string;
}

export const defineCase = (one: Case): Case => one;
