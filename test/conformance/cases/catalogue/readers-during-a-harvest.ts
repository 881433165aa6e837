import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { digestsShown, showsExactly } from "../../steps/offers-walk.ts";
import { MANIFEST } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "While a harvest runs, readers see the snapshot before it; then they see the new one",
  requirements: ["MPLI-CAT-023@e2ce9860"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a snapshot that is replaced page by page",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET the last new page",
    "Kit->>Catalogue: GET offers",
    "Catalogue-->>Kit: the documents of the manifest before",
    "Provider-->>Catalogue: 200",
    "Kit->>Catalogue: GET offers",
    "Catalogue-->>Kit: the new documents",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c"].map((id) => machine(id)), pageSize: 1 });
    const { digest: old } = await party.harvested();
    const before = party.pages().map(({ digest }) => digest);
    await party.offers(["a", "b", "c"].map((id) => machine(id, "0.20")));
    const after = party.pages().map(({ digest }) => digest);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    t.afterwards(async () => release());
    const asked = new Set<string>();
    party.answer(`${MANIFEST}/pages/*`, async ({ url }, usual) => {
      asked.add(url);
      if (asked.size === 3) await released;
      return usual;
    });
    const again = party.harvestAgain(
      ({ digest, state }) => digest === party.digest() && state === "fresh",
      "at the new manifest",
    );
    again.catch(() => undefined);
    await t.eventually("a request for the last page", async () => asked.size === 3 || undefined, "cantTell");
    t.equal((await party.listed())["digest"], old, "the digest while a harvest runs is");
    t.equal(
      await digestsShown(t, { provider: party.did }),
      before.toSorted(),
      "documents while a harvest runs:",
    );
    release();
    await again;
    await showsExactly(t, party, after);
  },
});
