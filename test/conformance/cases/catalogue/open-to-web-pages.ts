import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, showsExactly } from "../../steps/offers-walk.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Web pages of any origin can read the providers and the offers",
  requirements: ["MPLI-CAT-031@453ff4ed"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a catalogue that only its own pages can read",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    await showsExactly(t, party, [party.digest()]);
    for (const address of [t.endpoint("providers"), offersAddress(t, { provider: party.did })]) {
      const answer = await t.get(address, {
        origin: "https://conformance-kit.example",
        accept: "application/ld+json",
      });
      t.status(answer, 200);
      t.equal(t.header(answer, "Access-Control-Allow-Origin"), "*", "Access-Control-Allow-Origin is");
    }
  },
});
