// Faults in the order of the results.
import { reporting } from "../faults.ts";
import type { Json } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

interface Listed {
  readonly offer: string;
  readonly name?: string;
  readonly provider: string;
  readonly verdict: string;
  score: number;
  readonly price: { readonly monthly?: number };
  readonly requirements: readonly { readonly strength: string; readonly outcome: string }[];
}
type Order = (a: Listed, b: Listed) => number;

const VERDICTS = ["compatible", "undetermined", "incompatible"];
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const monthly = ({ price }: Listed, none = Infinity): number => price.monthly ?? none;

const RULES = {
  verdict: (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
  score: (a, b) => b.score - a.score,
  price: (a, b) => (monthly(a) === monthly(b) ? 0 : monthly(a) - monthly(b)),
  provider: (a, b) => text(a.provider, b.provider),
  offer: (a, b) => text(a.offer, b.offer),
} as const satisfies Record<string, Order>;
type Rule = keyof typeof RULES;

const RIGHT: readonly Rule[] = ["verdict", "score", "price", "provider", "offer"];

/** Orders the results by these rules, of which some may be wrong. */
function ordering(rules: readonly Rule[], wrong: Partial<Record<Rule, Order>> = {}): Spoil {
  const compare: Order = (a, b) =>
    rules.reduce((sofar, rule) => sofar || (wrong[rule] ?? RULES[rule])(a, b), 0);
  return listing((results) => results.sort(compare));
}

/** Changes the results of each component. */
function listing(change: (results: Listed[]) => void): Spoil {
  return reporting((report: Json) => {
    for (const { results } of report["component"] as { results: Listed[] }[]) change(results);
  });
}

/** Scores otherwise, and orders by it. */
function scoring(score: (wishes: Listed["requirements"], result: Listed) => number): Spoil {
  return listing((results) => {
    for (const result of results) {
      const wishes = result.requirements.filter(({ strength }) => strength === "should");
      result.score = score(wishes, result);
    }
  });
}

/** The order of code points, as of UTF-8 bytes. */
const byCodePoint: Order = (a, b) => Buffer.compare(Buffer.from(a.offer), Buffer.from(b.offer));
const inEnglish = new Intl.Collator("en");
const byNumber = new Intl.Collator("en", { numeric: true });

export default [
  {
    breaks: "MPLI-COMP-043",
    fault: "puts the cheapest first, whatever the verdict",
    ...ordering(["price", "verdict", "score", "provider", "offer"]),
  },
  {
    breaks: "MPLI-COMP-043",
    fault: "puts undetermined offers last",
    ...ordering(RIGHT, { verdict: (a, b) => text(a.verdict, b.verdict) }),
  },
  {
    breaks: "MPLI-COMP-043",
    fault: "puts the best scored first, whatever the verdict",
    ...ordering(["score", "verdict", "price", "provider", "offer"]),
  },
  {
    breaks: "MPLI-COMP-044",
    fault: "puts price before score",
    ...ordering(["verdict", "price", "score", "provider", "offer"]),
  },
  {
    breaks: "MPLI-COMP-044",
    fault: "puts the lowest score first",
    ...ordering(RIGHT, { score: (a, b) => a.score - b.score }),
  },
  {
    breaks: "MPLI-COMP-045",
    fault: "counts wishes in place of their weight",
    ...scoring((wishes) =>
      wishes.length === 0
        ? 1
        : wishes.filter(({ outcome }) => outcome === "satisfied").length / wishes.length,
    ),
  },
  {
    breaks: "MPLI-COMP-045",
    fault: "scores 0 where nothing is wished for",
    ...scoring((wishes, { score }) => (wishes.length === 0 ? 0 : score)),
  },
  {
    breaks: "MPLI-COMP-045",
    fault: "counts an unknown wish as half",
    ...scoring(
      (wishes, { score }) => score + wishes.filter(({ outcome }) => outcome === "unknown").length / 2,
    ),
  },
  {
    breaks: "MPLI-COMP-045",
    fault: "gives no score to an incompatible offer",
    ...scoring((_, { verdict, score }) => (verdict === "incompatible" ? 0 : score)),
  },
  {
    breaks: "MPLI-COMP-046",
    fault: "puts the dearest first",
    ...ordering(RIGHT, { price: (a, b) => monthly(b, -1) - monthly(a, -1) }),
  },
  {
    breaks: "MPLI-COMP-046",
    fault: "compares amounts as text",
    ...ordering(RIGHT, { price: (a, b) => text(String(monthly(a)), String(monthly(b))) }),
  },
  {
    breaks: "MPLI-COMP-046",
    fault: "puts offers without a price first",
    ...ordering(RIGHT, { price: (a, b) => monthly(a, 0) - monthly(b, 0) }),
  },
  {
    breaks: "MPLI-COMP-047",
    fault: "orders IRIs as a language does",
    ...ordering(RIGHT, { offer: (a, b) => inEnglish.compare(a.offer, b.offer) }),
  },
  {
    breaks: "MPLI-COMP-047",
    fault: "reads digits in IRIs as numbers",
    ...ordering(RIGHT, { offer: (a, b) => byNumber.compare(a.offer, b.offer) }),
  },
  {
    breaks: "MPLI-COMP-047",
    fault: "orders IRIs by code points",
    ...ordering(RIGHT, { offer: byCodePoint }),
  },
  {
    breaks: "MPLI-COMP-047",
    fault: "orders equal offers by the names that people read",
    ...ordering(RIGHT, { offer: (a, b) => text(a.name ?? "", b.name ?? "") }),
  },
  {
    breaks: "MPLI-COMP-047",
    fault: "puts the last registered provider first",
    stage: "catalogue",
    ...ordering(RIGHT, { provider: (a, b) => text(b.provider, a.provider) }),
    spreads: ["catalogue"],
  },
] satisfies Mutant[];
