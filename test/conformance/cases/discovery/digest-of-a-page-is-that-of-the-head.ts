import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { shownOffers, threeOnPages } from "../../steps/pages-at-a-catalogue.ts";

export default defineCase({
  title:
    "A catalogue does not take a page that has the digest in its address, and not the one that the head states",
  requirements: ["MPLI-DISC-033@f702583b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "comparing a page with its own address, or with its own entity tag",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party(threeOnPages());
    const { pathname } = new URL(party.manifestAddress);
    party.answer(pathname, (_, usual) => {
      // The last digit of each literal, and of no address.
      const turtle = new TextDecoder()
        .decode(usual.body)
        .replaceAll(
          /"([0-9a-f]{63})([0-9a-f])"/g,
          (_digest, begin, end) => `"${begin}${end === "0" ? "1" : "0"}"`,
        );
      return { ...usual, headers: { "content-type": "text/turtle" }, body: new TextEncoder().encode(turtle) };
    });
    await party.register();
    const { state } = await party.listed((entry) => entry["state"] !== "waiting");
    t.that(state !== "fresh", "no good harvest of pages that the head does not know", String(state));
    const { offers } = await shownOffers(t, party.did);
    t.equal([...offers], [], "the offers shown of other pages are");
  },
});
