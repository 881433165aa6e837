import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential that is over already, or holds for ever, is not issued",
  requirements: ["MPLI-ISSUE-009@ae1f4862"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "an end that is checked against the beginning alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const at = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
    const outside: JsonObject[] = [
      { validFrom: "2026-01-01T00:00:00Z", validUntil: at(-1) },
      { validFrom: at(20), validUntil: at(10) },
      { validUntil: at(1830) },
      { validUntil: "9999-12-31T23:59:59Z" },
    ];
    for (const times of outside) t.refusal(await issue(t, wanted(times)), 422, "validity-out-of-bounds");
    for (const times of [
      { validUntil: at(1) },
      { validUntil: at(1820) },
      { validFrom: at(10), validUntil: at(20) },
    ])
      await issued(t, times);
  },
});
