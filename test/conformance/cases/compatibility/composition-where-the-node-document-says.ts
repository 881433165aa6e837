import { defineCase } from "../../case.ts";
import { CONTEXT } from "../../graph.ts";
import { compose, part, reportOf } from "../../steps/compositions.ts";

export default defineCase({
  title: "A node that composes says where, and takes nothing but demands there",
  requirements: ["MPLI-COMP-100@f297a143"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "declaring the feature and no address, or answering a GET as if it were a demand",
  since: "0.1",
  async run(t) {
    const address = t.endpoint("compose");
    reportOf(t, await compose(t, { component: [part("main")] }));
    const answer = await t.get(address, { accept: "application/json" });
    t.refusal(answer, 405, "method-not-allowed");
    const manifest = { "@context": CONTEXT, type: "Manifest", title: "No demand" };
    const other = await t.request(address, { method: "POST", body: manifest });
    t.refusal(other, 422, "no-demand");
  },
});
