import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { onlyComponent, askWith } from "../../steps/reports.ts";
import { CONTEXT } from "../../graph.ts";

export default defineCase({
  title: "Equal offers of several providers are ordered by provider, whoever came first",
  requirements: ["MPLI-COMP-047@7c4a7d8e"],
  role: "catalogue",
  feature: "matching",
  expects: "accept",
  hunts: "the order of registration, or the catalogue's favourites first",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = ["b", "a"].map((id) => ({ id, class: RARE }));
    const parties = [await t.party({ offers }), await t.party({ offers })];
    // The last in order is harvested first.
    const inOrder = parties.toSorted((a, b) => (a.did < b.did ? -1 : 1));
    for (const party of inOrder.toReversed()) await party.harvested();
    const body = { "@context": CONTEXT, type: "Demand", component: [{ class: RARE }] };
    const { results } = onlyComponent(t, await askWith(t, body, "?limit=1000"));
    const own = results
      .map(({ offer }) => offer)
      .filter((offer) => parties.some(({ origin }) => String(offer).startsWith(`${origin}/`)));
    const expected = inOrder.flatMap((party) => [party.offer("a"), party.offer("b")]);
    t.equal(own, expected, "the offers of the two providers in order are");
  },
});
