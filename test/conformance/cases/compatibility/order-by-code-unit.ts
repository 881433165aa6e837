import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { onlyComponent } from "../../steps/reports.ts";

/** A character beyond the first 65,536 is two code units of D800 to DFFF, below the other one. */
const [BEYOND, HIGH] = ["\u{1F600}", "\uFF5E"];

export default defineCase({
  title: "IRIs are ordered by UTF-16 code units, also where code points would order them otherwise",
  requirements: ["MPLI-COMP-047@7c4a7d8e"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the order of code points or of UTF-8 bytes, which is that of many languages and databases",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [HIGH, BEYOND, "A"].map((id) => ({ id, class: RARE }));
    const shelf = await t.shelf(offers);
    const { results } = onlyComponent(t, await shelf.ask({ component: [{ class: RARE }] }));
    const own = results.filter(({ provider }) => provider === shelf.did).map(({ offer }) => decoded(offer));
    t.equal(
      own.map((iri) => iri.split("/").at(-1)),
      ["A", BEYOND, HIGH],
      "the names of the offers in order are",
    );
  },
});

/** An IRI as a reader sees it, in case the target writes it as a URI. */
function decoded(iri: unknown): string {
  try {
    return decodeURI(String(iri));
  } catch {
    return String(iri);
  }
}
