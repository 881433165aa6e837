// Units of UCUM as a table, each with its dimension and its size as a plain decimal: what SPARQL multiplies by.

export interface Unit {
  readonly dimension: "number" | "information" | "rate";
  /** In ones, in bits, or in bits a year. */
  readonly size: string;
}

const PREFIXES = {
  "": 1n,
  k: 1000n,
  M: 1000n ** 2n,
  G: 1000n ** 3n,
  T: 1000n ** 4n,
  P: 1000n ** 5n,
  Ki: 1024n,
  Mi: 1024n ** 2n,
  Gi: 1024n ** 3n,
  Ti: 1024n ** 4n,
  Pi: 1024n ** 5n,
} as const;
const BITS = { By: 8n, bit: 1n } as const;
/** Times a year of 365.25 days, of which a month is the twelfth. */
const A_YEAR = { s: 31_557_600n, min: 525_960n, h: 8_766n, mo: 12n, a: 1n } as const;

const INFORMATION = Object.entries(PREFIXES).flatMap(([prefix, times]) =>
  Object.entries(BITS).map(([symbol, bits]) => [`${prefix}${symbol}`, times * bits] as const),
);

const unit = (code: string, dimension: Unit["dimension"], size: bigint): readonly [string, Unit] => [
  code,
  { dimension, size: String(size) },
];

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  unit("1", "number", 1n),
  ...INFORMATION.map(([code, bits]) => unit(code, "information", bits)),
  ...INFORMATION.flatMap(([code, bits]) =>
    Object.entries(A_YEAR).map(([period, times]) => unit(`${code}/${period}`, "rate", bits * times)),
  ),
]);

/** The table in SPARQL. */
export const UNIT_VALUES = `VALUES (?unit ?dimension ?size) { ${Array.from(
  UNITS,
  ([code, { dimension, size }]) => `("${code}" "${dimension}" ${size}.0)`,
).join(" ")} }`;
