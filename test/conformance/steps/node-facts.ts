// Offers whose facts are nodes with facts of their own, for paths that lead to them (MPLI-COMP-068).
import type { JsonObject } from "../http.ts";

export const PAGE = "https://clouds.example/page";
export const REPORT = "https://clouds.example/report.pdf";

/** Regions that say where they are; one says nothing but that. */
export const PLACES: readonly JsonObject[] = [
  {
    id: "/regions/ams",
    type: "Region",
    name: "Amsterdam 1",
    within: "NL",
    city: "Amsterdam",
    renewableEnergy: true,
    latitude: "52.37",
    longitude: "4.9",
  },
  {
    id: "/regions/ams-2",
    type: "Region",
    name: "Amsterdam 2",
    within: "/regions/ams",
    city: "Haarlem",
    renewableEnergy: false,
  },
  { id: "/regions/bare", type: "Region", within: "DE" },
];

/** What a provider states that holds for each of its offers. */
export const PROVIDER: JsonObject = {
  country: "NL",
  certification: [{ type: "Certification", scheme: "C5", evidencePage: REPORT }],
};

/** Facts of offers: two nodes of each kind, nodes that say little, and none. */
export const OFFERS: Readonly<Record<string, JsonObject>> = {
  full: {
    name: "Full",
    region: ["/regions/ams", "/regions/ams-2"],
    certification: [{ scheme: "ISO27001", evidencePage: PAGE }],
    delivery: [{ by: "opentofu", parameters: PAGE }],
    portability: [
      { export: "pg_dump-custom/16", import: "csv" },
      { export: "csv", import: "pg_dump-custom/15" },
    ],
    prerequisite: [{ ask: "legal-person", page: PAGE }],
  },
  bare: {
    region: "/regions/bare",
    delivery: [{ by: "command" }],
    portability: [{ export: "csv" }],
  },
  none: {},
};
