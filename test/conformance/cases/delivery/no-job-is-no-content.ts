import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { sell } from "../../steps/orders.ts";
import { askForJob, jobOf } from "../../steps/runner.ts";

export default defineCase({
  title: "Where there is no job within the time that a runner waits, the answer is 204",
  requirements: ["MPLI-DEL-053@8e472c2c"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "404 for what is merely not there yet, or waiting for ever",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const ware = await sell(t);
    t.equal((await jobOf(t, ware))?.id, undefined, "a job of nothing is");
    t.meanwhile();
    for (const waitSeconds of [0, 1]) {
      const began = performance.now();
      const answer = await askForJob(t, [ware.binding], waitSeconds);
      t.status(answer, 204);
      const seconds = (performance.now() - began) / 1000;
      t.that(seconds < waitSeconds + 10, `an answer soon after ${waitSeconds} s`, `${seconds} s`);
    }
  },
});
