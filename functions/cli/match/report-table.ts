// A match report as a person reads it: what fits, at what price, why the rest does not, and what would change that.
import type {
  ComponentReport,
  MatchReport,
  OfferReport,
  RequirementReport,
  Warning,
} from "../../compatibility/match/report.ts";
import type { LineReport } from "../../compatibility/match/price-report.ts";
import { shortfallsInWords } from "./shortfalls.ts";
import { clip, count, paint, plain, table } from "../terminal/print.ts";

export interface Detail {
  /** Every requirement of every offer, with the statements behind it, and what the price is made of. */
  readonly explain: boolean;
}

export function reportInWords(
  { component, warnings, snapshot, demand }: MatchReport,
  detail: Detail,
): string {
  const noted = warnings.map((warning) => paint("yellow", plain(warningInWords(warning))));
  const digests = paint("dim", plain(`demand ${demand.slice(0, 12)}…, market ${snapshot.slice(0, 12)}…`));
  return [...component.map((each) => componentInWords(each, detail)), ...noted, digests].join("\n\n");
}

export function warningInWords(warning: Warning): string {
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

function componentInWords(component: ComponentReport, detail: Detail): string {
  const { name, counts, results, relaxations = [] } = component;
  const total = counts.compatible + counts.undetermined + counts.incompatible;
  const verdicts = `${count(counts.compatible)} compatible, ${count(counts.undetermined)} undetermined, ${count(counts.incompatible)} incompatible`;
  const head = `${paint("bold", plain(`${name}: ${component.class}`))}: ${count(total)} offers, ${verdicts}`;
  const reasons = shortfallsInWords(component.shortfalls, total);
  const rest = total - results.length;
  return [
    head,
    results.length > 0 ? offers(results, detail) : "",
    rest > 0 ? `  … and ${count(rest)} more (--limit shows more)` : "",
    block(
      "What would change that, the least first:",
      relaxations.map(
        ({ message, offers }) => `${message} (${count(offers)} ${offers === 1 ? "offer" : "offers"})`,
      ),
    ),
    block("Why not:", reasons),
  ]
    .filter(Boolean)
    .join("\n\n");
}

const block = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? `${title}\n${lines.map((line) => `  ${plain(line)}`).join("\n")}` : "";

const STYLES = { compatible: "green", undetermined: "yellow", incompatible: "red" } as const;
const MARKS = { satisfied: "✓", violated: "✗", unknown: "?" } as const;

function offers(results: readonly OfferReport[], detail: Detail): string {
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
      monthlyInWords(result.price),
      plain(result.offer),
    ]),
  ).split("\n");
  const [head = "", ...rows] = lines;
  const below = detail.explain ? everything : whyNot;
  return [
    head,
    ...rows.flatMap((row, index) => {
      const result = results[index];
      return result
        ? [coloured(row, result), ...below(result).map((line) => paint("dim", `      ${indented(line)}`))]
        : [row];
    }),
  ].join("\n");
}

/** Made harmless, its indentation kept. */
const indented = (line: string) => `${/^ */.exec(line)?.[0] ?? ""}${plain(line)}`;

const coloured = (row: string, { verdict }: OfferReport) =>
  row.replace(verdict, paint(STYLES[verdict] ?? "dim", verdict));

interface Monthly {
  readonly monthly?: number | undefined;
  readonly currency?: string | undefined;
  readonly partial?: boolean | undefined;
}

/** What something costs in a month, for a cell of a table. */
export function monthlyInWords({ monthly, currency, partial }: Monthly): string {
  if (monthly === undefined) return "–";
  return `${partial ? "from " : ""}${monthly.toFixed(2)} ${plain(currency ?? "")}`;
}

/** What keeps the offer from being compatible. */
export function missedBy({ requirements, obstacles }: OfferReport) {
  const musts = requirements.filter(({ strength }) => strength === "must");
  return [...musts, ...obstacles].filter(({ outcome }) => outcome !== "satisfied");
}

/** One line for each thing that keeps the offer from being compatible, and what would let it in. */
function whyNot(result: OfferReport): string[] {
  const { relaxation } = result;
  return [
    ...missedBy(result).flatMap((one) => [
      `${MARKS[one.outcome] ?? "?"} ${one.message}`,
      ...("evidence" in one ? evidenceInWords(one) : []),
    ]),
    ...(relaxation ? [`→ ${relaxation.message}`] : []),
  ];
}

function everything(result: OfferReport): string[] {
  const { requirements, obstacles, relaxation, price: cost } = result;
  return [
    ...requirements.flatMap(requirementInWords),
    ...obstacles.map(({ outcome, message }) => `${MARKS[outcome] ?? "?"} ${message}`),
    ...(cost.lines ?? []).map((line) => lineInWords(line, cost.currency ?? "")),
    ...(cost.leftOut.length > 0 ? [`  not counted: ${cost.leftOut.join(", ")}`] : []),
    ...(relaxation ? [`→ ${relaxation.message}`] : []),
  ];
}

function requirementInWords(requirement: RequirementReport): string[] {
  const { outcome, strength, reason, message, facts = [] } = requirement;
  return [
    `${MARKS[outcome] ?? "?"} ${strength}: ${message} (${reason})`,
    ...facts.map(({ subject, path, value }) => `    ${subject} ${path.join("/")} ${value}`),
    ...evidenceInWords(requirement),
  ];
}

/** A line for each credential: what it is worth, who signed it, and what is wrong with it. */
function evidenceInWords({ evidence = [] }: Pick<RequirementReport, "evidence">): string[] {
  return evidence.map(({ credential, issuer, party, fault, statusAsOf }) => {
    const known = statusAsOf ? `, status of ${statusAsOf}` : "";
    const worth = fault ? `${fault}${known}` : `${party}${known}`;
    return `    ${worth}: credential ${credential.slice(0, 12)}… by ${issuer}`;
  });
}

function lineInWords({ by, unit, amount, times, monthly }: LineReport, currency: string): string {
  return `  ${amount} ${currency} by ${unit ?? by} × ${times} = ${monthly.toFixed(2)} ${currency}`;
}
