import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  choicesIn,
  compositionsIn,
  costs,
  expectCompositions,
  part,
  ware,
} from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Each choice states whose offer it is, where, how many and what they cost",
  requirements: ["MPLI-COMP-101@197f69c3", "MPLI-COMP-105@ad80d62b"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "leaving it to the reader to find the offers of which only the IRIs are listed",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const small = ware("small", "main", { region: "/regions/ams", name: "Small", ...costs("5") });
    const shelf = await t.shelf([small], { place: PLACES });
    const report = await expectCompositions(t, { component: [part("main", { count: 2 })] }, [
      "main=small@ams",
    ]);
    const [composition = {}] = compositionsIn(report);
    const { monthly: total, currency, providers } = composition;
    t.equal([total, currency, providers], [10, "EUR", 1], "price, currency and providers are");
    const [choice = {}] = choicesIn(composition);
    const { component, offer, name, provider, providerName, manifest, region, count, monthly, price } =
      choice;
    const place = new URL("/regions/ams", shelf.offer("small")).href;
    t.equal(
      [component, offer, name, provider, region, count, monthly],
      ["main", shelf.offer("small"), "Small", shelf.did, place, 2, 10],
      "component, offer, name, provider, region, count and price are",
    );
    const isNamed = typeof providerName === "string" && /^[0-9a-f]{64}$/.test(String(manifest));
    t.that(isNamed, "the provider's name and the digest of its manifest", JSON.stringify(choice));
    t.equal(Object(price)["monthly"], 5, "the price of one is");
    t.that(Array.isArray(Object(price)["lines"]), "the lines of the price", JSON.stringify(price));
  },
});
