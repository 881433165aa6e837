// A run: the target's node document decides which cases apply; each of these is examined, one after the other.
import type { NamedCase } from "./case.ts";
import { type Declared, nothing, readDeclared } from "./declared.ts";
import { Exam, type ExamSettings, type Session } from "./exam.ts";
import type { Exchange } from "./http.ts";
import { Failed, type Outcome, Undecided } from "./outcome.ts";
import { openShop } from "./shelf.ts";
import { type Statements, citedBy } from "./statements.ts";

export interface RunSettings extends ExamSettings {
  /** Examine in these roles only; also what is examined when the target declares nothing readable. */
  readonly roles?: readonly string[];
  readonly features?: readonly string[];
  /** Run cases that change what the target holds. */
  readonly write: boolean;
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
  readonly exchanges: readonly Exchange[];
  readonly milliseconds: number;
}

export interface Run {
  readonly declared: Declared;
  readonly results: readonly CaseResult[];
  /** What could not be put back as it was. */
  readonly leftBehind?: string;
}

/** Examines the target in every case; those that it has nothing to do with end as inapplicable. */
export async function run(
  cases: readonly NamedCase[],
  statements: Statements,
  settings: RunSettings,
): Promise<Run> {
  const declared = await askDeclared(settings);
  const session: Session = { settings, declared, shop: openShop() };
  const results: CaseResult[] = [];
  for (const one of inOrder(cases)) {
    if (settings.signal?.aborted) break;
    const result = await examine(one, session, statements, settings);
    results.push(result);
    settings.onResult?.(result, results.length, cases.length);
  }
  const leftBehind = await restore(session);
  return { declared, results, ...(leftBehind ? { leftBehind } : {}) };
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

async function examine(
  one: NamedCase,
  session: Session,
  statements: Statements,
  settings: RunSettings,
): Promise<CaseResult> {
  const start = performance.now();
  const t = new Exam(session);
  const end = (outcome: Outcome, rest: Partial<CaseResult> = {}): CaseResult => ({
    case: one,
    outcome,
    exchanges: t.exchanges.splice(0),
    milliseconds: Math.round(performance.now() - start),
    ...rest,
  });
  const beside = whyNot(one, session.declared, settings);
  if (beside) return end(beside.outcome, { reason: beside.message });
  try {
    await one.run(t);
    await t.clean();
    return end("passed");
  } catch (error) {
    const uncleaned = await t.clean().then(
      () => undefined,
      (problem: unknown) => problem,
    );
    if (error instanceof Undecided) return end(error.outcome, { reason: error.message });
    if (!(error instanceof Failed)) return end("error", { reason: describe(uncleaned ?? error) });
    const { expected, came } = error;
    if (isRecommendation(one, statements))
      return end("cantTell", { expected, came, reason: "recommended, not required" });
    return end("failed", { expected, came });
  }
}

/** Why a case is not run at all. */
function whyNot(
  { role, feature, writes }: NamedCase,
  declared: Declared,
  { roles, features, write }: RunSettings,
): Undecided | undefined {
  const inapplicable = (reason: string) => new Undecided("inapplicable", reason);
  if (role !== "node" && !declared.roles.has(role))
    return inapplicable(`the target does not declare the role ${role}`);
  if (!declared.features.has(feature) && feature !== "core")
    return inapplicable(`the target does not declare the feature ${feature}`);
  if (roles && role !== "node" && !roles.includes(role))
    return new Undecided("untested", `only ${roles.join(", ")} was asked for`);
  if (features && !features.includes(feature))
    return new Undecided("untested", `only ${features.join(", ")} was asked for`);
  if (writes && !write) return new Undecided("untested", "changes the target: --write --token …");
  return undefined;
}

/** SHOULD and MAY are no reason to fail a target. */
function isRecommendation(one: NamedCase, statements: Statements): boolean {
  const levels = citedBy(one).map((id) => statements.get(id)?.level ?? "MUST");
  return levels.every((level) => level.startsWith("SHOULD") || level === "MAY");
}

async function restore(session: Session): Promise<string | undefined> {
  try {
    await session.shop.restore(new Exam(session));
    return undefined;
  } catch (error) {
    return `the manifest that was published before could not be restored: ${describe(error)}`;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
