import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

const [FAST, LARGE] = [
  { on: "vcpus", atLeast: 8 },
  { on: "memory", atLeast: "32 GiBy" },
];

export default defineCase({
  title: "A requirement that joins others counts once in the score, with its own weight",
  requirements: ["MPLI-COMP-045@20ad03ef", "MPLI-COMP-071@3a29c651"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting each part, or a part that is met where the whole is not",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      fast: { vcpus: 8, memory: "4 GiBy" },
      small: { vcpus: 2, memory: "4 GiBy" },
    });
    const components = [
      {
        should: [
          { anyOf: [FAST, LARGE], weight: 3 },
          { on: "vcpus", atLeast: 4 },
        ],
      },
      {
        should: [
          { allOf: [FAST, LARGE], weight: 3 },
          { on: "memory", atLeast: "1 GiBy" },
        ],
      },
      { should: [{ not: FAST, weight: 4 }, { not: { anyOf: [FAST, LARGE] } }] },
    ];
    const result = await resultsOf(t, shelf, components);
    const scores = (offer: string) => components.map((_, index) => result(index, offer)["score"]);
    t.equal(scores("fast"), [1, 0.25, 0], "the scores of the offer that meets one of two parts are");
    t.equal(scores("small"), [0, 0.25, 1], "the scores of the offer that meets neither are");
  },
});
