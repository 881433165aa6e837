import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { changesIn } from "../../steps/relaxations.ts";

const FACTS = {
  memory: "60 GiBy",
  engine: "mysql",
  engineVersion: "14",
  kubernetesVersion: "1.28",
  vcpus: 4,
  cores: 4,
  iops: 200,
  region: ["/regions/ams", "/regions/ber"],
};

/** Requirements that the offer misses, from the least to the most that it costs to change them. */
const BY_COST = [
  // 64 to 60: a sixteenth, so 63.
  { on: "memory", atLeast: "64 GiBy" },
  // Of 1.30 to 1.28 two thirtieths, so 67; the first numbers are the same.
  { on: "kubernetesVersion", atLeast: "1.30" },
  // 16.9 to 14: two sixteenths, so 125.
  { on: "engineVersion", atLeast: "16.9" },
  // Two of three: 334.
  { on: "region", having: { within: "EU" }, atLeastCount: 3 },
  // Evidence costs 900.
  { on: "iops", atLeast: "100", evidence: "attested" },
  // 1 to 4 is three times the bound, which counts as no more than all of it: 1000.
  { on: "vcpus", atMost: "1" },
  // One bound that is widened, and one that moves by a third: 1334.
  { on: "cores", atLeast: "6", is: "6" },
] as const;

export default defineCase({
  title: "Of several changes the one is proposed by which the customer gives up least",
  requirements: ["MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the first part that can be met, the distance in units, or versions as decimals",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      { id: "/regions/ams", type: "Region", within: "NL" },
      { id: "/regions/ber", type: "Region", within: "DE" },
    ];
    const shelf = await shelfOf(t, { all: FACTS }, { place });
    const pairs = BY_COST.flatMap((cheap, at) => BY_COST.slice(at + 1).map((dear) => [cheap, dear] as const));
    const components = pairs.flatMap(([cheap, dear]) => [
      { must: [{ anyOf: [cheap, dear] }] },
      { must: [{ anyOf: [dear, cheap] }] },
    ]);
    const result = await resultsOf(t, shelf, components);
    for (const [index, component] of components.entries()) {
      const [cheap] = pairs[Math.floor(index / 2)] ?? [];
      const changes = changesIn(result(index, "all")["relaxation"]);
      t.equal(
        changes.map(({ on }) => on),
        [cheap?.on],
        `the cheapest change of ${JSON.stringify(component.must)} is on`,
      );
    }
  },
});
