import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { shownOffers, threeOnPages } from "../../steps/pages-at-a-catalogue.ts";
import { reply } from "../../parties/provider.ts";

export default defineCase({
  title: "A catalogue does not take the other pages for the manifest when one cannot be read",
  requirements: ["MPLI-DISC-034@6d462e8a"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "skipping a page that fails, so that its offers seem to be sold no more",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party(threeOnPages());
    const [, missing] = party.pages();
    party.answer(missing?.path ?? "", () => reply(404, "text/plain", "not here"));
    await party.register();
    const { state } = await party.listed((entry) => entry["state"] !== "waiting");
    t.that(state !== "fresh", "no good harvest of two pages of three", String(state));
    const { offers } = await shownOffers(t, party.did);
    t.equal([...offers], [], "the offers shown of two pages of three are");
  },
});
