import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entriesIn, entryOf, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential can be revoked unless it was asked for without a status",
  requirements: ["MPLI-ISSUE-014@948ee21b"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a status only where the operator asks for one",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const options of [undefined, {}, { status: true }, { suspension: false }])
      entryOf(t, await issued(t, {}, options));
    const { payload } = await issued(t, {}, { status: false });
    t.equal(entriesIn(payload), [], "the entries of a credential without a status are");
  },
});
