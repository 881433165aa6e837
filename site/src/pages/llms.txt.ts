// /llms.txt: what the site is, and where its machine-readable doors are.
import { cases } from "../conformance/cases.ts";
import { implementations } from "../conformance/reports.ts";
import { schemaFiles } from "../schemas/files.ts";
import { allStatements, statedChapters } from "../spec/statements.ts";

const chapters = await statedChapters();
const text = `# MPLI: Multi Provider Linked Infrastructure

> One open protocol between a customer and any cloud service provider: to find a service, to know that it fits, to trust
> it, to get it, and to leave it. This site is its specification, with a conformance kit and a reference node.

A rule is a numbered statement, such as MPLI-DISC-002. There are ${(await allStatements()).length}, and ${cases.length} conformance cases.
Each statement has a page, /statements/<ID>/, and each error code has one, /errors/<code>/.

## Specification

- [Introduction](/spec/)
${chapters.map(({ title, href }) => `- [${title}](${href})`).join("\n")}
- [Conformance](/spec/conformance/)
- [Stages](/spec/stages/)

## Data

- [All statements](/requirements.ttl): Turtle, one spec:Requirement each, with role, level, feature, text and digest
- [All conformance cases](/conformance/manifest.ttl): Turtle, with the statements that each was reviewed against
- [All mutants](/conformance/mutants.json): JSON, with the cases that found them
${implementations.map(({ id, name }) => `- [Report of ${name}](/reports/${id}.ttl): EARL in Turtle`).join("\n")}
${schemaFiles.map(({ folder, name }) => `- [${name}](/${folder}/${name}): ${kindOf(folder)}`).join("\n")}
- [API](/api/openapi.json): OpenAPI
- [Error codes](/errors/errors.json): JSON

## Conformance

- [Run the kit](/conformance/)
- [Test plan](/conformance/plan/)
- [Matrix of statements and implementations](/conformance/matrix/)
`;

function kindOf(folder: string): string {
  return folder === "shapes" ? "SHACL shapes" : folder === "context" ? "JSON-LD context" : "vocabulary";
}

export const GET = () => new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
