import { defineCase } from "../../case.ts";
import {
  compose,
  compositionsIn,
  costs,
  expectCompositions,
  part,
  reportOf,
  ware,
} from "../../steps/compositions.ts";

export default defineCase({
  title: "No more than ten alternatives are listed, and what is no number is refused",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "listing hundreds of compositions for whoever asks for them",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = Array.from({ length: 14 }, (_, index) =>
      ware(`db-${index}`, "main", costs(`${index + 1}`)),
    );
    await t.shelf(offers);
    const demand = { component: [part("main")] };
    await expectCompositions(t, demand, ["main=db-0"], "?alternatives=0");
    for (const number of ["11", "1000"]) {
      const answer = await compose(t, demand, `?alternatives=${number}`);
      // A node may refuse, or list as many as it may.
      if (answer.status === 200)
        t.equal(compositionsIn(reportOf(t, answer)).length, 11, "the compositions are so many:");
      else t.refusal(answer, 400, "malformed-parameter");
    }
    for (const number of ["-1", "1.5", "all"])
      t.refusal(await compose(t, demand, `?alternatives=${number}`), 400, "malformed-parameter");
  },
});
