// The manifest of a provider that the kit plays: one document, or a head and pages, each with its digest.
import { Writer } from "n3";
import { CONTEXT, Graph, iri, parseGraph } from "../graph.ts";
import type { JsonObject } from "../http.ts";

export interface PartySettings {
  /** More members of the provider in the manifest: certification, prerequisite, country… */
  readonly provider?: JsonObject;
  /** Regions of the manifest. */
  readonly place?: readonly JsonObject[];
  /** More members of the manifest itself. */
  readonly manifest?: JsonObject;
  /** Members of the node document, in place of the right ones. */
  readonly node?: JsonObject;
  readonly offers?: readonly JsonObject[];
  /** Offers on each page; without it the manifest is one document. */
  readonly pageSize?: number;
}

export interface Document {
  readonly digest: string;
  readonly turtle: string;
}

/** The whole manifest as JSON-LD, as an operator would write it. */
export function manifestOf(settings: PartySettings, did: string): JsonObject {
  const { provider, place, manifest, offers = [] } = settings;
  return {
    "@context": CONTEXT,
    type: "Manifest",
    provider: { id: did, type: "Provider", name: "Conformance kit", ...provider },
    ...(place ? { place } : {}),
    ...manifest,
    offer: offers.map(named),
  };
}

/** An offer whose `id` is a short name gets the path of an offer. */
function named(offer: JsonObject): JsonObject {
  const { id } = offer;
  return {
    type: "Offer",
    ...offer,
    ...(typeof id === "string" && !/[/:]/.test(id) ? { id: `/offers/${id}` } : {}),
  };
}

/** The documents by path; a page has the path of the manifest, `/pages/` and its digest. */
export async function publish(
  settings: PartySettings,
  did: string,
  address: string,
): Promise<Map<string, Document>> {
  const path = new URL(address).pathname;
  const whole = await graphAt(
    manifestOf({ ...settings, manifest: { id: address, ...settings.manifest } }, did),
    address,
  );
  if (!settings.pageSize) return new Map([[path, await documentOf(whole)]]);
  const offers = settings.offers ?? [];
  const pages = new Map<string, Document>();
  const stated: string[] = [];
  for (let from = 0; from < offers.length; from += settings.pageSize) {
    const part = offers.slice(from, from + settings.pageSize);
    const body = { "@context": CONTEXT, id: address, offer: part.map(named) };
    const page = await documentOf(await graphAt(body, address));
    const at = `${address}/pages/${page.digest}`;
    pages.set(new URL(at).pathname, page);
    stated.push(
      `<${address}> <${iri("mpli:page")}> <${at}> .
<${at}> a <${iri("mpli:ManifestPage")}> ; <${iri("mpli:digest")}> "${page.digest}" ; <${iri("mpli:offerCount")}> ${part.length} .`,
      ...[...new Set(part.map((one) => String(one["class"])))].map(
        (name) => `<${at}> <${iri("mpli:containsClass")}> <${iri(`mpli:${name}`)}> .`,
      ),
    );
  }
  const { offer: _, ...rest } = manifestOf(
    { ...settings, manifest: { id: address, ...settings.manifest } },
    did,
  );
  const plain = await graphAt(rest, address);
  const links = await parseGraph(stated.join("\n"), "text/turtle", address);
  return new Map([[path, await documentOf(Graph.union([plain, links]))], ...pages]);
}

function graphAt(body: JsonObject, address: string): Promise<Graph> {
  return parseGraph(JSON.stringify(body), "application/ld+json", address);
}

async function documentOf(graph: Graph): Promise<Document> {
  const turtle = new Writer({ format: "Turtle" }).quadsToString(graph.store.getQuads(null, null, null, null));
  return { digest: await graph.digest(), turtle };
}
