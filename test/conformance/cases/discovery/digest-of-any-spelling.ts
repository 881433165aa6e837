import { defineCase } from "../../case.ts";
import { requirePublishing } from "../../shelf.ts";
import { newTitle } from "../../steps/on-sale.ts";
import { currentTag, manifestWith } from "../../steps/publications.ts";

/** Labels that look canonical, and are not in canonical order. */
const PRICES = [
  { id: "_:c14n1", amount: "0.41", currency: "EUR", per: "hour" },
  { id: "_:c14n0", amount: "250.0", currency: "EUR", per: "month" },
];
const ONE = { id: "one", class: "VirtualMachine", price: PRICES };
const TWO = { id: "two", class: "VirtualMachine", name: "Two" };

export default defineCase({
  title:
    "The same graph has the same digest, whatever the order and the labels in the text that was published",
  requirements: ["MPLI-DISC-017@04e45bbd"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "blank node labels, or the order of members, that reach the digest",
  since: "0.1",
  writes: true,
  async run(t) {
    requirePublishing(t);
    const settings = { manifest: { id: t.endpoint("manifest"), title: newTitle() } };
    const nameless = PRICES.map(({ id: _, ...price }) => price);
    const tags: string[] = [];
    for (const offers of [
      [ONE, TWO],
      [TWO, { ...ONE, price: nameless.toReversed() }],
      [TWO, { ...ONE, price: PRICES.map((price, index) => ({ ...price, id: `_:b${index}` })) }],
    ]) {
      t.status(await t.publish(manifestWith(t, offers, settings)), 200, 201);
      tags.push(await currentTag(t));
    }
    t.equal(tags, [tags[0], tags[0], tags[0]], "the entity tags of three spellings are");
  },
});
