// A market from manifests written in Turtle, as a node would hold it: canonical documents under their digests.
import type { Market, MarketDocument, Source } from "../../functions/compatibility/ports.ts";
import { paginate } from "../../functions/discovery/paginate.ts";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { mpli, schema } from "../../functions/kernel/generated/vocabulary.ts";
import { type Store, rdf, text } from "../../functions/kernel/graph.ts";
import { parse } from "../../functions/kernel/syntax.ts";

export interface Stocked {
  readonly market: Market;
  readonly graphs: ReadonlyMap<string, string>;
}

const PREFIXES = `
PREFIX mpli: <https://w3id.org/mpli/ns#>
PREFIX place: <https://w3id.org/mpli/place/>
PREFIX schema: <https://schema.org/>
PREFIX cdt: <https://w3id.org/cdt/>
`;

/** The market of some manifests, each given by its address and its Turtle; more than `perPage` offers are paged. */
export async function stock(manifests: Readonly<Record<string, string>>, perPage = 250): Promise<Stocked> {
  const graphs = new Map<string, string>();
  const sources: Source[] = [];
  for (const [address, turtle] of Object.entries(manifests)) {
    const parsed = await parse(PREFIXES + turtle, "text/turtle", address);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    sources.push(await publish(parsed.value, address, perPage, graphs));
  }
  return { market: { digest: "snapshot", sources }, graphs };
}

async function publish(
  graph: Store,
  address: string,
  perPage: number,
  graphs: Map<string, string>,
): Promise<Source> {
  const split = paginate(graph, address, { offers: perPage, statements: 10_000 });
  if (!split.ok) throw new Error(split.refusal.code);
  const pages: MarketDocument[] = [];
  for (const page of split.value.pages) pages.push(await keep(page.graph, graphs));
  // The head names the digests of its pages, so that its own stands for all of them.
  for (const { digest } of pages) {
    const page = rdf.namedNode(`${address}/pages/${digest}`);
    split.value.head.add(rdf.quad(rdf.namedNode(address), mpli.page, page));
    split.value.head.add(rdf.quad(page, mpli.digest, rdf.literal(digest)));
  }
  const head = await keep(split.value.head, graphs);
  const provider = text(graph, rdf.namedNode(address), mpli.provider) ?? "";
  const name = text(graph, rdf.namedNode(provider), schema.name);
  return {
    provider,
    ...(name ? { name } : {}),
    manifest: head.digest,
    stale: false,
    head,
    documents: pages.length > 0 ? pages : [head],
  };
}

async function keep(graph: Store, graphs: Map<string, string>): Promise<MarketDocument> {
  const named = await canonicalize(graph);
  if (!named.ok) throw new Error(named.refusal.code);
  graphs.set(named.value.digest, named.value.nquads);
  const classes = new Set(graph.getObjects(null, mpli.serviceClass, null).map(({ value }) => value));
  const offers = graph.countQuads(null, mpli.offer, null, null);
  return { digest: named.value.digest, classes: [...classes].sort(), offers };
}

/** Two small providers: one European with names for everything, one American that says little. */
export const TWO_PROVIDERS = {
  "https://north.example/manifest": `
<> a mpli:Manifest ; mpli:provider <did:web:north.example> ;
  mpli:place </regions/ams>, </regions/zrh>, </regions/ams-1> ;
  mpli:offer </offers/pg-s>, </offers/pg-m>, </offers/my-m>, </offers/old>, </offers/k8s> .
<did:web:north.example> a mpli:Provider ; schema:name "North" ;
  mpli:certification [ a mpli:Certification ; mpli:scheme mpli:ISO27001 ] ;
  mpli:prerequisite [ a mpli:Prerequisite ; mpli:ask "terms" ; schema:url </terms> ] .
</regions/ams> a mpli:Region ; mpli:within place:NL .
</regions/ams-1> a mpli:Region ; mpli:within </regions/ams> .
</regions/zrh> a mpli:Region ; mpli:within place:CH .
</offers/pg-s> a mpli:Offer ; mpli:serviceClass mpli:RelationalDatabase ; schema:name "Postgres S" ;
  mpli:engine "postgresql" ; mpli:engineVersion "15", "16" ; mpli:memory "8 GiBy"^^cdt:ucum ;
  mpli:region </regions/ams-1>, </regions/zrh> ;
  mpli:price [ schema:price 0.10 ; schema:priceCurrency "EUR" ; mpli:per mpli:hour ],
    [ schema:price 0.05 ; schema:priceCurrency "EUR" ; mpli:per mpli:hour ; mpli:appliesIn </regions/zrh> ] .
</offers/pg-m> a mpli:Offer ; mpli:serviceClass mpli:RelationalDatabase ; schema:name "Postgres M" ;
  mpli:engine "postgresql" ; mpli:engineVersion "16" ; mpli:memory "32 GiBy"^^cdt:ucum ;
  mpli:region </regions/ams> ; mpli:certification [ mpli:scheme mpli:C5 ] ;
  mpli:price [ schema:price 0.40 ; schema:priceCurrency "EUR" ; mpli:per mpli:hour ],
    [ schema:price 0.09 ; schema:priceCurrency "EUR" ; mpli:per mpli:unit ; mpli:unit "GBy" ] .
</offers/my-m> a mpli:Offer ; mpli:serviceClass mpli:RelationalDatabase ;
  mpli:engine "mysql" ; mpli:engineVersion "8.0.41" ; mpli:memory "32 GiBy"^^cdt:ucum ; mpli:region </regions/ams> .
</offers/old> a mpli:Offer ; mpli:serviceClass mpli:RelationalDatabase ; mpli:offerStatus "retired" ;
  mpli:engine "postgresql" ; mpli:engineVersion "16" ; mpli:memory "64 GiBy"^^cdt:ucum ; mpli:region </regions/ams> .
</offers/k8s> a mpli:Offer ; mpli:serviceClass mpli:KubernetesCluster ; mpli:kubernetesVersion "1.30", "1.9" .
`,
  "https://west.example/manifest": `
<> a mpli:Manifest ; mpli:provider <did:web:west.example> ;
  mpli:offer </offers/db>, </offers/docs> .
<did:web:west.example> a mpli:Provider .
</regions/us> a mpli:Region ; mpli:within place:US .
</offers/db> a mpli:Offer ; mpli:serviceClass mpli:RelationalDatabase ;
  mpli:engine "postgresql" ; mpli:engineVersion "17" ; mpli:memory "64 GBy"^^cdt:ucum ;
  mpli:region </regions/us>, </regions/somewhere> ;
  mpli:price [ schema:price 100 ; schema:priceCurrency "USD" ; mpli:per mpli:month ] .
</offers/docs> a mpli:Offer ; mpli:serviceClass mpli:DocumentDatabase ; mpli:engine "mongodb" .
`,
} as const;
