import { defineCase } from "../../case.ts";
import { type Change, expectProposals } from "../../steps/relaxations.ts";

const FITS = { memory: "64 GiBy", engineVersion: "16", engine: "postgresql", vcpus: 4, iops: 500 };

const MEMORY: Change = {
  how: "move",
  on: "memory",
  from: { atLeast: "64 GiBy" },
  to: { atLeast: "60 GiBy" },
};
const VERSION: Change = { how: "move", on: "engineVersion", from: { atLeast: "16" }, to: { atLeast: "14" } };
const TOKEN: Change = { how: "bring", need: { kind: "presentation", of: "legal-person" } };
const ENGINE: Change = {
  how: "widen",
  on: "engine",
  from: { is: "postgresql" },
  to: { isOneOf: ["mysql", "postgresql"] },
};
const VCPUS: Change = { how: "move", on: "vcpus", from: { atLeast: "4" }, to: { atLeast: "3" } };

export default defineCase({
  title:
    "Where nothing fits, the smallest relaxations are listed, at most five: the fewest changes first, then the cheapest",
  requirements: ["MPLI-COMP-098@b057ef6b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "the order of the offers, one line for each of them, or the cheapest first however many changes it takes",
  since: "0.1",
  writes: true,
  async run(t) {
    await expectProposals(
      t,
      {
        // Two that differ, and cost less together than one that is dearer.
        "a-two": { ...FITS, vcpus: 3, memory: "60 GiBy" },
        "b-three": { ...FITS, vcpus: 3, memory: "60 GiBy", engineVersion: "14" },
        engine: { ...FITS, engine: "mysql" },
        "engine-too": { ...FITS, engine: "mysql" },
        far: { ...FITS, memory: "48 GiBy" },
        near: { ...FITS, memory: "60 GiBy" },
        token: { ...FITS, prerequisite: { ask: "legal-person" } },
        version: { ...FITS, engineVersion: "14" },
      },
      [
        { on: "memory", atLeast: "64 GiBy" },
        { on: "engineVersion", atLeast: "16" },
        { on: "engine", is: "postgresql" },
        { on: "vcpus", atLeast: "4" },
      ],
      [[MEMORY], [VERSION], [TOKEN], [ENGINE], [MEMORY, VCPUS]],
    );
  },
});
