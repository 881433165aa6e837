import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { iri } from "../../graph.ts";
import { propertiesOfType } from "../../steps/shapes.ts";

export default defineCase({
  title: "A quantity is one literal with a number and a unit of UCUM",
  requirements: ["MPLI-DISC-015@990edad1"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a plain string, a bare number in gigabytes, or a number and a unit as two facts",
  since: "0.1",
  async run(t: Exam) {
    const { whole } = await t.manifest();
    const ucum = iri("cdt:ucum");
    const quantities = new Set(await propertiesOfType(ucum));
    let seen = 0;
    for (const { subject, predicate, object } of whole.store) {
      const isTyped = object.termType === "Literal" && object.datatype.value === ucum;
      if (!isTyped && !quantities.has(predicate.value)) continue;
      seen += 1;
      t.that(
        isTyped && /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)? [^\s]+$/.test(object.value),
        `a literal of type cdt:ucum with a number and a unit as ${predicate.value} of ${subject.value}`,
        object.termType === "Literal" ? `"${object.value}" of type ${object.datatype.value}` : object.value,
      );
    }
    if (seen === 0) t.cannotTell("the manifest states no quantity");
  },
});
