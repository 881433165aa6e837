// Faults in what counts as evidence.
import { hearingRequirements, judging } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";

const isUnproven = (reason: string) => reason === "evidence-not-checked" || reason === "evidence-missing";

export default [
  {
    breaks: "MPLI-COMP-035",
    fault: "passes over `evidence`",
    ...hearingRequirements(({ evidence: _, ...one }) => one),
  },
  {
    breaks: "MPLI-COMP-035",
    fault: "takes what a provider asserts for declared",
    stage: "catalogue",
    ...hearingRequirements((one) =>
      one["evidence"] === "declared" ? { ...one, evidence: "asserted" } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-035",
    fault: "takes a link to a credential for one that was checked",
    ...judging(({ on, reason }) => (on === "certification" && isUnproven(reason) ? "satisfied" : undefined)),
  },
  {
    breaks: "MPLI-COMP-035",
    fault: "counts evidence that it cannot check as a no",
    ...judging(({ reason }) => (isUnproven(reason) ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-035",
    fault: "leaves open whatever asks for more evidence, violated or not",
    ...hearingRequirements((one) =>
      one["evidence"] && one["evidence"] !== "asserted" ? { on: "gpuModel", is: "any" } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-035",
    fault: "takes `asserted` for more than an assertion",
    ...hearingRequirements((one) =>
      one["evidence"] === "asserted" ? { ...one, evidence: "attested" } : one,
    ),
  },
] satisfies Mutant[];
