// The API description as the page /api/ shows it: references followed, operations in the order of their rooms.
import text from "../../../schemas/openapi/openapi.json?raw";

interface Reference {
  readonly $ref: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
}

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface RawContent {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

interface RawResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Reference>>;
  readonly content?: Readonly<Record<string, RawContent>>;
}

interface RawOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, RawContent>> };
  readonly responses: Readonly<Record<string, RawResponse | Reference>>;
}

interface Document {
  readonly info: { readonly description: string; readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: {
    readonly headers: Readonly<Record<string, { readonly description: string; readonly example: string }>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

export interface Body {
  readonly media: string;
  readonly schema: Schema;
  readonly examples: readonly Example[];
}

export interface Response {
  readonly status: string;
  readonly isRefusal: boolean;
  readonly description: string;
  readonly headers: readonly string[];
  readonly bodies: readonly Body[];
}

export interface Operation {
  readonly id: string;
  readonly room: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly isOperators: boolean;
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly Body[];
  /** With a status of their own; what `4XX` and `default` say is said once for all. */
  readonly responses: readonly Response[];
}

const document = JSON.parse(text) as Document;

export const { info, tags } = document;
export const { headers, schemas } = document.components;

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, raw]) => ({
    id: raw.operationId,
    room: raw.tags[0] ?? "",
    method: method.toUpperCase(),
    path,
    summary: raw.summary,
    description: raw.description,
    isOperators: raw.security.length > 0,
    parameters: raw.parameters ?? [],
    bodies: bodies(raw.requestBody?.content),
    responses: Object.entries(raw.responses).flatMap(([status, response]) =>
      /^\d+$/.test(status) && !isReference(response)
        ? [
            {
              status,
              isRefusal: Number(status) >= 400,
              description: response.description,
              headers: Object.keys(response.headers ?? {}),
              bodies: bodies(response.content),
            },
          ]
        : [],
    ),
  })),
);

/** The name of the component that a schema refers to. */
export function componentOf({ $ref }: Schema): string | undefined {
  return $ref?.replace("#/components/schemas/", "");
}

function bodies(content: Readonly<Record<string, RawContent>> = {}): Body[] {
  return Object.entries(content).map(([media, { schema, examples = {} }]) => ({
    media,
    schema,
    examples: Object.values(examples).map((each) => (isReference(each) ? (follow(each) as Example) : each)),
  }));
}

function isReference(value: object): value is Reference {
  return "$ref" in value;
}

function follow({ $ref }: Reference): unknown {
  return $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], document);
}
