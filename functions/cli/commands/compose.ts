// `mpli compose`: a demand of several services to a node, and the best way to have them together.
import { parseArgs } from "node:util";
import type {
  CompositionEntry,
  CompositionReport,
  JointReport,
} from "../../compatibility/compose/composition-report.ts";
import { readDocument } from "../terminal/files.ts";
import { monthlyInWords, warningInWords } from "../match/report-table.ts";
import { endpointOf, findNode } from "../node-client/node.ts";
import { askWithDemand } from "../node-client/report.ts";
import { nodeIn, only } from "../terminal/arguments.ts";
import { Stop } from "../terminal/stop.ts";
import { clip, count, inJson, paint, plain, table } from "../terminal/print.ts";

export const usage = `Usage: mpli compose DEMAND --at URL [--alternatives n] [--json]

Sends the demand in the file DEMAND (- for standard input) to the node at URL, which looks for the best way to have all
of its components together, as its joint requirements (together) and preferences (prefer) say.

  --at URL           a provider's node, or a catalogue
  --alternatives n   next best compositions to show, 0 to 10 (2)
  --json             the report as the node sent it

Exit codes: 0 there is a composition; 1 there is none, or the node refuses the demand; 2 it cannot be asked.`;

const REPORT = { type: "CompositionReport", list: "compositions" } as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      at: { type: "string" },
      alternatives: { type: "string", default: "2" },
      json: { type: "boolean" },
    },
  });
  const file = only(positionals, "Name one file with a demand.");
  const at = nodeIn(values.at);
  if (!/^\d$|^10$/.test(values.alternatives))
    throw new Stop(2, `--alternatives ${plain(values.alternatives)} is not a number from 0 to 10.`);
  const document = await readDocument(file);
  const endpoint = endpointOf(await findNode(at), "compose");
  const { alternatives } = values;
  const report = await askWithDemand<CompositionReport>(endpoint, document, { alternatives }, REPORT);
  console.log(values.json ? inJson(report) : inWords(report));
  return report.compositions.length > 0 ? 0 : 1;
}

const OUTCOMES = {
  optimal: "The best composition",
  feasible: "The best composition that was found in time",
  infeasible: "No composition holds",
  undecided: "No composition was found in time",
} as const;

function inWords(report: CompositionReport): string {
  const { outcome, compositions, component, missing, removals, warnings, gap, currency } = report;
  const [best, ...others] = compositions;
  const head = paint("bold", OUTCOMES[outcome] ?? outcome);
  const behind =
    gap === undefined ? "" : `; at most ${gap.toFixed(2)} ${currency ?? ""} a month cheaper is possible`;
  return [
    `${head}${behind}.`,
    best ? entryInWords(best) : "",
    ...missing.map((name) => `Nothing is compatible with ${plain(name)}: mpli match shows why.`),
    removals.length > 0
      ? `It would hold without:\n${removals.map((set) => `  ${plain(set.map(jointInWords).join(" and "))}`).join("\n")}`
      : "",
    ...others.map((entry, index) => `${paint("dim", `Alternative ${index + 1}`)}\n${entryInWords(entry)}`),
    paint(
      "dim",
      component.map(({ name, choices }) => `${plain(name)}: ${count(choices)} choices`).join(", "),
    ),
    ...warnings.map((warning) => paint("yellow", plain(warningInWords(warning)))),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function entryInWords({ choices, monthly, currency, providers }: CompositionEntry): string {
  const total =
    monthly === undefined
      ? "the price is not known"
      : `${monthly.toFixed(2)} ${plain(currency ?? "")} a month`;
  return `${table(
    [
      { title: "component" },
      { title: "provider" },
      { title: "offer" },
      { title: "region" },
      { title: "a month", align: "right" },
    ],
    choices.map((choice) => [
      plain(choice.count > 1 ? `${choice.count} × ${choice.component}` : choice.component),
      plain(choice.providerName ?? choice.provider),
      clip(plain(choice.name ?? choice.offer)),
      clip(plain(choice.region?.split("/").at(-1) ?? "–")),
      monthlyInWords({ ...choice.price, monthly: choice.monthly }),
    ]),
  )}\n  in all ${total}, from ${providers === 1 ? "one provider" : `${providers} providers`}`;
}

/** A joint requirement as it was written: "sameRegion db, web". */
function jointInWords(joint: JointReport): string {
  return Object.entries(joint)
    .map(([name, value]) => `${name} ${[value].flat().join(", ")}`)
    .join(" ");
}
