// The manifests that a report says it was made from.
import type { Exam } from "../exam.ts";
import { type Answer, isObject } from "../http.ts";

export interface Source {
  readonly provider: unknown;
  readonly manifest: unknown;
}

/** The sources of a report, in its order. */
export function sourcesOf(t: Exam, answer: Answer): Source[] {
  t.status(answer, 200);
  const { sources } = answer.json();
  t.that(Array.isArray(sources) && sources.every(isObject), "a list in `sources`", JSON.stringify(sources));
  return sources.map(({ provider, manifest }) => ({ provider, manifest }));
}
