// What commands print: tables, numbers, colours for those who see them, and text of strangers made harmless.
import { styleText } from "node:util";

/**
 * Text from elsewhere without control and format characters: a manifest must not be able to move the cursor, retitle
 * the terminal or turn the reading direction.
 */
export function plain(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
}

const WIDEST_CELL = 48;
/** A long text cut to what a table can bear. */
export const clip = (text: string): string =>
  text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1)}…` : text;

/** Coloured only on a terminal, and only where NO_COLOR is unset. */
export function paint(style: "green" | "yellow" | "red" | "dim" | "bold", text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
export const count = (value: number): string => NUMBERS.format(value);

/** "1 offer", "2 offers". */
export const times = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? "" : "s"}`;

export const inJson = (value: unknown): string => JSON.stringify(value, null, 2);

export interface Column {
  readonly title: string;
  readonly align?: "right";
  readonly style?: (cell: string) => string;
}

/** Rows in columns as wide as their widest cell, two spaces apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const pad = (cell: string, index: number) =>
    columns[index]?.align === "right" ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0);
  const line = (cells: readonly string[], style: (cell: string, index: number) => string) =>
    `  ${cells.map((cell, index) => style(pad(cell, index), index)).join("  ")}`.trimEnd();
  const head = line(
    columns.map(({ title }) => title.toUpperCase()),
    (cell) => paint("dim", cell),
  );
  const body = rows.map((row) =>
    line(
      columns.map((_, index) => row[index] ?? ""),
      (cell, index) => columns[index]?.style?.(cell) ?? cell,
    ),
  );
  return [head, ...body].join("\n");
}

const AFTER_MS = 1000;

/** Tells on the error stream how far a long task has come: at most once a second, and never of a short one. */
export function progress(now: () => number = () => performance.now()): (message: string) => void {
  let last = now();
  return (message) => {
    if (now() - last < AFTER_MS) return;
    last = now();
    console.error(message);
  };
}
