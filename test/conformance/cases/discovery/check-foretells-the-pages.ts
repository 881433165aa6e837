import { defineCase } from "../../case.ts";
import { mostOffers } from "../../steps/on-sale.ts";
import { check, fresh, manifestWith } from "../../steps/publications.ts";

export default defineCase({
  title: "A check says how many pages a larger manifest has, and the digest of its head",
  requirements: ["MPLI-DISC-063@476fdbcf"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "checking the whole graph, without splitting it as a publication does",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: [
    "Kit->>Provider: POST check",
    "Kit->>Provider: PUT the same body",
    "Kit->>Provider: GET manifest",
  ],
  async run(t) {
    const count = mostOffers(t) + 1;
    const body = manifestWith(
      t,
      Array.from({ length: count }, () => ({ id: fresh(), class: "Cache" })),
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
