// The JSON Schemas as validators that also refuse what they do not describe.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { SCHEMAS, type Json, type Schema } from "../../schemas/openapi/components.ts";

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
formats.default(ajv);
for (const schema of SCHEMAS.values()) ajv.addSchema(closed(schema) as Schema);

/** What is wrong with a document of the schema of this name, such as "match-report". */
export function faultsIn(name: string, document: unknown): string[] {
  const validate = ajv.getSchema(`https://w3id.org/mpli/api/schemas/${name}.schema.json`);
  if (!validate) throw new Error(`there is no schema ${name}`);
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** "MatchReport" as the name of its file. */
export function fileOf(component: string): string {
  return component.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Clients ignore members that they do not know; a node that sends one has forgotten to describe it. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== "object") return value;
  const { ...inner } = Object.fromEntries(
    Object.entries(value as Schema).map(([key, each]) => [key, closed(each)]),
  );
  return "properties" in inner && inner["type"] === "object" && !("additionalProperties" in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}
