// What a bench reports: a value, its unit, the bar it is held against, and whether it holds.

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Such as "≥ 0.5"; "–" where none is declared. */
  readonly bar: string;
  readonly holds: boolean;
}

export interface BenchOptions {
  /** Folder with offers.jsonl, providers.jsonl and regions.jsonl. */
  readonly data: string;
  /** Folder in whose node_modules @digitalbazaar/data-integrity and its neighbours are; not compared with if left out. */
  readonly digitalbazaar?: string;
}

export function atLeast(name: string, value: number, unit: string, bar: number): Figure {
  return { name, value: round(value), unit, bar: `≥ ${bar}`, holds: value >= bar };
}

export function atMost(name: string, value: number, unit: string, bar: number): Figure {
  return { name, value: round(value), unit, bar: `≤ ${bar}`, holds: value <= bar };
}

/** A figure for orientation, held against nothing. */
export function noted(name: string, value: number, unit: string): Figure {
  return { name, value: round(value), unit, bar: "–", holds: true };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The value that this share of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, bar, holds }) => [
    name,
    `${value} ${unit}`.trim(),
    bar,
    holds ? "holds" : "FALLS SHORT",
  ]);
  const head = ["Figure", "Measured", "Bar", ""];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function round(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}
