import { defineCase } from "../../case.ts";
import { MANIFEST, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

/** Graphs in which nothing is a manifest, though all else may be right. */
const GRAPHS = [
  ["application/ld+json", () => "{}"],
  ["text/turtle", () => "# nothing"],
  [
    "text/turtle",
    (did: string) =>
      `<${MANIFEST}> <https://w3id.org/mpli/ns#provider> <${did}> . <${did}> a <https://w3id.org/mpli/ns#Provider> .`,
  ],
] as const;

export default defineCase({
  title: "A graph without a manifest is rejected, and does not empty the snapshot",
  requirements: ["MPLI-CAT-046@1ac72a00", "MPLI-CAT-024@4e481855"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "shapes that nothing in the graph is a target of, so that everything conforms",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Provider: GET manifest", "Provider-->>Catalogue: {}"],
  async run(t) {
    const party = await t.party({ offers: [machine("vm")] });
    for (const [type, text] of GRAPHS) {
      party.answer(MANIFEST, () => reply(200, type, text(party.did)));
      await party.rejected();
      await party.withdraw();
    }
    party.answer(MANIFEST, undefined);
    await party.harvested();
    party.answer(MANIFEST, () => reply(200, "application/ld+json", "{}"));
    const entry = await party.harvestAgain(({ problem }) => problem !== undefined, "with a problem");
    t.equal(entry["digest"], party.digest(), "the digest of the snapshot is still");
  },
});
