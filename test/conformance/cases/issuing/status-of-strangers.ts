import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { change, newId } from "../../steps/issuing.ts";

export default defineCase({
  title: "The status of a credential that the node has not issued cannot be changed",
  requirements: ["MPLI-ISSUE-025@6eef38ae"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a change that is answered as done, and done nowhere",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const id of [newId(), "https://somebody.conformance.example/credentials/1"])
      t.refusal(await change(t, id, { revocation: true }), 404, "no-such-credential");
  },
});
