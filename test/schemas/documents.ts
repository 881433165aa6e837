// What the tests of schemas/ share: the example documents, and reading one of them or one of their own.
import { readFileSync, readdirSync } from "node:fs";
import type { ShapesName } from "../../functions/kernel/generated/shapes.ts";
import type { Store } from "../../functions/kernel/graph.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import { parse } from "../../functions/kernel/syntax.ts";

export const BASE = "https://cloud.example/manifest";
export const SHAPE = "https://w3id.org/mpli/shapes#";
export const NS = "https://w3id.org/mpli/ns#";

export const file = (path: string) => readFileSync(`schemas/${path}`, "utf8");

/** Names of the example documents of one kind, the index aside. */
export const examples = (kind: "valid" | "invalid") =>
  readdirSync(`schemas/examples/${kind}`).filter((name) => /\.(jsonld|ttl)$/.test(name));

export const syntaxOf = (name: string): Syntax =>
  name.endsWith(".ttl") ? "text/turtle" : "application/ld+json";

/** Which shapes an example is meant for, told by its name. */
export const shapesFor = (name: string): ShapesName =>
  name.startsWith("demand") ? "demand" : name.startsWith("node") ? "node" : "manifest";

/** The graph of a text that is expected to be readable. */
export async function graphOf(text: string, syntax: Syntax): Promise<Store> {
  const read = await parse(text, syntax, BASE);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** The graph of a JSON document under our context. */
export const graphOfJson = (document: object) =>
  graphOf(
    JSON.stringify({ "@context": "https://w3id.org/mpli/context/v1", ...document }),
    "application/ld+json",
  );
