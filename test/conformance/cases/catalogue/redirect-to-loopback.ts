import { defineCase } from "../../case.ts";
import { isLoopback, onHost } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue that others can reach follows no redirect to its own machine",
  requirements: ["MPLI-CAT-019@a4b0e445", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "the permission for tests that stays on in production",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    if (isLoopback(t.origin)) t.inapplicable("the target may fetch from loopback addresses");
    party.answer("/kit/behind", () => party.usual(NODE));
    for (const host of ["127.0.0.1", "localhost", "[::1]"]) {
      const location = onHost(`${party.origin}/kit/behind`, host);
      party.answer(NODE, () => reply(302, "text/plain", "", { location }));
      await party.rejected();
      await party.withdraw();
    }
  },
});
