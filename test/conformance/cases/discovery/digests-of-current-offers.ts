import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { ownGraph } from "../../steps/own-graph.ts";

/** How far the feed is read back, and how many of its offers are looked at. */
const [CHANGES, OFFERS] = [600, 60];

export default defineCase({
  title: "Each offer of the manifest is in the feed, and its newest digest is that of the offer as it is",
  requirements: ["MPLI-DISC-039@eedac0f7", "MPLI-DISC-043@79412d89"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "a feed that begins after the first publication, or digests of documents",
  since: "0.1",
  async run(t: Exam) {
    const { whole, offers } = await t.manifest();
    const newest = await newestChange(t);
    const changes = await changesAfter(t, Math.max(0, newest - CHANGES));
    const last = new Map(changes.map((change) => [change.offer, change]));
    const untold = newest <= CHANGES ? offers.find((offer) => !last.has(offer)) : undefined;
    t.that(!untold, "a change of each offer in the whole feed", `none of ${untold}`);
    const known = offers.filter((offer) => last.has(offer)).slice(0, OFFERS);
    if (known.length === 0) t.cannotTell("no offer of the manifest changed lately");
    for (const offer of known)
      t.equal(
        last.get(offer)?.digest,
        await ownGraph(whole, offer).digest(),
        `the newest digest of ${offer} is`,
      );
  },
});
