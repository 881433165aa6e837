import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reported, running } from "../../steps/accounts.ts";

export default defineCase({
  title: "What a monitor measured is held against the objective",
  requirements: ["MPLI-DEL-112@eb077100"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "taking the word of the monitor, or comparing numbers as text",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const said: readonly [string, boolean][] = [
      ["99.5 %", true],
      ["100 %", true],
      ["99.49 %", false],
      ["9.95 %", false],
    ];
    for (const [index, [value, met]] of said.entries()) {
      // Windows of their own; what the monitor thinks of it does not count.
      const until = Math.floor(Date.now() / 1000) * 1000 + (index + 2) * 30_000;
      const window = {
        from: new Date(until - 3_600_000).toISOString(),
        until: new Date(until).toISOString(),
      };
      const answer = await reported(t, it, { value, met: !met, ...window });
      t.equal(answer["met"], met, `${value} is at least 99.5 %:`);
    }
  },
});
