import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, offersAt, showsExactly, walk } from "../../steps/offers-walk.ts";
import { listedProviders } from "../../parties/registration.ts";
import { machine } from "../../steps/wares.ts";

/** More documents than these take too long to read. */
const MOST = 40;

/** The offers from this address on; where all others came before, nothing is left to show. */
async function behind(t: Exam, address: string): Promise<readonly string[]> {
  const first = await offersAt(t, address);
  if (!first) return [];
  const more = first.next ? await walk(t, first.next, MOST) : [];
  return [first, ...more].flatMap(({ offers }) => offers);
}

export default defineCase({
  title: "A walk goes on behind a document that is gone meanwhile",
  requirements: ["MPLI-CAT-037@2b7fec9f"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "looking for the document where the walk stopped, and ending when it is gone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c"].map((id) => machine(id)), pageSize: 1 });
    await party.harvested();
    await showsExactly(
      t,
      party,
      party.pages().map(({ digest }) => digest),
    );
    const others = (await listedProviders(t)).filter(({ id }) => id !== party.did);
    const total = others.reduce((sum, { offers }) => sum + (Number(offers) || 0), 0);
    // As far as the first document of the party, which is then withdrawn.
    const seen: string[] = [];
    let address: string | undefined = offersAddress(t);
    for (let documents = 0; !seen.some((offer) => offer.startsWith(`${party.origin}/`)); documents++) {
      if (address === undefined || documents > MOST)
        t.cannotTell("the documents of the kit are the last, or too far away");
      const document = await offersAt(t, address);
      seen.push(...(document?.offers ?? []));
      address = document?.next;
    }
    if (address === undefined) t.cannotTell("the documents of the kit are the last");
    await party.withdraw();
    await t.eventually("a list without the provider", async () =>
      (await listedProviders(t)).every(({ id }) => id !== party.did) ? true : undefined,
    );
    const rest = await behind(t, address);
    const shown = new Set([...seen, ...rest].filter((offer) => !offer.startsWith(`${party.origin}/`)));
    t.equal(shown.size, total, "the number of offers of the others on the walk is");
  },
});
