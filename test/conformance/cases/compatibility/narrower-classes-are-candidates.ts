import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "The candidates for a component are the offers of its class and of narrower classes, and no others",
  requirements: ["MPLI-COMP-005@619790c9"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing the names of classes, or taking offers of a wider class along",
  since: "0.1",
  writes: true,
  async run(t) {
    const classes = {
      net: "Network",
      balancer: "LoadBalancer",
      vnet: "VirtualNetwork",
      other: "FileStorage",
    };
    const shelf = await shelfOf(
      t,
      Object.fromEntries(Object.entries(classes).map(([id, name]) => [id, { class: name }])),
    );
    const asked = {
      Network: ["net", "balancer", "vnet"],
      LoadBalancer: ["balancer"],
      FileStorage: ["other"],
      Cache: [],
    };
    for (const [name, candidates] of Object.entries(asked)) {
      const results = await shelf.results({ component: [{ class: name }] });
      const found = results.map(({ offer }) => offer).sort();
      t.equal(
        found,
        candidates.map((id) => shelf.offer(id)).sort(),
        `the candidates for a component of class ${name} are`,
      );
    }
  },
});
