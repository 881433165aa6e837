import { defineCase } from "../../case.ts";
import { componentsOf, demandFor, expectUnreadable, listed, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "A choice of very many values is taken with all of them or refused",
  requirements: ["MPLI-COMP-007@666380df", "MPLI-COMP-062@756b15f6"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for the value in the first members of a long list",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { text: { family: "f999" } });
    const isOneOf = Array.from({ length: 1_000 }, (_, index) => `f${index}`);
    const answer = await shelf.ask(demandFor({ on: "family", isOneOf }));
    if (answer.status === 413) return void t.refusal(answer, 413, "body-too-large");
    if (answer.status !== 200) return expectUnreadable(t, answer);
    const result = listed(componentsOf(t, answer)[0]).find(({ offer }) => offer === shelf.offer("text"));
    t.equal(result?.["verdict"], "compatible", "the verdict where the last value fits is");
  },
});
