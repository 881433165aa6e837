import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, held, presentationFound, requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "A query can ask for a credential of whomever it is about",
  requirements: ["MPLI-PRES-036@79718bbb"],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "holder binding that nobody asked for",
  since: "0.1",
  async run(t: Exam) {
    const [holder, other] = [issuer(), issuer()];
    const query = {
      credentials: [{ id: "a", format: "vc+jwt", meta: {}, require_cryptographic_holder_binding: false }],
    };
    const request = await requested(t, query);
    const found = await presentationFound(t, answering(holder, [held(other)], request), {
      request: request.id,
    });
    t.equal(found["satisfied"], true, "`satisfied` is");
  },
});
