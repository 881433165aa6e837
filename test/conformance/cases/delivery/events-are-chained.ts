import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { createHash } from "node:crypto";
import { active, canonical, eventsOf } from "../../steps/runner.ts";

export default defineCase({
  title: "Each event names the digest of the one before it",
  requirements: ["MPLI-DEL-032@49392a2f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a digest over the event as it was written and not over its canonical form",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    const events = await eventsOf(t, one);
    t.equal(events[0]?.["previousdigest"], undefined, "`previousdigest` of the first event is");
    for (const [index, event] of events.slice(1).entries()) {
      const digest = createHash("sha256").update(canonical(events[index])).digest("hex");
      t.equal(event["previousdigest"], digest, `\`previousdigest\` of event ${index + 2} is`);
    }
  },
});
