import { defineCase } from "../../case.ts";
import { REFUSED, isListOfSome, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A version that was written as a number is not published",
  requirements: ["MPLI-DISC-054@fe688a16"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "turning 1.30 into text, which is version 1.3 by then",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with version 1.30 as a decimal",
    "Provider-->>Kit: 422 shape-violation",
  ],
  async run(t) {
    const [problem] = await refusesToPublish(t, "shape-violation", [
      REFUSED["shape-violation"].versionAsNumber(t),
    ]);
    t.equal(isListOfSome(problem?.["violations"]), true, "whether `violations` lists what is wrong is");
  },
});
