// What a person sees once the federation runs: who takes part, and what to try first.
import type { Listed } from "./publish.ts";

/** From the folder of the project, where `npm start` runs. */
const DEMAND = "schemas/examples/demands/kubernetes-in-the-eu.jsonld";

/** The table of providers and two commands to paste. */
export function summary(catalogue: string, providers: readonly Listed[]): string {
  const rows = providers.map(({ name, node, offers }) => [name ?? "", node, String(offers ?? "")]);
  return `
${table([["PROVIDER", "ADDRESS", "OFFERS"], ...rows])}

The catalogue and the site are at ${catalogue}. In another terminal, ask what fits a demand:

  npm run -s mpli -- match ${DEMAND} --at ${catalogue}
  curl -s ${catalogue}/matches -H 'Content-Type: application/ld+json' -d @${DEMAND}

Ctrl-C stops everything; what is published is kept (npm start -- --fresh forgets it).`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}
