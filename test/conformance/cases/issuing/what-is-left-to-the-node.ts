import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { brief } from "../../http.ts";
import { issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential without an id and times gets them",
  requirements: ["MPLI-ISSUE-007@5a2f0c6f"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a credential without an end",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { payload } = await issued(t);
    const { id, validFrom, validUntil } = payload;
    t.that(URL.canParse(String(id)), "an absolute URL as `id`", brief(String(id)));
    const [from, until] = [validFrom, validUntil].map((time) => Date.parse(String(time)));
    t.that(
      from !== undefined && until !== undefined && from < until,
      "times in order",
      `${String(validFrom)} ${String(validUntil)}`,
    );
    const other = await issued(t);
    t.that(other.payload["id"] !== id, "an id of its own for each credential", brief(String(id)));
  },
});
