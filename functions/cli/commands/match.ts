// `mpli match`: a demand to a node, and its answer in words: what fits, at what price, and why the rest does not.
import { parseArgs } from "node:util";
import type { ComponentReport, MatchReport, OfferReport } from "../../compatibility/match/report.ts";
import { readDocument } from "../document.ts";
import { ask, endpointOf, findNode, readObject } from "../node-client.ts";
import { shortfallsInWords } from "../shortfalls.ts";
import { Stop } from "../stop.ts";
import { clip, count, paint, plain, table } from "../terminal.ts";

export const usage = `Usage: mpli match DEMAND --at URL [--limit n] [--json]

Sends the demand in the file DEMAND (- for standard input) to the node at URL, and shows what fits and why not.

  --at URL    a provider's node, or a catalogue
  --limit n   most offers to show for each component, 1 to 1000 (10)
  --json      the report as the node sent it

Exit codes: 0 the node answered; 1 it refuses the demand; 2 it cannot be asked.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { at: { type: "string" }, limit: { type: "string", default: "10" }, json: { type: "boolean" } },
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Stop(2, `Name one file with a demand.\n\n${usage}`);
  if (!values.at) throw new Stop(2, `Name the node to ask: --at http://localhost:8787\n\n${usage}`);
  if (!/^[1-9]\d{0,2}$|^1000$/.test(values.limit))
    throw new Stop(2, `--limit ${plain(values.limit)} is not a number from 1 to 1000.`);
  const { text, syntax } = await readDocument(file);
  const address = new URL(endpointOf(await findNode(values.at), "matches"));
  address.searchParams.set("limit", values.limit);
  const headers = { "Content-Type": syntax, Accept: "application/json" };
  const answer = await ask(address.href, { method: "POST", headers, body: text });
  const report = await readObject(answer, address.href);
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else console.log(inWords(asReport(report, address.href)));
  return 0;
}

/** The members that are shown must be there; a node that answers something else is told apart from one that crashed us. */
function asReport(report: unknown, address: string): MatchReport {
  const { type, component } = report as Partial<MatchReport>;
  if (type === "MatchReport" && Array.isArray(component)) return report as MatchReport;
  throw new Stop(2, `${address} did not answer with a match report. Give the address of an MPLI node.`);
}

function inWords({ component, warnings, snapshot, demand }: MatchReport): string {
  const noted = warnings.map((warning) => paint("yellow", plain(warningInWords(warning))));
  const digests = paint("dim", plain(`demand ${demand.slice(0, 12)}…, market ${snapshot.slice(0, 12)}…`));
  return [...component.map(componentInWords), ...noted, digests].join("\n\n");
}

function warningInWords(warning: MatchReport["warnings"][number]): string {
  switch (warning.code) {
    case "not-evaluated":
      return `Not evaluated by this node: ${warning.term}`;
    case "stale-source":
      return `The manifest of ${warning.provider} could not be read again when it was due`;
    case "unknown-area":
      return `No place is known as ${warning.area}: is it misspelt?`;
    default:
      return JSON.stringify(warning);
  }
}

function componentInWords(component: ComponentReport): string {
  const { name, counts, results } = component;
  const total = counts.compatible + counts.undetermined + counts.incompatible;
  const verdicts = `${count(counts.compatible)} compatible, ${count(counts.undetermined)} undetermined, ${count(counts.incompatible)} incompatible`;
  const head = `${paint("bold", plain(`${name}: ${component.class}`))}: ${count(total)} offers, ${verdicts}`;
  const reasons = shortfallsInWords(component.shortfalls, total);
  const rest = total - results.length;
  return [
    head,
    results.length > 0 ? offers(results) : "",
    rest > 0 ? `  … and ${count(rest)} more (--limit shows more)` : "",
    reasons.length > 0 ? `Why not:\n${reasons.map((line) => `  ${plain(line)}`).join("\n")}` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

const STYLES = { compatible: "green", undetermined: "yellow", incompatible: "red" } as const;
const MARKS = { satisfied: "", violated: "✗", unknown: "?" } as const;

function offers(results: readonly OfferReport[]): string {
  const lines = table(
    [
      { title: "verdict" },
      { title: "provider" },
      { title: "offer" },
      { title: "a month", align: "right" },
      { title: "address" },
    ],
    results.map((result) => [
      result.verdict,
      plain(result.providerName ?? result.provider),
      clip(plain(result.name ?? result.offer.split("/").at(-1) ?? "")),
      price(result),
      plain(result.offer),
    ]),
  ).split("\n");
  const [head = "", ...rows] = lines;
  return [
    head,
    ...rows.flatMap((row, index) => [coloured(row, results[index]), ...whyNot(results[index])]),
  ].join("\n");
}

const coloured = (row: string, result: OfferReport | undefined) =>
  result ? row.replace(result.verdict, paint(STYLES[result.verdict] ?? "dim", result.verdict)) : row;

function price({ price: { monthly, currency, partial } }: OfferReport): string {
  if (monthly === undefined) return "–";
  return `${partial ? "from " : ""}${monthly.toFixed(2)} ${plain(currency ?? "")}`;
}

/** One line for each thing that keeps the offer from being compatible. */
function whyNot(result: OfferReport | undefined): string[] {
  if (!result) return [];
  const missed = [...result.requirements.filter(({ strength }) => strength === "must"), ...result.obstacles];
  return missed
    .filter(({ outcome }) => outcome !== "satisfied")
    .map(({ outcome, message }) => paint("dim", `      ${MARKS[outcome] ?? "?"} ${plain(message)}`));
}
