import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ask } from "../../steps/presentations.ts";

export default defineCase({
  title: "A query that is none of the language is refused",
  requirements: ["MPLI-PRES-005@cf022337"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a query that asks for less than its author meant",
  since: "0.1",
  async run(t: Exam) {
    const one = { id: "a", format: "vc+jwt", meta: {} };
    t.status(await ask(t, { dcql_query: { credentials: [one] } }), 200);
    for (const query of [
      undefined,
      "x",
      [],
      {},
      { credentials: [] },
      { credentials: [one, one] },
      { credentials: [{ ...one, id: "a b" }] },
      { credentials: [{ ...one, id: undefined }] },
      { credentials: [{ ...one, format: undefined }] },
      { credentials: [{ ...one, meta: undefined }] },
      { credentials: [{ ...one, multiple: "yes" }] },
      { credentials: [{ ...one, claims: [] }] },
      { credentials: [{ ...one, claims: [{ path: [] }] }] },
      { credentials: [{ ...one, claims: [{ path: ["a", -1] }] }] },
      { credentials: [{ ...one, claim_sets: [["x"]] }] },
      { credentials: [one], credential_sets: [{ options: [["b"]] }] },
      { credentials: [one], credential_sets: [] },
    ])
      t.refusal(await ask(t, { dcql_query: query }), 422, "malformed-query");
  },
});
