// One mutant before the kit: who finds it, and what else turns red that has nothing to do with it.
import type { NamedCase } from "../conformance/case.ts";
import { type CaseResult, run } from "../conformance/run.ts";
import { type Statements, citedBy } from "../conformance/statements.ts";
import type { Outcome } from "../conformance/outcome.ts";
import { type Mutant, type Spoil, roomOf } from "./mutant.ts";
import { type StageName, onStage } from "./stages.ts";

const PATIENCE_MS = 2_500;
/** A spoilt node may never do what is waited for, so that waiting for it is cut short. */
const SHORT_PATIENCE_MS = 800;

/** Where a mutant is examined. */
export function stageOf({ stage, breaks }: Mutant): StageName {
  if (stage) return stage;
  const room = roomOf(breaks);
  return room === "catalogue" || room === "testing" ? "catalogue" : "provider";
}

interface Examination {
  readonly spoil?: Spoil;
  readonly patienceMs?: number;
  /** Enough is seen when one case has failed. */
  readonly untilFailed?: boolean;
}

/** The reference node on a stage, examined in these cases. */
export async function examine(
  stage: StageName,
  cases: readonly NamedCase[],
  statements: Statements,
  { spoil = {}, patienceMs = PATIENCE_MS, untilFailed = false }: Examination = {},
): Promise<readonly CaseResult[]> {
  const node = await onStage(stage, spoil);
  const enough = new AbortController();
  try {
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
  } finally {
    node.close();
  }
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

/** Ids of the cases that cite the broken statement, pass on the sound node and fail on the mutant; all, or the first. */
export async function killers(
  mutant: Mutant,
  cases: readonly NamedCase[],
  statements: Statements,
  sound: SoundNode,
  all = false,
): Promise<string[]> {
  const stage = stageOf(mutant);
  const before = await sound(stage);
  const citing = cases.filter((one) => citedBy(one).includes(mutant.breaks) && before.get(one.id) === "passed");
  const how = { spoil: mutant, patienceMs: SHORT_PATIENCE_MS, untilFailed: !all };
  const results = await examine(stage, citing, statements, how);
  return results.filter(({ outcome }) => outcome === "failed").map(({ case: { id } }) => id);
}

/**
 * What ends otherwise than on the sound node, in rooms that the fault must not reach. Only cases that read are asked:
 * those that write would take ten times as long.
 */
export async function noise(
  mutant: Mutant,
  cases: readonly NamedCase[],
  statements: Statements,
  sound: SoundNode,
): Promise<string[]> {
  const stage = stageOf(mutant);
  const before = await sound(stage);
  const reached = new Set<string>([roomOf(mutant.breaks), ...(mutant.spreads ?? [])]);
  // A statement of the protocol is every room's: what cites it elsewhere may fail as well.
  const unrelated = cases.filter(
    (one) =>
      !reached.has(one.room) &&
      !one.writes &&
      !one.slow &&
      !citedBy(one).includes(mutant.breaks) &&
      before.get(one.id) === "passed",
  );
  const results = await examine(stage, unrelated, statements, { spoil: mutant });
  return results
    .filter(({ outcome }) => outcome !== "passed")
    .map(({ case: { id }, outcome, expected, came, reason }) => `${id}: ${outcome} (${expected ?? reason}; ${came ?? ""})`);
}
