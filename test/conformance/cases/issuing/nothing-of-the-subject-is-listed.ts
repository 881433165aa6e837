import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { brief } from "../../http.ts";
import { issued, listed, newId } from "../../steps/issuing.ts";

export default defineCase({
  title: "The list of what was issued does not tell of whom",
  requirements: ["MPLI-ISSUE-028@49abd7f0"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a list with the credentials themselves",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const subject = { id: `did:web:${newId().slice(9)}.conformance.example`, name: newId() };
    const id = newId();
    await issued(t, { id, credentialSubject: subject });
    const text = JSON.stringify(await listed(t, id));
    for (const said of Object.values(subject))
      t.that(!text.includes(said), "nothing of the subject", brief(text));
  },
});
