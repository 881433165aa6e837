import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "An `evidence` that is none of its five words is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "asking for no evidence where the word is misspelt",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "certification", is: "C5", evidence: "attested" }),
      broken: ["promised", "Certified", "accreditted"].map((evidence) =>
        demandFor({ on: "certification", is: "C5", evidence }),
      ),
    });
  },
});
