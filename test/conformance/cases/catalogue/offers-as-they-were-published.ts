import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, offersAt, showsExactly } from "../../steps/offers-walk.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A document among the offers has the graph that its provider published, in both syntaxes",
  requirements: ["MPLI-CAT-033@950a86fc"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a copy with statements added, dropped or rewritten",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: GET offers?provider=\u2026",
    "Catalogue-->>Kit: 200, the very graph of the provider",
  ],
  async run(t: Exam) {
    const extra = { description: "Zwölf Größen – 12 ½ €", endsOn: "2031-01-01" };
    const party = await t.party({
      offers: [{ ...machine("vm", "0.100"), name: extra.description }, machine("b")],
    });
    await party.harvested();
    await showsExactly(t, party, [party.digest()]);
    for (const accept of ["text/turtle", "application/ld+json"]) {
      const document = await offersAt(t, offersAddress(t, { provider: party.did }), accept);
      t.equal(await document?.graph.digest(), party.digest(), `the digest of the graph as ${accept} is`);
    }
  },
});
