import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ownHarvests } from "../../steps/own-time.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue waits longer after each failed harvest in a row",
  requirements: ["MPLI-CAT-016@16bec397"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "asking a provider that is down as often as one that is up",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: 503",
    "Note over Catalogue: waits",
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: 503",
    "Note over Catalogue: waits longer",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    party.answer("/*", () => reply(503, "text/plain", "down"));
    await party.register();
    // The trigger would blur what the catalogue does in its own time.
    const [first = 0, second = 0, third = 0] = await ownHarvests(t, party, 0, 3);
    const waits = [second - first, third - second] as const;
    const came = `waits of ${waits.map(Math.round).join(" and ")} ms`;
    t.that(waits[1] > 1.2 * waits[0], "a second wait longer than the first", came);
  },
});
