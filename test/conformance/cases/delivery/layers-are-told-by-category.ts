import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { type Below, below, layered, receiptOf } from "../../steps/layers.ts";
import { digestOf } from "../../steps/orders.ts";

export default defineCase({
  title: "Countries and certificates of each layer are told without its name",
  requirements: ["MPLI-DEL-097@fe861c67"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a category that names the provider, or ends at the first layer",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const layers: Below[] = [];
    const { one } = await layered(t, "category", (order) => {
      const first = below(order, { countries: ["FR"], certifications: ["ISO27001", "SOC2"] });
      const second = below(first.order, { countries: ["ES", "PT"], certifications: ["ENS"] });
      layers.push(first, second);
      return layers.map(({ receipt }) => receipt);
    });
    const shown = await receiptOf(t, one);
    t.equal(shown.others, [], "`below` of the answer is");
    const [first, second] = layers;
    const [outer = {}] = shown.below;
    const [inner] = [outer["below"] ?? []].flat().filter(isObject);
    const said = (layer: object | undefined) => {
      const { digest, countries, certifications } = (layer ?? {}) as Record<string, unknown>;
      return [digest, countries, certifications];
    };
    const expected = [digestOf(first?.receipt ?? ""), ["FR"], ["ISO27001", "SOC2"]];
    t.equal(said(outer), expected, "digest, countries and certifications of the layer below are");
    const deeper = [digestOf(second?.receipt ?? ""), ["ES", "PT"], ["ENS"]];
    t.equal(said(inner), deeper, "those of the layer below it are");
    const secret = layers.flatMap(({ by, order }) => [by.did, order]);
    const told = secret.filter((each) => shown.text.includes(each));
    t.equal(told, [], "what the receipt tells of who is below is");
  },
});
