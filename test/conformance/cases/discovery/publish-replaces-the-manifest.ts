import { defineCase } from "../../case.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

export default defineCase({
  title: "What the operator publishes is the manifest from then on, and all of it",
  requirements: ["MPLI-DISC-049@e15e0dd1"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "adding to what was there, or answering before it is stored",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest", "Provider-->>Kit: 200", "Kit->>Provider: GET manifest"],
  async run(t) {
    const names = [fresh(), fresh(), fresh()];
    const sold = (all: readonly string[]) => all.map((id) => ({ id, class: "VirtualMachine" }));
    t.status(await t.publish(manifestWith(t, sold(names.slice(0, 2)))), 200, 201);
    t.status(await t.publish(manifestWith(t, sold(names.slice(1)))), 200);
    const { offers } = await t.manifest();
    const iris = names.slice(1).map((name) => new URL(`/offers/${name}`, t.endpoint("manifest")).href);
    t.equal([...offers].sort(), iris.sort(), "the offers of the manifest are");
  },
});
