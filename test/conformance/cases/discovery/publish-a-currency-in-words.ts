import { defineCase } from "../../case.ts";
import { REFUSED, isListOfSome, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A currency that is no code is not published",
  requirements: ["MPLI-DISC-054@fe688a16"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking offers and not the nodes without names that hang from them",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with a price in euro", "Provider-->>Kit: 422 shape-violation"],
  async run(t) {
    const [problem] = await refusesToPublish(t, "shape-violation", [
      REFUSED["shape-violation"].currencyInWords(t),
    ]);
    t.equal(isListOfSome(problem?.["violations"]), true, "whether `violations` lists what is wrong is");
  },
});
