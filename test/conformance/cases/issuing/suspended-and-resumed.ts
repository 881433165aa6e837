import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { change, entryOf, expectBit, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "What is suspended can be resumed",
  requirements: ["MPLI-ISSUE-023@26333e56"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a suspension that stays, as a revocation does",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const credential = await issued(t, {}, { suspension: true });
    const [id, entry] = [String(credential.payload["id"]), entryOf(t, credential, "suspension")];
    for (const status of [true, false, true]) {
      t.status(await change(t, id, { suspension: status }), 200);
      await expectBit(t, entry, status);
    }
    await expectBit(t, entryOf(t, credential), false);
  },
});
