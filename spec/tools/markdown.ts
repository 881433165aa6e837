// Tables and code in Markdown.
export type Row = readonly string[];

export const code = (word: string): string => `\`${word}\``;

export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
