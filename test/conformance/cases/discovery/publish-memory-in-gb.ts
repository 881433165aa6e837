import { defineCase } from "../../case.ts";
import { REFUSED, isListOfSome, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A quantity in a unit that UCUM does not have is not published",
  requirements: ["MPLI-DISC-054@fe688a16"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking that a literal has its datatype and not how it is written",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with 16 GB of memory", "Provider-->>Kit: 422 shape-violation"],
  async run(t) {
    const [problem] = await refusesToPublish(t, "shape-violation", [
      REFUSED["shape-violation"].memoryInGb(t),
    ]);
    t.equal(isListOfSome(problem?.["violations"]), true, "whether `violations` lists what is wrong is");
  },
});
