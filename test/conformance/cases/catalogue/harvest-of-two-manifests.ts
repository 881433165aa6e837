import { defineCase } from "../../case.ts";
import { MANIFEST, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A graph that describes two manifests is rejected",
  requirements: ["MPLI-CAT-046@1ac72a00"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "taking the first manifest that is found",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: two resources of type mpli:Manifest",
  ],
  async run(t) {
    const party = await t.party({ offers: [machine("vm")] });
    const other = `<${MANIFEST}/other> a <https://w3id.org/mpli/ns#Manifest> ; <https://w3id.org/mpli/ns#provider> <${party.did}> .`;
    const both = `${new TextDecoder().decode(party.usual(MANIFEST).body)}\n${other}`;
    party.answer(MANIFEST, () => reply(200, "text/turtle", both));
    await party.rejected();
  },
});
