import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";

/** Clocks may differ, and zones be written in many ways. */
const AN_HOUR = 3_600_000;

export default defineCase({
  title: "The time of a change is when it was published, also of a tombstone",
  requirements: ["MPLI-DISC-041@34f2691f"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "the time when the offer was first published, or seconds taken for milliseconds",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const before = await newestChange(t);
    await putOnSale(t, [{ id: "short-lived", class: "VirtualMachine" }]);
    await putOnSale(t, []);
    const now = Date.now();
    const changes = await changesAfter(t, before);
    t.that(changes.length > 1, "a creation and a tombstone", String(changes.length));
    for (const { iri, modified } of changes)
      t.that(
        Math.abs(Date.parse(modified) - now) < AN_HOUR,
        `the time of ${iri} to be about ${new Date(now).toISOString()}`,
        modified,
      );
  },
});
