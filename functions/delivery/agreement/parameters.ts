// What an order may set: the parameters of a delivery binding, as data that a form is drawn from and values are held to.
import { type Pattern, compilePattern } from "../../compatibility/demand/pattern.ts";
import { stated } from "../../compatibility/demand/read-term.ts";
import { type Standing, type Stated, readValue, standing } from "../../compatibility/judge/values.ts";
import { cdt, mpli, sh, xsd } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, list, objects, one, text } from "../../kernel/graph.ts";
import type { Json } from "../../kernel/json.ts";
import { isExact } from "../../kernel/number.ts";
import { parseQuantity, parseUnit } from "../../kernel/quantity.ts";
import { parseRatio } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { step } from "./members.ts";

/** Datatypes by their IRI, and how their values are compared. */
const DATATYPES = {
  string: { iri: xsd.string, comparison: "text" },
  integer: { iri: xsd.integer, comparison: "number" },
  decimal: { iri: xsd.decimal, comparison: "number" },
  boolean: { iri: xsd.boolean, comparison: "boolean" },
  ucum: { iri: cdt.ucum, comparison: "quantity" },
} as const;

export type Datatype = keyof typeof DATATYPES;

/** Values are lexical forms, as the manifest has them. */
export interface Parameter {
  readonly name: string;
  readonly datatype: Datatype;
  readonly description?: string;
  /** UCUM code; values are of its dimension. */
  readonly unit?: string;
  readonly required: boolean;
  readonly atLeast?: string;
  readonly atMost?: string;
  readonly isOneOf?: readonly string[];
  readonly matches?: string;
  readonly default?: string;
}

/**
 * `required`: an order must set it; `unknown`: there is no such parameter; `datatype`: not a value of its datatype or
 * dimension; `below`, `above`, `not-one-of`, `no-match`: outside of its bounds; `unreadable`: the manifest bounds it in a
 * way that no reader understands, so that nothing fits.
 */
export interface ParameterFault {
  /** From the payload of the order (RFC 6901). */
  readonly pointer: string;
  readonly problem:
    | "required"
    | "unknown"
    | "datatype"
    | "below"
    | "above"
    | "not-one-of"
    | "no-match"
    | "unreadable";
  /** What would fit. */
  readonly expected?: string;
}

export type ParametersRefusal = { code: "parameters-invalid"; faults: readonly ParameterFault[] };

/** What a binding leaves to the customer. */
export interface Shape {
  readonly parameters: readonly (Parameter | "unreadable")[];
  /** Whether a schema elsewhere says what an order may set; then whoever delivers checks it. */
  readonly isDescribedElsewhere: boolean;
}

/** The values of an order, or of a change to one, held to what its binding says, with defaults filled in. */
export function checkValues(
  given: JsonObject,
  { parameters, isDescribedElsewhere }: Shape,
): Result<JsonObject, ParametersRefusal> {
  return isDescribedElsewhere && parameters.length === 0 ? ok(given) : checkParameters(given, parameters);
}

const MOST_TEXT = 4096;
const MOST_FAULTS = 50;

