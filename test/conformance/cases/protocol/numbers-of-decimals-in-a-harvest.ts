import { defineCase } from "../../case.ts";
import { parseGraph } from "../../graph.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";
import { manifestOf } from "../../parties/manifest.ts";

/** JSON numbers, each with the decimal that it stands for. */
const AMOUNTS = [
  ["0.41", "0.41"],
  ["2.50", "2.5"],
  ["7", "7"],
  ["3.0", "3"],
  ["1e-7", "0.0000001"],
  ["1.5e2", "150"],
  ["1e21", "1000000000000000000000"],
] as const;

export default defineCase({
  title: "A catalogue reads a JSON number as the decimal that it stands for",
  requirements: ["MPLI-PROT-054@f33402ff"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a JSON-LD processor that makes 4.1E-1 of 0.41, which is no decimal, or 0 of 1e-7",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Kit: GET manifest",
    'Kit-->>Catalogue: JSON-LD with "amount": 0.41',
    "Kit->>Catalogue: GET providers",
    'Catalogue-->>Kit: the digest of the graph with "0.41"^^xsd:decimal',
  ],
  async run(t) {
    const party = await t.party();
    const offers = AMOUNTS.map(([, amount], index) => ({
      id: `/offers/vm-${index}`,
      type: "Offer",
      class: "VirtualMachine",
      price: [{ amount, currency: "EUR", per: "hour" }],
    }));
    const manifest = { ...manifestOf({ offers }, party.did), id: party.manifestAddress };
    const strings = JSON.stringify(manifest);
    const numbers = AMOUNTS.reduce(
      (text, [number, decimal]) => text.replace(`"amount":"${decimal}"`, `"amount":${number}`),
      strings,
    );
    writesJsonLd(party, () => numbers);
    const wanted = await (await parseGraph(strings, "application/ld+json", party.manifestAddress)).digest();
    await party.register();
    const entry = await party.listed(({ problem, digest }) => problem !== undefined || digest !== undefined);
    t.equal(entry["digest"], wanted, "the digest of the harvested manifest is");
  },
});
