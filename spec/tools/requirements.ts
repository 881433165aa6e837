// spec/requirements.ttl: the statements as data, for test suites, reports and the site.
import type { Statement } from "./statements.ts";

export const STATEMENTS = "https://w3id.org/mpli/statements/";

const PREFIXES = `@prefix dct: <http://purl.org/dc/terms/> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix spec: <http://www.w3.org/ns/spec#> .
@prefix st: <${STATEMENTS}> .
`;

/** Turtle with one `spec:Requirement` a statement (vocabulary of the Solid project), in the order of the chapters. */
export function requirementsTurtle(statements: readonly Statement[]): string {
  const head = "# Generated from the chapters by `npm run generate`; edit those.\n";
  return `${head}${PREFIXES}${statements.map(entry).join("")}`;
}

function entry({ id, chapter, role, keyword, feature, text, digest }: Statement): string {
  return `
st:${id} a spec:Requirement ;
  spec:requirementSubject mpli:${role} ;
  spec:requirementLevel spec:${keyword.replace(" ", "")} ;
  spec:statement ${JSON.stringify(text)} ;
  mpli:feature ${JSON.stringify(feature)} ;
  mpli:digest ${JSON.stringify(digest)} ;
  dct:isPartOf <https://w3id.org/mpli/spec/${chapter}> .
`;
}
