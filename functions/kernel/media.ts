// The representations of a graph: one row a media type, from which negotiation, reading and writing are made.

/** `dataset` tells whether the syntax can carry named graphs besides the default graph. */
export const SYNTAXES = {
  "text/turtle": { name: "Turtle", extension: "ttl", dataset: false },
  "application/ld+json": { name: "JSON-LD", extension: "jsonld", dataset: true },
  "application/n-triples": { name: "N-Triples", extension: "nt", dataset: false },
  "application/n-quads": { name: "N-Quads", extension: "nq", dataset: true },
  "application/trig": { name: "TriG", extension: "trig", dataset: true },
} as const;

export type Syntax = keyof typeof SYNTAXES;

export const SYNTAX_NAMES = Object.keys(SYNTAXES) as Syntax[];

/** The syntax a `Content-Type` value names, parameters aside; plain JSON is read as JSON-LD. */
export function syntaxOf(contentType: string | undefined): Syntax | undefined {
  const essence = contentType?.split(";")[0]?.trim().toLowerCase();
  if (essence === "application/json") return "application/ld+json";
  return SYNTAX_NAMES.find((name) => name === essence);
}
