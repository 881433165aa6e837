import { defineCase } from "../../case.ts";

export default defineCase({
  title: "A provider that has published nothing says so",
  requirements: ["MPLI-DISC-009@e2828429"],
  role: "provider",
  feature: "core",
  expects: "refuse",
  hunts: "an empty document, or the answer of a path that nobody serves",
  since: "0.1",
  sequence: ["Kit->>Provider: GET manifest", "Provider-->>Kit: 404, no-manifest"],
  async run(t) {
    for (const accept of ["application/ld+json", "text/turtle"]) {
      const answer = await t.get(t.endpoint("manifest"), { accept });
      const isPublished = answer.status === 200 && (await t.graph(answer)).typed("mpli:Manifest").length > 0;
      if (isPublished) t.inapplicable("a manifest is published");
      t.refusal(answer, 404, "no-manifest");
    }
  },
});
