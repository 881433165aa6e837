import { defineCase } from "../../case.ts";
import { iri } from "../../graph.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

/** Numbers as they stand in JSON, and the decimals that they are. */
const NUMBERS = [
  ["0.41", "0.41"],
  ["0.410", "0.41"],
  ["5.0", "5"],
  ["5", "5"],
  ["1e-7", "0.0000001"],
  ["1e21", "1000000000000000000000"],
  ['"0.410"', "0.410"],
] as const;

export default defineCase({
  title: "A JSON number is read as the shortest decimal of its value",
  requirements: ["MPLI-PROT-054@f33402ff"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "4.1E-1, which JSON-LD makes of 0.41, or 0, which JSON makes of a small price",
  since: "0.1",
  writes: true,
  sequence: ['Kit->>Provider: PUT manifest, "amount": 1e-7', "Kit->>Provider: GET manifest"],
  async run(t) {
    const offers = NUMBERS.map(([, decimal]) => ({ id: fresh(), decimal }));
    const priced = offers.map(({ id }, at) => ({
      id,
      class: "VirtualMachine",
      price: { amount: `number ${at}`, currency: "EUR", per: "hour" },
    }));
    const text = JSON.stringify(manifestWith(t, priced)).replace(
      /"number (\d+)"/g,
      (_, at) => NUMBERS[at]?.[0] ?? "",
    );
    t.status(await t.publish(text, { "content-type": "application/ld+json" }), 200, 201);
    const { whole } = await t.manifest();
    for (const { id, decimal } of offers) {
      const offer = new URL(`/offers/${id}`, t.endpoint("manifest")).href;
      const amounts = whole
        .terms(offer, "mpli:price")
        .flatMap((price) => whole.store.getObjects(price, iri("schema:price"), null));
      t.equal(
        amounts.map(({ value }) => value),
        [decimal],
        "the amount of the price is",
      );
      const [type] = amounts.map((amount) => (amount.termType === "Literal" ? amount.datatype.value : ""));
      t.equal(type, "http://www.w3.org/2001/XMLSchema#decimal", "its type is");
    }
  },
});
