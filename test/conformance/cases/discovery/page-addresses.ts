import { defineCase } from "../../case.ts";
import { pagedManifest } from "../../steps/paging.ts";

export default defineCase({
  title: "Each page is served at the address of the manifest, /pages/ and its digest",
  requirements: ["MPLI-DISC-030@41ec3927"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "numbered pages, which would change under their readers",
  since: "0.1",
  async run(t) {
    const { pages } = await pagedManifest(t);
    for (const { url, graph } of pages) {
      const address = `${t.endpoint("manifest")}/pages/${await graph.digest()}`;
      t.equal(url, address, "the address of a page in the head is");
      t.status(await t.get(address, { accept: "application/ld+json" }), 200);
    }
  },
});
