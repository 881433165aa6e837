// A run: the target's node document decides which cases apply; each of these is examined in its turn.
import type { NamedCase } from "./case.ts";
import { type Declared, nothing, readDeclared } from "./declared.ts";
import { Exam, type ExamSettings, type Session } from "./exam.ts";
import type { Exchange } from "./http.ts";
import { Failed, type Outcome, Undecided } from "./outcome.ts";
import { concealed, concealer } from "./secrets.ts";
import { openShop } from "./shelf.ts";
import { type Statements, citedBy } from "./statements.ts";

export interface RunSettings extends ExamSettings {
  /** Examine in these roles only; also what is examined when the target declares nothing readable. */
  readonly roles?: readonly string[];
  readonly features?: readonly string[];
  /** Run cases that change what the target holds. */
  readonly write: boolean;
  /** Longest time for one case, in milliseconds. */
  readonly caseMs?: number;
  readonly onResult?: (result: CaseResult, done: number, total: number) => void;
  /** Ends the run between two cases; what was published before is restored. */
  readonly signal?: AbortSignal;
}

export interface CaseResult {
  readonly case: NamedCase;
  readonly outcome: Outcome;
  /** What the specification has the target do, and what it did; of a failure. */
  readonly expected?: string;
  readonly came?: string;
  /** Why there is no verdict. */
  readonly reason?: string;
  /** It belongs to a role or a feature that was not asked for. */
  readonly isUnasked?: true;
  readonly exchanges: readonly Exchange[];
  readonly milliseconds: number;
}

export interface Run {
  readonly declared: Declared;
  readonly results: readonly CaseResult[];
  /** What could not be put back as it was. */
  readonly leftBehind?: string;
  /** Why the run ended before all cases were examined. */
  readonly stopped?: string;
}

/** Longest time for one case: a few leases, a few waits with the usual patience. */
const CASE_MS = 300_000;
/** A target that leaves so many requests in a row without an answer in time is asked no more. */
const MOST_UNANSWERED = 4;

/** Examines the target in every case; those that it has nothing to do with end as inapplicable. */
export async function run(
  cases: readonly NamedCase[],
  statements: Statements,
  settings: RunSettings,
): Promise<Run> {
  const declared = await askDeclared(settings);
  const session: Session = { settings, declared, shop: openShop(), unanswered: new Map() };
  const conceal = settings.isThrownAway ? undefined : concealer(settings.token);
  const left: string[] = [];
  const begun: Promise<CaseResult>[] = [];
  let done = 0;
  let stopped: string | undefined;
  for (const one of inOrder(cases)) {
    if (settings.signal?.aborted) break;
    stopped = givenUp(session);
    if (stopped !== undefined) break;
    await new Promise<void>((letNextBegin) => {
      const t = new Exam(session, letNextBegin);
      const ended = examine(one, t, { session, statements, settings, left }).then((result) => {
        settings.onResult?.(result, ++done, cases.length);
        letNextBegin();
        return conceal ? concealed(result, conceal) : result;
      });
      begun.push(ended);
    });
  }
  const results = await Promise.all(begun);
  left.push(...(await restore(session)));
  const leftBehind = left.join("\n");
  return {
    declared: conceal && declared.problem ? { ...declared, problem: conceal(declared.problem) } : declared,
    results,
    ...(leftBehind ? { leftBehind: conceal?.(leftBehind) ?? leftBehind } : {}),
    ...(stopped ? { stopped } : {}),
  };
}

/** Reading before writing: what the target holds by itself is examined as it was found. */
function inOrder(cases: readonly NamedCase[]): NamedCase[] {
  const rank = ({ writes, onEmptyNode }: NamedCase) => (writes ? (onEmptyNode ? 1 : 2) : 0);
  return [...cases].sort((a, b) => rank(a) - rank(b));
}

