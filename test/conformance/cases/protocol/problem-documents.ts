import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { someRefusals } from "../../steps/some-refusals.ts";

const OPTIONAL = ["title", "detail", "instance"];

export default defineCase({
  title: "Each refusal is explained by a problem document, to browsers as well",
  requirements: ["MPLI-PROT-030@d2759a6f"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "the framework's own page for some errors, or problems as plain JSON",
  since: "0.1",
  sequence: ["Kit->>Node: a request that is refused", "Node-->>Kit: 4xx, application/problem+json"],
  async run(t: Exam) {
    for (const answer of await someRefusals(t)) {
      t.equal(
        answer.mediaType,
        "application/problem+json",
        `the media type of the refusal by ${answer.url} is`,
      );
      const problem = answer.json();
      t.that(
        typeof problem["type"] === "string",
        "a string in `type`",
        JSON.stringify(problem["type"] ?? null),
      );
      for (const name of OPTIONAL.filter((each) => each in problem))
        t.that(typeof problem[name] === "string", `a string in \`${name}\``, JSON.stringify(problem[name]));
    }
  },
});
