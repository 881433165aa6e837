import { defineCase } from "../../case.ts";
import { isLoopback } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A redirect from https to plain http is not followed",
  requirements: ["MPLI-CAT-019@a4b0e445", "MPLI-CAT-017@0b345941"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a scheme that is looked at once",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    if (isLoopback(t.origin)) t.inapplicable("the target may fetch over plain http");
    const location = `${party.origin.replace("https:", "http:")}/kit/behind`;
    party.answer("/kit/behind", () => party.usual(NODE));
    party.answer(NODE, () => reply(302, "text/plain", "", { location }));
    await party.rejected();
    const led = party.asked.filter(({ path }) => path === "/kit/behind");
    t.equal(led.length, 0, "the number of requests behind the redirect is");
  },
});
