import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { change, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A status that a credential was issued without cannot be changed",
  requirements: ["MPLI-ISSUE-026@2b3bd902"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a suspension that nobody will ever see",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const one = await issued(t);
    t.refusal(await change(t, String(one.payload["id"]), { suspension: true }), 422, "no-such-status");
    const other = await issued(t, {}, { status: false });
    t.refusal(await change(t, String(other.payload["id"]), { revocation: true }), 422, "no-such-status");
    t.status(await change(t, String(one.payload["id"]), { revocation: true }), 200);
  },
});
