import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const POSTGRES = { on: "engine", matches: "^postgres" };

export default defineCase({
  title: "A requirement with a term of SHACL that the tables do not list is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading it as a shape, and leaving out the constraints that are not implemented",
  since: "0.1",
  async run(t) {
    const constraints = [
      { "sh:minLength": 3 },
      { "sh:minCount": 1 },
      { "sh:maxCount": 1 },
      { "sh:flags": "i" },
      { "sh:nodeKind": { "@id": "sh:Literal" } },
      { "sh:qualifiedMaxCount": 1 },
      { "sh:xone": { "@list": [{ "sh:hasValue": "mysql" }] } },
    ];
    await expectStrays(
      t,
      demandFor(POSTGRES),
      constraints.map((one) => [demandFor({ ...POSTGRES, ...one }), Object.keys(one)[0] ?? ""]),
    );
  },
});
