// One mutant before the kit: who finds it, and what else turns red that has nothing to do with it.
import type { NamedCase } from "../conformance/case.ts";
import { type CaseResult, run } from "../conformance/run.ts";
import { type Statements, citedBy } from "../conformance/statements.ts";
import type { Outcome } from "../conformance/outcome.ts";
import { type Mutant, roomOf } from "./mutant.ts";
import type { Reference } from "./reference.ts";
import { type StageName, onStage } from "./stages.ts";

/** A sound node does what is waited for, in the end; how fast is the machine's affair, not the kit's. */
const PATIENCE_MS = 10_000;
/** Of the cases of unrelated rooms each mutant is asked one in so many: a thousand mutants ask each of them often enough. */
const SHARE = 3;
/** A spoilt node may never do what is waited for: at first, waiting for it is cut short. */
const SHORT_PATIENCE_MS = 800;

/** Where a mutant is examined. */
export function stageOf({ stage, breaks }: Mutant): StageName {
  if (stage) return stage;
  const room = roomOf(breaks);
  return room === "catalogue" || room === "testing" ? "catalogue" : "provider";
}

/** The reference node on a stage, examined in these cases. */
export async function examine(
  stage: StageName,
  cases: readonly NamedCase[],
  statements: Statements,
): Promise<readonly CaseResult[]> {
  const node = await onStage(stage);
  try {
    return await examineNode(node, cases, statements, { patienceMs: PATIENCE_MS });
  } finally {
    node.close();
  }
}

interface How {
  readonly patienceMs: number;
  /** Enough is seen when one case has failed. */
  readonly untilFailed?: boolean;
}

async function examineNode(
  node: Reference,
  cases: readonly NamedCase[],
  statements: Statements,
  { patienceMs, untilFailed = false }: How,
): Promise<readonly CaseResult[]> {
  const enough = new AbortController();
  const { results } = await run(cases, statements, {
    origin: node.origin,
    send: node.send,
    network: node.network,
    token: node.token,
    withoutOperator: node.token === undefined,
    patienceMs,
    write: true,
    signal: enough.signal,
    onResult: ({ outcome }) => {
      if (untilFailed && outcome === "failed") enough.abort();
    },
  });
  return results;
}

/** How the sound node ends each case on a stage; it is asked once a stage. */
export type SoundNode = (stage: StageName) => Promise<ReadonlyMap<string, Outcome>>;

export function soundNode(cases: readonly NamedCase[], statements: Statements): SoundNode {
  const known = new Map<StageName, ReturnType<SoundNode>>();
  const ask = async (stage: StageName) =>
    new Map((await examine(stage, cases, statements)).map(({ case: { id }, outcome }) => [id, outcome]));
  return (stage) => {
    const outcomes = known.get(stage) ?? ask(stage);
    known.set(stage, outcomes);
    return outcomes;
  };
}

export interface Finding {
  /** Ids of the cases that cite the broken statement, pass on the sound node and fail on the mutant. */
  readonly killers: readonly string[];
  /** What ends otherwise than on the sound node, in rooms that the fault must not reach. */
  readonly noise: readonly string[];
}

/**
 * Examines a mutant. Of the unrelated rooms only cases that read are asked: those that write would take ten times as
 * long. With `thorough` all that find it are named, and not just the first.
 */
export async function hunt(
  mutant: Mutant,
  cases: readonly NamedCase[],
  statements: Statements,
  sound: SoundNode,
  thorough = false,
): Promise<Finding> {
  const stage = stageOf(mutant);
  const before = await sound(stage);
  const passing = cases.filter(({ id }) => before.get(id) === "passed");
  const reached = new Set<string>([roomOf(mutant.breaks), ...(mutant.spreads ?? [])]);
  // A statement of the protocol is every room's: what cites it elsewhere may fail as well.
  const [citing, others] = [true, false].map((is) =>
    passing.filter((one) => citedBy(one).includes(mutant.breaks) === is),
  );
  const unrelated = (others ?? []).filter(
    ({ room, writes, slow }, index) =>
      !reached.has(room) && !writes && !slow && (index + mutant.fault.length) % SHARE === 0,
  );
  const node = await onStage(stage, mutant);
  try {
    const noise = await examineNode(node, unrelated, statements, { patienceMs: PATIENCE_MS });
    const killersWithin = async (patienceMs: number) => {
      const found = await examineNode(node, citing ?? [], statements, { patienceMs, untilFailed: !thorough });
      return found.flatMap(({ case: { id }, outcome }) => (outcome === "failed" ? [id] : []));
    };
    const atOnce = await killersWithin(SHORT_PATIENCE_MS);
    return {
      killers: atOnce.length > 0 ? atOnce : await killersWithin(PATIENCE_MS),
      noise: noise.flatMap(({ case: { id }, outcome, expected, came, reason }) =>
        outcome === "passed" ? [] : [`${id}: ${outcome} (${expected ?? reason}; ${came ?? ""})`],
      ),
    };
  } finally {
    node.close();
  }
}
