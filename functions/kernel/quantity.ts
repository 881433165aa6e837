// Sizes, rates and durations with a unit: the part of UCUM that cloud services are described in, compared exactly.
import { type Ratio, compareRatios, divide, multiply, parseRatio, power, ratio, toNumber } from "./ratio.ts";
import { type Result, ok, refused } from "./result.ts";

export interface Quantity {
  /** The number as written, in `unit`. */
  readonly value: number;
  /** UCUM code as written, without annotations' meaning: "GiBy", "By/s", "{request}/s". */
  readonly unit: string;
  /** In base units (By, s, J and their products), as a double: for columns and display. */
  readonly base: number;
  /** In base units, exactly: what comparison uses. */
  readonly exact: Ratio;
  /** Product of powers of the base dimensions, e.g. "information", "information.time-1"; "1" for pure numbers. */
  readonly dimension: string;
}

export type QuantityRefusal =
  | { code: "malformed-quantity"; given: string }
  | { code: "unknown-unit"; unit: string; given: string }
  | { code: "quantity-out-of-range"; given: string };

export type ComparisonRefusal = { code: "incomparable-units"; left: string; right: string };

/** Longer texts are no quantity of anything. */
const MAX_LENGTH = 80;
const MAX_FACTORS = 6;

interface Atom {
  /** Size in the base unit of its dimension. */
  readonly size: Ratio;
  readonly dimension: Readonly<Record<string, number>>;
  /** Which prefixes it takes. */
  readonly prefixes?: "decimal" | "decimal and binary";
}

const YEAR = 31_557_600n; // UCUM: a is the mean Julian year of 365.25 d, and mo its twelfth.
const time = (seconds: bigint): Atom => ({ size: ratio(seconds), dimension: { time: 1 } });

/** Units by UCUM code. One byte is eight bits, and the byte is the base: a bit is then an exact double. */
const ATOMS: Readonly<Record<string, Atom>> = {
  By: { size: ratio(1n), dimension: { information: 1 }, prefixes: "decimal and binary" },
  bit: { size: ratio(1n, 8n), dimension: { information: 1 }, prefixes: "decimal and binary" },
  s: { ...time(1n), prefixes: "decimal" },
  min: time(60n),
  h: time(3_600n),
  d: time(86_400n),
  wk: time(604_800n),
  mo: time(YEAR / 12n),
  a: time(YEAR),
  Hz: { size: ratio(1n), dimension: { time: -1 }, prefixes: "decimal" },
  J: { size: ratio(1n), dimension: { energy: 1 }, prefixes: "decimal" },
  W: { size: ratio(1n), dimension: { energy: 1, time: -1 }, prefixes: "decimal" },
  "%": { size: ratio(1n, 100n), dimension: {} },
  "1": { size: ratio(1n), dimension: {} },
};

const DECIMAL_PREFIXES: Readonly<Record<string, Ratio>> = {
  P: power(10n, 15),
  T: power(10n, 12),
  G: power(10n, 9),
  M: power(10n, 6),
  k: power(10n, 3),
  m: power(10n, -3),
  u: power(10n, -6),
  n: power(10n, -9),
};

const BINARY_PREFIXES: Readonly<Record<string, Ratio>> = {
  Ki: power(2n, 10),
  Mi: power(2n, 20),
  Gi: power(2n, 30),
  Ti: power(2n, 40),
  Pi: power(2n, 50),
};

/**
 * Reads a quantity: a decimal number, white space, a UCUM unit ("32 GiBy", "10 Gbit/s", "500 GBy/mo", "3000 /s",
 * "10000 {request}"). A number alone has the unit "1". Annotations in braces carry no dimension (UCUM §2.5 ■6).
 */
