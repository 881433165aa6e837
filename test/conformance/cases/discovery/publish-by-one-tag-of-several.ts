import { defineCase } from "../../case.ts";
import { manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "The current entity tag is found among others",
  requirements: ["MPLI-DISC-052@4f49296c"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "comparing the whole field, or its first tag",
  since: "0.1",
  writes: true,
  sequence: ['Kit->>Provider: PUT manifest, If-Match: "0…", the current tag', "Provider-->>Kit: 200"],
  async run(t) {
    const etag = await published(t);
    const tags = `"${"0".repeat(64)}.ttl", ${etag}`;
    t.status(await put(t, manifestWith(t), { "if-match": tags }), 200);
  },
});
