import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { requested } from "../../steps/presentations.ts";

export default defineCase({
  title: "Each request has a nonce of its own that nobody can guess",
  requirements: ["MPLI-PRES-004@cab66356"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a counter, a clock or a short number as a nonce",
  since: "0.1",
  async run(t: Exam) {
    const requests = await Promise.all(Array.from({ length: 16 }, () => requested(t)));
    const nonces = requests.map(({ nonce }) => nonce);
    t.equal(new Set(nonces).size, nonces.length, "the number of different nonces is");
    // 128 bits take 20 printable characters at the least.
    t.that(
      nonces.every((nonce) => nonce.length >= 20),
      "nonces of at least 20 characters",
      nonces[0] ?? "",
    );
  },
});
