import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, isSet, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential can be suspended where it was asked for so, and is not yet",
  requirements: ["MPLI-ISSUE-015@404d943d"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "one entry for both, so that a suspension is a revocation",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const credential = await issued(t, {}, { suspension: true });
    const [one, other] = [entryOf(t, credential), entryOf(t, credential, "suspension")];
    t.that(
      one.list !== other.list || one.index !== other.index,
      "a bit for each purpose",
      JSON.stringify(one),
    );
    for (const entry of [one, other]) t.equal(await isSet(t, entry), false, `the bit of ${entry.purpose} is`);
  },
});
