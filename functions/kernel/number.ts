// JSON numbers as RDF literals, digit for digit: what jsonld would round (1e-7 to 0) or respell (doubles) stays.
import { xsd } from "./generated/vocabulary.ts";
import type { Json } from "./json.ts";

/** Stands in for xsd:double while jsonld makes statements: it passes every string of that type through parseFloat. */
export const PROTECTED_DOUBLE = "urn:mpli:double";

/** Replaces each number of an expanded document by a string and its datatype (JSON-LD 1.1 API §8.2, Data Round Tripping). */
export function spellNumbers(expanded: Json): Json {
  if (Array.isArray(expanded)) return expanded.map(spellNumbers);
  if (expanded === null || typeof expanded !== "object") return expanded;
  if ("@value" in expanded) return spellValue(expanded, expanded["@value"], expanded["@type"]);
  return Object.fromEntries(Object.entries(expanded).map(([name, value]) => [name, spellNumbers(value)]));
}

function spellValue(node: { [name: string]: Json }, value: Json | undefined, type: Json | undefined): Json {
  if (type === "@json") return node;
  const isDouble = type === xsd.double.value;
  if (typeof value !== "number") return isDouble ? { ...node, "@type": PROTECTED_DOUBLE } : node;
  // A number without a type is an integer or a double, as in every JSON-LD processor.
  if (isDouble || (type === undefined && !isPlainInteger(value)))
    return { ...node, "@value": doubleOf(value), "@type": PROTECTED_DOUBLE };
  return { ...node, "@value": decimalOf(value), "@type": type ?? xsd.integer.value };
}

const isPlainInteger = (value: number) => Number.isInteger(value) && Math.abs(value) < 1e21;

/** Canonical form of xsd:double, such as 4.1E-1. */
function doubleOf(value: number): string {
  return value
    .toExponential()
    .replace(/^(-?\d)e/, "$1.0e")
    .replace(/e\+?/, "E");
}

/** Plain decimal notation, such as 0.0000001: xsd:decimal and xsd:integer know no exponents. */
function decimalOf(value: number): string {
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const shift = Number(exponent);
  const digits = whole + fraction;
  return shift < 0 ? `${sign}0.${"0".repeat(-shift - 1)}${digits}` : sign + digits.padEnd(shift + 1, "0");
}

/** Whether `text`, a JSON number, is the decimal that a reader of `value` would write: nothing was rounded away. */
export function isExact(text: string, value: number): boolean {
  return text === String(value) || significant(text) === significant(String(value));
}

function significant(text: string): string {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return text;
  const digits = (whole + fraction).replace(/^0+/, "");
  // The look-behind keeps this linear on long runs of zeros.
  const kept = digits.replace(/(?<!0)0+$/, "");
  return kept === ""
    ? "0"
    : `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
