// What ties statements, cases and mutants together, as checks that each give the faults that they find. Pure.
import type { Statement } from "../../spec/tools/statements.ts";

interface CitingCase {
  readonly id: string;
  readonly requirements: readonly string[];
  readonly feature: string;
  readonly expects: "accept" | "refuse";
}

export interface Binding {
  readonly statements: readonly Statement[];
  readonly retired: ReadonlySet<string>;
  /** Statements that cannot be observed from outside, with the reason. */
  readonly unobservable: ReadonlyMap<string, string>;
  readonly cases: readonly CitingCase[];
  /** Ids of the statements that mutants break. */
  readonly broken: ReadonlySet<string>;
}

/** Every fault of the binding, as a sentence. */
export function bindingFaults(binding: Binding): string[] {
  return [uncovered, unbroken, miscited, misfiled, unproven].flatMap((check) => check(binding));
}

const isMust = ({ keyword }: Statement) => keyword.startsWith("MUST");
const idOf = (reference: string) => reference.replace(/@.*$/, "");

/** Statements that must be kept, can be observed, and are examined by no case. */
function uncovered({ statements, unobservable, cases }: Binding): string[] {
  const cited = new Set(cases.flatMap(({ requirements }) => requirements.map(idOf)));
  return statements
    .filter((statement) => isMust(statement) && !unobservable.has(statement.id) && !cited.has(statement.id))
    .map(({ id, feature }) => `${id} (${feature}) has no case`);
}

/** Statements that must be kept, and of which no mutant shows that the cases bite. */
function unbroken({ statements, unobservable, broken }: Binding): string[] {
  const known = new Set(statements.map(({ id }) => id));
  const lacking = statements.filter(
    (statement) => isMust(statement) && !unobservable.has(statement.id) && !broken.has(statement.id),
  );
  return [
    ...lacking.map(({ id, feature }) => `${id} (${feature}) has no mutant`),
    ...[...broken].filter((id) => !known.has(id)).map((id) => `a mutant breaks ${id}, which does not exist`),
  ];
}

/** Citations of what is not there, or of what was reviewed as another text. */
function miscited({ statements, retired, cases }: Binding): string[] {
  const digests = new Map(statements.map(({ id, digest }) => [id, digest]));
  return cases.flatMap(({ id: name, requirements }) =>
    requirements.flatMap((reference) => {
      const [id = "", digest] = reference.split("@");
      if (retired.has(id)) return [`${name} cites ${id}, which is retired`];
      if (!digests.has(id)) return [`${name} cites ${id}, which does not exist`];
      if (digests.get(id) === digest) return [];
      return [
        `${name} was reviewed against an older text of ${id}: review it, then cite ${id}@${digests.get(id)}`,
      ];
    }),
  );
}

/** Cases under a feature that their statements do not name; what is core holds at the doors of every feature. */
function misfiled({ statements, cases }: Binding): string[] {
  const features = new Map(statements.map(({ id, feature }) => [id, feature]));
  return cases.flatMap(({ id, feature, requirements }) => {
    const named = requirements.map((reference) => features.get(idOf(reference)));
    const isFiled = named.includes(feature) || named.every((one) => one === "core");
    return isFiled ? [] : [`${id} is filed under the feature ${feature}, which none of its statements names`];
  });
}

/** Reasons that are missing or have become untrue, and a suite that accepts more than it refuses. */
function unproven({ statements, unobservable, cases }: Binding): string[] {
  const levels = new Map(statements.map((statement) => [statement.id, isMust(statement)]));
  const cited = new Set(cases.flatMap(({ requirements }) => requirements.map(idOf)));
  const refusing = cases.filter(({ expects }) => expects === "refuse").length;
  return [
    ...[...unobservable].flatMap(([id, reason]) => {
      if (levels.get(id) !== true)
        return [`${id} is listed as unobservable, and is no MUST of the specification`];
      if (cited.has(id)) return [`${id} is listed as unobservable, and has a case`];
      return reason ? [] : [`${id} is listed as unobservable without a reason`];
    }),
    ...(refusing * 2 > cases.length
      ? []
      : [`only ${refusing} of ${cases.length} cases refuse: more must refuse than accept`]),
  ];
}
