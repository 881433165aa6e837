import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectRelaxations } from "../../steps/relaxations.ts";

const PLACES = ["NL", "DE", "US"].map((within) => ({ id: `/regions/${within}`, type: "Region", within }));
const IN_EUROPE = { within: "EU" };
const EVIDENT = { on: "vcpus", atLeast: "2", evidence: "certified" };
const CHOICES = { is: "8", isOneOf: ["8", "16"], atLeast: "8" };

export default defineCase({
  title: "Fewer values may do, evidence may be asserted, and what nothing else helps becomes a wish",
  requirements: ["MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "wishing for what a smaller change would meet, or two changes where a wish is one",
  since: "0.1",
  writes: true,
  async run(t) {
    const region = ["/regions/NL", "/regions/DE", "/regions/US"];
    const vm = { vcpus: 4, cpuModel: "EPYC 9554", engineVersion: "latest", region };
    const shelf = await shelfOf(t, { vm }, { place: PLACES });
    const needs = (must: object, ...changes: readonly object[]) => ({ offer: "vm", must: [must], changes });
    const wish = (on: string, from?: object) => ({ how: "wish", on, from });
    await expectRelaxations(t, shelf, [
      needs(
        { on: "region", having: IN_EUROPE, atLeastCount: 4 },
        { how: "count", on: "region", from: 4, to: 2 },
      ),
      // Where no value meets the bounds, fewer of them are none.
      needs({ on: "region", having: { within: "CH" }, atLeastCount: 2 }, wish("region", { within: "CH" })),
      needs(EVIDENT, { how: "evidence", on: "vcpus", from: "certified", to: "asserted" }),
      // To move the bound as well would be two changes.
      needs({ ...EVIDENT, atLeast: "8" }, wish("vcpus", { atLeast: "8" })),
      // Two bounds that are widened and one that moves cost more than a wish.
      needs({ on: "vcpus", ...CHOICES }, wish("vcpus", CHOICES)),
      needs({ on: "memory", atLeast: "1 GiBy" }, wish("memory", { atLeast: "1 GiBy" })),
      needs({ on: "engineVersion", atLeast: "16" }, wish("engineVersion", { atLeast: "16" })),
      needs({ on: "cpuModel", matches: "^Xeon" }, wish("cpuModel", { matches: "^Xeon" })),
      needs({ on: "vcpus", datatype: "string" }, wish("vcpus", { datatype: "string" })),
      needs({ not: { on: "vcpus", is: "4" } }, wish("not")),
      needs({ on: "price", atMost: "1" }, wish("price", { atMost: "1" })),
    ] as Parameters<typeof expectRelaxations>[2]);
  },
});
