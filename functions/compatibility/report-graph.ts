// A report in every syntax that it is given in: JSON, and the graph that the same JSON is under our context.
import { Writer } from "n3";
import { mpli, rdf } from "../kernel/generated/vocabulary.ts";
import { type Quad, Store, subjects } from "../kernel/graph.ts";
import { readJsonLd } from "../kernel/json-ld.ts";
import { SYNTAX_NAMES, type Syntax } from "../kernel/media.ts";
import { writeTurtle } from "../kernel/turtle.ts";
import type { CompositionReport } from "./compose/composition-report.ts";
import { type Demand, criteriaOf } from "./demand/demand.ts";
import type { MatchReport } from "./match/report.ts";

export type ReportMedia = "application/json" | Syntax;

/** What a report is offered in, the preferred one first. */
export const REPORT_MEDIA: readonly ReportMedia[] = [
  "application/json",
  "application/ld+json",
  ...SYNTAX_NAMES.filter((name) => name !== "application/ld+json"),
];

/** Findings in a report as a graph: some twenty statements each, and a second's work in all. */
const MOST_FINDINGS = 1_000;

/** What an offer adds to a report besides its findings, counted in findings. */
const BESIDES = 3;

/** Most results a component that a report on `demand` lists in this media type: to make a graph of them is work. */
export function mostResults({ components }: Demand, media: ReportMedia): number {
  if (isJson(media)) return Number.POSITIVE_INFINITY;
  const findings = components
    .flatMap(({ must, should }) => [...must, ...should])
    .flatMap(({ condition }) => criteriaOf(condition)).length;
  return Math.max(1, Math.floor(MOST_FINDINGS / (findings + BESIDES * components.length)));
}

const isJson = (media: ReportMedia) => media === "application/json" || media === "application/ld+json";

/** No IRI of a report is relative. */
const BASE = "https://report.invalid/";

/** Writes a report; as JSON-LD it is the same text as in JSON. */
export async function writeReportIn(
  media: ReportMedia,
  report: MatchReport | CompositionReport,
): Promise<string> {
  switch (media) {
    case "application/json":
    case "application/ld+json":
      return JSON.stringify(report);
    case "text/turtle":
    case "application/trig": {
      const graph = new Store(await quadsOf(report));
      const [root] = subjects(graph, rdf.type, mpli[report.type]);
      return writeTurtle(graph, media, root?.id);
    }
    case "application/n-triples":
    case "application/n-quads":
      // In the order and with the labels of reading, which depend on the report alone: to make lists of results that
      // are so alike canonical would cost more than all the rest.
      return new Writer({ format: media }).quadsToString(await quadsOf(report));
  }
}

async function quadsOf(report: MatchReport | CompositionReport): Promise<Quad[]> {
  const read = await readJsonLd(JSON.stringify(report), BASE);
  // The context has all terms of a report, and its IRIs have been read before, so it cannot be refused here.
  if (!read.ok) throw new Error(`report is no graph: ${JSON.stringify(read.refusal)}`);
  return read.value;
}
