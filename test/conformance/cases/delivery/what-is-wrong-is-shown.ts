import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, found, wrongWith } from "../../steps/health.ts";
import { active, lease, operated } from "../../steps/runner.ts";

export default defineCase({
  title: "What is wrong is a condition with the words of the latest report, until it is over",
  requirements: ["MPLI-DEL-133@10c32a1c"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "customers who learn that something is broken, and not what",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    t.equal(await wrongWith(t, one), undefined, "the condition Unhealthy is");
    for (const detail of [String(BROKEN["detail"]), "Ein Kabel fehlt. \u2708"]) {
      await found(t, one, { healthy: false, detail });
      t.equal((await wrongWith(t, one))?.["message"], detail, "the message of the condition Unhealthy is");
    }
    await found(t, one, WELL);
    t.equal(await wrongWith(t, one), undefined, "the condition Unhealthy, once all is well, is");
    await found(t, one, BROKEN);
    await operated(t, one, { kind: "suspend" });
    await (await lease(t, ware, "suspend")).tell("succeeded");
    t.equal(await wrongWith(t, one), undefined, "the condition Unhealthy, of what is halted, is");
  },
});
