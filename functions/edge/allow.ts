// 405 with the methods that there are, where Hono would say 404.
import type { Handler } from "hono";
import { type ProblemTable, problem } from "./problem.ts";

/** Answers every method that no earlier handler took (RFC 9110 §15.5.6). */
export function only(...methods: string[]): Handler {
  return (c) =>
    problem(c, { code: "method-not-allowed", allowed: methods }, METHOD_PROBLEMS, {
      Allow: methods.join(", "),
    });
}

export type MethodRefusal = { code: "method-not-allowed"; allowed: readonly string[] };

export const METHOD_PROBLEMS: ProblemTable<MethodRefusal> = {
  "method-not-allowed": {
    status: 405,
    title: "The resource does not take this method",
    mend: "Use one of the methods in `allowed`.",
  },
};
