import { defineCase } from "../../case.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { newTitle, putOnSale } from "../../steps/on-sale.ts";

const [ONE, TWO] = [
  { id: "one", class: "VirtualMachine", price: [{ amount: "0.41", currency: "EUR", per: "hour" }] },
  { id: "two", class: "VirtualMachine", engineVersion: ["15", "16"] },
];

export default defineCase({
  title: "Publishing the current graph again adds nothing to the feed",
  requirements: ["MPLI-DISC-048@c0723181"],
  role: "provider",
  feature: "changes",
  expects: "refuse",
  hunts: "a change for each offer at each publication, or comparing the text that came",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest",
    "Kit->>Provider: PUT manifest, the same graph in another order",
    "Kit->>Provider: GET changes?after=n",
    "Provider-->>Kit: no change",
  ],
  async run(t) {
    const title = newTitle();
    await putOnSale(t, [ONE, TWO], {}, title);
    const before = await newestChange(t);
    await putOnSale(t, [ONE, TWO], {}, title);
    await putOnSale(t, [{ ...TWO, engineVersion: ["16", "15"] }, ONE], {}, title);
    const changes = await changesAfter(t, before);
    t.equal(
      changes.map(({ offer }) => offer),
      [],
      "the offers that changed are",
    );
  },
});
