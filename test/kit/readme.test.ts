// The case that the kit's README shows is tried out: written as it stands, it is found, cites what is, and passes.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { readStatements } from "../conformance/statements.ts";
import { examine } from "../mutants/examine.ts";

test("the case in the README is one file that runs, passes and cites a current text", async () => {
  const readme = await readFile("test/conformance/README.md", "utf8");
  const [, shown = ""] = /```ts\n([^]*?)```/.exec(readme) ?? [];
  const folder = await mkdtemp(join(tmpdir(), "mpli-case-"));
  try {
    await mkdir(join(folder, "discovery"));
    // Outside the kit the way to its files is another one; nothing else is changed.
    const program = shown.replaceAll('"../../', `"${resolve("test/conformance")}/`);
    await writeFile(join(folder, "discovery/from-the-readme.ts"), program);
    const cases = await loadCases(folder);
    expect(cases.map(({ id }) => id)).toEqual(["discovery/from-the-readme"]);
    const statements = await readStatements();
    for (const [id, digest] of cases.flatMap(({ requirements }) => requirements.map((one) => one.split("@"))))
      expect(statements.get(id ?? "")?.digest).toBe(digest);
    const results = await examine("provider", cases, statements);
    expect(results.map(({ outcome }) => outcome)).toEqual(["passed"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
