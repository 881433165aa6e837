import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

const CITY = { path: ["region", "city"], matches: "^G" };

export default defineCase({
  title: "An operator or a bound is refused that does not suit what stands at the end of a path",
  requirements: ["MPLI-COMP-009@eaa4c7b3", "MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "asking what suits the first property of the path",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor(CITY),
      broken: [
        { path: ["region", "city"], within: "EU" },
        { path: ["region", "renewableEnergy"], atLeast: 1 },
        { path: ["certification", "evidencePage"], matches: "pdf$" },
        { path: ["portability", "import"], atMost: "csv" },
      ].map((one) => demandFor(one)),
    });
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor(CITY),
      broken: [
        { path: ["region", "renewableEnergy"], is: "mostly" },
        { path: ["region", "latitude"], atLeast: "north" },
        { path: ["certification", "scheme"], is: "C55" },
        { path: ["region", { zeroOrMore: "within" }], is: "Atlantis" },
      ].map((one) => demandFor(one)),
    });
  },
});
