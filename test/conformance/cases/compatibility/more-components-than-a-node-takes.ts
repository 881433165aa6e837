import { defineCase } from "../../case.ts";
import { RARE, ask, componentsOf, expectUnreadable } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand of very many components is answered in full or refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading the first components of a long demand and passing over the rest",
  since: "0.1",
  async run(t) {
    const component = Array.from({ length: 150 }, (_, index) => ({ name: `c${index}`, class: RARE }));
    const answer = await ask(t, { component });
    if (answer.status === 413) return void t.refusal(answer, 413, "body-too-large");
    if (answer.status !== 200) return expectUnreadable(t, answer);
    t.equal(componentsOf(t, answer).length, component.length, "the number of components in the report is");
  },
});
