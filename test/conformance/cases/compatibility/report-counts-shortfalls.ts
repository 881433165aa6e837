import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { type Shortfalls, expectShortfalls } from "../../steps/shortfalls.ts";

const OFFERS = {
  fits: { engineVersion: "16", memory: "64 GiBy" },
  old: { engineVersion: "15", memory: "64 GiBy" },
  older: { engineVersion: ["13", "14"], memory: "64 GiBy" },
  silent: { memory: "64 GiBy" },
  small: { engineVersion: "16", memory: "16 GiBy" },
  "old-and-small": { engineVersion: "15", memory: "16 GiBy" },
};

const EXPECTED: Shortfalls = {
  engineVersion: { reasons: { "below-minimum": 3, "not-stated": 1 }, alone: 3 },
  memory: { reasons: { "below-minimum": 2 }, alone: 1 },
};

export default defineCase({
  title: "Shortfalls count the offers that each must keeps out, and those that nothing else does",
  requirements: ["MPLI-COMP-091@3485ac70"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what is listed, each value of an offer, or the first must that is not met",
  since: "0.1",
  writes: true,
  async run(t) {
    const must = [
      { on: "engineVersion", atLeast: "16" },
      { on: "memory", atLeast: "32 GiBy" },
    ];
    const should = [{ on: "iops", atLeast: "1000" }];
    const demand = { component: [{ class: RARE, must, should }] };
    await expectShortfalls(t, {
      demand,
      offers: OFFERS,
      expected: { ...EXPECTED, iops: { reasons: {}, alone: 0 } },
    });
  },
});
