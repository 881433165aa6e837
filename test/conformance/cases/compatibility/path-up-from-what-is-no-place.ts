import { defineCase } from "../../case.ts";
import { expectUnsupported } from "../../steps/paths.ts";

export default defineCase({
  title: "A step that may be repeated is refused but for `within` of places",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading zero or more steps of anything as none",
  since: "0.1",
  async run(t) {
    const repeated = (zeroOrMore: string) => ({ zeroOrMore });
    await expectUnsupported(t, [
      [["memory", repeated("within")], "memory", "within"],
      [["certification", repeated("within")], "certification", "within"],
      [["region", repeated("region")], "region"],
      [["region", repeated("city")], "region", "city"],
      [["certification", repeated("skos:broader")], "certification"],
      [["class", repeated("rdfs:subClassOf")], "class"],
    ]);
  },
});
