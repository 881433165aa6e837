// Reports as graphs: every member says something, order is kept, and all syntaxes say the same.
import { describe, expect, it } from "vitest";
import type { CompositionReport } from "../../functions/compatibility/compose/composition-report.ts";
import type { MatchReport } from "../../functions/compatibility/match/report.ts";
import { REPORT_MEDIA, mostResults, writeReportIn } from "../../functions/compatibility/report-graph.ts";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { mpli, rdf as rdfTerms, sh, xsd } from "../../functions/kernel/generated/vocabulary.ts";
import {
  type NamedNode,
  type Store,
  type Term,
  list,
  objects,
  rdf,
  subjects,
  text,
} from "../../functions/kernel/graph.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { demand } from "./reading.ts";
import { AMS, COMPOSITION, MATCH, OFFER, RESULT } from "./reports.ts";

type Report = MatchReport | CompositionReport;

async function graphOf(report: Report, media: Syntax = "application/ld+json"): Promise<Store> {
  const read = await parse(await writeReportIn(media, report), media, "https://x.example/");
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** The value at the end of a path from the report; a number is a place in a list. */
function at(graph: Store, report: Report, ...path: readonly (NamedNode | number)[]): Term | undefined {
  const [root] = subjects(graph, rdfTerms.type, mpli[report.type]);
  return path.reduce<Term | undefined>((node, step) => {
    if (node === undefined) return undefined;
    return typeof step === "number" ? list(graph, node)?.[step] : objects(graph, node, step)[0];
  }, root);
}

const json = (term: Term | undefined) => term && JSON.parse(term.value);

describe("a match report as a graph", async () => {
  const graph = await graphOf(MATCH);
  const first = [mpli.component, mpli.result, 0] as const;
  const get = (...path: readonly (NamedNode | number)[]) => at(graph, MATCH, ...path);

  it("names offers, providers, classes, outcomes and verdicts by their IRIs", () => {
    expect(get(mpli.component, mpli.serviceClass)).toEqual(mpli.RelationalDatabase);
    expect(get(...first, mpli.offer)).toEqual(rdf.namedNode(OFFER));
    expect(get(...first, mpli.provider)).toEqual(rdf.namedNode("did:web:north.example"));
    expect(get(...first, mpli.verdict)).toEqual(mpli.incompatible);
    expect(get(...first, mpli.requirementResult, 0, mpli.outcome)).toEqual(mpli.violated);
    expect(get(...first, mpli.requirementResult, 1, mpli.part, 1, mpli.outcome)).toEqual(mpli.satisfied);
  });

  it("keeps the order of results, requirements, parts and changes", () => {
    expect(get(mpli.component, mpli.result, 1, mpli.verdict)).toEqual(mpli.undetermined);
    expect(get(mpli.component, mpli.shortfall, 1, mpli.aloneOffers)?.value).toBe("0");
    expect(get(mpli.warning, 1, mpli.warningCode)?.value).toBe("not-evaluated");
    expect(get(...first, mpli.requirementResult, 1, mpli.strength)?.value).toBe("should");
    expect(get(...first, mpli.relaxation, mpli.demandChange, 3, mpli.changeKind)?.value).toBe("wish");
    expect(get(...first, mpli.computedPrice, mpli.priceLine, 1, mpli.chargedBy)?.value).toBe("storage");
  });

  it("leads from a fact to what it is stated of, by the properties of the manifest", () => {
    const part = [...first, mpli.requirementResult, 1, mpli.part, 0, mpli.fact] as const;
    expect(get(...part, sh.focusNode)).toEqual(rdf.namedNode(OFFER));
    expect(get(...part, mpli.steps, 0)).toEqual(mpli.portability);
    expect(get(...part, mpli.steps, 1)).toEqual(mpli.importFormat);
    expect(get(...part, rdfTerms.value)?.value).toBe("csv");
  });

  it("keeps amounts as decimals, and bounds as the JSON that they are", () => {
    const line = [...first, mpli.computedPrice, mpli.priceLine, 1] as const;
    expect(get(...line, rdf.namedNode("http://schema.org/price"))).toEqual(
      rdf.literal("0.0000001", xsd.decimal),
    );
    expect(get(...first, mpli.score)).toEqual(rdf.literal("0.5", xsd.decimal));
    const memory = get(...first, mpli.requirementResult, 0, mpli.expected);
    expect(json(memory)).toEqual({ atLeast: "64 GiBy" });
    expect(json(get(mpli.component, mpli.shortfall, 0, mpli.reasonCounts))).toEqual({ "below-minimum": 2 });
    expect(json(get(...first, mpli.relaxation, mpli.demandChange, 1, mpli.changedTo))).toBe(2);
  });

  it("counts offers on the component itself", () => {
    for (const [property, count] of [
      [mpli.compatibleOffers, "0"],
      [mpli.undeterminedOffers, "1"],
      [mpli.incompatibleOffers, "2"],
    ] as const)
      expect(get(mpli.component, property)).toEqual(rdf.literal(count, xsd.integer));
  });
});

describe("a composition report as a graph", async () => {
  const graph = await graphOf(COMPOSITION);
  const get = (...path: readonly (NamedNode | number)[]) => at(graph, COMPOSITION, ...path);

  it("tells a choice from the number of choices, and its provider from the number of providers", () => {
    expect(get(mpli.component, mpli.choiceCount)?.value).toBe("3");
    expect(get(mpli.composition, 0, mpli.providerCount)?.value).toBe("1");
    expect(get(mpli.composition, 0, mpli.choice, 0, mpli.provider)?.value).toBe("did:web:north.example");
    expect(get(mpli.composition, 0, mpli.choice, 0, mpli.inRegion)).toEqual(rdf.namedNode(AMS));
    expect(get(mpli.outcome)).toEqual(mpli.feasible);
  });

  it("writes joint requirements as a demand does", () => {
    const joint = (set: number, index: number) => get(mpli.removal, set, index) ?? rdf.defaultGraph();
    expect(text(graph, joint(0, 0), mpli.maxProviders)).toBe("1");
    expect(new Set(objects(graph, joint(0, 1), mpli.closeTogether).map(({ value }) => value))).toEqual(
      new Set(["db", "web"]),
    );
    expect(objects(graph, joint(1, 0), mpli.per)).toEqual([mpli.month]);
  });
});

describe("a report", () => {
  const reports: readonly Report[] = [MATCH, COMPOSITION];

  it.each(reports)("is the same graph in every syntax: $type", async (report) => {
    const graphs = REPORT_MEDIA.filter((media) => media !== "application/json").map((media) =>
      graphOf(report, media),
    );
    const digests = (await Promise.all(graphs)).map(async (graph) => {
      const named = await canonicalize(graph);
      return named.ok ? named.value.digest : named.refusal.code;
    });
    expect(new Set(await Promise.all(digests)).size).toBe(1);
  });

  it.each(reports)("is the same bytes every time: $type", async (report) => {
    for (const media of REPORT_MEDIA) {
      const [first, second] = [await writeReportIn(media, report), await writeReportIn(media, report)];
      expect(first === second, media).toBe(true);
    }
    expect(await writeReportIn("application/ld+json", report)).toBe(
      await writeReportIn("application/json", report),
    );
  });

  it("begins with itself in Turtle", async () => {
    expect(await writeReportIn("text/turtle", MATCH)).toMatch(/\n_:\w+ a mpli:MatchReport;/);
  });

  it("is written in lines however alike its results are", async () => {
    const [component] = MATCH.component;
    const results = Array.from({ length: 60 }, () => RESULT);
    const alike = component ? { ...MATCH, component: [{ ...component, results }] } : MATCH;
    const lines = (await writeReportIn("application/n-triples", alike)).trimEnd().split("\n");
    expect(lines.filter((line) => line.includes("ns#verdict>"))).toHaveLength(60);
    for (const line of lines) expect(line).toMatch(/^(?:_:\w+|<[^>]+>) <[^>]+> .+ \.$/);
  });

  it("with a member that the context does not know is no graph, rather than one without it", async () => {
    const strange = { ...MATCH, colour: "blue" };
    expect(JSON.parse(await writeReportIn("application/json", strange))).toHaveProperty("colour");
    await expect(writeReportIn("text/turtle", strange)).rejects.toThrow("colour");
  });
});

describe("the number of results", () => {
  const asking = (musts: number) =>
    demand({
      component: {
        class: "VirtualMachine",
        must: Array.from({ length: musts }, (_, index) => ({ on: "vcpus", atLeast: index + 1 })),
      },
    });

  it("is not cut in JSON", async () => {
    for (const media of ["application/json", "application/ld+json"] as const)
      expect(mostResults(await asking(64), media)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is cut in a graph, by what the demand asks of each", async () => {
    expect(mostResults(await asking(0), "text/turtle")).toBe(333);
    expect(mostResults(await asking(7), "text/turtle")).toBe(100);
    expect(mostResults(await asking(64), "application/n-quads")).toBe(14);
  });
});
