import { defineCase } from "../../case.ts";
import { parseGraph } from "../../graph.ts";
import { requirePublishing } from "../../shelf.ts";
import { newTitle } from "../../steps/on-sale.ts";
import { manifestWith, published, put } from "../../steps/publications.ts";
import { version } from "../../steps/versions.ts";

export default defineCase({
  title: "A manifest that was refused has no version",
  requirements: ["MPLI-DISC-037@da510164"],
  role: "provider",
  feature: "versions",
  expects: "refuse",
  hunts: "storing the graph before the preconditions are judged, and serving whatever is stored",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest, If-Match: an older tag",
    "Provider-->>Kit: 412",
    "Kit->>Provider: GET manifest/versions/ with its digest",
    "Provider-->>Kit: 404, no-such-version",
  ],
  async run(t) {
    requirePublishing(t);
    await published(t);
    const address = t.endpoint("manifest");
    const body = manifestWith(t, [], { manifest: { id: address, title: newTitle() } });
    t.status(await put(t, body, { "if-match": `"${"0".repeat(64)}.ttl"` }), 412);
    const graph = await parseGraph(JSON.stringify(body), "application/ld+json", address);
    t.refusal(await version(t, await graph.digest()), 404, "no-such-version");
  },
});
