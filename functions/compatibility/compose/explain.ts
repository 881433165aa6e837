// Why a problem has no solution: the smallest sets of constraints without which it has one.
import { compile } from "./model.ts";
import type { Problem } from "./problem.ts";
import { distances } from "./relations.ts";
import { compareEach, search } from "./search.ts";

/** Whether any assignment satisfies all constraints; undefined when the nodes ran out. */
function hasAssignment(
  problem: Problem,
  limit: number,
): { readonly answer?: boolean; readonly nodes: number } {
  // What keeps to the budgets most easily is looked for, so that it is soon clear when nothing does.
  const objective = problem.constraints.flatMap((one) =>
    one.kind === "budget" ? [{ kind: "sum", level: one.level } as const] : [],
  );
  const { found, nodes, open } = search(compile({ ...problem, objective }, 1), { keep: 1, limit, any: true });
  if (found.length > 0) return { answer: true, nodes };
  return open === Infinity ? { answer: false, nodes } : { nodes };
}

export interface Explanation {
  /** Sets of indices of constraints, each in order, and all in order. */
  readonly removable: readonly (readonly number[])[];
  readonly complete: boolean;
  readonly nodes: number;
}

const MOST_REMOVED = 3;

/**
 * The smallest sets of constraints, of at most three, whose removal leaves `problem` an assignment: the hitting sets
 * of its conflicts, level by level (Reiter 1987). A conflict is found by leaving out one constraint after another.
 */
export function explain(problem: Problem, limit: number): Explanation {
  const asked = { ...problem, latency: distances(problem) };
  const all = problem.constraints.map((_, index) => index);
  const conflicts: (readonly number[])[] = [];
  let [nodes, complete] = [0, true];
  let layer: readonly (readonly number[])[] = [[]];
  for (let size = 0; size <= MOST_REMOVED; size++) {
    const removable: (readonly number[])[] = [];
    const next = new Map<string, readonly number[]>();
    for (const removed of layer) {
      const conflict = conflictWithout(removed);
      if (conflict === "none") removable.push(removed);
      else
        for (const index of conflict) {
          const larger = [...removed, index].sort((a, b) => a - b);
          next.set(larger.join(), larger);
        }
    }
    if (removable.length > 0) return { removable: removable.sort(compareEach), complete, nodes };
    layer = [...next.values()];
  }
  return { removable: [], complete, nodes };

  function isSatisfiable(kept: readonly number[]): boolean | undefined {
    const constraints = asked.constraints.filter((_, index) => kept.includes(index));
    const { answer, nodes: used } = hasAssignment({ ...asked, constraints }, limit - nodes);
    nodes += used;
    return answer;
  }

  /** Constraints that contradict each other, none of them removed; "none" when what is kept can be satisfied. */
  function conflictWithout(removed: readonly number[]): readonly number[] | "none" {
    const known = conflicts.find((conflict) => !conflict.some((index) => removed.includes(index)));
    if (known) return known;
    let kept = all.filter((index) => !removed.includes(index));
    const answer = isSatisfiable(kept);
    if (answer) return "none";
    if (answer === undefined) {
      complete = false;
      return [];
    }
    for (const index of kept) {
      const fewer = kept.filter((other) => other !== index);
      if (isSatisfiable(fewer) === false) kept = fewer;
    }
    conflicts.push(kept);
    return kept;
  }
}
