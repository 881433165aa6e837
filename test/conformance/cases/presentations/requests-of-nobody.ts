import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { answering, expectWrong, held, presentationFound, requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "A request that the node did not make cannot be answered",
  requirements: ["MPLI-PRES-031@633de044"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a nonce that its holder made up",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const { id, nonce, audience } = await requested(t);
    const middle = Math.floor(id.length / 2);
    const changed = id.slice(0, middle) + (id[middle] === "A" ? "B" : "A") + id.slice(middle + 1);
    const text = answering(holder, [held(holder)], { id, nonce, audience });
    for (const stranger of ["x", nonce, changed, `${id}A`]) {
      const found = await presentationFound(t, text, { request: stranger });
      expectWrong(t, found, ["nonce", "request-unknown"], "a request of nobody");
      t.equal(found["satisfied"], false, "`satisfied` is");
    }
    const found = await presentationFound(t, text, { request: id });
    t.equal(found["satisfied"], true, "`satisfied` for the request itself is");
  },
});
