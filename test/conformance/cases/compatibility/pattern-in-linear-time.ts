import { defineCase } from "../../case.ts";
import { componentsOf, demandFor, listed, shelfOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

/** What the network may add; an engine that backtracks needs longer than the universe is old. */
const PATIENCE_MS = 1_000;

export default defineCase({
  title: "A pattern that makes an engine backtrack takes no longer on a text made for it",
  requirements: ["MPLI-COMP-015@b1cab5e9"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "an engine that tries all ways of splitting the text",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const text = `${"a".repeat(60)}!`;
    const shelf = await shelfOf(t, { long: { family: text } });
    const time = async (matches: string) => {
      const began = performance.now();
      const answer = await shelf.ask(demandFor({ on: "family", matches }));
      const took = performance.now() - began;
      if (answer.status === 422) return void t.refusal(answer, 422, "unsupported-pattern");
      const [result] = listed(componentsOf(t, answer)[0]).filter(
        ({ offer }) => offer === shelf.offer("long"),
      );
      t.equal(result?.["verdict"], "incompatible", `the verdict on a text that ${matches} does not match is`);
      return took;
    };
    const simple = (await time("^b$")) ?? 0;
    for (const pattern of ["^(a+)+$", "^(a|aa)+$", "^(.*a){12}$|^(a?){60}a{60}$"]) {
      const took = await time(pattern);
      if (took !== undefined)
        t.that(took < simple + PATIENCE_MS, `${pattern} within ${PATIENCE_MS} ms more`, `${took} ms`);
    }
  },
});
