import { defineCase } from "../../case.ts";
import { expectUnsupported } from "../../steps/paths.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

const [REGION, COUNTRY, WITHIN] = ["region", "country", "within"].map((name) => ({ "@id": `mpli:${name}` }));
const EITHER = { "sh:alternativePath": { "@list": [REGION, COUNTRY] } };
const STEPS = [
  { "sh:inversePath": WITHIN },
  { "sh:oneOrMorePath": WITHIN },
  { "sh:zeroOrOnePath": WITHIN },
  { "sh:alternativePath": { "@list": [WITHIN, { "@id": "mpli:city" }] } },
];

export default defineCase({
  title:
    "Inverse and alternative paths of SHACL, and those with one or more or at most one step, are refused",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading every path node as the property in it",
  since: "0.1",
  async run(t) {
    await expectUnsupported(
      t,
      STEPS.map((step) => [["region", step]]),
    );
    await expectRefused(t, "unsupported-path", {
      sound: demandFor({ "sh:path": REGION, within: "EU" }),
      broken: [...STEPS, EITHER].map((path) => demandFor({ "sh:path": path, within: "EU" })),
    });
  },
});
