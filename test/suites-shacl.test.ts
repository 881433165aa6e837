// The W3C suite of SHACL Core, run on the engine that checks manifests, put together as the kernel does.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Validator } from "shacl-engine";
import {
  type Quad,
  Store,
  type Term,
  list,
  objects,
  one,
  quadsOf,
  rdf,
  subjects,
} from "../functions/kernel/graph.ts";
import { canonical } from "./suites-door.ts";
import { readTurtle, suiteFolder } from "./suites-manifest.ts";

const MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const SHT = "http://www.w3.org/ns/shacl-test#";
const SH = "http://www.w3.org/ns/shacl#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

interface ShaclTest {
  readonly name: string;
  readonly shapes: Store;
  readonly data: Store;
  /** The report that the suite expects. */
  readonly report: Store;
}

/** All tests of a manifest and of the manifests that it includes; `mf:include` names them, and `<>` is the file. */
function testsOf(path: string): ShaclTest[] {
  const graph = readTurtle(path);
  const iri = (term: Term | undefined) => fileURLToPath(term?.value ?? "");
  const [manifest] = subjects(graph, rdf.namedNode(`${RDF}type`), rdf.namedNode(`${MF}Manifest`));
  if (!manifest) throw new Error(`no manifest in ${path}`);
  const entries = objects(graph, manifest, rdf.namedNode(`${MF}entries`)).flatMap(
    (head) => list(graph, head) ?? [],
  );
  const own = entries.map((entry) => {
    const action = one(graph, entry, rdf.namedNode(`${MF}action`)) ?? entry;
    const result = one(graph, entry, rdf.namedNode(`${MF}result`)) ?? entry;
    return {
      name: `${path.split("/").at(-2)}/${entry.value.replace(/^.*\//, "")}`,
      shapes: readTurtle(iri(one(graph, action, rdf.namedNode(`${SHT}shapesGraph`)))),
      data: readTurtle(iri(one(graph, action, rdf.namedNode(`${SHT}dataGraph`)))),
      report: reportAt(graph, result),
    };
  });
  const included = objects(graph, manifest, rdf.namedNode(`${MF}include`));
  return [...own, ...included.flatMap((file) => testsOf(iri(file)))];
}

const PATHS = new Set(
  ["alternativePath", "inversePath", "oneOrMorePath", "zeroOrMorePath", "zeroOrOnePath"]
    .map((name) => SH + name)
    .concat(`${RDF}first`, `${RDF}rest`),
);

/** The report as far as the suite defines it: its results with all that they say, and their paths. */
function reportAt(graph: Store, report: Term): Store {
  const kept: Quad[] = [];
  const walk = (node: Term, level: number): void => {
    for (const quad of graph.getQuads(node, null, null, null)) {
      if (level >= 2 && !PATHS.has(quad.predicate.value)) continue;
      kept.push(quad);
      if (quad.object.termType === "BlankNode") walk(quad.object, level + 1);
    }
  };
  walk(report, 0);
  return new Store(kept);
}

const MESSAGE = rdf.namedNode(`${SH}resultMessage`);
const withoutMessages = (graph: Store) =>
  new Store(quadsOf(graph).filter((quad) => !quad.predicate.equals(MESSAGE)));

const TESTS = testsOf(`${suiteFolder("shacl-core")}core/manifest.ttl`);

it("has every test of the suite: 98", () => {
  expect(TESTS).toHaveLength(98);
  expect(new Set(TESTS.map(({ name }) => name)).size).toBe(98);
});

describe("the report", () => {
  it.each(TESTS)("$name is the one that the suite expects", async ({ shapes, data, report }) => {
    const factory = { ...rdf, dataset: () => new Store() };
    const made = (await new Validator(shapes, { factory }).validate({ dataset: data })) as unknown as {
      dataset: Store;
      term: Term;
    };
    expect(await canonical(report)).toContain(`<${SH}conforms>`);
    // Most expected reports leave the wording to the engine.
    const hasMessages = report.countQuads(null, MESSAGE, null, null) > 0;
    const answer = reportAt(made.dataset, made.term);
    expect(await canonical(hasMessages ? answer : withoutMessages(answer))).toBe(await canonical(report));
  });
});
