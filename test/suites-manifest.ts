// The manifests of W3C test suites, read as tables: what each test is called, of what kind it is, on which files.
import { readFileSync } from "node:fs";
import { Parser } from "n3";
import { Store, list, one, rdf, subjects, text } from "../functions/kernel/graph.ts";

const MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const TYPE = rdf.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

export interface SuiteTest {
  /** Fragment of the test's IRI. */
  readonly name: string;
  /** Local name of its type, such as `TestTurtleEval`. */
  readonly kind: string;
  readonly action: URL;
  readonly result?: URL;
}

/** A folder of `test/suites`, with its slash at the end. */
export function suiteFolder(name: string): URL {
  return new URL(`./suites/${name}/`, import.meta.url);
}

/** Reads a Turtle file of a suite; relative IRIs become `file:` URLs. */
export function readTurtle(file: URL): Store {
  return new Store(new Parser({ baseIRI: file.href }).parse(readFileSync(file, "utf8")));
}

/** The entries of `manifest.ttl` in `folder`, in its order. */
export function suiteTests(folder: URL): SuiteTest[] {
  const graph = readTurtle(new URL("manifest.ttl", folder));
  const [root] = subjects(graph, TYPE, rdf.namedNode(`${MF}Manifest`));
  const head = root && one(graph, root, rdf.namedNode(`${MF}entries`));
  const entries = head && list(graph, head);
  if (!entries) throw new Error(`no entries in ${folder.href}`);
  return entries.map((entry) => {
    const file = (property: string) => text(graph, entry, rdf.namedNode(MF + property));
    const result = file("result");
    return {
      name: entry.value.replace(/^.*#/, ""),
      kind: (text(graph, entry, TYPE) ?? "").replace(/^.*#/, ""),
      action: new URL(file("action") ?? ""),
      ...(result === undefined ? {} : { result: new URL(result) }),
    };
  });
}
