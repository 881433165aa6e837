import { defineCase } from "../../case.ts";
import { REFUSED, isListOfSome, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A price per something that is no period is not published",
  requirements: ["MPLI-DISC-054@fe688a16"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "taking any IRI for a value of an enumeration",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with a price per week", "Provider-->>Kit: 422 shape-violation"],
  async run(t) {
    const [problem] = await refusesToPublish(t, "shape-violation", [REFUSED["shape-violation"].perWeek(t)]);
    t.equal(isListOfSome(problem?.["violations"]), true, "whether `violations` lists what is wrong is");
  },
});
