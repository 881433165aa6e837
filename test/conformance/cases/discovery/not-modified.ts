import { defineCase } from "../../case.ts";

export default defineCase({
  title: "A provider answers 304 to the entity tag of what it would send",
  requirements: ["MPLI-DISC-020@cb4bf850"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "comparing tags without their quotes, or for the head only",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET manifest",
    "Provider-->>Kit: 200, ETag",
    "Kit->>Provider: GET manifest, If-None-Match",
    "Provider-->>Kit: 304",
  ],
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages.slice(0, 2)])
      for (const accept of ["text/turtle", "application/ld+json"]) {
        const etag = t.header(await t.get(url, { accept }), "ETag");
        for (const method of ["GET", "HEAD"])
          t.status(await t.request(url, { method, headers: { accept, "if-none-match": etag } }), 304);
      }
  },
});
