import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, expectWrong, held, presentationFound, requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "Only a presentation that stands uses a request up",
  requirements: ["MPLI-PRES-034@69060c28"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a stranger who spoils the request of another",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const request = await requested(t);
    const options = { request: request.id };
    const thief = answering({ ...issuer(), did: holder.did, kid: holder.kid }, [], request);
    expectWrong(
      t,
      await presentationFound(t, thief, options),
      ["signature", "bad-signature"],
      "a forged answer",
    );
    const elsewhere = answering(holder, [], { ...request, audience: "did:web:other.example" });
    expectWrong(
      t,
      await presentationFound(t, elsewhere, options),
      ["audience", "audience-mismatch"],
      "an answer for another",
    );
    const stale = answering(holder, [], { ...request, nonce: "x" });
    expectWrong(
      t,
      await presentationFound(t, stale, options),
      ["nonce", "nonce-mismatch"],
      "an answer to another request",
    );
    const empty = await presentationFound(t, answering(holder, [], request), options);
    t.equal([empty["outcome"], empty["satisfied"]], ["valid", false], "an answer without a credential is");
    const late = await presentationFound(t, answering(holder, [held(holder)], request), options);
    expectWrong(t, late, ["nonce", "request-used"], "an answer after one that did not satisfy");
    const second = await requested(t);
    const borrowed = answering(holder, [held(issuer())], second);
    expectWrong(
      t,
      await presentationFound(t, borrowed, { request: second.id }),
      ["holder", "holder-not-subject"],
      "an answer with a credential of somebody else",
    );
    const own = answering(holder, [held(holder)], second);
    expectWrong(
      t,
      await presentationFound(t, own, { request: second.id }),
      ["nonce", "request-used"],
      "an answer after one of which only `holder` failed",
    );
  },
});
