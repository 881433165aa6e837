import { defineCase } from "../../case.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";

const machines = (...names: string[]) => names.map((id) => ({ id, class: "VirtualMachine" }));

export default defineCase({
  title: "Each offer that a new manifest does not hold has a tombstone",
  requirements: ["MPLI-DISC-044@743b1611", "MPLI-DISC-041@34f2691f"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "one tombstone a publication, none for the last offers, or none the second time",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with four offers, then one, none, four and none",
    "Kit->>Provider: GET changes?after=n",
    "Provider-->>Kit: a tombstone for each offer that went",
  ],
  async run(t) {
    const all = ["a", "b", "c", "d"];
    const gone: readonly [string[], string[]][] = [
      [["a"], ["b", "c", "d"]],
      [[], ["a"]],
      [all, []],
      [[], all],
    ];
    await putOnSale(t, machines(...all));
    let before = await newestChange(t);
    for (const [left, buried] of gone) {
      await putOnSale(t, machines(...left));
      const changes = await changesAfter(t, before);
      before += changes.length;
      const tombs = changes.filter(({ kinds }) => kinds.includes("Delete"));
      const names = tombs.map(({ offer }) => offer.split("/").at(-1));
      t.equal(names.sort(), buried, `the tombstones when ${left.join(", ") || "nothing"} is left are`);
    }
  },
});
