import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";
import { setTimeout as pause } from "node:timers/promises";

export default defineCase({
  title: "A provider whose answer drips and never ends is given up after some time",
  requirements: ["MPLI-CAT-020@6854f60b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a limit on the time until the answer begins, and none on the time until it ends",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    async function* dripping(): AsyncGenerator<Uint8Array> {
      for (; ; await pause(20)) yield new Uint8Array(1).fill(0x20);
    }
    party.answer(NODE, () => ({
      status: 200,
      headers: { "content-type": "application/ld+json" },
      body: dripping(),
    }));
    await party.rejected("cantTell");
  },
});
