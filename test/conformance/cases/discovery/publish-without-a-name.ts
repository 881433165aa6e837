import { defineCase } from "../../case.ts";
import { NS } from "../../graph.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

export default defineCase({
  title: "A manifest without a name is named by its address",
  requirements: ["MPLI-DISC-062@968a2f1f"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "serving a manifest that is a blank node, or naming only its type",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest without an id", "Kit->>Provider: GET manifest"],
  async run(t) {
    const address = t.endpoint("manifest");
    const offer = new URL(`/offers/${fresh()}`, address).href;
    const turtle = `@prefix mpli: <${NS.mpli}> .
[] a mpli:Manifest ; mpli:provider <${t.declared.did}> ; mpli:offer <${offer}> .
<${offer}> mpli:serviceClass mpli:Cache .`;
    for (const body of [manifestWith(t, [{ id: offer, class: "Cache" }]), turtle]) {
      t.status(await t.publish(body), 200, 201);
      const { whole } = await t.manifest();
      t.equal(whole.typed("mpli:Manifest"), [address], "the name of the manifest is");
      t.equal(whole.values(address, "mpli:offer"), [offer], "the offers of what has this name are");
    }
  },
});