/** The parameters of a binding in the order of their names; what is said twice, or cannot be read, makes it `unreadable`. */
export function readParameters(graph: Store, binding: Term): readonly (Parameter | "unreadable")[] {
  return objects(graph, binding, mpli.parameter)
    .map((node) => readParameter(graph, node))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = (parameter: Parameter | "unreadable") => (parameter === "unreadable" ? "" : parameter.name);

function readParameter(graph: Store, node: Term): Parameter | "unreadable" {
  const name = text(graph, node, sh.name);
  const datatype = (Object.keys(DATATYPES) as Datatype[]).find(
    (each) => one(graph, node, sh.datatype)?.value === DATATYPES[each].iri.value,
  );
  const isForked = SINGLE.some((predicate) => objects(graph, node, predicate).length > 1);
  const head = one(graph, node, sh.in);
  const choices = head && list(graph, head);
  if (name === undefined || datatype === undefined || isForked || (head && !choices)) return "unreadable";
  const maybe = <K extends string>(key: K, predicate: NamedNode) => {
    const value = one(graph, node, predicate);
    return value === undefined ? {} : ({ [key]: stated(value).value } as { [N in K]?: string });
  };
  return {
    name,
    datatype,
    required: ["true", "1"].includes(text(graph, node, mpli.required) ?? ""),
    ...maybe("description", sh.description),
    ...maybe("unit", mpli.unit),
    ...maybe("atLeast", sh.minInclusive),
    ...maybe("atMost", sh.maxInclusive),
    ...(choices ? { isOneOf: choices.map((choice) => stated(choice).value) } : {}),
    ...maybe("matches", sh.pattern),
    ...maybe("default", sh.defaultValue),
  };
}

const SINGLE = [
  mpli.required,
  mpli.unit,
  sh.minInclusive,
  sh.maxInclusive,
  sh.in,
  sh.pattern,
  sh.defaultValue,
];

/** The values that hold once defaults are filled in, or all that is wrong with those that are set. */
function checkParameters(
  given: JsonObject,
  parameters: readonly (Parameter | "unreadable")[],
): Result<JsonObject, ParametersRefusal> {
  const faults: ParameterFault[] = [];
  const values: [string, Json][] = [];
  const known = parameters.filter((parameter) => parameter !== "unreadable");
  const twice = known.find(({ name }, index) => known[index + 1]?.name === name);
  if (known.length < parameters.length || twice)
    faults.push({ pointer: `/parameters${twice ? step(twice.name) : ""}`, problem: "unreadable" });
  for (const parameter of known) {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : defaultOf(parameter);
    const pointer = `/parameters${step(parameter.name)}`;
    if (value === undefined) {
      if (parameter.required) faults.push({ pointer, problem: "required" });
      continue;
    }
    const fault = faultIn(value, parameter);
    if (fault) faults.push({ pointer, ...fault });
    else values.push([parameter.name, value]);
  }
  for (const name of Object.keys(given))
    if (!known.some((parameter) => parameter.name === name))
      faults.push({ pointer: `/parameters${step(name)}`, problem: "unknown" });
  return faults.length === 0
    ? ok(Object.fromEntries(values))
    : refused({ code: "parameters-invalid", faults: faults.slice(0, MOST_FAULTS) });
}

/** A default as an order would write it; one that is no value of its datatype is refused like one that is set. */
function defaultOf({ datatype, default: lexical }: Parameter): Json | undefined {
  if (lexical === undefined) return undefined;
  switch (datatype) {
    case "boolean":
      return ["true", "1"].includes(lexical) || (["false", "0"].includes(lexical) ? false : lexical);
    case "integer":
    case "decimal":
      return isExact(lexical, Number(lexical)) ? Number(lexical) : lexical;
    case "string":
    case "ucum":
      return lexical;
  }
}

type Fault = Omit<ParameterFault, "pointer">;

function faultIn(value: Json, parameter: Parameter): Fault | undefined {
  const { datatype, unit, atLeast, atMost, isOneOf, matches } = parameter;
  const lexical = lexicalOf(value, datatype);
  if (lexical === undefined || !isOfDimension(lexical, parameter))
    return { problem: "datatype", expected: unit === undefined ? datatype : `${datatype} in ${unit}` };
  const [least, most] = [place(lexical, atLeast, datatype), place(lexical, atMost, datatype)];
  // Text has no order: a bound on it bounds nothing, so nothing is within it.
  if ([least, most].some((found) => found === "unreadable" || found === "different"))
    return { problem: "unreadable" };
  if (least === "below") return { problem: "below", ...(atLeast === undefined ? {} : { expected: atLeast }) };
  if (most === "above") return { problem: "above", ...(atMost === undefined ? {} : { expected: atMost }) };
  if (isOneOf && !isOneOf.some((choice) => place(lexical, choice, datatype) === "within"))
    return { problem: "not-one-of", expected: isOneOf.join(", ").slice(0, 200) };
  if (matches === undefined) return undefined;
  const pattern = patternOf(matches);
  if (!pattern) return { problem: "unreadable" };
  return pattern(lexical) ? undefined : { problem: "no-match", expected: matches };
}

/** A value as a literal of its datatype; numbers may be written as strings where a JSON number would lose digits. */
function lexicalOf(value: Json, datatype: Datatype): string | undefined {
  switch (datatype) {
    case "string":
      return typeof value === "string" && value.length <= MOST_TEXT ? value : undefined;
    case "integer":
      return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : undefined;
    case "decimal":
      return (typeof value === "number" || typeof value === "string") && parseRatio(String(value))
        ? String(value)
        : undefined;
    case "boolean":
      return typeof value === "boolean" ? String(value) : undefined;
    case "ucum":
      return typeof value === "string" && parseQuantity(value).ok ? value : undefined;
  }
}

/** Quantities are of the dimension of the unit, or of the bounds where no unit is stated. */
function isOfDimension(lexical: string, { datatype, unit, ...bounds }: Parameter): boolean {
  if (datatype !== "ucum") return true;
  const bound = bounds.atLeast ?? bounds.atMost ?? bounds.isOneOf?.[0];
  if (unit === undefined && bound === undefined) return true;
  const dimension = unit === undefined ? dimensionOf(bound ?? "") : parseUnit(unit)?.dimension;
  // Bounds that are no quantity are told by their own problem.
  return unit === undefined && dimension === undefined ? true : dimensionOf(lexical) === dimension;
}

function dimensionOf(lexical: string): string | undefined {
  const read = parseQuantity(lexical);
  return read.ok ? read.value.dimension : undefined;
}

/** Where a value stands to a bound; `unreadable` where the bound is none for its datatype. */
function place(lexical: string, bound: string | undefined, datatype: Datatype): Standing | "unreadable" {
  if (bound === undefined) return "within";
  const { comparison, iri } = DATATYPES[datatype];
  const literal = (value: string): Stated => ({ type: "literal", value, datatype: iri.value });
  const [left, right] = [readValue(literal(lexical), comparison), readValue(literal(bound), comparison)];
  if (!left || !right) return "unreadable";
  const found = standing(left, right);
  return found === "incomparable" ? "unreadable" : found;
}

function patternOf(matches: string): Pattern | undefined {
  const compiled = compilePattern(matches);
  return compiled.ok ? compiled.value : undefined;
}
