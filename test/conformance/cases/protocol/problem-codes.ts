import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { someRefusals } from "../../steps/some-refusals.ts";

export default defineCase({
  title: "Each problem has a code in lower case, and its type is the address of that code",
  requirements: ["MPLI-PROT-031@b0e0d73d"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "about:blank or a path as the type, and codes in the letters of a programming language",
  since: "0.1",
  sequence: ["Kit->>Node: a request that is refused", "Node-->>Kit: 4xx, code and type"],
  async run(t: Exam) {
    for (const answer of await someRefusals(t)) {
      const { code, type } = answer.json();
      const isWord = typeof code === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code);
      t.that(
        isWord,
        `a word in lower case with hyphens in \`code\` of ${answer.url}`,
        JSON.stringify(code ?? null),
      );
      t.equal(type, `https://w3id.org/mpli/errors/${code}`, "`type` of the problem is");
    }
  },
});
