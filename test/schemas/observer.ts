// Answers of a node, held against the API description: what it does not declare is a fault, what was seen is recorded.
import openapi from "../../schemas/openapi/openapi.json" with { type: "json" };
import { faultsIn, fileOf } from "./validators.ts";

interface Declared {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

type Paths = Readonly<
  Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Declared>> }>>>
>;

const paths = openapi.paths as unknown as Paths;

/** "PUT /manifest 422 shape-violation" for each refusal that is declared, "PUT /manifest 200" for each other answer. */
export const DECLARED: readonly string[] = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { responses }]) =>
    Object.entries(responses).flatMap(([status, response]) => {
      const key = `${method.toUpperCase()} ${path} ${status}`;
      if (!/^\d+$/.test(status)) return [];
      const codes = codesOf(response);
      return codes.length > 0 ? codes.map((code) => `${key} ${code}`) : [key];
    }),
  ),
);

/** What was seen, and what is wrong with it: nothing, when the description tells the truth. */
export async function seen(
  method: string,
  path: string,
  response: Response,
): Promise<{ readonly key: string; readonly faults: readonly string[] }> {
  const key = `${method} ${path} ${response.status}`;
  const declared = paths[path]?.[method.toLowerCase()]?.responses[String(response.status)];
  if (!declared) return { key, faults: [`${key} is not declared`] };
  const missing = Object.keys(declared.headers ?? {}).filter(
    (name) => !OCCASIONAL.includes(name) && !response.headers.has(name),
  );
  const media = response.headers.get("content-type")?.split(";")[0] ?? "";
  const text = await response.text();
  const faults = [
    ...missing.map((name) => `${key} has no ${name}`),
    ...(text === "" || declared.content?.[media] ? [] : [`${key}: ${media} is not declared`]),
  ];
  if (media !== "application/problem+json")
    return { key, faults: [...faults, ...bodyFaults(declared, media, text)] };
  const problem = JSON.parse(text) as { code: string };
  const undeclared = codesOf(declared).includes(problem.code)
    ? []
    : [`${key} ${problem.code} is not declared`];
  return {
    key: `${key} ${problem.code}`,
    faults: [...faults, ...undeclared, ...faultsIn("problem", problem)],
  };
}

/** Fields that an answer has only where there is something to say. */
const OCCASIONAL: readonly string[] = ["Last-Modified", "Link"];

function bodyFaults({ content = {} }: Declared, media: string, text: string): string[] {
  const component = /schemas\/(\w+)$/.exec(
    JSON.stringify(content[media]?.schema ?? "").replaceAll(/["}]/g, ""),
  )?.[1];
  if (!component || component === "Graph" || !/[/+]json$/.test(media)) return [];
  return faultsIn(fileOf(component), JSON.parse(text));
}

function codesOf({ content = {} }: Declared): string[] {
  const { schema } = content["application/problem+json"] ?? {};
  const { allOf = [] } = (schema ?? {}) as { allOf?: { properties?: { code?: { enum?: string[] } } }[] };
  return allOf.flatMap(({ properties }) => properties?.code?.enum ?? []);
}
