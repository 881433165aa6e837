import { defineCase } from "../../case.ts";
import { graphResources } from "../../steps/graph-resources.ts";
import { variesByAccept } from "../../steps/vary.ts";

export default defineCase({
  title: "A refusal for the sake of Accept tells caches that it depends on Accept",
  requirements: ["MPLI-PROT-020@e8b1e211"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a cache that gives one client's 406 to all others",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, Accept: image/png", "Node-->>Kit: 406, Vary: Accept"],
  async run(t) {
    for (const address of await graphResources(t)) {
      const answer = await t.get(address, { accept: "image/png" });
      t.refusal(answer, 406, "not-acceptable");
      variesByAccept(t, answer);
    }
  },
});
