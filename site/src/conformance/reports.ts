// The EARL reports in test/reports: which implementation passes which case, and what follows for each statement.
import { casesOf } from "./cases.ts";
import { readTurtle } from "./turtle.ts";

const EARL = "http://www.w3.org/ns/earl#";
const DCT = "http://purl.org/dc/terms/";
const DOAP = "http://usefulinc.com/ns/doap#";
const NS = "https://w3id.org/mpli/ns#";
const CASES = "https://w3id.org/mpli/conformance/";

/** Those that say most come first. */
export const OUTCOMES = ["failed", "passed", "cantTell", "untested", "inapplicable"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Result {
  readonly outcome: Outcome;
  /** What was expected and what came, where it did not pass. */
  readonly why: string;
}

export interface Implementation {
  /** Name of its file: "reference-node". */
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly release: string;
  readonly roles: readonly string[];
  readonly features: readonly string[];
  readonly date: string;
  /** By case. */
  readonly results: ReadonlyMap<string, Result>;
  readonly text: string;
}

const files = import.meta.glob<string>("../../../test/reports/*.ttl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Those that pass most come first. */
export const implementations: readonly Implementation[] = Object.entries(files)
  .map(([path, text]) => read(/([^/]+)\.ttl$/.exec(path)?.[1] ?? path, text))
  .sort((a, b) => count(b, "passed") - count(a, "passed") || (a.name < b.name ? -1 : 1));

export function count({ results }: Implementation, outcome: Outcome): number {
  return [...results.values()].filter((one) => one.outcome === outcome).length;
}

/** What a statement's cases say together: one failure fails it, one pass passes it. Undefined where none was run. */
export function outcomeOf(statement: string, { results }: Implementation): Outcome | undefined {
  const all = casesOf(statement).map(({ id }) => results.get(id)?.outcome);
  return OUTCOMES.find((outcome) => all.includes(outcome));
}

function read(id: string, text: string): Implementation {
  const graph = readTurtle(text);
  const [subject = ""] = graph.typed(`${EARL}TestSubject`);
  const results = new Map<string, Result>();
  let date = "";
  for (const assertion of graph.typed(`${EARL}Assertion`)) {
    const test = graph.value(assertion, `${EARL}test`)?.slice(CASES.length) ?? "";
    const result = graph.value(assertion, `${EARL}result`) ?? "";
    const named = graph.value(result, `${EARL}outcome`)?.slice(EARL.length);
    results.set(test, {
      outcome: OUTCOMES.find((outcome) => outcome === named) ?? "untested",
      why: graph.value(result, `${DCT}description`) ?? "",
    });
    date ||= graph.value(result, `${DCT}date`) ?? "";
  }
  const release = graph.value(subject, `${DOAP}release`);
  return {
    id,
    href: `/conformance/implementations/${id}/`,
    name: graph.value(subject, `${DOAP}name`) ?? id,
    release: (release && graph.value(release, `${DOAP}revision`)) ?? "",
    roles: graph.values(subject, `${NS}role`).filter(Boolean),
    features: graph.values(subject, `${NS}feature`).filter(Boolean),
    date: date.slice(0, 10),
    results,
    text,
  };
}
