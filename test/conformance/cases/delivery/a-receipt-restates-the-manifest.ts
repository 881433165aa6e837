import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { receiptOf } from "../../steps/layers.ts";
import { ordered, sell, ware } from "../../steps/orders.ts";
import { lease } from "../../steps/runner.ts";

const REGIONS = [
  { id: "/regions/one", type: "Region", within: "DE" },
  { id: "/regions/two", type: "Region", within: "US" },
];

export default defineCase({
  title: "A receipt states the country and the certificates of what was ordered",
  requirements: ["MPLI-DEL-093@b7226dc9"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "certificates of another offer, and regions that were not ordered",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const certified = (...schemes: string[]) => schemes.map((scheme) => ({ type: "Certification", scheme }));
    const sold = await sell(
      t,
      ware({ region: REGIONS, certification: certified("ISO27001", "C5") }),
      ware({ certification: certified("SOC2") }),
    );
    const region = new URL("/regions/one", sold.offer).href;
    const one = await ordered(t, sold, { region });
    await (await lease(t, sold, "plan")).tell("planned", { create: 1 });
    await (await lease(t, sold, "apply")).tell("succeeded");
    const { payload, every } = await receiptOf(t, one);
    t.equal(payload["countries"], ["DE"], "`countries` are");
    t.equal(sorted(payload["certifications"]), ["C5", "ISO27001"], "`certifications` are");
    t.equal([every["layers"], every["countries"]], [1, ["DE"]], "layers and countries of `every` are");
    t.equal(sorted(every["certifications"]), ["C5", "ISO27001"], "`certifications` of `every` are");
  },
});

const sorted = (names: unknown) => [names ?? []].flat().toSorted();
