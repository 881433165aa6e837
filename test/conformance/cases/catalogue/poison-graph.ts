import { defineCase } from "../../case.ts";
import { decoy } from "../../steps/decoy.ts";
import type { Exam } from "../../exam.ts";
import { MANIFEST, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

/** Blank nodes that all point to each other: to tell them apart takes more steps than there are atoms. */
function poison(nodes = 20): string {
  const names = Array.from({ length: nodes }, (_, index) => `_:n${index}`);
  const others = (name: string) => names.filter((other) => other !== name).join(", ");
  return names
    .map((name) => `${name} <https://conformance-kit.example/ns#knows> ${others(name)} .\n`)
    .join("");
}

export default defineCase({
  title: "A graph whose canonical form is out of reach is rejected, and the catalogue goes on",
  requirements: ["MPLI-CAT-045@60148db7"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "canonicalising without a limit",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    party.answer(MANIFEST, () => reply(200, "text/turtle", decoy(party) + poison()));
    await party.rejected("cantTell");
    await party.withdraw();
    party.answer(MANIFEST, undefined);
    await party.harvested();
  },
});
