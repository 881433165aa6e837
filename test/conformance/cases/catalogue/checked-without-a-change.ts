import { defineCase } from "../../case.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "`checkedAt` moves on when a harvest finds nothing new, and not when it fails",
  requirements: ["MPLI-CAT-029@f72c6280"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "the time of the last change, or of the last attempt",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    const { checkedAt: first } = await party.harvested();
    const time = (at: unknown) => Date.parse(String(at));
    // A catalogue may count in seconds.
    const second = await t.eventually("a later `checkedAt` after another harvest", async () => {
      const { checkedAt } = await party.harvestAgain(() => true);
      return time(checkedAt) > time(first) ? checkedAt : undefined;
    });
    party.answer(NODE, () => reply(503, "text/plain", "down"));
    const failed = await party.harvestAgain(({ state }) => state === "stale", "stale after a failed harvest");
    await pause(20);
    const again = await party.harvestAgain(({ state }) => state === "stale", "stale still");
    t.that(
      time(failed["checkedAt"]) >= time(second),
      "`checkedAt` of the last good harvest",
      String(failed["checkedAt"]),
    );
    t.equal(again["checkedAt"], failed["checkedAt"], "`checkedAt` after another failure is");
  },
});
