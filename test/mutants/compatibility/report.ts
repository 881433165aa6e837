// Faults in what a report states.
import { answering, on, reporting, withHeaders, withJson, withStatus } from "../faults.ts";
import { type Finding, type Json, type Result, judging, reportingResults } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const matches = on("/matches", "POST");
type Component = Json & { results: Json[]; counts: Record<string, number> };

const reportingComponents = (change: (component: Component) => void): Spoil =>
  reporting((report) => (report["component"] as Component[]).forEach(change));

/** Lists what it should with one member missing or another. */
const stating = (
  member: string,
  change: (value: unknown, result: Json) => unknown = () => undefined,
): Spoil =>
  reportingComponents(({ results }) => {
    for (const result of results) result[member] = change(result[member], result);
  });

/** States of each requirement what it should with one member missing or another. */
const stateOfEach = (member: string, change: (finding: Finding) => unknown = () => undefined): Spoil =>
  reportingResults((result) => {
    for (const one of result.requirements as unknown as (Finding & Json)[]) one[member] = change(one);
  });

/** Gives another reason, where `change` names one. */
const giving = (change: (finding: Finding, result: Result) => string | undefined): Spoil =>
  reportingResults((result) => {
    for (const one of result.requirements as (Finding & { reason: string })[])
      one.reason = change(one, result) ?? one.reason;
  });

const warning = (keep: (warning: Json) => boolean): Spoil =>
  reporting((report) => {
    report["warnings"] = (report["warnings"] as Json[]).filter(keep);
  });

/** Listens to another limit than it was asked for. */
const limiting = (change: (limit: number) => number): Spoil => ({
  asks: (request) => {
    const url = new URL(request.url);
    const limit = url.searchParams.get("limit");
    if (!matches(request) || !limit) return request;
    url.searchParams.set("limit", String(change(Number(limit))));
    return new Request(url, request);
  },
});

let asked = 0;

