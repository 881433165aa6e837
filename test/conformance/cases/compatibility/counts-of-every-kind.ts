import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

const PLACES = [
  { id: "/regions/ams", within: "NL", city: "Amsterdam" },
  { id: "/regions/fra", within: "DE", city: "Frankfurt" },
  { id: "/regions/zrh", within: "CH", city: "Zürich" },
].map((one) => ({ type: "Region", ...one }));
const OFFER = {
  region: ["/regions/ams", "/regions/fra", "/regions/zrh"],
  vcpus: [2, 8, 32],
  memory: ["4 GiBy", "64 GiBy"],
  storageType: ["hdd", "nvme"],
  certification: [{ scheme: "ISO27001" }],
};

export default defineCase({
  title: "Regions, sizes, texts, certifications and what paths lead to are counted alike",
  requirements: ["MPLI-COMP-070@0492d408"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "counting regions only, the bounds apart from each other, or what the offer states and not its provider",
  since: "0.1",
  writes: true,
  async run(t) {
    const provider = { certification: [{ type: "Certification", scheme: "C5" }] };
    const shelf = await shelfOf(t, { all: OFFER }, { place: PLACES, provider });
    const rows: readonly (readonly [on: unknown, having: JsonObject, two: Outcome, three: Outcome])[] = [
      ["region", { within: "EU" }, "satisfied", "violated"],
      ["region", { within: "Europe" }, "satisfied", "satisfied"],
      [["region", { zeroOrMore: "within" }], { is: "EU" }, "satisfied", "violated"],
      [["region", "city"], { matches: "am|furt" }, "satisfied", "violated"],
      ["vcpus", { atLeast: 4 }, "satisfied", "violated"],
      ["vcpus", { atLeast: 4, atMost: 16 }, "violated", "violated"],
      ["vcpus", { isOneOf: [2, 8, 32] }, "satisfied", "satisfied"],
      ["memory", { atMost: "64 GiBy" }, "satisfied", "violated"],
      ["storageType", { matches: "." }, "satisfied", "violated"],
      ["certification", { isOneOf: ["ISO27001", "C5", "ENS"] }, "satisfied", "violated"],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.flatMap(([on, having, two, three]) =>
        [two, three].map((outcome, index) => ({
          offer: "all",
          requirement: { ...(Array.isArray(on) ? { path: on } : { on }), having, atLeastCount: index + 2 },
          outcome,
        })),
      ),
    );
  },
});
