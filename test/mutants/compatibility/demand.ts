// Faults in what is taken for a demand, and in what it is compared with.
import type { Market } from "../../../functions/compatibility/ports.ts";
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { hearing, on, refusing, taking } from "../faults.ts";
import { type Json, hearingDemands, hearingRequirements, stating, takingWhere } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const matches = on("/matches", "POST");
const typed = (type: string) => (request: Request) =>
  matches(request) && (request.headers.get("content-type") ?? "").includes(type);
const problem = (status: number, code: string) =>
  new Response(
    JSON.stringify({ type: `https://w3id.org/mpli/errors/${code}`, status, code, supported: [] }),
    {
      status,
      headers: { "content-type": "application/problem+json" },
    },
  );

/** Compares with another market than there is. */
function trading(change: (market: Market) => Market): Spoil {
  return {
    host: (host) => ({
      ...host,
      compatibility: {
        ...host.compatibility,
        market: async () => {
          const market = await host.compatibility.market();
          return market.ok ? ok(change(market.value)) : market;
        },
      },
    }),
  };
}

/** The same fault where demands are taken only: other rooms refuse with the same code. */
const ofDemands = ({ answers }: Spoil): Spoil => ({
  answers: (answer, request) => (matches(request) ? (answers?.(answer, request) ?? answer) : answer),
});

const SETTINGS: Readonly<Record<string, RegExp>> = {
  absent: /^(unknown|violated)$/,
  evidence: /^(asserted|declared|attested|certified|accredited)$/,
  per: /^(minute|hour|day|month|year)$/,
  weight: /^[0-9.]+$/,
};

export default [
  {
    breaks: "MPLI-COMP-001",
    fault: "takes demands in JSON-LD only",
    spreads: ["protocol"],
    asks: (request) =>
      matches(request) && !typed("json")(request) ? problem(415, "unsupported-media-type") : request,
  },
  {
    breaks: "MPLI-COMP-001",
    fault: "finds no demand in N-Quads",
    ...hearing(typed("n-quads"), () => ""),
  },
  {
    breaks: "MPLI-COMP-002",
    fault: "asks for a token before it compares anything",
    spreads: ["protocol"],
    asks: (request) =>
      matches(request) && !request.headers.has("authorization") ? problem(401, "operator-only") : request,
  },
  {
    breaks: "MPLI-COMP-003",
    fault: "compares with the manifest that was current at the first demand",
    host: (host) => {
      const first = host.compatibility.market();
      return { ...host, compatibility: { ...host.compatibility, market: () => first } };
    },
  },
  {
    breaks: "MPLI-COMP-003",
    fault: "compares with the first page of a large manifest only",
    stage: "large",
    ...trading(({ digest, sources }) => ({
      digest,
      sources: sources.map((source) => ({ ...source, documents: source.documents.slice(0, 1) })),
    })),
  },
  {
    breaks: "MPLI-COMP-004",
    fault: "leaves out providers whose last harvest failed",
    stage: "catalogue",
    ...trading(({ digest, sources }) => ({ digest, sources: sources.filter(({ stale }) => !stale) })),
  },
  {
    breaks: "MPLI-COMP-004",
    fault: "compares with one of its snapshots only",
    stage: "catalogue",
    ...trading(({ digest, sources }) => ({ digest, sources: sources.slice(0, 1) })),
  },
  {
    breaks: "MPLI-COMP-005",
    fault: "takes an offer of a narrower class for one of another",
    ...stating((value, { key }) =>
      key?.value === mpli.serviceClass.value && value === mpli.VirtualNetwork.value
        ? mpli.FileStorage.value
        : value,
    ),
  },
  {
    breaks: "MPLI-COMP-005",
    fault: "takes offers of a wider class along",
    ...hearing(matches, (text) => text.replaceAll('"class":"LoadBalancer"', '"class":"Network"')),
  },
  { breaks: "MPLI-COMP-007", fault: "answers a graph without a demand", ...taking("no-demand") },
  { breaks: "MPLI-COMP-007", fault: "answers one of two demands", ...taking("several-demands") },
  {
    breaks: "MPLI-COMP-007",
    fault: "answers a demand without components with an empty report",
    ...taking("no-component", 200, { type: "MatchReport", component: [] }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes a component without a class for any service",
    ...taking("component-without-class"),
  },
  { breaks: "MPLI-COMP-007", fault: "takes a class that is none of a service", ...taking("unknown-class") },
  {
    breaks: "MPLI-COMP-007",
    fault: "keeps the last of several components with one name",
    ...hearingDemands((demand) => {
      const components = [demand["component"] ?? []].flat() as { name?: string }[];
      const named = [...new Map(components.map((one) => [one.name, one])).values()];
      if (named.length < components.length) demand["component"] = named;
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "gives components without a name one of its own",
    ...hearingDemands((demand) => {
      const components = [demand["component"] ?? []].flat() as { name?: string }[];
      if (components.length > 1) for (const [index, one] of components.entries()) one.name ??= `c${index}`;
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "falls back to the default where a setting is misspelt",
    ...hearingRequirements((one) =>
      Object.fromEntries(
        Object.entries(one).filter(([key, value]) => SETTINGS[key]?.test(String(value)) ?? true),
      ),
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes a count that cannot be read for 1",
    ...takingWhere("value-does-not-fit", ({ term }) => term === "count"),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes hours below 0",
    ...takingWhere(
      "value-does-not-fit",
      ({ term, given }) => term === "hoursPerMonth" && String(given).startsWith("-"),
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "reckons in the first of two currencies",
    ...takingWhere("several-values", ({ term }) => term === "currency"),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over a requirement that names no property",
    ...taking("requirement-without-property"),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "judges by the first of two properties",
    ...hearingRequirements((one) => (Array.isArray(one["on"]) ? { ...one, on: one["on"][0] } : one)),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes a weight of 0 or less",
    ...takingWhere("value-does-not-fit", ({ term, given }) => term === "weight" && Number(given) <= 0),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over components beyond its limit",
    ...hearingDemands((demand) => {
      const components = demand["component"];
      if (Array.isArray(components) && components.length > 32) demand["component"] = components.slice(0, 32);
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over requirements beyond its limit",
    ...hearingDemands((demand) => {
      for (const one of [demand["component"] ?? []].flat() as Json[])
        if (Array.isArray(one["must"]) && one["must"].length > 64) one["must"] = one["must"].slice(0, 64);
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over members of a list beyond its limit",
    ...hearingRequirements((one) =>
      Array.isArray(one["isOneOf"]) && one["isOneOf"].length > 256
        ? { ...one, isOneOf: one["isOneOf"].slice(0, 256) }
        : one,
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "refuses a demand that it cannot read with status 400",
    ...refusing("no-component", (told) => (told["status"] = 400), 400),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "does not say why it refuses a demand",
    ...refusing("several-demands", (told) => delete told["code"]),
  },
  {
    breaks: "MPLI-COMP-061",
    fault: "answers a poisonous demand without naming its graph",
    ...ofDemands(taking("poison-graph", 200, { type: "MatchReport", component: [] })),
  },
  {
    breaks: "MPLI-COMP-061",
    fault: "breaks down over a poisonous demand",
    ...ofDemands(
      refusing("poison-graph", (told) => Object.assign(told, { status: 500, code: "internal-error" }), 500),
    ),
  },
] satisfies Mutant[];
