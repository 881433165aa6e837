import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";
import { byText, partsOf } from "../../steps/findings.ts";

const VERSION = { on: "engineVersion", atLeast: "16" };
const MEMORY = { on: "memory", atLeast: "32 GiBy" };

/** A joined requirement on an offer that is too old and has enough memory, what it comes to, and its parts. */
const JOINED = [
  [{ anyOf: [VERSION, MEMORY] }, "satisfied", ["engineVersion violated", "memory satisfied"]],
  [{ allOf: [VERSION, MEMORY] }, "violated", ["engineVersion violated", "memory satisfied"]],
  [{ not: MEMORY }, "violated", ["memory satisfied"]],
  [{ not: VERSION }, "satisfied", ["engineVersion violated"]],
] as const;

const STATED: Readonly<Record<string, unknown>> = {
  engineVersion: [["15"], "below-minimum", "16"],
  memory: [["64 GiBy"], "met", "32 GiBy"],
};

export default defineCase({
  title: "A requirement that joins others is named by how it joins them, and states each of its parts",
  requirements: ["MPLI-COMP-086@389ef830", "MPLI-COMP-051@e14a230b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "one line for the whole, or the parts that decide alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const shelf = await shelfOf(t, { old: { engineVersion: "15", memory: "64 GiBy" } });
    const result = await resultsOf(
      t,
      shelf,
      JOINED.map(([requirement]) => ({ should: [requirement] })),
    );
    for (const [index, [requirement, outcome, parts]] of JOINED.entries()) {
      const [found = {}] = requirementsOf(result(index, "old"));
      const [on] = Object.keys(requirement);
      const { message } = found;
      const whole = [found["strength"], found["on"], found["outcome"], Array.isArray(found["found"])];
      t.equal(whole, ["should", on, outcome, true], `the report states of ${JSON.stringify(requirement)}`);
      t.that(
        typeof message === "string" && message !== "",
        "a sentence in `message`",
        JSON.stringify(message),
      );
      const stated = partsOf(found).toSorted((a, b) => byText(a["on"], b["on"]));
      t.equal(
        stated.map((part) => `${part["on"]} ${part["outcome"]}`),
        parts,
        `the parts of ${on} are`,
      );
      for (const part of stated) {
        const { expected, on: name } = part;
        const came = [part["found"], part["reason"], Object(expected)["atLeast"]];
        t.equal(came, STATED[String(name)], `the part on ${name} states`);
        t.that(typeof part["message"] === "string", "a sentence for each part", JSON.stringify(part));
      }
    }
  },
});
