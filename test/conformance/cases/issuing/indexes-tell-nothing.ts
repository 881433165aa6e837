import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Entry, bitsOf, entryOf, issued, readList } from "../../steps/issuing.ts";

/** Lengths of the lists that entries are in, by their addresses. */
async function lengthsOf(t: Exam, entries: readonly Entry[]): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, number>();
  for (const { list } of entries)
    if (!lengths.has(list)) lengths.set(list, bitsOf(t, await readList(t, list)).length * 8);
  return lengths;
}

export default defineCase({
  title: "An index does not tell in which order credentials were issued, nor how many there are",
  requirements: ["MPLI-ISSUE-017@c68012b4"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "indexes that are counted up",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const entries: Entry[] = [];
    for (let count = 0; count < 12; count++) entries.push(entryOf(t, await issued(t)));
    const indexes = entries.map(({ index }) => index);
    const some = indexes.slice(0, 6);
    // Of six indexes at random, five lie within 64 of each other less than once in 10¹⁰ runs.
    const near = some.flatMap((one, at) => some.slice(at + 1).filter((other) => Math.abs(one - other) < 64));
    t.that(near.length < 10, "indexes that are spread over the list", indexes.join(" "));
    // Twelve at random all lie in the same eighth of their lists once in 8¹¹ runs, which is nearly 10¹⁰.
    const lengths = await lengthsOf(t, entries);
    const eighths = new Set(
      entries.map(({ index, list }) => Math.floor((index * 8) / (lengths.get(list) ?? 0))),
    );
    t.that(eighths.size > 1, "indexes from all of the list", indexes.join(" "));
    const steps = indexes.slice(1).map((index, at) => index - (indexes[at] ?? 0));
    t.that(new Set(steps).size > 2, "indexes without an order", indexes.join(" "));
  },
});
