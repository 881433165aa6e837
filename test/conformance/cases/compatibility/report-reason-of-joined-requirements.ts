import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { findings } from "../../steps/findings.ts";
import { REASONS } from "../../steps/reasons.ts";

const MET = { on: "vcpus", atLeast: "2" };
const MISSED = { on: "vcpus", atLeast: "8" };
const UNKNOWN = { on: "memory", atLeast: "1 GiBy" };
const within = (area: string, atLeastCount: number) => ({
  on: "region",
  having: { within: area },
  atLeastCount,
});

/** Requirements on an offer with four CPUs in two regions, of which one states no country; and their reasons. */
const SITUATIONS = [
  [{ anyOf: [MISSED, MET] }, "met"],
  [{ anyOf: [MISSED, { ...MISSED, moreThan: "9" }] }, "no-alternative-met"],
  [{ anyOf: [MISSED, UNKNOWN] }, "part-unknown"],
  [{ allOf: [MET, UNKNOWN] }, "part-unknown"],
  [{ allOf: [MISSED, UNKNOWN] }, "part-violated"],
  [{ not: MET }, "excluded"],
  [{ not: UNKNOWN }, "part-unknown"],
  [{ not: MISSED }, "met"],
  [within("NL", 1), "met"],
  [within("NL", 2), "perhaps-too-few"],
  [within("NL", 3), "too-few"],
  [{ on: "vcpus", datatype: "string" }, "datatype-differs"],
  [{ on: "region", kind: "Region" }, "met"],
  [{ on: "region", kind: "Country" }, "class-differs"],
] as const;

export default defineCase({
  title: "Joined and counted requirements, datatypes and classes have reasons of their own",
  requirements: ["MPLI-COMP-052@1a881366"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the reason of the first part in place of how the parts are joined",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      { id: "/regions/ams", type: "Region", within: "NL" },
      { id: "/regions/new", type: "Region" },
    ];
    const shelf = await shelfOf(t, { vm: { vcpus: 4, region: ["/regions/ams", "/regions/new"] } }, { place });
    const found = await findings(
      t,
      shelf,
      "vm",
      SITUATIONS.map(([requirement]) => requirement),
    );
    for (const [index, [requirement, reason]] of SITUATIONS.entries()) {
      const came = [found[index]?.["reason"], found[index]?.["outcome"]];
      t.equal(came, [reason, REASONS[reason]], `${JSON.stringify(requirement)} comes to`);
    }
  },
});
