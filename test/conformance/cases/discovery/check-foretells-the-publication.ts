import { defineCase } from "../../case.ts";
import { check, fresh, manifestWith } from "../../steps/publications.ts";

export default defineCase({
  title: "A check says which digest, offers and pages the publication has",
  requirements: ["MPLI-DISC-063@476fdbcf"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "the digest of the body before the manifest is named, or of its bytes",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: POST check",
    "Kit->>Provider: PUT the same body",
    "Kit->>Provider: GET manifest",
  ],
  async run(t) {
    const body = manifestWith(
      t,
      [1, 2, 3].map(() => ({ id: fresh(), class: "VirtualMachine" })),
    );
    const answer = await check(t, body);
    t.status(answer, 200);
    const { digest, offers, pages } = answer.json();
    t.status(await t.publish(body), 200, 201);
    const manifest = await t.manifest();
    const published = [await manifest.head.graph.digest(), manifest.offers.length, manifest.pages.length];
    t.equal([digest, offers, pages], published, "the digest, the offers and the pages of the check are");
  },
});
