// The shapes that enforce exactly one statement, and the examples that break them.
import { Parser, Store } from "n3";
import index from "../../../schemas/examples/invalid/index.json";
import { schemaFiles } from "./files.ts";

const SHAPE = "https://w3id.org/mpli/shapes#";
const STATEMENT = "https://w3id.org/mpli/statements/";
const SOURCE = "http://purl.org/dc/terms/source";
const MESSAGE = "http://www.w3.org/ns/shacl#message";

export interface Shape {
  /** "memory" */
  readonly name: string;
  /** Address of the file that it stands in. */
  readonly href: string;
  readonly message: string;
  readonly examples: readonly InvalidExample[];
}

export interface InvalidExample {
  readonly name: string;
  readonly text: string;
  readonly language: string;
}

const texts = import.meta.glob<string>("../../../schemas/examples/invalid/*.{jsonld,ttl}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const examples = Object.entries(texts).map(([path, text]) => {
  const name = path.replace(/^.*\//, "");
  return { name, text: text.trimEnd(), language: name.endsWith(".ttl") ? "turtle" : "json" };
});
const breaking = index as Readonly<Record<string, string>>;

const shapes = schemaFiles
  .filter(({ folder }) => folder === "shapes")
  .flatMap(({ folder, name: file, text }) => {
    const graph = new Store(new Parser().parse(text));
    return graph.getQuads(null, SOURCE, null, null).map(({ subject, object }) => ({
      statement: object.value.slice(STATEMENT.length),
      name: subject.value.slice(SHAPE.length),
      href: `/${folder}/${file}`,
      message: graph.getObjects(subject, MESSAGE, null)[0]?.value ?? "",
      examples: examples.filter(({ name }) => breaking[name] === subject.value),
    }));
  });

export function shapesOf(statement: string): Shape[] {
  return shapes.filter((shape) => shape.statement === statement);
}
