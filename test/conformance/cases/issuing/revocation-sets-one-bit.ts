import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { change, entryOf, expectBit, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A revocation sets the bit of its credential, and no other",
  requirements: ["MPLI-ISSUE-023@26333e56"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "the bits of a byte counted from the right, or another purpose's list",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [one, other] = [await issued(t, {}, { suspension: true }), await issued(t)];
    t.status(await change(t, String(one.payload["id"]), { revocation: true }), 200);
    await expectBit(t, entryOf(t, one), true);
    await expectBit(t, entryOf(t, one, "suspension"), false);
    await expectBit(t, entryOf(t, other), false);
  },
});
