// The conformance cases, as test/conformance/manifest.ttl lists them.
import { type Graph, readTurtle } from "./turtle.ts";
import manifest from "../../../test/conformance/manifest.ttl?raw";

const CASES = "https://w3id.org/mpli/conformance/";
const KIT = `${CASES}ns#`;
const TESTS = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const ROOMS = [
  "protocol",
  "discovery",
  "catalogue",
  "trust",
  "policies",
  "issuing",
  "presentations",
  "compatibility",
  "evidence",
  "ordering",
  "delivery",
  "testing",
];

export interface ConformanceCase {
  /** "discovery/strong-entity-tag" */
  readonly id: string;
  readonly room: string;
  readonly href: string;
  readonly title: string;
  readonly statements: readonly string[];
  readonly role: string;
  readonly feature: string;
  readonly expects: string;
  readonly hunts: string;
  readonly since: string;
  readonly writes: boolean;
  /** Lines of the exchange, "Kit->>Provider: GET manifest". */
  readonly sequence: readonly string[];
  /** The program of the case. */
  readonly source: string;
}

const graph = readTurtle(manifest);
const sources = import.meta.glob<string>("../../../test/conformance/cases/*/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The text of the manifest itself. */
export const manifestText: string = manifest;

export const cases: readonly ConformanceCase[] = graph
  .list(CASES, `${TESTS}entries`)
  .map((iri) => read(graph, iri));

/** The rooms that have cases, in the order of the specification. */
export const rooms: readonly string[] = ROOMS.filter((room) => cases.some((one) => one.room === room));

const byId = new Map(cases.map((one) => [one.id, one]));
const byStatement = Map.groupBy(
  cases.flatMap((one) => one.statements.map((statement) => ({ statement, one }))),
  ({ statement }) => statement,
);

export function casesOf(statement: string): ConformanceCase[] {
  return (byStatement.get(statement) ?? []).map(({ one }) => one);
}

export function caseNamed(id: string): ConformanceCase | undefined {
  return byId.get(id);
}

/** Address of the page of a case. */
export function hrefOfCase(id: string): string {
  return `/conformance/tests/${id}/`;
}

function read(from: Graph, iri: string): ConformanceCase {
  const id = iri.slice(CASES.length);
  const one = (predicate: string) => from.value(iri, predicate) ?? "";
  return {
    id,
    room: id.split("/")[0] ?? "",
    href: hrefOfCase(id),
    title: one(`${TESTS}name`),
    statements: from
      .values(iri, "http://www.w3.org/ns/spec#requirementReference")
      .map((statement) => statement.replace(/^.*\//, ""))
      .sort(),
    role: one("https://w3id.org/mpli/ns#role"),
    feature: one("https://w3id.org/mpli/ns#feature"),
    expects: one(`${KIT}expects`),
    hunts: one(`${KIT}hunts`),
    since: one(`${KIT}since`),
    writes: one(`${KIT}writes`) === "true",
    sequence: one(`${KIT}sequence`).split("\n").filter(Boolean),
    source: sources[`../../../test/conformance/cases/${id}.ts`] ?? "",
  };
}
