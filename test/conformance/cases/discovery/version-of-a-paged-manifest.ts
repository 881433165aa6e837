import { defineCase } from "../../case.ts";
import { lightOffers, mostOffers, putOnSale } from "../../steps/on-sale.ts";
import { expectVersion } from "../../steps/versions.ts";

export default defineCase({
  title: "An old manifest keeps its pages",
  requirements: ["MPLI-DISC-035@2f47af76"],
  role: "provider",
  feature: "versions",
  expects: "accept",
  hunts: "pages that are deleted with the head that named them last",
  since: "0.1",
  writes: true,
  async run(t) {
    const old = await putOnSale(t, lightOffers(mostOffers(t) + 1));
    await putOnSale(t, lightOffers(1));
    await expectVersion(t, old.head);
    for (const { url, graph } of old.pages) {
      const page = await t.get(url, { accept: "text/turtle" });
      t.status(page, 200);
      t.equal(await (await t.graph(page)).digest(), await graph.digest(), `the digest of ${url} is`);
    }
  },
});
