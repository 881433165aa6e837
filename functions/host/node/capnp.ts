// Cap'n Proto's text format, as far as a workerd configuration needs it.

/** A name defined elsewhere in the schema, or a file whose content stands at this place. */
export class Expression {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Capnp = string | boolean | Expression | readonly Capnp[] | { readonly [field: string]: Capnp };

/** A file read when the configuration is; `path` is relative to the configuration. */
export const embed = (path: string) => new Expression(`embed ${quote(path)}`);

/** A constant of the same file. */
export const constant = (name: string) => new Expression(`.${name}`);

/** The text of a value: structs as `(a = 1)`, lists as `[a, b]`, one element a line. */
export function capnp(value: Capnp, indent = ""): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Expression) return value.source;
  const deeper = `${indent}  `;
  const [open, close, parts] = Array.isArray(value)
    ? ["[", "]", value.map((element) => capnp(element, deeper))]
    : ["(", ")", Object.entries(value).map(([field, part]) => `${field} = ${capnp(part, deeper)}`)];
  return parts.length ? `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}` : open + close;
}

function quote(text: string): string {
  const escape = (c: string) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`;
  return `"${text.replace(/["\\]|[^ -~\u0080-\uffff]/g, escape)}"`;
}
