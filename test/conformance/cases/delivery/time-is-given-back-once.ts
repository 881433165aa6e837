import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { dear, givesBack, measure } from "../../steps/credits.ts";

export default defineCase({
  title: "Of several windows that have a time in them, the greatest credit counts",
  requirements: ["MPLI-DEL-142@f177bc07"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "one breach that is paid for with each window that it is in",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await dear(t);
    for (const [index, [value, percent]] of WINDOWS.entries()) {
      await measure(t, it, value, { seconds: 60 + index });
      await givesBack(t, it, percent);
    }
  },
});

const WINDOWS = [
  ["99.4 %", 40],
  ["99.3 %", 40],
  ["98 %", 60],
  ["99.4 %", 60],
  ["90 %", 60],
] as const;
