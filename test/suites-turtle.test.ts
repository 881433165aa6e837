// The W3C suites of Turtle, TriG, N-Triples and N-Quads (RDF 1.1), sent through the HTTP door and fetched back.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Store, quadsOf } from "../functions/kernel/graph.ts";
import { SYNTAXES, type Syntax } from "../functions/kernel/media.ts";
import { MINIMAL, bareNode, canonical, get, put, readElsewhere, withoutManifest } from "./suites-door.ts";
import { type SuiteTest, suiteFolder, suiteTests } from "./suites-manifest.ts";

const SUITES = [
  { folder: "rdf-turtle", syntax: "text/turtle", tests: 313 },
  { folder: "rdf-n-triples", syntax: "application/n-triples", tests: 70 },
  { folder: "rdf-n-quads", syntax: "application/n-quads", tests: 87 },
  { folder: "rdf-trig", syntax: "application/trig", tests: 356 },
] as const;

/** The addresses that the suites' relative IRIs resolve against (mf:assumedTestBase). */
const baseOf = (folder: string, { action }: SuiteTest) =>
  `https://w3c.github.io/rdf-tests/rdf/rdf11/${folder}/${action.replace(/^.*\//, "")}`;

/** The document as the suite means it, with a manifest of ours after it: a bare node publishes nothing else. */
function bodyOf(test: SuiteTest, syntax: Syntax, base: string): string {
  const document = readFileSync(test.action, "utf8");
  const hasBase = syntax === "text/turtle" || syntax === "application/trig";
  return `${hasBase ? `@base <${base}> .\n` : ""}${document}\n${MINIMAL}`;
}

/** What the document says, by the suite's own word where it has one and by another parser's where it has none. */
function meaningOf(test: SuiteTest, syntax: Syntax, base: string): Promise<Store> {
  if (!test.result) return readElsewhere(readFileSync(test.action, "utf8"), syntax, base);
  const expected = test.result.endsWith(".nt") ? "application/n-triples" : "application/n-quads";
  return readElsewhere(readFileSync(test.result, "utf8"), expected);
}

const defaultGraph = (graph: Store) =>
  new Store(quadsOf(graph).filter((quad) => quad.graph.termType === "DefaultGraph"));

const SYNTAX_NAMES = Object.keys(SYNTAXES) as Syntax[];

it("has every test of the suites: 826", () => {
  const counts = SUITES.map(({ folder }) => suiteTests(suiteFolder(`turtle/${folder}`)).length);
  expect(counts).toEqual(SUITES.map(({ tests }) => tests));
  expect(counts.reduce((sum, count) => sum + count)).toBe(826);
});

describe.each(SUITES)("$folder", ({ folder, syntax }) => {
  const tests = suiteTests(suiteFolder(`turtle/${folder}`));
  const isNegative = ({ kind }: SuiteTest) => kind.includes("Negative");

  it.each(tests.filter((test) => !isNegative(test)))(
    "$name is published, and every representation says what it said",
    async (test) => {
      const base = baseOf(folder, test);
      const app = bareNode();
      const published = await put(app, bodyOf(test, syntax, base), syntax);
      expect(published.status, await published.text()).toBe(201);
      const expected = await meaningOf(test, syntax, base);
      const whole = await canonical(expected);
      const flat = await canonical(defaultGraph(expected));
      for (const served of SYNTAX_NAMES) {
        const answer = await readElsewhere(await get(app, served), served);
        expect(await canonical(withoutManifest(answer)), served).toBe(
          SYNTAXES[served].dataset ? whole : flat,
        );
      }
    },
  );

  it.each(tests.filter(isNegative))("$name is refused, and nothing is published", async (test) => {
    const app = bareNode();
    const refused = await put(app, bodyOf(test, syntax, baseOf(folder, test)), syntax);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({ status: 400, code: "malformed-graph" });
    expect((await app.request("/manifest")).status).toBe(404);
  });
});
