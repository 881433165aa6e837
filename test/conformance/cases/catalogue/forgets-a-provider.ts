import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { listedProviders } from "../../parties/registration.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue forgets a provider and what it sells when its operator says so",
  requirements: ["MPLI-CAT-007@ad7f0ada"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "an entry that goes while its offers stay",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: DELETE providers, url of the provider",
    "Catalogue-->>Kit: 2xx",
    "Kit->>Catalogue: GET offers?provider=\u2026",
    "Catalogue-->>Kit: 404, no-more-offers",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("a"), machine("b")], pageSize: 1 });
    await party.harvested();
    await showsExactly(
      t,
      party,
      party.pages().map(({ digest }) => digest),
    );
    await party.withdraw();
    await t.eventually("a list without the provider", async () =>
      (await listedProviders(t)).every(({ id }) => id !== party.did) ? true : undefined,
    );
    await showsExactly(t, party, []);
  },
});