export function parseQuantity(text: string): Result<Quantity, QuantityRefusal> {
  const given = text.slice(0, MAX_LENGTH);
  const [, number = "", unit = "1"] =
    (text.length <= MAX_LENGTH && /^(\S+)(?:\s+(\S+))?$/.exec(text.trim())) || [];
  const value = parseRatio(number);
  if (!value) return refused({ code: "malformed-quantity", given });
  const measure = parseUnit(unit);
  if (!measure) return refused({ code: "unknown-unit", unit, given });
  const exact = multiply(value, measure.size);
  const base = toNumber(exact);
  if (!Number.isFinite(base) || (base === 0 && exact.numerator !== 0n))
    return refused({ code: "quantity-out-of-range", given });
  return ok({ value: toNumber(value), unit, base, exact, dimension: measure.dimension });
}

/** A number without a unit, as a quantity. */
export function pureNumber(exact: Ratio): Quantity {
  const value = toNumber(exact);
  return { value, unit: "1", base: value, exact, dimension: "1" };
}

export interface Measure {
  /** How many base units one of it is. */
  readonly size: Ratio;
  readonly dimension: string;
}

const FACTOR = /^(%|1|[A-Za-z]{1,8})?([+-]?[1-9])?(\{[!-z|~]{0,40}\})?$/;

/** Size and dimension of a UCUM unit code; undefined when it is not of the supported part. */
export function parseUnit(code: string): Measure | undefined {
  const factors = code.split(/(?=[./])(?![^{]*\})/);
  if (factors.length > MAX_FACTORS) return undefined;
  let size = ratio(1n);
  const powers = new Map<string, number>();
  for (const [index, part] of factors.entries()) {
    const isDivided = part.startsWith("/");
    if (part.startsWith(".") && index === 0) return undefined;
    const [whole, symbol, digits = "1", annotation] = FACTOR.exec(part.replace(/^[./]/, "")) ?? [];
    const atom = symbol ? findAtom(symbol) : annotation ? ATOMS["1"] : undefined;
    if (whole === undefined || !atom || (!symbol && digits !== "1")) return undefined;
    const exponent = Number(digits) * (isDivided ? -1 : 1);
    size = multiply(size, raise(atom.size, exponent));
    for (const [name, times] of Object.entries(atom.dimension))
      powers.set(name, (powers.get(name) ?? 0) + times * exponent);
  }
  return { size, dimension: spell(powers) };
}

function findAtom(symbol: string): Atom | undefined {
  const plain = Object.hasOwn(ATOMS, symbol) ? ATOMS[symbol] : undefined;
  return plain ?? prefixed(symbol, 2, BINARY_PREFIXES) ?? prefixed(symbol, 1, DECIMAL_PREFIXES);
}

function prefixed(
  symbol: string,
  length: 1 | 2,
  prefixes: Readonly<Record<string, Ratio>>,
): Atom | undefined {
  const factor = prefixes[symbol.slice(0, length)];
  const rest = symbol.slice(length);
  const atom = Object.hasOwn(ATOMS, rest) ? ATOMS[rest] : undefined;
  if (!factor || !atom?.prefixes || (length === 2 && atom.prefixes === "decimal")) return undefined;
  return { size: multiply(factor, atom.size), dimension: atom.dimension };
}

function raise({ numerator, denominator }: Ratio, exponent: number): Ratio {
  const times = BigInt(Math.abs(exponent));
  const raised = ratio(numerator ** times, denominator ** times);
  return exponent < 0 ? divide(ratio(1n), raised) : raised;
}

function spell(powers: ReadonlyMap<string, number>): string {
  const present = [...powers].filter(([, times]) => times !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return present.map(([name, times]) => (times === 1 ? name : `${name}${times}`)).join(".") || "1";
}

/** Orders two quantities of one dimension exactly: 32 GiBy equals 32768 MiBy, and 1 GBy is 1000000000 By. */
export function compareQuantities(a: Quantity, b: Quantity): Result<-1 | 0 | 1, ComparisonRefusal> {
  if (a.dimension !== b.dimension)
    return refused({ code: "incomparable-units", left: a.dimension, right: b.dimension });
  return ok(compareRatios(a.exact, b.exact));
}
