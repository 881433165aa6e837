// Exact rational numbers: what sizes and prices are compared in, so that equality holds no surprise.

/** `numerator / denominator` in lowest terms; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The ratio of two integers; `denominator` must not be zero. */
export function ratio(numerator: bigint, denominator = 1n): Ratio {
  const sign = denominator < 0n ? -1n : 1n;
  const shared = gcd(numerator < 0n ? -numerator : numerator, denominator * sign) * sign;
  return { numerator: numerator / shared, denominator: denominator / shared };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

// Three digits of exponent would let twelve characters stand for a number of a thousand digits.
const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Reads a decimal number ("32", "0.41", "4.1E-1") exactly; undefined when it is none or has over 30 digits a side. */
export function parseRatio(text: string): Ratio | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  return multiply(ratio(digits), power(10n, Number(exponent) - fraction.length));
}

/** `base` to the power of an integer, which may be negative. */
export function power(base: bigint, exponent: number): Ratio {
  return exponent < 0 ? ratio(1n, base ** BigInt(-exponent)) : ratio(base ** BigInt(exponent));
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `b` must not be zero. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { ...b, numerator: -b.numerator });
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As a double; exact where numerator and denominator are exact doubles and so is their quotient. */
export function toNumber({ numerator, denominator }: Ratio): number {
  return Number(numerator) / Number(denominator);
}

/** The nearest number with at most six decimals, halves away from zero: for documents that must come out the same. */
export function rounded({ numerator, denominator }: Ratio): number {
  const isNegative = numerator < 0n;
  const millionths = ((isNegative ? -numerator : numerator) * 2_000_000n + denominator) / (2n * denominator);
  return Number(isNegative ? -millionths : millionths) / 1_000_000;
}
