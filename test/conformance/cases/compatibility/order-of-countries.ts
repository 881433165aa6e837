import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "Operators that suit no place are refused on the country of a provider",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing a country by the letters of its code",
  since: "0.1",
  async run(t) {
    const bounds = [{ atLeast: "NL" }, { lessThan: "NL" }, { matches: "^N" }, { datatype: "string" }];
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "country", within: "EU" }),
      broken: bounds.map((bound) => demandFor({ on: "country", ...bound })),
    });
  },
});
