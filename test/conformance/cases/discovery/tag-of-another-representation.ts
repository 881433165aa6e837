import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Turtle is sent to a client that has the document as JSON-LD",
  requirements: ["MPLI-DISC-019@5c22cd4e", "MPLI-DISC-020@cb4bf850"],
  role: "provider",
  feature: "core",
  expects: "refuse",
  hunts:
    "comparing digests without their suffixes, so that a client is told that it has what it does not have",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET manifest as JSON-LD",
    "Provider-->>Kit: 200, ETag",
    "Kit->>Provider: GET manifest as Turtle, If-None-Match",
    "Provider-->>Kit: 200",
  ],
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages.slice(0, 1)]) {
      const held = t.header(await t.get(url, { accept: "application/ld+json" }), "ETag");
      t.status(await t.get(url, { accept: "text/turtle", "if-none-match": held }), 200);
    }
  },
});
