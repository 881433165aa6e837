// Faults in what a report says of verdicts and obstacles, and in its bytes.
import { answering, on, withText } from "../faults.ts";
import { type Json, reportingResults } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const matches = on("/matches", "POST");

/** States obstacles otherwise. */
const stating = (change: (obstacle: Json) => void): Spoil =>
  reportingResults(({ obstacles }) => (obstacles as unknown as Json[]).forEach(change));

let reports = 0;
const everyOther = (change: (text: string) => string): Spoil =>
  answering(matches, (answer) => (answer.ok && reports++ % 2 ? withText(answer, change) : answer));

export default [
  {
    breaks: "MPLI-COMP-023",
    fault: "leaves open an offer with an unknown must that a prerequisite rules out",
    ...reportingResults((result) => {
      const musts = result.requirements.filter(({ strength }) => strength === "must");
      const outcomes = musts.map(({ outcome }) => outcome);
      if (outcomes.includes("unknown") && !outcomes.includes("violated")) result.verdict = "undetermined";
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "lets the last prerequisite decide",
    ...reportingResults((result) => {
      if (result.obstacles.at(-1)?.outcome === "unknown" && result.verdict === "incompatible")
        result.verdict = "undetermined";
    }),
  },
  {
    breaks: "MPLI-COMP-050",
    fault: "states no requirements",
    ...reportingResults((result) => Reflect.deleteProperty(result, "requirements")),
  },
  {
    breaks: "MPLI-COMP-050",
    fault: "states no list of obstacles where there are none",
    ...reportingResults((result) => {
      if (result.obstacles.length === 0) Reflect.deleteProperty(result, "obstacles");
    }),
  },
  ...["outcome", "message"].map((member) => ({
    breaks: "MPLI-COMP-053",
    fault: `states no \`${member}\` of an obstacle`,
    ...stating((obstacle) => delete obstacle[member]),
  })),
  {
    breaks: "MPLI-COMP-057",
    fault: "writes every other report with spaces",
    ...everyOther((text) => JSON.stringify(JSON.parse(text), undefined, 1)),
  },
  {
    breaks: "MPLI-COMP-057",
    fault: "writes the members of every other report in another order",
    ...everyOther((text) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as Json).toReversed())),
    ),
  },
] satisfies Mutant[];
