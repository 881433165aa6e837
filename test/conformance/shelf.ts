// Offers that the target knows for one case: published at a provider, or harvested from a party that the kit plays.
import { Writer } from "n3";
import type { Exam, RequestOptions } from "./exam.ts";
import { fetchManifest } from "./manifest.ts";
import { type Answer, type JsonObject, isObject } from "./http.ts";
import { type PartySettings, manifestOf } from "./parties/manifest.ts";
import { iri } from "./graph.ts";

export interface Shelf {
  /** DID of the provider that sells them. */
  readonly did: string;
  /** IRI of an offer by its short name. */
  offer(name: string): string;
  /** Compares a demand with what the target knows; the whole answer. */
  ask(demand: JsonObject, query?: string): Promise<Answer>;
  /** Results of the shelf's own offers for the demand's first or only component, in the order of the report. */
  results(demand: JsonObject): Promise<JsonObject[]>;
}

/** The target's own manifest during a run: what was there before is restored at the end. */
export interface Shop {
  publish(t: Exam, body: RequestOptions["body"], headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Publishes again what was there before the run, where the kit changed it. */
  restore(t: Exam): Promise<void>;
}

/** Most results of one component that a report lists by request. */
const MANY = 1000;

export async function onShelf(
  t: Exam,
  shop: Shop,
  offers: readonly JsonObject[],
  settings: PartySettings,
): Promise<Shelf> {
  const { did, base } = t.isCatalogue
    ? await harvested(t, { ...settings, offers })
    : await published(t, shop, { ...settings, offers });
  const shelf: Shelf = {
    did,
    offer: (name) => new URL(`/offers/${name}`, base).href,
    ask: (demand, query = `?limit=${MANY}`) =>
      t.request(t.endpoint("matches") + query, {
        method: "POST",
        headers: { accept: "application/json" },
        body: { "@context": "https://w3id.org/mpli/context/v1", type: "Demand", ...demand },
      }),
    async results(demand) {
      const answer = await shelf.ask(demand);
      t.status(answer, 200);
      const [component] = [answer.json()["component"] ?? []].flat();
      const results = isObject(component) ? component["results"] : undefined;
      t.that(
        Array.isArray(results),
        "`results` of a component in the report",
        JSON.stringify(component ?? null),
      );
      return results.filter(isObject).filter(({ provider }) => provider === did);
    },
  };
  return shelf;
}

async function harvested(t: Exam, settings: PartySettings): Promise<{ did: string; base: string }> {
  const party = await t.party(settings);
  await party.harvested();
  return { did: party.did, base: party.origin };
}

async function published(
  t: Exam,
  shop: Shop,
  settings: PartySettings,
): Promise<{ did: string; base: string }> {
  requirePublishing(t);
  const did = t.declared.did ?? t.fail("`did` in the node document", "none");
  const answer = await shop.publish(t, manifestOf(settings, did));
  t.status(answer, 200, 201);
  return { did, base: t.endpoint("manifest") };
}

/** Ends the case where the kit would have to put something on sale, and the target takes no manifest by the protocol. */
export function requirePublishing(t: Exam): void {
  if (!t.declared.features.has("publishing"))
    t.untested("the kit can put nothing on sale there: declare the feature publishing, if only for the test");
}

/** Keeps what the target published before the kit's first change. */
export function openShop(): Shop {
  let before: Snapshot | undefined;
  const put = async (t: Exam, body: RequestOptions["body"], headers: Readonly<Record<string, string>>) => {
    const type = typeof body === "string" ? { "content-type": "text/turtle" } : {};
    return t.request(t.endpoint("manifest"), {
      method: "PUT",
      headers: { ...type, ...(await precondition(t)), ...t.operator(), ...headers },
      body: body ?? "",
    });
  };
  return {
    async publish(t, body, headers = {}) {
      // Without a token nothing is changed, so there is nothing to restore either.
      t.operator();
      before ??= await snapshot(t);
      return put(t, body, headers);
    },
    async restore(t) {
      if (before === undefined) return;
      const answer = await put(t, before.text, { "content-type": before.type });
      t.status(answer, 200);
      before = undefined;
    },
  };
}

/** The entity tag to replace, or that there must be none. */
async function precondition(t: Exam): Promise<Record<string, string>> {
  const answer = await t.request(t.endpoint("manifest"), {
    method: "HEAD",
    headers: { accept: "text/turtle" },
  });
  return answer.status === 200 ? { "if-match": t.header(answer, "etag") } : { "if-none-match": "*" };
}

interface Snapshot {
  readonly text: string;
  readonly type: string;
}

/**
 * The whole manifest as its operator wrote it: without the statements that only nodes add (MPLI-DISC-057). Where there
 * is none it is one without offers, since a manifest cannot be withdrawn.
 */
async function snapshot(t: Exam): Promise<Snapshot> {
  const address = t.endpoint("manifest");
  const answer = await t.get(address, { accept: "text/turtle" });
  if (answer.status === 404) {
    const text = `<${address}> <${iri("rdf:type")}> <${iri("mpli:Manifest")}> .
<${address}> <${iri("mpli:provider")}> <${t.declared.did}> .`;
    return { text, type: "text/turtle" };
  }
  // Turtle has no named graphs.
  const { whole } = await fetchManifest(t, "application/ld+json");
  const pages = new Set(whole.typed("mpli:ManifestPage"));
  const page = iri("mpli:page");
  const relations = new Set(
    whole.store.getSubjects(null, iri("tree:Relation"), null).map(({ value }) => value),
  );
  const quads = whole.store
    .getQuads(null, null, null, null)
    .filter(
      ({ subject, predicate, object }) =>
        predicate.value !== page &&
        predicate.value !== iri("tree:relation") &&
        !pages.has(subject.value) &&
        !pages.has(object.value) &&
        !relations.has(subject.value),
    );
  const text = new Writer({ format: "N-Quads" }).quadsToString(quads);
  // Without named graphs N-Quads are N-Triples, and N-Triples are Turtle.
  const isPlain = quads.every(({ graph }) => graph.termType === "DefaultGraph");
  return { text, type: isPlain ? "text/turtle" : "application/n-quads" };
}
