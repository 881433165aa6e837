import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { addressOf } from "../../steps/policies.ts";

export default defineCase({
  title: "A policy that a node does not have is not found",
  requirements: ["MPLI-POL-008@af6787c4"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "serving the default policy under any name",
  since: "0.1",
  async run(t: Exam) {
    t.status(await t.get(addressOf(t, "open")), 200);
    for (const name of ["no-policy-of-this-name", "Open", "open-", "..%2Fopen"])
      t.refusal(await t.get(addressOf(t, name)), 404, "no-such-policy");
  },
});
