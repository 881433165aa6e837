import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bitsOf, entryOf, issued, readList } from "../../steps/issuing.ts";

export default defineCase({
  title: "A status list is long enough to hide in",
  requirements: ["MPLI-ISSUE-019@68a170c6"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a list as long as there are credentials",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const entry = entryOf(t, await issued(t));
    const bits = bitsOf(t, await readList(t, entry.list)).length * 8;
    t.that(bits >= 131_072, "at least 131,072 entries", String(bits));
    t.that(entry.index < bits, `an entry ${entry.index}`, `${bits} entries`);
  },
});