export default [
  {
    breaks: "MPLI-COMP-060",
    fault: "answers with 201, as if a report were created",
    ...answering(matches, (answer) => (answer.status === 200 ? withStatus(answer, 201) : answer)),
    spreads: ["protocol", "catalogue"],
  },
  {
    breaks: "MPLI-COMP-060",
    fault: "calls a report JSON-LD",
    ...answering(matches, (answer) =>
      answer.ok ? withHeaders(answer, { "content-type": "application/ld+json" }) : answer,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-COMP-060",
    fault: "does not say that it is a report",
    ...reporting((report) => delete report["type"]),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-COMP-048",
    fault: "counts what it lists",
    ...reportingComponents(({ counts, results }) => {
      for (const verdict of Object.keys(counts))
        counts[verdict] = results.filter((one) => one["verdict"] === verdict).length;
    }),
  },
  {
    breaks: "MPLI-COMP-048",
    fault: "does not count what is incompatible",
    ...reportingComponents(({ counts }) => void (counts["incompatible"] = 0)),
  },
  {
    breaks: "MPLI-COMP-048",
    fault: "counts what is undetermined as incompatible",
    ...reportingComponents(({ counts }) => {
      counts["incompatible"] = (counts["incompatible"] ?? 0) + (counts["undetermined"] ?? 0);
      counts["undetermined"] = 0;
    }),
  },
  { breaks: "MPLI-COMP-049", fault: "does not listen to a limit", ...limiting(() => 100) },
  {
    breaks: "MPLI-COMP-049",
    fault: "lists one more than it was asked for",
    ...limiting((limit) => Math.min(1000, limit + 1)),
  },
  {
    breaks: "MPLI-COMP-049",
    fault: "cuts before it orders",
    ...answering(matches, (answer, { url }) => {
      const limit = Number(new URL(url).searchParams.get("limit"));
      if (!answer.ok || limit >= 100) return answer;
      return withJson(answer, (report) =>
        (report["component"] as Component[]).forEach(({ results }) => results.reverse()),
      );
    }),
  },
  {
    breaks: "MPLI-COMP-050",
    fault: "does not name the provider",
    ...stating("provider"),
    spreads: ["catalogue"],
  },
  {
    breaks: "MPLI-COMP-050",
    fault: "names the provider by its name",
    ...stating("provider", (_, result) => result["providerName"]),
  },
  { breaks: "MPLI-COMP-050", fault: "does not name the manifest", ...stating("manifest") },
  {
    breaks: "MPLI-COMP-050",
    fault: "gives the digest of something else than the manifest",
    ...stating("manifest", (digest) => [...String(digest)].reverse().join("")),
  },
  {
    breaks: "MPLI-COMP-050",
    fault: "gives a score in percent",
    ...stating("score", (score) => `${Number(score) * 100}%`),
  },
  { breaks: "MPLI-COMP-050", fault: "does not state the price", ...stating("price") },
  {
    breaks: "MPLI-COMP-050",
    fault: "gives the price of all that are needed",
    ...reportingComponents(({ count, results }) => {
      for (const { price } of results as { price: Json }[])
        if (price["monthly"] !== undefined) price["monthly"] = Number(price["monthly"]) * Number(count);
    }),
  },
  { breaks: "MPLI-COMP-051", fault: "does not repeat what was asked", ...stateOfEach("expected") },
  { breaks: "MPLI-COMP-051", fault: "does not say what was found", ...stateOfEach("found") },
  {
    breaks: "MPLI-COMP-051",
    fault: "repeats the bound as what was found",
    ...stateOfEach("found", ({ expected }) => Object.values(expected)),
  },
  {
    breaks: "MPLI-COMP-051",
    fault: "says what was found only where it is enough",
    ...stateOfEach("found", ({ outcome, found }) => (outcome === "satisfied" ? found : [])),
  },
  {
    breaks: "MPLI-COMP-051",
    fault: "has no sentence for what is met",
    ...stateOfEach("message", ({ outcome }) => (outcome === "satisfied" ? "" : "It is not.")),
  },
  {
    breaks: "MPLI-COMP-051",
    fault: "does not say how strong a requirement is",
    ...stateOfEach("strength"),
    spreads: ["catalogue"],
  },
  {
    breaks: "MPLI-COMP-051",
    fault: "lists only the requirements that stand in the way",
    ...reportingResults((result) => {
      result.requirements = result.requirements.filter(({ outcome }) => outcome !== "satisfied");
    }),
  },
  {
    breaks: "MPLI-COMP-051",
    fault: "lists the musts alone",
    ...reportingResults((result) => {
      result.requirements = result.requirements.filter(({ strength }) => strength === "must");
    }),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "has a code of its own",
    ...giving(({ reason }) => (reason === "not-stated" ? "unstated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "says not-equal of a value that is in no list",
    ...giving(({ reason }) => (reason === "not-in-list" ? "not-equal" : undefined)),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "says not-stated of a price in another currency",
    ...giving(({ reason }) => (reason === "currency-differs" ? "not-stated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "gives the reason for what is unknown with a violation",
    ...judging(({ reason }) => (reason === "not-stated" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "gives one reason for all that is not stated",
    ...giving(({ reason }) => (reason === "not-stated-closed" ? "not-stated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-065",
    fault: "gives the first reason by the alphabet",
    ...giving(({ reason, expected }) =>
      reason === "below-minimum" && "atMost" in expected ? "above-maximum" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-065",
    fault: "gives the reason of the first value that it looks at",
    ...giving(({ reason, found }) =>
      reason === "too-coarse" && found.length > 1 ? "malformed-value" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-065",
    fault: "gives the reason of the last bound that it looks at",
    ...giving(({ reason, expected }) =>
      reason === "above-maximum" && "is" in expected ? "not-equal" : undefined,
    ),
  },
  { breaks: "MPLI-COMP-053", fault: "lists no obstacles", ...stating("obstacles", () => []) },
  {
    breaks: "MPLI-COMP-053",
    fault: "lists the first prerequisite only",
    ...stating("obstacles", (all) => (all as Json[]).slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-053",
    fault: "lists prerequisites only where they decide",
    ...stating("obstacles", (all, { verdict }) =>
      (all as Json[]).filter(({ reason }) => verdict !== "incompatible" || reason === "withdrawn"),
    ),
  },
  {
    breaks: "MPLI-COMP-053",
    fault: "does not say that an offer is withdrawn",
    ...stating("obstacles", (all) => (all as Json[]).filter(({ reason }) => reason !== "withdrawn")),
  },
  {
    breaks: "MPLI-COMP-054",
    fault: "passes terms over in silence",
    ...warning(({ code }) => code !== "not-evaluated"),
  },
  {
    breaks: "MPLI-COMP-054",
    fault: "warns of what the demand says and not of what its components say",
    ...warning(({ code, term }) => code !== "not-evaluated" || String(term).endsWith("colour")),
  },
  {
    breaks: "MPLI-COMP-054",
    fault: "does not name the term that it passes over",
    ...reporting((report) => {
      report["warnings"] = (report["warnings"] as Json[]).map(({ code }) => ({ code }));
    }),
  },
  {
    breaks: "MPLI-COMP-055",
    fault: "does not warn of stale snapshots",
    stage: "catalogue",
    ...warning(({ code }) => code !== "stale-source"),
  },
  {
    breaks: "MPLI-COMP-055",
    fault: "warns of one stale snapshot only",
    stage: "catalogue",
    ...reporting((report) => {
      report["warnings"] = (report["warnings"] as Json[]).slice(0, 1);
    }),
  },
  {
    breaks: "MPLI-COMP-056",
    fault: "names the demand by something else than its graph",
    ...reporting((report) => {
      report["demand"] = [...String(report["demand"])].reverse().join("");
    }),
  },
  {
    breaks: "MPLI-COMP-056",
    fault: "does not name the rules",
    ...reporting((report) => delete report["ruleVersion"]),
  },
  {
    breaks: "MPLI-COMP-056",
    fault: "names no manifests",
    ...reporting((report) => delete report["snapshot"]),
  },
  {
    breaks: "MPLI-COMP-056",
    fault: "names the manifests always alike",
    ...reporting((report) => {
      report["snapshot"] = "0".repeat(64);
    }),
  },
  {
    breaks: "MPLI-COMP-056",
    fault: "names the snapshot by the demand",
    ...reporting((report) => {
      report["snapshot"] = report["demand"];
    }),
  },
  {
    breaks: "MPLI-COMP-057",
    fault: "numbers its reports",
    ...reporting((report) => {
      report["number"] = ++asked;
    }),
  },
  {
    breaks: "MPLI-COMP-057",
    fault: "states requirements in the order in which they were written",
    answers: async (answer, request) => {
      const isTurtle = request.headers.get("content-type") === "text/turtle";
      if (!matches(request) || !answer.ok || !isTurtle) return answer;
      return withJson(answer, (report) => {
        for (const { results } of report["component"] as { results: Result[] }[])
          for (const { requirements } of results) requirements.reverse();
        (report["component"] as Component[]).forEach((one) => (one["shortfalls"] as unknown[]).reverse());
      });
    },
  },
] satisfies Mutant[];
