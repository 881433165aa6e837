import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "The score is the satisfied share of the weight, and 1 where nothing is wished for",
  requirements: ["MPLI-COMP-045@20ad03ef"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what is unknown as half, wishes without weights as nothing, or no wishes as 0",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { vm: { vcpus: 4, nodeCount: 1 } });
    const [met, missed, unknown] = [
      { on: "vcpus", atLeast: "2" },
      { on: "nodeCount", atLeast: "2" },
      { on: "memory", atLeast: "1 GiBy" },
    ];
    const must = [met];
    const scores = [
      { component: {}, score: 1 },
      { component: { must }, score: 1 },
      { component: { must: [missed] }, score: 1 },
      { component: { should: [met] }, score: 1 },
      { component: { must, should: [missed] }, score: 0 },
      { component: { should: [met, unknown] }, score: 0.5 },
      { component: { should: [{ ...met, weight: "3" }, missed] }, score: 0.75 },
      {
        component: { should: [met, { ...missed, weight: "0.5" }, { ...unknown, weight: "2.5" }] },
        score: 0.25,
      },
    ];
    const components = scores.map(({ component }) => component);
    const result = await resultsOf(t, shelf, components);
    const found = components.map((_, index) => result(index, "vm")["score"]);
    t.equal(
      found,
      scores.map(({ score }) => score),
      "the scores are",
    );
  },
});
