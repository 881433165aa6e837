// The W3C suite of RDF Dataset Canonicalization, run on the digest of the kernel; what is refused is named.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Quad, parse as parseElsewhere } from "oxigraph";
import { canonize } from "rdf-canonize";
import { describe, expect, it } from "vitest";
import { canonicalize, sha256Hex } from "../functions/kernel/digest.ts";
import { quadsOf } from "../functions/kernel/graph.ts";
import { parse } from "../functions/kernel/syntax.ts";
import { type SuiteTest, suiteFolder, suiteTests } from "./suites-manifest.ts";

const TESTS = suiteTests(suiteFolder("rdf-canon"));
/** Legal graphs whose blank nodes cost more to tell apart than any manifest deserves, and the one that is meant to. */
const POISON = ["test044c", "test045c", "test046c", "test074c"];

/** The only tests that ask for another hash: what the library makes of them, as a digest of a manifest is SHA-256. */
const SHA384 = ["test075c", "test075m"];

async function canonicalOf({ action, name }: SuiteTest) {
  const graph = await parse(readFileSync(action, "utf8"), "application/n-quads", "urn:suite");
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  if (!SHA384.includes(name)) return canonicalize(graph.value);
  const quads = quadsOf(graph.value).map(({ subject, predicate, object, graph }) => ({
    subject,
    predicate,
    object,
    graph,
  }));
  const createMessageDigest = () => {
    const hash = createHash("sha384");
    return { update: (text: string) => void hash.update(text), digest: () => hash.digest("hex") };
  };
  const nquads = await canonize(quads, { algorithm: "RDFC-1.0", maxWorkFactor: 2, createMessageDigest });
  return { ok: true as const, value: { nquads, digest: sha256Hex(nquads) } };
}

const isPoison = ({ name }: SuiteTest) => POISON.includes(name);

it("has every test of the suite: 64 canonical forms, 21 label maps, 1 poison graph", () => {
  const kinds = Map.groupBy(TESTS, ({ kind }) => kind);
  const counts = [...kinds].map(([kind, tests]) => [kind, tests.length]);
  expect(Object.fromEntries(counts)).toEqual({
    RDFC10EvalTest: 64,
    RDFC10MapTest: 21,
    RDFC10NegativeEvalTest: 1,
  });
});

describe("a canonical form", () => {
  it.each(TESTS.filter((test) => test.kind === "RDFC10EvalTest" && !isPoison(test)))(
    "$name is what the suite expects, and its digest that of these bytes",
    async (test) => {
      const nquads = readFileSync(test.result ?? "", "utf8");
      expect(await canonicalOf(test)).toEqual({ ok: true, value: { nquads, digest: sha256Hex(nquads) } });
    },
  );

  it.each(TESTS.filter((test) => test.kind === "RDFC10MapTest" && !isPoison(test)))(
    "$name gives each blank node the label that the suite expects",
    async (test) => {
      const labels: Record<string, string> = JSON.parse(readFileSync(test.result ?? "", "utf8"));
      const result = await canonicalOf(test);
      if (!result.ok) throw new Error(result.refusal.code);
      const expected = statements(readFileSync(test.action, "utf8"), (label) => labels[label] ?? "missing");
      expect(statements(result.value.nquads, (label) => label)).toEqual(expected);
    },
  );
});

/** The statements of a document with its blank nodes relabelled, by a parser that keeps their labels. */
function statements(nquads: string, relabel: (label: string) => string): Set<string> {
  const terms = ({ subject, predicate, object, graph }: Quad) => [subject, predicate, object, graph];
  const spell = (term: Quad["subject" | "predicate" | "object" | "graph"]) =>
    term.termType === "BlankNode" ? `_:${relabel(term.value)}` : term.toString();
  const quads = parseElsewhere(nquads, { format: "application/n-quads" });
  return new Set(quads.map((quad) => terms(quad).map(spell).join(" ")));
}

describe("a poison graph", () => {
  it.each(POISON)("%s is refused, and soon", async (name) => {
    const test = TESTS.find((test) => test.name === name);
    if (!test) throw new Error(`${name} is missing`);
    const before = performance.now();
    expect(await canonicalOf(test)).toEqual({ ok: false, refusal: { code: "poison-graph" } });
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
