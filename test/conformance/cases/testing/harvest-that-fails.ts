import { defineCase } from "../../case.ts";
import { reply } from "../../parties/provider.ts";
import { pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "A harvest that fails is answered like any other, and has the effects of any other",
  requirements: ["MPLI-TEST-003@14438dce", "MPLI-TEST-007@94e2e8ca"],
  role: "catalogue",
  feature: "testing",
  expects: "refuse",
  hunts: "passing the provider's failure on as an answer of the trigger, or losing the snapshot",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST trigger, harvest",
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: 500",
    "Catalogue-->>Kit: 200, harvest",
  ],
  async run(t) {
    const party = await t.party({ offers: [{ id: "one", class: "Cache" }] });
    const { digest } = await party.harvested();
    party.answer(new URL(party.manifestAddress).pathname, () => reply(500, "text/plain", "out of order"));
    const answer = await pull(t, { action: "harvest", url: party.origin });
    t.status(answer, 200);
    t.equal(answer.json()["action"], "harvest", "`action` of the answer is");
    const entry = await party.listed(({ state }) => state === "stale");
    t.equal(entry["digest"], digest, "the digest of the snapshot that is kept is");
  },
});
