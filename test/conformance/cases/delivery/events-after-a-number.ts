import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { active, eventsOf } from "../../steps/runner.ts";

export default defineCase({
  title: "Whoever asks for events after a number gets those with a greater one, in order",
  requirements: ["MPLI-DEL-030@b668fa67"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "counting from the number itself, or answering all of them",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    const all = await eventsOf(t, one);
    for (const after of [0, 1, Math.floor(all.length / 2), all.length - 1, all.length]) {
      const numbers = (await eventsOf(t, one, after)).map(({ sequence }) => Number(sequence));
      const expected = all.map(({ sequence }) => Number(sequence)).filter((each) => each > after);
      t.equal(numbers, expected, `the events after ${after} are`);
    }
    const numbers = all.map(({ sequence }) => Number(sequence));
    t.equal(
      numbers,
      [...numbers].sort((a, b) => a - b),
      "the events in order are",
    );
  },
});
