// The engine alone, next to the same demand as one SPARQL query and as a SHACL shape, in this process and this run.
import { UNCHECKED } from "../../functions/compatibility/evidence/support.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Store as Oxigraph } from "oxigraph";
import { Validator } from "shacl-engine";
import { readDemand } from "../../functions/compatibility/demand/read-demand.ts";
import { subclassesOf } from "../../functions/compatibility/demand/names.ts";
import { Scan } from "../../functions/compatibility/match/scan.ts";
import { Tally } from "../../functions/compatibility/match/tally.ts";
import type { Source } from "../../functions/compatibility/ports.ts";
import { segmentOf } from "../../functions/compatibility/segment/check.ts";
import { compile } from "../../functions/compatibility/segment/compile.ts";
import { encode } from "../../functions/compatibility/segment/container.ts";
import type { Segment } from "../../functions/compatibility/segment/segment.ts";
import { prepare } from "../../functions/discovery/put-manifest.ts";
import { oxigraphFacts } from "../../functions/host/node/oxigraph.ts";
import { mpli } from "../../functions/kernel/generated/vocabulary.ts";
import { REGION, keyOf } from "../../functions/compatibility/demand/path.ts";
import { Store, quadsOf, rdf } from "../../functions/kernel/graph.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { type Figure, atLeast, atMost, median, noted } from "./figures.ts";
import { realManifests, providersOf } from "./manifests.ts";
import { DEMAND, SHAPE, SPARQL } from "./match-demand.ts";

const PLACES = readFileSync(join(import.meta.dirname, "../../schemas/vocab/places.ttl"), "utf8");
const TIMES = 30;
/** Offers that are checked against the shape one by one; the time is scaled to all. */
const SHACL_SAMPLE = 40;
const BASE = "https://demand.invalid/";

interface Compiled {
  readonly source: Source;
  readonly segment: Segment;
  readonly bytes: number;
}

/** All manifests of a data set: compiled, and as the N-Quads that they are compiled from. */
async function compileAll(
  data: string,
): Promise<{ compiled: Compiled[]; nquads: string[][]; seconds: number }> {
  const compiled: Compiled[] = [];
  const nquads: string[][] = [];
  let milliseconds = 0;
  for (const [index, name] of (await providersOf(data)).entries()) {
    const address = `http://localhost:${22_000 + index}/manifest`;
    const { text } = await realManifests(data, name, new URL(address).origin);
    const graph = await parse(text, "text/turtle", address);
    const prepared = graph.ok ? await prepare(graph.value, address) : graph;
    if (!prepared.ok) throw new Error(`${name}: ${prepared.refusal.code}`);
    const [head, ...pages] = prepared.value.documents;
    if (!head) throw new Error(`${name}: no document`);
    const graphs = new Map(prepared.value.documents.map((document) => [document.digest, document.nquads]));
    const documents = (pages.length > 0 ? pages : [head]).map(({ digest }) => ({
      digest,
      classes: [],
      offers: 0,
    }));
    const source = { provider: name, manifest: head.digest, stale: false, head, documents };
    const started = performance.now();
    const contents = await compile(source, oxigraphFacts({ get: async (digest) => graphs.get(digest) }));
    milliseconds += performance.now() - started;
    const segment = contents.ok ? segmentOf(contents.value) : contents;
    if (!contents.ok || !segment.ok) throw new Error(`${name} did not compile`);
    compiled.push({ source, segment: segment.value, bytes: (await encode(contents.value)).length });
    nquads.push([...graphs.values()]);
  }
  return { compiled, nquads, seconds: milliseconds / 1000 };
}

