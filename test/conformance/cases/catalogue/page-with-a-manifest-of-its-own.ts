import { defineCase } from "../../case.ts";
import { parseGraph } from "../../graph.ts";
import { MANIFEST, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A page that describes a manifest of its own is rejected, true to its digest as it may be",
  requirements: ["MPLI-CAT-046@1ac72a00"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "counting manifests in the head alone",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: a head that names the page by its digest",
    "Catalogue->>Provider: GET page",
    "Provider-->>Catalogue: a page with a resource of type mpli:Manifest",
  ],
  async run(t) {
    const party = await t.party({ offers: [machine("vm")], pageSize: 1 });
    const [{ path, digest } = { path: "", digest: "" }] = party.pages();
    const textOf = (at: string) => new TextDecoder().decode(party.usual(at).body);
    const other = `<${MANIFEST}/other> a <https://w3id.org/mpli/ns#Manifest> ; <https://w3id.org/mpli/ns#provider> <${party.did}> .`;
    const page = `${textOf(path)}\n${other}`;
    const named = await (await parseGraph(page, "text/turtle", party.manifestAddress)).digest();
    const head = textOf(MANIFEST).replaceAll(digest, named);
    party.answer(MANIFEST, () => reply(200, "text/turtle", head));
    party.answer(`${MANIFEST}/pages/${named}`, () => reply(200, "text/turtle", page));
    await party.rejected();
  },
});
