import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

export default defineCase({
  title: "A bound means the same with a datatype of its own as without",
  requirements: ["MPLI-COMP-008@747ace39"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing RDF terms instead of what they stand for",
  since: "0.1",
  writes: true,
  async run(t) {
    const of = (type: string, value: string) => ({ "@type": type, "@value": value });
    const bounds: readonly (readonly [on: string, operator: string, bound: JsonObject, outcome: Outcome])[] =
      [
        ["vcpus", "is", of("xsd:integer", "16"), "satisfied"],
        ["vcpus", "is", of("xsd:decimal", "16.0"), "satisfied"],
        ["vcpus", "is", of("xsd:double", "1.6E1"), "satisfied"],
        ["vcpus", "lessThan", of("xsd:decimal", "16.5"), "satisfied"],
        ["vcpus", "atLeast", of("xsd:double", "1.61E1"), "violated"],
        ["memory", "is", of("cdt:ucum", "32 GiBy"), "satisfied"],
        ["memory", "moreThan", of("cdt:ucum", "32768 MiBy"), "violated"],
        ["engineVersion", "is", of("xsd:string", "16"), "satisfied"],
        ["family", "is", of("xsd:string", "premium"), "satisfied"],
      ];
    const rows = bounds.map(([on, operator, bound, outcome]) => ({
      offer: "vm",
      requirement: { on, [operator]: bound },
      outcome,
    }));

    const shelf = await shelfOf(t, {
      vm: { vcpus: 16, memory: "32 GiBy", engineVersion: "16", family: "premium" },
    });
    await expectOutcomes(t, shelf, rows);
  },
});
