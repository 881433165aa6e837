import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { below, layered, receiptOf } from "../../steps/layers.ts";
import { ordered, sell, ware } from "../../steps/orders.ts";
import { lease } from "../../steps/runner.ts";

const REGION = { id: "/regions/one", type: "Region", within: "DE" };
const CERTIFIED = ["ISO27001", "SOC2"].map((scheme) => ({ type: "Certification", scheme }));

export default defineCase({
  title: "What holds for every layer is what holds for the weakest",
  requirements: ["MPLI-DEL-099@6f8ed536"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a chain that is as good as its best layer",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const every = async (...layers: readonly (readonly [string[], string[]])[]) => {
      const sold = await sell(t, ware({ region: REGION, certification: CERTIFIED }));
      const one = await ordered(t, sold, { disclosure: "category" });
      await (await lease(t, sold, "plan")).tell("planned", { create: 1 });
      const receipts = layers.map(
        ([countries, certifications]) => below(one.id, { countries, certifications }).receipt,
      );
      await (await lease(t, sold, "apply")).tell("succeeded", { receipts });
      const { layers: count, countries, certifications } = (await receiptOf(t, one)).every;
      return [count, countries ?? null, certifications];
    };
    t.equal(
      await every([["FR"], ["ISO27001"]], [["US"], ["ISO27001", "SOC2", "C5"]]),
      [3, ["DE", "FR", "US"], ["ISO27001"]],
      "layers, countries and certifications of `every` are",
    );
    t.equal(
      await every([["FR"], ["SOC2"]], [["FR"], ["ISO27001"]]),
      [3, ["DE", "FR"], []],
      "the same, where no certificate is held by all, are",
    );
    t.equal(
      await every([["FR"], ["SOC2"]], [[], ["SOC2"]]),
      [3, null, ["SOC2"]],
      "the same, where one layer states no country, are",
    );
    const { one } = await layered(t, "none", () => []);
    t.equal((await receiptOf(t, one)).every["layers"], 1, "`layers` of a chain of one is");
  },
});
