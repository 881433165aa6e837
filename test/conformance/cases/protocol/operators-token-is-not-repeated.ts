import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { guardedRequests, sendAs } from "../../steps/operator-requests.ts";

export default defineCase({
  title: "What is refused to the operator does not repeat the operator's own token",
  requirements: ["MPLI-SEC-001@98e99d03"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a problem that shows the request as it came, for whoever has to mend it",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Node: an operator's request that cannot be carried out",
    "Node-->>Kit: 4xx, without the token",
  ],
  async run(t: Exam) {
    const headers = t.operator();
    const token = (headers["authorization"] ?? "").slice("Bearer ".length);
    for (const request of guardedRequests(t)) {
      const answer = await sendAs(t, request, headers);
      t.that(
        answer.status >= 400 && answer.status < 500,
        `a refusal by ${answer.url}`,
        `status ${answer.status}`,
      );
      t.that(answer.mediaType === "application/problem+json", "a problem document", answer.mediaType);
      const said = [answer.text, ...Object.values(answer.headers)].some((text) => text.includes(token));
      t.that(!said, `an answer of ${answer.url} without the token`, "one that repeats it");
    }
  },
});
