import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { listedPolicies } from "../../steps/policies.ts";

export default defineCase({
  title: "A node lists its trust policies, each with what tells its versions apart",
  requirements: ["MPLI-POL-001@7e50f75a", "MPLI-POL-002@f27a8dfe"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "a list of names alone, which says nothing of a change",
  since: "0.1",
  async run(t: Exam) {
    const { list, entries } = await listedPolicies(t);
    t.equal(list["type"], "TrustPolicies", "the type of the list is");
    for (const { name, title, policyVersion, digest } of entries) {
      const what = JSON.stringify(name ?? null);
      t.that(typeof name === "string" && name !== "", "a string as `name` of each policy", what);
      t.that(typeof title === "string" && title !== "", `a string as \`title\` of ${what}`, String(title));
      t.that(Number(policyVersion) >= 1, `a \`policyVersion\` of ${what}`, String(policyVersion));
      t.that(/^[0-9a-f]{64}$/.test(String(digest)), `a \`digest\` of ${what}`, String(digest));
    }
    const names = entries.map(({ name }) => name);
    t.equal(new Set(names).size, names.length, "the number of different names is");
  },
});
