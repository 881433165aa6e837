import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "One operator with two bounds is refused, unless the bounds are areas",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking the first of them, or whichever is the easier to meet",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "region", within: ["EU", "CH"] }),
      broken: [
        { on: "engine", is: ["postgresql", "mysql"] },
        { on: "vcpus", atLeast: [2, 4] },
        { on: "engine", matches: ["^postgres", "sql$"] },
        { on: "engineVersion", datatype: ["string", "decimal"] },
        { on: "region", kind: ["Region", "Country"] },
        { on: "engineVersion", having: { atLeast: ["14", "15"] }, atLeastCount: 2 },
      ].map((one) => demandFor(one)),
    });
  },
});
