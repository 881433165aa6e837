import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

const PLACES = [
  { id: "/regions/ams", type: "Region", within: "NL" },
  { id: "/regions/nyc", type: "Region", within: "US" },
];
const OFFERS = {
  both: { region: ["/regions/ams", "/regions/nyc"], engineVersion: ["13", "17"], vcpus: 2 },
  one: { region: "/regions/ams", engineVersion: "15", vcpus: 8 },
  none: {},
};
const [EU, US] = ["EU", "US"].map((within) => ({ on: "region", within }));
const [NEW, OLD] = [
  { on: "engineVersion", atLeast: "14" },
  { on: "engineVersion", lessThan: "16" },
];

export default defineCase({
  title: "Each part is judged by itself and as a whole, and absence is for the part to read",
  requirements: ["MPLI-COMP-071@3a29c651"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "turning the bound in place of the requirement, asking all parts of one value, or taking silence for a fact that meets a `not`",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, OFFERS, { place: PLACES });
    const rows: readonly (readonly [requirement: JsonObject, ...outcomes: Outcome[]])[] = [
      // On offers in two regions, in one, and in none that is stated.
      [{ not: US }, "violated", "satisfied", "unknown"],
      [{ not: EU }, "violated", "violated", "unknown"],
      [{ not: { ...US, absent: "violated" } }, "violated", "satisfied", "satisfied"],
      [{ allOf: [EU, US] }, "satisfied", "violated", "unknown"],
      [{ allOf: [EU, { not: US }] }, "violated", "satisfied", "unknown"],
      [{ allOf: [NEW, OLD] }, "satisfied", "satisfied", "unknown"],
      [{ not: NEW }, "violated", "violated", "unknown"],
      [{ not: { on: "vcpus", atLeast: 4 } }, "satisfied", "violated", "unknown"],
      [{ anyOf: [{ on: "vcpus", atLeast: 4 }, US] }, "satisfied", "satisfied", "unknown"],
      [{ not: { on: "certification", is: "C5" } }, "satisfied", "satisfied", "satisfied"],
      [
        { not: { on: "region", having: { within: "Europe" }, atLeastCount: 2 } },
        "satisfied",
        "satisfied",
        "unknown",
      ],
      [
        {
          anyOf: [
            { ...EU, evidence: "attested" },
            { on: "vcpus", is: 2 },
          ],
        },
        "satisfied",
        "unknown",
        "unknown",
      ],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.flatMap(([requirement, ...outcomes]) =>
        Object.keys(OFFERS).map((offer, index) => ({
          offer,
          requirement,
          outcome: outcomes[index] ?? "unknown",
        })),
      ),
    );
  },
});
