import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { TERMS } from "../../steps/prerequisites.ts";
import { expectShortfalls } from "../../steps/shortfalls.ts";

const NEW = { engineVersion: "16" };
const OLD = { engineVersion: "15" };
const ASKS = { prerequisite: [{ ask: "legal-person" }, { ask: "business-email", terms: TERMS }] };

export default defineCase({
  title:
    "What is withdrawn and what asks for more is counted beside the musts, and nothing is alone that is not",
  requirements: ["MPLI-COMP-091@3485ac70"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "calling a must the only obstacle of an offer that is no longer sold, or counting each prerequisite",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = {
      gone: { ...NEW, status: "retired" },
      "old-and-gone": { ...OLD, status: "endOfSale" },
      asks: { ...NEW, ...ASKS },
      "old-and-asks": { ...OLD, ...ASKS },
      "asks-and-gone": { ...NEW, ...ASKS, status: "retired" },
      old: OLD,
    };
    await expectShortfalls(t, {
      demand: { component: [{ class: RARE, must: [{ on: "engineVersion", atLeast: "16" }] }] },
      offers,
      expected: {
        engineVersion: { reasons: { "below-minimum": 3 }, alone: 1 },
        withdrawn: { reasons: { withdrawn: 3 }, alone: 1 },
        "terms-not-accepted": {
          reasons: { "prerequisite-not-presented": 3, "terms-not-accepted": 3 },
          alone: 1,
        },
      },
    });
  },
});
