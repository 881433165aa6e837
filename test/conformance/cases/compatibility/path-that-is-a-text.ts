import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A path of texts is refused, even where a text is the name of a property",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking up whatever stands there",
  since: "0.1",
  async run(t) {
    const [region, city] = ["region", "city"].map((name) => ({ "@id": `mpli:${name}` }));
    const list = (...steps: readonly unknown[]) => ({ "sh:path": { "@list": steps }, is: "Ghent" });
    await expectRefused(t, "unsupported-path", {
      sound: demandFor(list(region, city)),
      broken: [
        demandFor(list(region, "city")),
        demandFor(list("region", city)),
        demandFor({ "sh:path": "region/city", is: "Ghent" }),
      ],
    });
  },
});
