import { defineCase } from "../../case.ts";
import { RARE, ask } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";

/** The same demand with its decimals as they are given. */
const demand = (hoursPerMonth: unknown, weight: unknown): JsonObject => ({
  component: [
    {
      class: RARE,
      usage: { hoursPerMonth },
      should: [{ on: "memory", atLeast: "1 GiBy", weight }],
    },
  ],
});

export default defineCase({
  title: "A demand with decimals as JSON numbers is the demand with the same decimals as strings",
  requirements: ["MPLI-PROT-054@f33402ff"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "decimals that get an exponent while JSON-LD is read",
  since: "0.1",
  sequence: [
    'Kit->>Node: POST matches, "weight": 0.25',
    "Node-->>Kit: report with the digest of the demand",
    'Kit->>Node: POST matches, "weight": "0.25"',
    "Node-->>Kit: report with the same digest",
  ],
  async run(t) {
    if (!t.declared.features.has("matching")) t.inapplicable("the target compares no demands");
    const numbers = await digestOf(t, demand(73.5, 0.25));
    t.equal(numbers, await digestOf(t, demand("73.5", "0.25")), "the digest of the demand with numbers is");
  },
});

async function digestOf(t: Exam, asked: JsonObject): Promise<string> {
  const answer = await ask(t, asked);
  t.status(answer, 200);
  const { demand: digest } = answer.json();
  t.that(typeof digest === "string", "the digest of the demand in the report", answer.text.slice(0, 200));
  return digest;
}
