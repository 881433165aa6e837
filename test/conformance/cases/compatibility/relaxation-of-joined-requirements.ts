import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { type Change, expectRelaxations } from "../../steps/relaxations.ts";

const LARGE = { on: "memory", atLeast: "64 GiBy" };
const NEW = { on: "engineVersion", atLeast: "16" };
const MET = { on: "vcpus", atLeast: "2" };
const SILENT = { on: "iops", atLeast: "1000" };

const TO_60: Change = { how: "move", on: "memory", from: { atLeast: "64 GiBy" }, to: { atLeast: "60 GiBy" } };
const TO_12: Change = { how: "move", on: "engineVersion", from: { atLeast: "16" }, to: { atLeast: "12" } };

export default defineCase({
  title:
    "One part of an anyOf or an allOf changes where that is enough, and a wish is made of the whole otherwise",
  requirements: ["MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "changing all parts of an anyOf, the first of an allOf, or what stands in a not",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { db: { memory: "60 GiBy", engineVersion: "12", vcpus: 4 } });
    const rows = [
      [{ anyOf: [LARGE, NEW] }, TO_60],
      [{ anyOf: [NEW, LARGE] }, TO_60],
      [{ allOf: [MET, NEW] }, TO_12],
      // One change, however much it costs, goes before two.
      [{ anyOf: [{ allOf: [LARGE, { ...LARGE, atLeast: "61 GiBy" }] }, NEW] }, TO_12],
      [{ allOf: [LARGE, NEW] }, { how: "wish", on: "allOf" }],
      [{ allOf: [LARGE, { anyOf: [NEW, MET] }] }, TO_60],
      // No change meets this part, so the whole becomes a wish.
      [{ allOf: [LARGE, SILENT] }, { how: "wish", on: "allOf" }],
      [{ not: MET }, { how: "wish", on: "not" }],
      [{ not: { anyOf: [MET, NEW] } }, { how: "wish", on: "not" }],
      [{ anyOf: [{ not: MET }, NEW] }, TO_12],
    ] as const;
    await expectRelaxations(
      t,
      shelf,
      rows.map(([requirement, ...changes]) => ({ offer: "db", must: [requirement], changes })),
    );
  },
});
