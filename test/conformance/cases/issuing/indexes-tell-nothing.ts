import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, issued } from "../../steps/issuing.ts";

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
    const indexes: number[] = [];
    for (let count = 0; count < 6; count++) indexes.push(entryOf(t, await issued(t)).index);
    // Of six indexes at random, any two lie within 64 of each other once in a hundred runs, and three pairs never do.
    const near = indexes.flatMap((one, at) =>
      indexes.slice(at + 1).filter((other) => Math.abs(one - other) < 64),
    );
    t.that(near.length < 3, "indexes that are spread over the list", indexes.join(" "));
    const steps = indexes.slice(1).map((index, at) => index - (indexes[at] ?? 0));
    t.that(new Set(steps).size > 2, "indexes without an order", indexes.join(" "));
  },
});
