import { defineCase } from "../../case.ts";
import { onHost } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Nor is the second of two redirects",
  requirements: ["MPLI-CAT-019@a4b0e445", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "checking the first redirect and letting the client follow the rest",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    const behind = onHost(`${party.origin}/kit/behind`, "0.0.0.0");
    party.answer("/kit/behind", () => party.usual(NODE));
    party.answer("/kit/halfway", () => reply(302, "text/plain", "", { location: behind }));
    party.answer(NODE, () => reply(302, "text/plain", "", { location: "/kit/halfway" }));
    await party.rejected();
    const led = party.asked.filter(({ path }) => path === "/kit/behind");
    t.equal(led.length, 0, "the number of requests behind the second redirect is");
  },
});