export async function enginesCompared(data: string): Promise<Figure[]> {
  const { compiled, nquads, seconds } = await compileAll(data);
  const rows = compiled.reduce((sum, { segment }) => sum + rowsOf(segment), 0);
  const bytes = compiled.reduce((sum, each) => sum + each.bytes, 0);
  const engine = await timeEngine(compiled);
  const sparql = timeSparql(nquads.flat());
  const offers = compiled.reduce((sum, { segment }) => sum + segment.size, 0);
  const shacl = (await timeShacl(nquads)) * offers;
  return [
    noted("rows: an offer in a region", rows, ""),
    atMost("segments, bytes a row", bytes / rows, "B", 40),
    noted("compiling all manifests", seconds, "s"),
    noted("the engine alone: every offer judged, counted and ranked", engine.ranked, "ms"),
    noted("the same and all that is reported of the best hundred", engine.reported, "ms"),
    noted("the same demand as one SPARQL query on Oxigraph, loaded", sparql, "ms"),
    atLeast("SPARQL against the engine", sparql / engine.ranked, "×", 20),
    noted(`the same musts as a SHACL shape, from ${SHACL_SAMPLE} offers scaled to all`, shacl / 1000, "s"),
    atLeast("SHACL against the engine", shacl / engine.ranked, "×", 500),
  ];
}

function rowsOf(segment: Segment): number {
  const column = segment.column(keyOf(REGION));
  const sets = typeof column === "number" ? Array<number>(segment.size).fill(column) : [...column];
  return sets.reduce((sum, set) => sum + Math.max(1, segment.members(set).length), 0);
}

/** Milliseconds: the median until the best hundred are known, and until all is known that a report says of them. */
async function timeEngine(compiled: readonly Compiled[]): Promise<{ ranked: number; reported: number }> {
  const graph = await parse(JSON.stringify(DEMAND), "application/ld+json", BASE);
  const demand = graph.ok ? readDemand(graph.value) : graph;
  const [component] = demand.ok ? demand.value.components : [];
  if (!demand.ok || !component) throw new Error("the demand cannot be read");
  const classes = new Set(subclassesOf(component.serviceClass));
  const [ranked, reported]: [number[], number[]] = [[], []];
  for (let round = 0; round < 2 * TIMES; round++) {
    const started = performance.now();
    const scans = compiled.map(
      ({ source, segment }) =>
        new Scan(demand.value, component, { source, segment, support: UNCHECKED }, classes),
    );
    const tally = new Tally(demand.value, component, scans, 100);
    tally.ranked();
    ranked.push(performance.now() - started);
    tally.best();
    reported.push(performance.now() - started);
  }
  return { ranked: median(ranked.slice(TIMES)), reported: median(reported.slice(TIMES)) };
}

function timeSparql(nquads: readonly string[]): number {
  const store = new Oxigraph();
  for (const document of nquads) store.load(document, { format: "application/n-quads", lenient: true });
  store.load(PLACES, { format: "text/turtle", lenient: true });
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    const answer = String(store.query(SPARQL, { results_format: "json" }));
    if (!answer.includes("/offers/")) throw new Error("the query found nothing");
    return performance.now() - started;
  });
  return median(times);
}

const OFFERS = [mpli.offer.value, mpli.VirtualMachine.value];

/** Milliseconds an offer, each checked in the graph of its page and of the head that describes its regions. */
async function timeShacl(manifests: readonly (readonly string[])[]): Promise<number> {
  const shape = await parse(SHAPE, "text/turtle", BASE);
  if (!shape.ok) throw new Error(shape.refusal.code);
  // The head names classes as well, and holds no offers.
  const isPage = (text: string) => OFFERS.every((iri) => text.includes(`<${iri}>`));
  const [head = "", ...pages] = manifests.find(([, ...pages]) => pages.some(isPage)) ?? manifests[0] ?? [];
  const graph = await parse(pages.find(isPage) ?? head, "application/n-quads", BASE);
  const about = await parse(head, "application/n-quads", BASE);
  if (!graph.ok || !about.ok) throw new Error("a document does not parse");
  const offers = graph.value.getObjects(null, mpli.offer, null).slice(0, SHACL_SAMPLE);
  const validator = new Validator(shape.value, { factory: rdf });
  const dataset = new Store([...quadsOf(graph.value), ...quadsOf(about.value)]);
  const started = performance.now();
  for (const offer of offers) {
    const one = { dataset, terms: [offer] };
    await validator.validate(one);
  }
  return (performance.now() - started) / offers.length;
}