async function askDeclared({ origin, send, roles, features }: RunSettings): Promise<Declared> {
  const request = { method: "GET", url: new URL("/.well-known/mpli", origin).href, headers: {} };
  const declared = await send(request).then(readDeclared, (error: unknown) =>
    nothing(error instanceof Error ? error.message : String(error)),
  );
  // Whoever claims a role for a target that says nothing wants to see it fail in that role.
  if (!declared.problem) return declared;
  return { ...declared, roles: new Set(roles), features: new Set(["core", ...(features ?? [])]) };
}

interface Around {
  readonly session: Session;
  readonly statements: Statements;
  readonly settings: RunSettings;
  /** What cases leave behind. */
  readonly left: string[];
}

async function examine(
  one: NamedCase,
  t: Exam,
  { session, statements, settings, left }: Around,
): Promise<CaseResult> {
  const start = performance.now();
  const end = (outcome: Outcome, rest: Partial<CaseResult> = {}): CaseResult => ({
    case: one,
    outcome,
    exchanges: t.exchanges.splice(0),
    milliseconds: Math.round(performance.now() - start),
    ...rest,
  });
  const beside = whyNot(one, session.declared);
  if (beside) return end(beside.outcome, { reason: beside.message });
  if (isUnasked(one, settings)) {
    const asked = [...(settings.roles ?? []), ...(settings.features ?? [])].join(", ");
    return end("untested", { reason: `only ${asked} was asked for`, isUnasked: true });
  }
  if (one.writes && !settings.write)
    return end("untested", { reason: "changes the target: --write --token …" });
  try {
    await within(settings.caseMs ?? CASE_MS, unlessEnded(t, one.run(t), settings.signal));
    return end("passed");
  } catch (error) {
    if (error instanceof Undecided) return end(error.outcome, { reason: error.message });
    if (!(error instanceof Failed)) return end("error", { reason: describe(error) });
    const { expected, came } = error;
    if (isRecommendation(one, statements))
      return end("cantTell", { expected, came, reason: "recommended, not required" });
    return end("failed", { expected, came });
  } finally {
    left.push(...(await t.clean()).map((what) => `${one.id}: ${what}`));
    t.close();
  }
}

function givenUp({ unanswered }: Session): string | undefined {
  const [address] = [...unanswered].filter(([, times]) => times >= MOST_UNANSWERED).at(-1) ?? [];
  if (address === undefined) return undefined;
  const where = address && ` to ${address}`;
  return `${MOST_UNANSWERED} requests in a row${where} were not answered in time; see what the target waits for, and start again`;
}

/** Ends a case that takes longer than that. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const why = `the case took longer than ${milliseconds / 1000} s`;
    timer = setTimeout(() => reject(new Undecided("cantTell", why)), milliseconds);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a case that merely waits when the run is ended; any other comes to its own end. */
function unlessEnded(t: Exam, work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => t.onlyWaits && reject(new Undecided("untested", "the run was ended"));
    signal.addEventListener("abort", stop);
  });
  return Promise.race([work, ended]).finally(() => signal.removeEventListener("abort", stop));
}

/** Why a case is none for this target. */
function whyNot({ role, feature }: NamedCase, declared: Declared): Undecided | undefined {
  const inapplicable = (reason: string) => new Undecided("inapplicable", reason);
  if (role !== "node" && !declared.roles.has(role))
    return inapplicable(`the target does not declare the role ${role}`);
  if (!declared.features.has(feature) && feature !== "core")
    return inapplicable(`the target does not declare the feature ${feature}`);
  return undefined;
}

function isUnasked({ role, feature }: NamedCase, { roles, features }: RunSettings): boolean {
  return (role !== "node" && roles?.includes(role) === false) || features?.includes(feature) === false;
}

/** SHOULD and MAY are no reason to fail a target. */
function isRecommendation(one: NamedCase, statements: Statements): boolean {
  const levels = citedBy(one).map((id) => statements.get(id)?.level ?? "MUST");
  return levels.every((level) => level.startsWith("SHOULD") || level === "MAY");
}

async function restore(session: Session): Promise<readonly string[]> {
  try {
    await session.shop.restore(new Exam(session));
    return [];
  } catch (error) {
    const why = error instanceof Failed ? error.message : describe(error);
    return [`the manifest that was published before could not be restored: ${why}`];
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
