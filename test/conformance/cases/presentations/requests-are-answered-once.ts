import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, expectWrong, held, presentationFound, requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "Of several answers to one request, even at the same time, exactly one counts",
  requirements: ["MPLI-PRES-033@2e07385a"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a nonce that is looked up and then crossed out",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const request = await requested(t);
    const texts = Array.from({ length: 5 }, () => answering(holder, [held(holder)], request));
    const all = await Promise.all(texts.map((text) => presentationFound(t, text, { request: request.id })));
    const [first, ...more] = all.filter((found) => found["satisfied"] === true);
    t.that(
      first !== undefined && more.length === 0,
      "exactly one that satisfies",
      String(more.length + (first ? 1 : 0)),
    );
    for (const found of all)
      if (found !== first) expectWrong(t, found, ["nonce", "request-used"], "an answer beside the first");
    const replayed = await presentationFound(t, texts[0] ?? "", { request: request.id });
    expectWrong(t, replayed, ["nonce", "request-used"], "a replayed answer");
    t.equal(replayed["satisfied"], false, "`satisfied` of a replayed answer is");
  },
});
