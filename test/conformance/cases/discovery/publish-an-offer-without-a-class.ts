import { defineCase } from "../../case.ts";
import { REFUSED, isListOfSome, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An offer that does not say what is sold is not published",
  requirements: ["MPLI-DISC-054@fe688a16"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking the manifest itself and not its offers",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer without a class",
    "Provider-->>Kit: 422 shape-violation",
  ],
  async run(t) {
    const [problem] = await refusesToPublish(t, "shape-violation", [
      REFUSED["shape-violation"].withoutClass(t),
    ]);
    t.equal(isListOfSome(problem?.["violations"]), true, "whether `violations` lists what is wrong is");
  },
});
