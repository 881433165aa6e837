import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

const UNSOUND: readonly [string, JsonObject][] = [
  ["malformed-time", { validFrom: "2026-02-30T00:00:00Z" }],
  ["malformed-time", { validFrom: "2026-03-01" }],
  ["malformed-time", { validUntil: "2027-03-01T00:00:00" }],
  ["malformed-time", { validUntil: 1_800_000_000 }],
];

export default defineCase({
  title: "A time that does not exist is not signed",
  requirements: ["MPLI-ISSUE-010@761ed877"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a library that takes the 30th of February for the 2nd of March",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [fault, more] of UNSOUND) {
      const problem = t.refusal(await issue(t, wanted(more)), 422, "unsound-credential");
      t.equal(problem["fault"], fault, "the fault is");
    }
    await issued(t);
  },
});
