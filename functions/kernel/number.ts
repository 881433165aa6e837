// JSON numbers as RDF literals, digit for digit: what jsonld would round (1e-7 to 0) or respell (doubles) stays.
import { xsd } from "./generated/vocabulary.ts";

/**
 * The lexical form and datatype of a JSON number (JSON-LD 1.1 API §8.2, Data Round Tripping); one without a type is an
 * integer or a double, as in every JSON-LD processor.
 */
export function spellNumber(value: number, type?: string): [lexical: string, datatype: string] {
  if (type === xsd.double.value || (type === undefined && !isPlainInteger(value)))
    return [doubleOf(value), xsd.double.value];
  return [decimalOf(value), type ?? xsd.integer.value];
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
