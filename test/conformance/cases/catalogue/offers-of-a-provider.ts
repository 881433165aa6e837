import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, showsExactly } from "../../steps/offers-walk.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "With `provider`, documents of others are left out",
  requirements: ["MPLI-CAT-035@77630f74"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a parameter that is ignored, or compared by its beginning",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    await showsExactly(t, party, [party.digest()]);
    const others = [
      `${party.did}:sales`,
      party.did.slice(0, -1),
      "did:web:conformance-kit.example",
      "did:web:",
    ];
    for (const provider of others)
      t.refusal(
        await t.get(offersAddress(t, { provider }), { accept: "text/turtle" }),
        404,
        "no-more-offers",
      );
  },
});
