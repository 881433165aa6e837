// The statements of the specification, as spec/requirements.ttl lists them.
import { readFileSync } from "node:fs";
import { parseGraph } from "./graph.ts";
import { resource } from "./resources.ts";

export interface Statement {
  readonly id: string;
  /** "Provider", "Node"… */
  readonly subject: string;
  readonly level: "MUST" | "MUSTNOT" | "SHOULD" | "SHOULDNOT" | "MAY";
  readonly feature: string;
  readonly text: string;
  readonly digest: string;
  readonly chapter: string;
}

export type Statements = ReadonlyMap<string, Statement>;

const SPEC = "http://www.w3.org/ns/spec#";

/** All statements by id. */
export async function readStatements(file = resource("spec/requirements.ttl")): Promise<Statements> {
  const graph = await parseGraph(readFileSync(file, "utf8"), "text/turtle", "https://w3id.org/mpli/spec/");
  const last = (value = "") => value.replace(/^.*[#/]/, "");
  return new Map(
    graph.typed(`${SPEC}Requirement`).map((subject) => {
      const one = (predicate: string) => graph.values(subject, predicate)[0] ?? "";
      const statement = {
        id: last(subject),
        subject: last(one(`${SPEC}requirementSubject`)),
        level: last(one(`${SPEC}requirementLevel`)) as Statement["level"],
        feature: one("mpli:feature"),
        text: one(`${SPEC}statement`),
        digest: one("mpli:digest"),
        chapter: last(one("dct:isPartOf")),
      };
      return [statement.id, statement] as const;
    }),
  );
}

/** The ids that a case cites, without the digests. */
export const citedBy = ({ requirements }: { readonly requirements: readonly string[] }): string[] =>
  requirements.map((reference) => reference.replace(/@.*$/, ""));
