import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, held, presentationFound, requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "Whom a query trusts is a hint to holders, and no part of the decision",
  requirements: ["MPLI-PRES-037@12ddb111"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "a stranger's query that decides whom the node believes",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const trusted_authorities = [{ type: "aki", values: ["s9tIpPmhxdiuNkHMEWNpYim8S8Y"] }];
    const query = { credentials: [{ id: "a", format: "vc+jwt", meta: {}, trusted_authorities }] };
    const request = await requested(t, query);
    const found = await presentationFound(t, answering(holder, [held(holder)], request), {
      request: request.id,
    });
    t.equal(
      [found["outcome"], found["satisfied"]],
      ["valid", true],
      "the outcome, and whether it satisfies, are",
    );
  },
});
