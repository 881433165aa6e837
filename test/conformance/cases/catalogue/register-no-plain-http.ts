import { defineCase } from "../../case.ts";
import { isLoopback, register } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A catalogue registers no node over plain http",
  requirements: ["MPLI-CAT-005@a576c43e", "MPLI-CAT-017@0b345941"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a scheme that nobody looks at",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const answer = await register(t, "http://conformance-kit.example");
    // MPLI-CAT-022 can be read so that a catalogue set up for tests fetches from everybody over http.
    if (answer.status < 300 && isLoopback(t.origin))
      t.cannotTell("the target is reached at a loopback address");
    t.refusal(answer, 422, "address-not-permitted");
  },
});
