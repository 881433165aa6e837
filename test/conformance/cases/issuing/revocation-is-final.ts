import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { change, entryOf, expectBit, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A revocation cannot be undone",
  requirements: ["MPLI-ISSUE-024@4aade0ca"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "the same handling for every purpose",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const credential = await issued(t, {}, { suspension: true });
    const id = String(credential.payload["id"]);
    t.status(await change(t, id, { revocation: true }), 200);
    t.refusal(await change(t, id, { revocation: false }), 409, "revocation-is-final");
    t.refusal(await change(t, id, { suspension: true, revocation: false }), 409, "revocation-is-final");
    await expectBit(t, entryOf(t, credential), true);
    await expectBit(t, entryOf(t, credential, "suspension"), false);
  },
});
