// The API description: OpenAPI 3.1, made from the operations that stand beside the routes.
import type { Answer, Contents, Operation, Parameter } from "../../functions/edge/operation.ts";
import { type DescribedRoom, ROOMS } from "../../functions/operations.ts";
import { reference, schemaComponents } from "./components.ts";
import { exampleOf } from "./examples.ts";
import { HEADERS } from "./headers.ts";
import { headers, problemExamples, problemResponses } from "./problems.ts";

const ABOUT = `The interface of an MPLI node. Which of these operations a node has depends on its roles. Its [node document](/spec/protocol/#the-node-document) says which roles those are and where each endpoint is; the paths here are those of the reference node.

A graph can be had as JSON-LD, Turtle, N-Triples, N-Quads or TriG, by content negotiation; JSON-LD is what comes without an \`Accept\` field. Every \`GET\` can be a \`HEAD\`. Web pages of any origin may read.

A refusal is a problem document (RFC 9457). Software decides by \`code\`, and each code has a page under [errors](/errors/). Any address refuses a method that it does not take with [\`method-not-allowed\`](/errors/method-not-allowed/).`;

/** Chapters by the prefix of their statements. */
export type ChapterOf = (statement: string) => string;

export function openApi(version: string, chapterOf: ChapterOf): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "MPLI node",
      version,
      summary: "One open protocol between a customer and any cloud service provider.",
      description: ABOUT,
      license: { name: "Apache License 2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "The node that serves this description." }],
    externalDocs: { url: "https://w3id.org/mpli/spec/", description: "The specification" },
    tags: ROOMS.map(({ name, about }) => ({ name, description: about })),
    paths: paths(chapterOf),
    components: {
      securitySchemes: {
        operator: {
          type: "http",
          scheme: "bearer",
          description:
            "The token of the node's operator (RFC 6750). How the operator gets it is up to the node.",
        },
      },
      headers: Object.fromEntries(
        Object.entries(HEADERS).map(([name, { description, example }]) => [
          name,
          { description, schema: { type: "string" }, example },
        ]),
      ),
      responses: {
        Problem: {
          description: "Any other refusal, such as [`internal-error`](/errors/internal-error/).",
          content: { "application/problem+json": { schema: reference("Problem") } },
        },
      },
      examples: { ...fileExamples(), ...problemExamples(ROOMS) },
      schemas: {
        Graph: {
          title: "Graph",
          description:
            "A graph in JSON-LD. What a manifest or a demand must hold is said by its [shapes](/ns/#files), whatever the syntax.",
          type: "object",
        },
        ...schemaComponents(),
      },
    },
  };
}

function paths(chapterOf: ChapterOf): object {
  const found: Record<string, Record<string, object>> = {};
  for (const room of ROOMS)
    for (const [key, described] of Object.entries(room.operations)) {
      const [method = "", path = ""] = key.split(" ");
      found[path] = { ...found[path], [method.toLowerCase()]: operation(described, room, chapterOf) };
    }
  return found;
}

function operation(described: Operation<string>, room: DescribedRoom, chapterOf: ChapterOf): object {
  const { id, summary, description, statements, parameters = [], body, answers, problems } = described;
  const links = statements.map((each) => `[${each}](/spec/${chapterOf(each)}/#${each})`);
  return {
    operationId: id,
    tags: [room.name],
    summary,
    description: `${description}\n\nStatements: ${links.join(", ")}.`,
    security: described.operator ? [{ operator: [] }] : [],
    ...(parameters.length > 0 ? { parameters: parameters.map(parameter) } : {}),
    ...(body ? { requestBody: { required: true, content: content(body) } } : {}),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, answer]) => [status, response(answer)]),
      ...problemResponses(problems, room),
      ["4XX", { $ref: "#/components/responses/Problem" }],
      ["default", { $ref: "#/components/responses/Problem" }],
    ]),
    "x-mpli-statements": statements,
  };
}

const parameter = ({ name, in: place, description, schema, example }: Parameter) => ({
  name,
  in: place,
  description,
  ...(place === "path" ? { required: true } : {}),
  schema,
  ...(example === undefined ? {} : { example }),
});

const response = (answer: Answer) => ({
  description: answer.description,
  ...headers(answer.headers ?? []),
  ...(answer.content ? { content: content(answer.content) } : {}),
});

function content(contents: Contents): object {
  return Object.fromEntries(
    Object.entries(contents).map(([media, { schema, payload, examples }]) => [
      media,
      {
        schema:
          schema === "Text" ? { type: "string", ...(payload ? tokenOf(payload) : {}) } : reference(schema),
        ...(examples ? { examples: references(examples) } : {}),
      },
    ]),
  );
}

/** JSON Schema Validation 2020-12 §8.6: a token is read as a list of its header and its payload. */
const tokenOf = (payload: string) => ({
  contentMediaType: "application/jwt",
  contentSchema: { type: "array", prefixItems: [{ type: "object" }, reference(payload)], minItems: 2 },
});

const references = (examples: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(examples).map(([name, path]) => [
      name,
      { $ref: `#/components/examples/${fileName(path)}` },
    ]),
  );

/** The files that bodies refer to, each once. */
function fileExamples(): Record<string, object> {
  const bodies = ROOMS.flatMap(({ operations }) =>
    Object.values(operations).flatMap(({ body, answers }) => [
      body ?? {},
      ...Object.values(answers).map((answer) => answer.content ?? {}),
    ]),
  );
  const files = bodies.flatMap((body) =>
    Object.entries(body).flatMap(([media, { examples = {} }]) =>
      Object.entries(examples).map(([name, path]): [string, object] => [
        fileName(path),
        { summary: words(name), value: exampleOf(path, media) },
      ]),
    ),
  );
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const fileName = (path: string) => path.replaceAll("/", ".");

/** "a-database" as a person would write it. */
function words(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}
