import { defineCase } from "../../case.ts";
import { pagedManifest } from "../../steps/paging.ts";

export default defineCase({
  title: "A page may be kept for ever",
  requirements: ["MPLI-DISC-031@a2e10c68"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "one Cache-Control for the head and its pages",
  since: "0.1",
  async run(t) {
    const { pages } = await pagedManifest(t);
    for (const { url, answer } of pages) {
      t.header(answer, "Cache-Control", /(^|[\s,])immutable($|[\s,])/i);
      const other = await t.get(url, { accept: "application/ld+json" });
      t.header(other, "Cache-Control", /(^|[\s,])immutable($|[\s,])/i);
    }
  },
});
