// Faults in how much of a demand is taken.
import { hearing, on, refusing, taking } from "../faults.ts";
import {
  componentsOf,
  depthOf,
  hearingObjects,
  partsOf,
  refusingDemands,
  requirementsOf,
} from "../hearing.ts";
import { hearingDemands, hearingRequirements, takingWhere } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";
import { valuesIn } from "../../conformance/steps/numbers.ts";

const ROW = /\[b: n:[^\]]*\],/;

export default [
  { breaks: "MPLI-COMP-067", fault: "takes any number of components", ...taking("too-many-components") },
  {
    breaks: "MPLI-COMP-067",
    fault: "takes 32 components for too many",
    ...refusingDemands("too-many-components", (demand) => componentsOf(demand).length >= 32),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "passes over the last of 33 components",
    ...hearingDemands((demand) => {
      if (componentsOf(demand).length === 33) demand["component"] = componentsOf(demand).slice(0, 32);
    }),
  },
  { breaks: "MPLI-COMP-067", fault: "takes any number of requirements", ...taking("too-many-requirements") },
  {
    breaks: "MPLI-COMP-067",
    fault: "takes 64 requirements for too many",
    ...refusingDemands("too-many-requirements", (demand) =>
      componentsOf(demand).some((one) => requirementsOf(one).length >= 64),
    ),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "counts musts and shoulds apart",
    ...hearingDemands((demand) => {
      for (const one of componentsOf(demand)) {
        const { must, should } = one;
        if (Array.isArray(must) && Array.isArray(should) && must.length < 65 && should.length < 65)
          one["should"] = should.slice(0, 64 - must.length);
      }
    }),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "counts the parts of a requirement as one",
    ...hearingObjects((one) => {
      const { anyOf, allOf } = one;
      return {
        ...one,
        ...(Array.isArray(anyOf) ? { anyOf: anyOf.slice(0, 10) } : {}),
        ...(Array.isArray(allOf) ? { allOf: allOf.slice(0, 10) } : {}),
      };
    }),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "counts the parts, and not the requirement that joins them",
    ...hearingRequirements((one) =>
      partsOf(one).length === 64 ? { anyOf: partsOf(one).slice(0, 63) } : one,
    ),
  },
  { breaks: "MPLI-COMP-067", fault: "follows a demand to any depth", ...taking("requirement-too-deep") },
  {
    breaks: "MPLI-COMP-067",
    fault: "takes eight for too deep",
    ...refusingDemands("requirement-too-deep", (demand) =>
      componentsOf(demand)
        .flatMap(requirementsOf)
        .some((one) => depthOf(one) >= 8),
    ),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "takes nine for deep enough",
    ...hearingRequirements((one) => (depthOf(one) === 9 ? { on: "vcpus", atLeast: 2 } : one)),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "calls what is too deep too many",
    ...refusing("requirement-too-deep", (told) => (told["code"] = "too-many-requirements")),
  },
  ...["isOneOf", "within", "together"].map((term) => ({
    breaks: "MPLI-COMP-067",
    fault: `takes any number of values in \`${term}\``,
    ...takingWhere("too-many-values", (told) => told["term"] === term),
  })),
  {
    breaks: "MPLI-COMP-067",
    fault: "takes 256 values for too many",
    ...refusingDemands("too-many-values", (demand) => JSON.stringify(demand).includes('"f256"')),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "looks for areas in the first 255 of 256",
    ...hearingObjects((one) =>
      Array.isArray(one["within"]) && one["within"].length === 256
        ? { ...one, within: one["within"].slice(0, 255) }
        : one,
    ),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "takes 64 joint requirements for too many",
    ...refusingDemands("too-many-values", ({ together }) => Array.isArray(together) && together.length >= 64),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "answers what is too much with status 413",
    ...refusing("too-many-values", (told) => (told["status"] = 413), 413),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "passes over rows of latencies beyond its number",
    ...hearing(on("/matches", "POST"), (text) =>
      text.split("],[").length > 4_096 ? text.replace(ROW, "") : text,
    ),
  },
  { breaks: "MPLI-COMP-067", fault: "takes any number of values in all", ...taking("graph-too-large") },
  {
    breaks: "MPLI-COMP-067",
    fault: "takes 24,000 values in all for too many",
    ...refusingDemands("graph-too-large", (demand) => valuesIn(demand) >= 24_000),
  },
  {
    breaks: "MPLI-COMP-067",
    fault: "counts the values of JSON-LD, and no statements",
    answers: async (answer, request) => {
      if (answer.status !== 422 || request.headers.get("content-type") !== "text/turtle") return answer;
      const { code } = (await answer.clone().json()) as { code: string };
      return code === "graph-too-large" ? Response.json({}) : answer;
    },
  },
] satisfies Mutant[];
