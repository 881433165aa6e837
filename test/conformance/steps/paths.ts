// Demands with paths that no table lists: refused, and named (MPLI-COMP-069).
import { demandFor, expectRefused } from "./demands.ts";
import type { Exam } from "../exam.ts";

const CITY = { path: ["region", "city"], is: "Ghent" };

/**
 * Each path is refused as unsupported. The problem document names it in `path`, however it is spelt: by the names that
 * it is made of, where they are given beside it.
 */
export async function expectUnsupported(
  t: Exam,
  paths: readonly (readonly [path: unknown, ...names: string[]])[],
): Promise<void> {
  const problems = await expectRefused(t, "unsupported-path", {
    sound: demandFor(CITY),
    broken: paths.map(([path]) => demandFor({ path, is: "Ghent" })),
  });
  for (const [index, [path, ...names]] of paths.entries()) {
    const named = problems[index]?.["path"];
    const isNamed = typeof named === "string" && named !== "" && names.every((name) => named.includes(name));
    t.that(isNamed, `the path ${JSON.stringify(path)} named in \`path\``, JSON.stringify(named ?? null));
  }
}
