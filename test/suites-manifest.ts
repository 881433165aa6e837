// The manifests of W3C test suites, read as tables: what each test is called, of what kind it is, on which files.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Parser } from "n3";
import { Store, list, one, rdf, subjects, text } from "../functions/kernel/graph.ts";

const MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const TYPE = rdf.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

export interface SuiteTest {
  /** Fragment of the test's IRI. */
  readonly name: string;
  /** Local name of its type, such as `TestTurtleEval`. */
  readonly kind: string;
  /** Path of the file to read. */
  readonly action: string;
  /** Path of the file with what it means. */
  readonly result?: string;
}

/** Path of a folder of `test/suites`, with a slash at the end. */
export function suiteFolder(name: string): string {
  return fileURLToPath(new URL(`./suites/${name}/`, import.meta.url).href);
}

/** Reads a Turtle file of a suite; relative IRIs become `file:` URLs. */
export function readTurtle(path: string): Store {
  return new Store(new Parser({ baseIRI: pathToFileURL(path).href }).parse(readFileSync(path, "utf8")));
}

/** The entries of `manifest.ttl` in `folder`, in its order. */
export function suiteTests(folder: string): SuiteTest[] {
  const graph = readTurtle(`${folder}manifest.ttl`);
  const [root] = subjects(graph, TYPE, rdf.namedNode(`${MF}Manifest`));
  const head = root && one(graph, root, rdf.namedNode(`${MF}entries`));
  const entries = head && list(graph, head);
  if (!entries) throw new Error(`no entries in ${folder}`);
  return entries.map((entry) => {
    const path = (property: string) => {
      const iri = text(graph, entry, rdf.namedNode(MF + property));
      return iri === undefined ? undefined : fileURLToPath(iri);
    };
    const result = path("result");
    return {
      name: entry.value.replace(/^.*#/, ""),
      kind: (text(graph, entry, TYPE) ?? "").replace(/^.*#/, ""),
      action: path("action") ?? "",
      ...(result === undefined ? {} : { result }),
    };
  });
}
