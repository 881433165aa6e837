// What providers ask of this customer: each part of each prerequisite, by the chapter's table.
import type { Asked } from "./asked.ts";
import type { Graphs, Row } from "./graphs.ts";
import { type Outcome, someOf } from "./logic.ts";
import { lies } from "./sparql.ts";

/** By offer, the outcomes of the parts of its own prerequisites and of its provider's. */
export function judgePrerequisites(graphs: Graphs, asked: Asked): ReadonlyMap<string, readonly Outcome[]> {
  const place = asked.country === undefined ? undefined : `<${asked.country}>`;
  const rows = graphs.select(`SELECT DISTINCT ?offer ?asked ?ask ?terms ?area ?lies WHERE {
  ?manifest mpli:offer ?offer .
  { ?offer mpli:prerequisite ?asked } UNION { ?manifest mpli:provider/mpli:prerequisite ?asked }
  OPTIONAL { ?asked mpli:ask ?ask } OPTIONAL { ?asked mpli:terms ?terms }
  OPTIONAL { ?asked mpli:customerIn ?area BIND(${place ? lies(place, "?area") : '"unknown"'} AS ?lies) }
}`);
  const byNode = Map.groupBy(rows, (row) => `${row.offer?.value} ${row.asked?.value}`);
  const judged = [...byNode.values()].map(
    (own) => [own[0]?.offer?.value ?? "", partsOf(own, asked)] as const,
  );
  return new Map(
    Array.from(
      Map.groupBy(judged, ([offer]) => offer),
      ([offer, own]) => [offer, own.flatMap(([, outcomes]) => outcomes)],
    ),
  );
}

function partsOf(rows: readonly Row[], { presents, accepts }: Asked): Outcome[] {
  const [{ ask, terms } = {}] = rows;
  const areas = rows.flatMap(({ lies: said }) => (said?.value as Outcome | undefined) ?? []);
  const has = (list: readonly string[], value: string): Outcome =>
    list.includes(value) ? "satisfied" : "unknown";
  const parts = [
    ...(ask ? [has(presents, ask.value)] : []),
    ...(terms ? [has(accepts, terms.value)] : []),
    ...(areas.length > 0 ? [someOf(areas)] : []),
  ];
  return parts.length > 0 ? parts : ["unknown"];
}
