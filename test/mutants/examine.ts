// One mutant before the kit: who finds it, and what else turns red that has nothing to do with it.
import { createHash } from "node:crypto";
import type { NamedCase } from "../conformance/case.ts";
import { type CaseResult, run } from "../conformance/run.ts";
import { type Statements, citedBy } from "../conformance/statements.ts";
import type { Outcome } from "../conformance/outcome.ts";
import { type Mutant, roomOf } from "./mutant.ts";
import type { Reference } from "./reference.ts";
import { type StageName, isTimed, onStage } from "./stages.ts";

/** A sound node does what is waited for, in the end; how fast is the machine's affair, not the kit's. */
const PATIENCE_MS = 10_000;
/** Of the cases of unrelated rooms each mutant is asked one in so many: two thousand mutants ask each of them often enough. */
const SHARE = 144;

/** Whether a mutant is asked this case: the same on every run, and whatever other cases there are. */
function drawn(pair: string): boolean {
  return createHash("sha256").update(pair).digest().readUInt32BE() % SHARE === 0;
}

/** A spoilt node may never do what is waited for: at first, waiting for it is cut short. */
const SHORT_PATIENCE_MS = 800;
/** Where a clock runs: more than two intervals. */
const SHORT_PATIENCE_BY_CLOCK_MS = 1_700;

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
    isThrownAway: true,
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

/** Which cases a mutant is asked: those that cite what it breaks, and some that have nothing to do with it. */
interface Asked {
  readonly citing: readonly NamedCase[];
  readonly unrelated: readonly NamedCase[];
}

/**
 * Of the unrelated rooms only cases that read are asked: those that write would take ten times as long; and a share of
 * those. A statement of the protocol is every room's, so what cites it elsewhere may fail as well.
 */
function askedOf({ breaks, fault, spreads = [] }: Mutant, cases: readonly NamedCase[]): Asked {
  const reached = new Set<string>([roomOf(breaks), ...spreads]);
  const isUnrelated = ({ id, room, writes, slow }: NamedCase) =>
    !reached.has(room) && !writes && !slow && drawn(breaks + fault + id);
  const [citing, others] = [true, false].map((is) =>
    cases.filter((one) => citedBy(one).includes(breaks) === is),
  );
  return { citing: citing ?? [], unrelated: (others ?? []).filter(isUnrelated) };
}

/** How the sound node ends the cases that mutants of a stage are asked; it is asked once a stage. */
export type SoundNode = (stage: StageName) => Promise<ReadonlyMap<string, Outcome>>;

export function soundNode(
  mutants: readonly Mutant[],
  cases: readonly NamedCase[],
  statements: Statements,
): SoundNode {
  const known = new Map<StageName, ReturnType<SoundNode>>();
  const ask = async (stage: StageName) => {
    const asked = mutants.filter((one) => stageOf(one) === stage).map((one) => askedOf(one, cases));
    const ids = new Set(
      asked.flatMap(({ citing, unrelated }) => [...citing, ...unrelated]).map(({ id }) => id),
    );
    const results = await examine(
      stage,
      cases.filter(({ id }) => ids.has(id)),
      statements,
    );
    return new Map(results.map(({ case: { id }, outcome }) => [id, outcome]));
  };
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

export interface Hunting {
  /** Name all cases that find it, and not just the first. */
  readonly thorough?: boolean;
  /** Ids of cases that have found it before: asked first, which spares the others. */
  readonly likely?: readonly string[];
}

/** Examines a mutant in the cases that the sound node passes. */
export async function hunt(
  mutant: Mutant,
  cases: readonly NamedCase[],
  statements: Statements,
  sound: SoundNode,
  { thorough = false, likely = [] }: Hunting = {},
): Promise<Finding> {
  const stage = stageOf(mutant);
  const outcomes = await sound(stage);
  const passing = cases.filter(({ id }) => outcomes.get(id) === "passed");
  const { citing, unrelated } = askedOf(mutant, passing);
  const node = await onStage(stage, mutant);
  try {
    const noise = await examineNode(node, unrelated, statements, { patienceMs: PATIENCE_MS });
    const killersWithin = async (patienceMs: number, asked = citing) => {
      const found = await examineNode(node, asked, statements, { patienceMs, untilFailed: !thorough });
      return found.flatMap(({ case: { id }, outcome }) => (outcome === "failed" ? [id] : []));
    };
    const before = citing.filter(({ id }) => likely.includes(id));
    const shortMs = isTimed(stage) ? SHORT_PATIENCE_BY_CLOCK_MS : SHORT_PATIENCE_MS;
    const known = before.length > 0 ? await killersWithin(shortMs, before) : [];
    const atOnce = known.length > 0 ? known : await killersWithin(shortMs);
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
