import { knockEverywhere } from "../../steps/all-doors.ts";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "No answer repeats what was sent as an operator's token",
  requirements: ["MPLI-SEC-001@98e99d03"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a refusal that quotes the request, whose answer is logged somewhere else",
  since: "0.1",
  sequence: ["Kit->>Node: requests with a secret as token", "Node-->>Kit: answers without it"],
  async run(t: Exam) {
    const secret = `kit-${crypto.randomUUID()}`;
    for (const answer of await knockEverywhere(t, { authorization: `Bearer ${secret}` })) {
      const places = [answer.text, ...Object.values(answer.headers)];
      const said = places.some((text) => text.toLowerCase().includes(secret));
      t.that(!said, `an answer of ${answer.url} without the token`, "one that repeats it");
    }
  },
});
