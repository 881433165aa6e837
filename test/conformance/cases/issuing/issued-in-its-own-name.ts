import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A node is the issuer of what it issues",
  requirements: ["MPLI-ISSUE-005@b3085e17"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "an issuer that is the address of the node, or the operator's choice",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { did } = t.declared;
    for (const issuer of [undefined, did, { id: did ?? "", name: "Issuer" }]) {
      const { payload } = await issued(t, issuer ? { issuer } : {});
      const named = isObject(payload["issuer"]) ? payload["issuer"]["id"] : payload["issuer"];
      t.equal(named, did, "the issuer is");
    }
  },
});
