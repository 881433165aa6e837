import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

const proven = (evidence: unknown) => demandFor({ on: "certification", is: "C5", evidence });

export default defineCase({
  title: "A node in `evidence` with a party, an anchor or an age that cannot be read is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "asking for less where a part of it is misspelt",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: proven({ party: "certified", anchor: "eidas", notOlderThan: "90 d" }),
      broken: [
        { party: "promised" },
        { party: "Certified", anchor: "eidas" },
        { party: ["declared", "certified"] },
        { notOlderThan: "90" },
        { notOlderThan: "90 GiBy" },
        { notOlderThan: "a while" },
        { anchor: "eidas", notOlderThan: ["90 d", "30 d"] },
      ].map(proven),
    });
    await expectMisread(t, { sound: proven("certified"), broken: [proven(["declared", "certified"])] });
  },
});
