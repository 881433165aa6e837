import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { feedPages } from "../../steps/feed.ts";

export default defineCase({
  title: "The feed begins with change 1 and goes on without a gap",
  requirements: ["MPLI-DISC-042@6f62a49d"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "numbers from 0, per publication, or those of a database that skips some",
  since: "0.1",
  async run(t: Exam) {
    const pages = await feedPages(t, t.endpoint("changes"), 6);
    const numbers = pages.flatMap(({ changes }) => changes.map(({ sequence }) => sequence));
    if (numbers.length === 0) t.cannotTell("nothing has changed yet");
    const wrong = numbers.findIndex((number, index) => number !== index + 1);
    t.that(wrong < 0, `change ${wrong + 1}`, `number ${numbers[wrong]}`);
  },
});
