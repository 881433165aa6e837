import { defineCase } from "../../case.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";

const machine = (id: string, vcpus: number) => ({ id, class: "VirtualMachine", vcpus });

export default defineCase({
  title: "The feed tells of each offer that is new, changed or gone, once, and of no other",
  requirements: ["MPLI-DISC-039@eedac0f7", "MPLI-DISC-040@f6adafd1", "MPLI-DISC-044@743b1611"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "an update for every offer at each publication, or a removal and a creation in place of an update",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest",
    "Kit->>Provider: PUT manifest with one offer new, one changed, one gone, one as it was",
    "Kit->>Provider: GET changes?after=n",
    "Provider-->>Kit: three changes",
  ],
  async run(t) {
    await putOnSale(t, [machine("same", 2), machine("changed", 2), machine("gone", 2)]);
    const before = await newestChange(t);
    await putOnSale(t, [machine("same", 2), machine("changed", 4), machine("new", 2)]);
    const changes = await changesAfter(t, before);
    const told = changes.map(({ offer, kinds }) => `${kinds.join("+")} ${offer.split("/").at(-1)}`);
    t.equal(told.sort(), ["Create new", "Delete gone", "Update changed"], "the changes are");
  },
});
