import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, published, put } from "../../steps/publications.ts";

export default defineCase({
  title: "The token counts as a bearer token only",
  requirements: ["MPLI-DISC-049@e15e0dd1"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "looking for the token anywhere in the field",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest, Authorization: Basic …", "Provider-->>Kit: 401 operator-only"],
  async run(t) {
    const before = await published(t);
    const token = (t.operator()["authorization"] ?? "").replace("Bearer ", "");
    for (const authorization of [token, `Basic ${btoa(`operator:${token}`)}`, `Basic ${token}`]) {
      const answer = await put(t, manifestWith(t), { "if-match": before, authorization });
      t.refusal(answer, 401, "operator-only");
    }
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
