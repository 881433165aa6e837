import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "The manifest is served at the address that the node document gives",
  requirements: ["MPLI-DISC-001@3192ec2e"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "an address that was right on the author's machine, or before the manifest moved",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET /.well-known/mpli",
    "Provider-->>Kit: endpoint.manifest",
    "Kit->>Provider: GET manifest",
    "Provider-->>Kit: 200, a manifest",
  ],
  async run(t: Exam) {
    const address = t.endpoint("manifest");
    for (const accept of ["text/turtle", "application/ld+json"]) {
      const answer = await t.get(address, { accept });
      if (answer.status === 404 && answer.json()["code"] === "no-manifest")
        t.cannotTell("no manifest is published");
      t.status(answer, 200);
      const manifests = (await t.graph(answer)).typed("mpli:Manifest");
      t.that(manifests.length > 0, `a resource of type mpli:Manifest in ${accept}`, "none");
    }
  },
});
