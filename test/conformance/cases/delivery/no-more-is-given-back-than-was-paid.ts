import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { dear, givesBack, measure, measureLatency } from "../../steps/credits.ts";

export default defineCase({
  title: "All objectives together give back no more than the time costs",
  requirements: ["MPLI-DEL-143@1973b651"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "credits that add up to more than was paid",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await dear(t);
    await measureLatency(t, it, "19 ms", 59);
    await measure(t, it, "98 %");
    await givesBack(t, it, 60);
    await measureLatency(t, it, "25 ms");
    await givesBack(t, it, 100);
  },
});
