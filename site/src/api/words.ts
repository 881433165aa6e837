// A schema in a few words: "list of MatchReportResult", "integer, from 1, 100 unless stated".
import { type Schema, componentOf } from "./openapi.ts";

export interface Words {
  readonly text: string;
  /** The component that it is about. */
  readonly component?: string;
}

/** What values of a schema are. */
export function wordsOf(schema: Schema): Words {
  const component = componentOf(schema);
  if (component) return { text: component, component };
  if (schema.const !== undefined) return { text: JSON.stringify(schema.const) };
  if (schema.enum) return { text: schema.enum.map((each) => JSON.stringify(each)).join(" or ") };
  if (schema.items) return prefixed("list of ", plural(wordsOf(schema.items)));
  if (typeof schema.additionalProperties === "object")
    return prefixed("map of names to ", wordsOf(schema.additionalProperties));
  if (schema.oneOf && !schema.properties) return { text: schema.oneOf.map((each) => wordsOf(each).text).join(" or ") };
  return { text: [schema.format === "uri" ? "URI" : schema.format ?? schema.type ?? "any", ...boundsOf(schema)].join(", ") };
}

function prefixed(prefix: string, { text, component }: Words): Words {
  return { text: prefix + text, ...(component ? { component } : {}) };
}

/** "string" as "strings"; the name of a component stays as it is. */
function plural({ text, component }: Words): Words {
  return component ? { text, component } : { text: /^\w+$/.test(text) ? `${text}s` : text };
}

function boundsOf({ minimum, maximum, default: preset }: Schema): string[] {
  return [
    ...(minimum === undefined || minimum === 0 ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
    ...(preset === undefined ? [] : [`${String(preset)} unless stated`]),
  ];
}
