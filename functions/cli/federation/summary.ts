// What a person sees once the federation runs: who takes part, and what to try first.
import type { Listed } from "./publish.ts";

const DEMAND = {
  "@context": "https://w3id.org/mpli/context/v1",
  type: "Demand",
  component: [
    { name: "cluster", class: "KubernetesCluster", must: [{ on: "conformantVersion", atLeast: "1.31" }] },
  ],
};

/** The table of providers and two commands to paste. */
export function summary(catalogue: string, providers: readonly Listed[]): string {
  const rows = providers.map(({ name, node, offers }) => [name ?? "", node, String(offers ?? "")]);
  return `
${table([["PROVIDER", "ADDRESS", "OFFERS"], ...rows])}

The catalogue and the site are at ${catalogue}. Ask what fits a demand:

  curl -s ${catalogue}/matches -H 'Content-Type: application/ld+json' -d '${JSON.stringify(DEMAND)}'

  npm run -s mpli -- match demand.json --at ${catalogue}

Ctrl-C stops everything; what is published is kept (npm start -- --fresh forgets it).`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}
