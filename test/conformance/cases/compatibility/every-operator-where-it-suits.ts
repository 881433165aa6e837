import { defineCase } from "../../case.ts";
import { RARE, ask, componentsOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

const NL = "https://w3id.org/mpli/place/NL";
const ordered = (bound: string | number): JsonObject[] => [
  { is: bound },
  { isOneOf: [bound] },
  { atLeast: bound },
  { moreThan: bound },
  { atMost: bound },
  { lessThan: bound },
];
const SUITABLE: Readonly<Record<string, readonly JsonObject[]>> = {
  memory: [...ordered("32 GiBy"), { datatype: "ucum" }],
  vcpus: [...ordered(8), { datatype: "integer" }],
  engineVersion: [...ordered("16"), { datatype: "string" }],
  price: [{ atMost: 300 }, { moreThan: 0.5, per: "day" }],
  region: [{ is: NL }, { isOneOf: [NL] }, { within: "EU" }, { within: ["DE", "FR"] }, { kind: "Region" }],
  engine: [{ is: "a" }, { isOneOf: ["a", "b"] }, { matches: "^a" }, { datatype: "string" }],
  certification: [{ is: "ISO27001" }, { isOneOf: ["C5", "ENS"] }, { kind: "CertificationScheme" }],
};

export default defineCase({
  title: "Each operator is taken for each kind of property that the table lists it for",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "refusing an operator for a kind that it suits",
  since: "0.1",
  async run(t) {
    const component = Object.entries(SUITABLE).map(([on, bounds]) => ({
      name: on,
      class: RARE,
      must: bounds.map((bound) => ({ on, ...bound })),
    }));
    const taken = componentsOf(t, await ask(t, { currency: "EUR", component }));
    t.equal(taken.length, component.length, "the number of components in the report is");
  },
});
