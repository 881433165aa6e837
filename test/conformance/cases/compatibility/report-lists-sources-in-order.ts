import { defineCase } from "../../case.ts";
import { CONTEXT } from "../../graph.ts";
import { RARE } from "../../steps/demands.ts";
import { byText } from "../../steps/findings.ts";
import { askWith } from "../../steps/reports.ts";
import { sourcesOf } from "../../steps/sources.ts";

export default defineCase({
  title: "The sources of a report are in the order of the providers' IRIs, whoever came first and has offers",
  requirements: ["MPLI-COMP-092@22f0a11d"],
  role: "catalogue",
  feature: "matching",
  expects: "accept",
  hunts: "the order of registration or of the results, and leaving out who has no offer of the class",
  since: "0.1",
  writes: true,
  async run(t) {
    const parties = [
      await t.party({ offers: [{ id: "db", class: RARE }] }),
      await t.party({ offers: [{ id: "vm", class: "VirtualMachine" }] }),
      await t.party({ offers: [] }),
    ];
    const inOrder = parties.toSorted((a, b) => byText(a.did, b.did));
    for (const party of inOrder.toReversed()) await party.harvested();
    const answer = await askWith(t, { "@context": CONTEXT, type: "Demand", component: [{ class: RARE }] });
    const sources = sourcesOf(t, answer);
    const own = sources.filter(({ provider }) => parties.some(({ did }) => did === provider));
    t.equal(
      own.map(({ provider, manifest }) => [provider, manifest]),
      inOrder.map(({ did, digest }) => [did, digest()]),
      "the sources that the kit plays are",
    );
    const providers = sources.map(({ provider }) => provider);
    t.equal(providers, providers.toSorted(byText), "all sources in order are");
  },
});
