// A match report as a provider reads it: what its manifest lacks to win the demand, the most decisive first.
import { REASONS, type Reason } from "../../compatibility/judge/reasons.ts";
import type {
  ComponentReport,
  MatchReport,
  OfferReport,
  Shortfall,
} from "../../compatibility/match/report.ts";
import { REASON_EXPLANATIONS } from "../../compatibility/reason-explanations.ts";
import { missedBy } from "./report-table.ts";
import { clip, count, paint, plain, times } from "../terminal/print.ts";
import { boundsInWords } from "../terminal/words.ts";

/** `market`: the report on the same demand over the whole market, where the first is over a part of it. */
export function lacksInWords({ component }: MatchReport, market?: MatchReport): string {
  return component
    .map((each) =>
      componentInWords(
        each,
        market?.component.find(({ name }) => name === each.name),
      ),
    )
    .join("\n\n");
}

function componentInWords(component: ComponentReport, market: ComponentReport | undefined): string {
  const { name, counts, shortfalls, results } = component;
  const all = counts.compatible + counts.undetermined + counts.incompatible;
  const head = `${paint("bold", plain(`${name}: ${component.class}`))}: ${count(counts.compatible)} of ${times(all, "offer")} compatible`;
  if (all === 0) return `${head}\n\n  The manifest has no offer of this class.`;
  const lacks = shortfalls.toSorted((a, b) => b.alone - a.alone || offersIn(b) - offersIn(a));
  const nearest = results.filter(({ verdict }) => verdict !== "compatible");
  return [
    head,
    ...rivals(results, market),
    lacks.length > 0
      ? `What is lacking, the most decisive first:\n${lacks.flatMap(lackInWords).join("\n")}`
      : "",
    nearest.length > 0 ? `The nearest offers:\n${nearest.flatMap(offerInWords).join("\n")}` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

const offersIn = ({ reasons }: Shortfall) => Object.values(reasons).reduce((sum, number) => sum + number, 0);

/** What the market's first offer is, and what it costs next to the first one here. */
function rivals([mine]: readonly OfferReport[], market: ComponentReport | undefined): string[] {
  const [first] = market?.results ?? [];
  if (!first || first.verdict !== "compatible") return [];
  const isMine = first.offer === mine?.offer;
  const of = isMine ? "yours" : `of ${plain(first.providerName ?? first.provider)}`;
  const here =
    mine?.verdict === "compatible" && !isMine ? ` Your first: ${nameOf(mine)}, ${priceOf(mine)}.` : "";
  return [`The market's first is ${of}: ${nameOf(first)}, ${priceOf(first)}.${here}`];
}

const nameOf = ({ name, offer }: OfferReport) => clip(plain(name ?? offer));
const priceOf = ({ price: { monthly, currency } }: OfferReport) =>
  monthly === undefined ? "no price" : `${monthly.toFixed(2)} ${plain(currency ?? "")} a month`;

function lackInWords(shortfall: Shortfall): string[] {
  const { on, expected, reasons, alone } = shortfall;
  const wanted = plain(expected ? `${on} ${boundsInWords(expected)}` : on);
  const decisive = alone > 0 ? `, ${count(alone)} by this alone` : "";
  const rows = Object.entries(reasons).sort(([, a], [, b]) => b - a);
  return [
    `  ${paint("bold", wanted)}: ${times(offersIn(shortfall), "offer")}${decisive}`,
    ...rows.map(([reason, number]) => `    ${count(number)} ${plain(reason)}: ${adviceOn(reason)}`),
  ];
}

/** A node of another version may give reasons that are not known here. */
const adviceOn = (reason: string) =>
  Object.hasOwn(REASONS, reason) ? REASON_EXPLANATIONS[reason as Reason].provider : "See the node's version.";

function offerInWords(result: OfferReport): string[] {
  return [
    `  ${nameOf(result)}  ${paint("dim", plain(result.offer))}`,
    ...missedBy(result).map(
      ({ outcome, message }) => `    ${outcome === "violated" ? "✗" : "?"} ${plain(message)}`,
    ),
  ];
}
