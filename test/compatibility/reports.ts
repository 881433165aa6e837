// Reports that have every member that a report can have.
import type { CompositionReport } from "../../functions/compatibility/compose/composition-report.ts";
import type { MatchReport, OfferReport } from "../../functions/compatibility/match/report.ts";

export const OFFER = "https://north.example/offers/pg-m";
export const AMS = "https://north.example/regions/ams";
const TERMS = "https://north.example/terms";
const PRICE: OfferReport["price"] = {
  monthly: 292.000001,
  currency: "EUR",
  region: AMS,
  lines: [
    { by: "hour", amount: 0.4, times: 730, monthly: 292 },
    {
      by: "storage",
      unit: "GBy.mo",
      tier: { from: 10, to: 100 },
      amount: 1e-7,
      times: 10,
      monthly: 0.000001,
    },
  ],
  partial: true,
  leftOut: ["once", "tiered"],
};

export const RESULT: OfferReport = {
  offer: OFFER,
  name: "Postgres M",
  provider: "did:web:north.example",
  providerName: "North",
  manifest: "a1",
  verdict: "incompatible",
  score: 0.5,
  price: PRICE,
  requirements: [
    {
      strength: "must",
      on: "memory",
      outcome: "violated",
      reason: "below-minimum",
      found: ["60 GiBy"],
      expected: { atLeast: "64 GiBy" },
      compared: { found: ["64424509440 By"], expected: { atLeast: "68719476736 By" } },
      facts: [{ subject: OFFER, path: ["memory"], value: "60 GiBy" }],
      message: "memory is 60 GiBy, below what is asked: at least 64 GiBy.",
    },
    {
      strength: "should",
      on: "anyOf",
      outcome: "unknown",
      reason: "part-unknown",
      found: [],
      facts: [],
      message: "Whether this is met cannot be told.",
      parts: [
        {
          on: "portability/importFormat",
          outcome: "violated",
          reason: "not-equal",
          expected: { isOneOf: ["sql", "dump"] },
          atLeastCount: 2,
          found: ["csv"],
          facts: [{ subject: OFFER, path: ["portability", "importFormat"], value: "csv" }],
          message: "portability/importFormat is csv.",
        },
        {
          on: "region",
          outcome: "satisfied",
          reason: "met",
          expected: { within: ["CH", "NL"] },
          found: [AMS],
          facts: [{ subject: AMS, path: ["within"], value: "NL" }],
          message: "region is ams.",
        },
      ],
    },
  ],
  obstacles: [
    {
      on: "prerequisite",
      outcome: "unknown",
      reason: "terms-not-accepted",
      found: [TERMS],
      page: "https://north.example/help",
      bring: { kind: "acceptance", of: TERMS },
      message: "The provider asks for its terms to be accepted.",
    },
  ],
  relaxation: {
    changes: [
      { how: "move", on: "memory", from: { atLeast: "64 GiBy" }, to: { atLeast: "60 GiBy" } },
      { how: "count", on: "region", from: 3, to: 2 },
      { how: "evidence", on: "certification", from: "attested", to: "asserted" },
      { how: "wish", on: "engine", from: { is: "mysql" } },
      { how: "bring", need: { kind: "country" } },
    ],
    message: "Compatible with less.",
  },
};

const HEAD = {
  "@context": "https://w3id.org/mpli/context/v1",
  demand: "d0",
  snapshot: "e0",
  credentials: ["c0"],
  ruleVersion: "rules",
  currency: "EUR",
  sources: [
    { provider: "did:web:north.example", manifest: "a1" },
    { provider: "did:web:west.example", manifest: "b2" },
  ],
  warnings: [
    { code: "unknown-area", area: "https://x.example/Atlantis" },
    { code: "not-evaluated", term: "https://x.example/colour" },
    { code: "stale-source", provider: "did:web:west.example", manifest: "b2" },
  ],
} as const;

const COUNTS = { compatible: 0, undetermined: 1, incompatible: 2 };

export const MATCH: MatchReport = {
  ...HEAD,
  type: "MatchReport",
  limit: 10,
  component: [
    {
      name: "db",
      class: "RelationalDatabase",
      count: 2,
      counts: COUNTS,
      shortfalls: [
        { on: "memory", expected: { atLeast: "64 GiBy" }, reasons: { "below-minimum": 2 }, alone: 1 },
        { on: "prerequisite", reasons: { "terms-not-accepted": 1 }, alone: 0 },
      ],
      relaxations: [
        {
          changes: [{ how: "bring", need: { kind: "acceptance", of: TERMS } }],
          message: "Compatible with the terms accepted.",
          offers: 1,
          offer: OFFER,
        },
      ],
      results: [
        RESULT,
        {
          offer: "https://west.example/offers/db",
          provider: "did:web:west.example",
          manifest: "b2",
          verdict: "undetermined",
          score: 1,
          price: { lines: [], reason: "not-stated", partial: false, leftOut: [] },
          requirements: [],
          obstacles: [],
        },
      ],
    },
  ],
};

export const COMPOSITION: CompositionReport = {
  ...HEAD,
  type: "CompositionReport",
  outcome: "feasible",
  explored: 200_000,
  gap: 12.5,
  component: [{ name: "db", class: "RelationalDatabase", count: 2, counts: COUNTS, choices: 3 }],
  compositions: [
    {
      monthly: 584.000002,
      currency: "EUR",
      providers: 1,
      choices: [
        {
          component: "db",
          offer: OFFER,
          name: "Postgres M",
          provider: "did:web:north.example",
          providerName: "North",
          manifest: "a1",
          region: AMS,
          count: 2,
          monthly: 584.000002,
          price: PRICE,
        },
      ],
    },
  ],
  missing: ["web"],
  removals: [
    [{ maxProviders: 1 }, { closeTogether: ["db", "web"], latency: "5 ms" }],
    [{ budget: 400, per: "month" }],
    [{ sameRegion: ["db", "web"] }],
  ],
};
