import { defineCase } from "../../case.ts";
import { manifestWith, put, published } from "../../steps/publications.ts";

const MEDIA = ["application/ld+json", "text/turtle", "application/n-quads", "text/html"];

export default defineCase({
  title: "Each representation's entity tag names the version to replace",
  requirements: ["MPLI-DISC-052@4f49296c"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "comparing with the tag of one representation only, such as the one that was published",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: GET manifest as Turtle",
    "Kit->>Provider: PUT manifest as JSON-LD, If-Match: the tag",
  ],
  async run(t) {
    await published(t);
    for (const accept of MEDIA) {
      const answer = await t.get(t.endpoint("manifest"), { accept });
      if (answer.status === 406) continue;
      const etag = t.header(answer, "ETag");
      t.status(await put(t, manifestWith(t), { "if-match": etag }), 200);
    }
  },
});
