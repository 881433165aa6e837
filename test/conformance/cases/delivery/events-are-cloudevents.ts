import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { active, eventsOf } from "../../steps/runner.ts";

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export default defineCase({
  title: "Events are CloudEvents 1.0 of the order",
  requirements: ["MPLI-DEL-033@2f335b9f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a number as `sequence`, or a source that leads nowhere",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    const events = await eventsOf(t, one);
    const ids = new Set<unknown>();
    for (const { specversion, id, source, subject, type, time, sequence } of events) {
      t.equal([specversion, subject], ["1.0", one.id], "specversion and subject are");
      t.equal(t.address(String(source)), t.address(one.address), "the source is");
      t.that(
        typeof id === "string" && id !== "" && !ids.has(id),
        "an id that no other event has",
        String(id),
      );
      ids.add(id);
      t.that(typeof type === "string" && type !== "", "a type", String(type));
      t.that(typeof sequence === "string", "a text in `sequence`", JSON.stringify(sequence));
      t.that(RFC_3339.test(String(time)), "a time as RFC 3339 has it", String(time));
    }
  },
});
