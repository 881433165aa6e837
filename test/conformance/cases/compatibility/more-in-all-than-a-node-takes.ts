import { defineCase } from "../../case.ts";
import { componentsOf, send } from "../../steps/demands.ts";
import { MOST, demandOf, stated } from "../../steps/numbers.ts";

const CODE = "graph-too-large";

export default defineCase({
  title: "A demand of 24,000 values is taken, and one of more values or statements refused",
  requirements: ["MPLI-COMP-067@d80b505f", "MPLI-PROT-059@6e17fa3a"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a reader that small values keep busy for seconds, or that counts them in one syntax only",
  since: "0.1",
  sequence: [
    "Kit->>Node: POST matches, 24,000 values",
    "Node-->>Kit: 200",
    "Kit->>Node: POST matches, 24,001 values",
    "Node-->>Kit: 422 graph-too-large, limit",
  ],
  async run(t) {
    const [most, more] = [demandOf(MOST.inAll), demandOf(MOST.inAll + 1)].map((one) => JSON.stringify(one));
    const many = stated(MOST.inAll + 1);
    const longest = Math.max(...[most, more, many].map((text = "") => text.length));
    if (longest > (t.declared.limits["demandBytes"] ?? 0))
      t.cannotTell(`a demand of ${longest} bytes is longer than the target takes`);
    componentsOf(t, await send(t, most ?? "", { "content-type": "application/ld+json" }));
    for (const answer of [
      await send(t, more ?? "", { "content-type": "application/ld+json" }),
      await send(t, many, { "content-type": "text/turtle" }),
    ]) {
      const { limit } = t.refusal(answer, 422, CODE);
      t.equal(limit, MOST.inAll, "the limit is");
    }
  },
});
