// Faults in what is refused wherever in a demand it stands: stray terms, parts, and amounts without a currency.
import { answering, on, withHeaders } from "../faults.ts";
import { hearingObjects, without } from "../hearing.ts";
import { type Json, hearingDemands, hearingRequirements, takingWhere } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const matches = on("/matches", "POST");

/** Hears these nodes of a demand with no more than these members. */
const keeping = (name: string, ...members: readonly string[]): Spoil =>
  hearingDemands((demand) => {
    const keep = (node: unknown) =>
      typeof node === "object" && node !== null
        ? Object.fromEntries(Object.entries(node).filter(([key]) => members.includes(key)))
        : node;
    const nodes = demand[name];
    if (nodes !== undefined) demand[name] = Array.isArray(nodes) ? nodes.map(keep) : keep(nodes);
  });

/** Hears a part that is refused as one that is sound. */
const mending = (where: (part: Json) => boolean): Spoil =>
  hearingObjects((one) => {
    const mend = (part: Json) => (where(part) ? { on: "vcpus", atLeast: 3 } : part);
    const { anyOf, allOf, not } = one as { anyOf?: Json[]; allOf?: Json[]; not?: Json };
    return {
      ...one,
      ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(mend) } : {}),
      ...(Array.isArray(allOf) ? { allOf: allOf.map(mend) } : {}),
      ...(not ? { not: mend(not) } : {}),
    };
  });

/** Reckons in euros where the demand names no currency and something in it holds. */
const inEuros = (where: (demand: string) => boolean): Spoil =>
  hearingDemands((demand) => {
    if (!demand["currency"] && where(JSON.stringify(demand))) demand["currency"] = "EUR";
  });

export default [
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over stray terms of a preference",
    ...keeping("prefer", "criterion", "weight"),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over stray terms of the customer",
    ...keeping("customer", "country"),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "does not read joint requirements",
    ...hearingDemands((demand) => delete demand["together"]),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "takes any term of a joint requirement beside any other",
    ...takingWhere("unknown-requirement-term", ({ term }) => term === "latency"),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "does not read the table of latencies",
    ...hearingDemands((demand) => delete demand["latencyTable"]),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over a weight within other requirements",
    ...hearingRequirements((one) => {
      const { weight, ...parts } = one;
      const light = JSON.parse(JSON.stringify(parts), (_, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? without("weight")(value as Json)
          : value,
      ) as Json;
      return weight === undefined ? light : { ...light, weight };
    }),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over the weight of a must",
    ...hearingRequirements((one, strength) => (strength === "must" ? without("weight")(one) : one)),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over what stands beside requirements that are joined",
    ...hearingObjects((one) => {
      const { anyOf, weight } = one;
      return anyOf ? { anyOf, ...(weight === undefined ? {} : { weight }) } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over what is no bound in `having`",
    ...hearingObjects((one) => {
      const { having } = one as { having?: Json };
      return having?.["within"] ? { ...one, having: { within: having["within"] } } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over stray terms of evidence",
    ...hearingObjects((one) => {
      const { evidence } = one as { evidence?: Json };
      return evidence?.["party"] ? { ...one, evidence: { party: evidence["party"] } } : one;
    }),
  },
  ...(
    [
      ["MPLI-COMP-009", "whose bound does not fit", ({ atLeast }) => atLeast === "32 s"],
      ["MPLI-COMP-010", "whose operator does not suit", ({ atLeast }) => atLeast === "EU"],
      ["MPLI-COMP-012", "on a property that it does not know", ({ on: property }) => property === "memroy"],
      [
        "MPLI-COMP-014",
        "without a bound",
        (part) => part["on"] === "memory" && Object.keys(part).length === 1,
      ],
      [
        "MPLI-COMP-016",
        "with a pattern that it cannot evaluate",
        ({ matches: pattern }) => pattern === "(a)\\1",
      ],
    ] as const satisfies readonly (readonly [string, string, (part: Json) => boolean])[]
  ).map(([breaks, what, where]) => ({
    breaks,
    fault: `passes over a part ${what}`,
    ...mending(where),
  })),
  {
    breaks: "MPLI-COMP-013",
    fault: "needs no currency for a budget",
    ...inEuros((demand) => demand.includes('"budget"')),
  },
  {
    breaks: "MPLI-COMP-013",
    fault: "needs no currency for a part on the price",
    ...inEuros((demand) => /"(anyOf|allOf|not)"/.test(demand)),
  },
  {
    breaks: "MPLI-COMP-014",
    fault: "takes a count for a bound",
    ...takingWhere("no-bound", () => true),
  },
  {
    breaks: "MPLI-COMP-060",
    fault: "answers whoever does not choose with JSON-LD",
    spreads: ["protocol"],
    ...answering(matches, (answer, { headers }) =>
      answer.ok && !headers.get("accept")?.includes("application/json")
        ? withHeaders(answer, { "content-type": "application/ld+json" })
        : answer,
    ),
  },
  {
    breaks: "MPLI-COMP-060",
    fault: "takes no demand from whoever does not choose",
    spreads: ["protocol"],
    asks: (request) =>
      matches(request) && !request.headers.has("accept") ? new Response(null, { status: 406 }) : request,
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "leaves open what a prerequisite rules out",
    ...hearingDemands((demand) => delete demand["customer"]),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes a count of values that is none for 1",
    ...hearingObjects((one) => {
      const { atLeastCount } = one;
      const isOne =
        Number.isInteger(atLeastCount) && Number(atLeastCount) > 0 && Number(atLeastCount) <= 1_000;
      return atLeastCount === undefined || isOne || !one["having"] ? one : { ...one, atLeastCount: 1 };
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "counts at least one where no count is stated",
    ...hearingObjects((one) => (one["having"] ? { atLeastCount: 1, ...one } : one)),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "counts the values that meet the bounds beside the count",
    ...hearingObjects((one) => {
      const { on: property, within, atLeastCount } = one;
      return within && atLeastCount && !one["having"]
        ? { on: property, having: { within }, atLeastCount }
        : one;
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "rules out the first of two requirements in a `not`",
    ...hearingObjects((one) => (Array.isArray(one["not"]) ? { ...one, not: one["not"][0] } : one)),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes an `allOf` of nothing for met",
    ...hearingObjects((one) =>
      Array.isArray(one["allOf"]) && one["allOf"].length === 0 ? { on: "vcpus", atLeast: 0 } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "falls back to the default where a setting of a part is misspelt",
    ...mending(({ absent }) => absent === "no"),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes the first of two bounds of one operator",
    ...hearingObjects((one) =>
      Array.isArray(one["atLeast"]) ? { ...one, atLeast: one["atLeast"][0] } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over a latency that is no length of time",
    ...takingWhere("value-does-not-fit", ({ term }) => term === "latency"),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "counts prices",
    ...hearingObjects((one) => {
      const { having, atLeastCount: _, ...rest } = one;
      return having && one["on"] === "price" ? { ...rest, ...(having as Json) } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over an age of evidence that it cannot read",
    ...hearingObjects((one) => {
      const { evidence } = one as { evidence?: Json };
      const age = evidence?.["notOlderThan"];
      return typeof age === "string" && !/^\d+ (d|a)$/.test(age) ? { ...one, evidence: "attested" } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes weights of any number and of any decimals",
    ...hearingRequirements((one) => {
      const { weight = 1 } = one;
      return Number(weight) > 1_000_000 || String(weight).length > 8 ? { ...one, weight: 1 } : one;
    }),
  },
] satisfies Mutant[];
