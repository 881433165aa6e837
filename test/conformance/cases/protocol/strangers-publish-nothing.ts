import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, published } from "../../steps/publications.ts";
import { expectOperatorOnly } from "../../steps/operator-requests.ts";

export default defineCase({
  title: "A manifest without the operator's token is refused before it is published",
  requirements: ["MPLI-PROT-034@f082304a", "MPLI-PROT-040@b474da8c"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "looking at the token when the manifest has been stored",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest, without Authorization",
    "Provider-->>Kit: 401, and nothing has changed",
  ],
  async run(t) {
    const before = await published(t);
    const headers = { "if-match": before };
    const address = t.endpoint("manifest");
    const answer = await t.request(address, { method: "PUT", headers, body: manifestWith(t) });
    expectOperatorOnly(t, answer);
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
