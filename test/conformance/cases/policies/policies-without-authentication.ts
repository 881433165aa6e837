import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { addressOf } from "../../steps/policies.ts";

export default defineCase({
  title: "Anyone may read by which policies a node decides",
  requirements: ["MPLI-POL-004@ddef11c3"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "rules that only those know who are bound by them",
  since: "0.1",
  async run(t: Exam) {
    for (const authorization of [undefined, "Bearer of-nobody"])
      for (const address of [t.endpoint("policies"), addressOf(t, "open")])
        t.status(await t.get(address, authorization ? { authorization } : {}), 200);
  },
});
