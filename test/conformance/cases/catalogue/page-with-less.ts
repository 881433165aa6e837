import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "So is a page from which an offer is missing, and one that is another page",
  requirements: ["MPLI-CAT-013@04b0186c", "MPLI-DISC-033@f702583b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "checking what is there, and not whether all of it is there",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c", "d"].map((id) => machine(id)), pageSize: 2 });
    const [first, second] = party.pages();
    t.that(first !== undefined && second !== undefined, "two pages", "fewer");
    party.answer(first.path, () => party.usual(second.path));
    await party.rejected();
    await party.withdraw();
    const without = new TextDecoder()
      .decode(party.usual(first.path).body)
      .replace(/^.*priceCurrency.*$/m, "");
    party.answer(first.path, () => reply(200, "text/turtle", `${without}\n`));
    await party.rejected();
  },
});
