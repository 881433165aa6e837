import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "A token that is nearly the operator's publishes nothing",
  requirements: ["MPLI-DISC-049@e15e0dd1"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing only the beginning of the token, or its length, or taking any token at all",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest, with half of the token", "Provider-->>Kit: 401 operator-only"],
  async run(t) {
    const before = await published(t);
    const right = t.operator()["authorization"] ?? "";
    const half = right.slice(0, -Math.ceil((right.length - "Bearer ".length) / 2));
    const other = right.replace(/.$/, (last) => (last === "x" ? "y" : "x"));
    for (const authorization of [half, `${right}x`, other]) {
      const answer = await put(t, manifestWith(t), { "if-match": before, authorization });
      t.refusal(answer, 401, "operator-only");
    }
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
