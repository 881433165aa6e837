import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ownHarvests } from "../../steps/own-time.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A provider is stale when its harvest is overdue by more than one interval",
  requirements: ["MPLI-CAT-026@83ec4dd0"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "marking failures only, so that a catalogue that has stopped calls everything fresh",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Note over Provider: does not answer",
    "Kit->>Catalogue: GET providers",
    "Catalogue-->>Kit: stale",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    const last = party.asked.at(-1)?.at ?? 0;
    // From now on a harvest begins and does not end.
    party.answer("/*", () => new Promise<never>(() => undefined));
    const before = party.asked.length;
    const [next = 0] = await ownHarvests(t, party, before, 1);
    const interval = next - last;
    if (2 * interval > t.patienceMs)
      t.cannotTell(`the interval seems to be ${Math.round(interval / 1000)} s`);
    const entry = await party.listed(({ state }) => state === "stale", "stale, with its harvest overdue");
    t.equal(entry["digest"], party.digest(), "the digest of the last good snapshot is");
  },
});
