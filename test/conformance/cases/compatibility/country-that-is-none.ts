import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A country is refused that the vocabulary does not have",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a name or a code of another list in which no provider is established",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "country", is: "NL" }),
      broken: [
        { on: "country", is: "Netherlands" },
        { on: "country", is: "NLD" },
        { on: "country", is: "https://w3id.org/mpli/place/XX" },
        { on: "country", isOneOf: ["NL", "UK"] },
        { path: ["country", { zeroOrMore: "within" }], is: "nl" },
      ].map((one) => demandFor(one)),
    });
  },
});
