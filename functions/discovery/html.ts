// The manifest as a page that a person can read: who sells, what, where, for how much.
import { html } from "hono/html";
import { places } from "../kernel/generated/places.ts";
import { classes, dct, individuals, mpli, schema } from "../kernel/generated/vocabulary.ts";
import { type Store, type Term, objects, rdf, text } from "../kernel/graph.ts";
import { asserted, manifestIn } from "./asserted.ts";

/**
 * Renders a document of the manifest (its head, a page or an old version) as HTML. Says nothing that is not in the
 * document, so that the page is as immutable as its digest; `address` is where the manifest of today is read.
 */
export function manifestPage(document: Store, address: string, digest: string): string {
  const graph = asserted(document);
  const root = rdf.namedNode(manifestIn(document) ?? address);
  const provider = objects(graph, root, mpli.provider)[0];
  const name = provider ? (text(graph, provider, schema.name) ?? provider.value) : "Offers";
  const offers = objects(graph, root, mpli.offer);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name} · MPLI manifest</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${name}</h1><p>${provider ? providerLine(graph, provider) : html`A page of <a href="${address}">the manifest</a>.`}</p></header>
<main>
${pageList(graph, root)}
${offers.length > 0 ? offerTable(graph, offers) : ""}
</main>
<footer>
<p>The same graph for machines: <code>curl -H 'Accept: text/turtle' ${address}</code> (also JSON-LD, N-Triples, N-Quads, TriG).
<a href="${address}/changes">What changed</a>.</p>
<p>Version <code>${digest.slice(0, 16)}…</code>, ${countOffers(graph, root)} offers.</p>
${objects(graph, root, dct.rights).map((rights) => html`<p class="rights">${rights.value}</p>`)}
</footer>
</body></html>`;
  return String(page);
}

function providerLine(graph: Store, provider: Term) {
  const url = text(graph, provider, schema.url);
  const schemes = objects(graph, provider, mpli.certification).flatMap((node) =>
    objects(graph, node, mpli.scheme),
  );
  const country = text(graph, provider, mpli.country);
  return html`${url && /^https?:/.test(url) ? html`<a href="${url}">${url}</a> · ` : ""}${country ? `${placeName(graph, country)} · ` : ""}<code>${provider.value}</code>${
    schemes.length > 0
      ? html`<br>States: ${[...new Set(schemes.map(({ value }) => individuals[value]?.label ?? value))].sort().join(", ")}`
      : ""
  }`;
}

function pageList(graph: Store, root: Term) {
  const pages = objects(graph, root, mpli.page);
  if (pages.length === 0) return "";
  return html`<h2>Pages</h2><table><thead><tr><th>Service</th><th>Offers</th><th></th></tr></thead><tbody>${pages.map(
    (page) =>
      html`<tr><td>${classNames(objects(graph, page, mpli.containsClass))}</td><td>${text(graph, page, mpli.offerCount) ?? ""}</td><td><a href="${page.value}">open</a></td></tr>`,
  )}</tbody></table>`;
}

function countOffers(graph: Store, root: Term): number {
  const paged = objects(graph, root, mpli.page).map((page) => Number(text(graph, page, mpli.offerCount)));
  return paged.reduce((sum, count) => sum + count, objects(graph, root, mpli.offer).length);
}

/** What a row shows of an offer beside its name, where it is stated. */
const FACTS = [
  ["vCPU", mpli.vcpus],
  ["Memory", mpli.memory],
  ["Storage", mpli.storage],
  ["Engine", mpli.engine],
  ["Version", mpli.engineVersion],
  ["Kubernetes", mpli.kubernetesVersion],
] as const;

function offerTable(graph: Store, offers: Term[]) {
  const sorted = offers.toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const columns = FACTS.filter(([, property]) =>
    sorted.some((offer) => objects(graph, offer, property).length > 0),
  );
  return html`<h2>Offers</h2><table>
<thead><tr><th>Offer</th><th>Service</th>${columns.map(([label]) => html`<th>${label}</th>`)}<th>Region</th><th>Price</th></tr></thead>
<tbody>${sorted.map(
    (offer) => html`<tr>
<td><a href="#${offer.value.split("/").at(-1) ?? ""}" id="${offer.value.split("/").at(-1) ?? ""}">${text(graph, offer, schema.name) ?? offer.value.split("/").at(-1)}</a></td>
<td>${classNames(objects(graph, offer, mpli.serviceClass))}</td>
${columns.map(([, property]) => html`<td>${values(graph, offer, property)}</td>`)}
<td>${short(objects(graph, offer, mpli.region).map((region) => placeName(graph, region.value)))}</td>
<td>${price(graph, offer)}</td></tr>`,
  )}</tbody></table>`;
}

const values = (graph: Store, offer: Term, property: Parameters<typeof objects>[2]) =>
  short(objects(graph, offer, property).map(({ value }) => value));

function short(all: string[]): string {
  const sorted = [...new Set(all)].sort();
  return sorted.length > 4
    ? `${sorted.slice(0, 3).join(", ")} and ${sorted.length - 3} more`
    : sorted.join(", ");
}

function classNames(terms: Term[]): string {
  return terms.map(({ value }) => classes[value]?.label ?? value.split(/[#/]/).at(-1)).join(", ");
}

function placeName(graph: Store, iri: string): string {
  return text(graph, rdf.namedNode(iri), schema.name) ?? places[iri]?.name ?? iri.split("/").at(-1) ?? iri;
}

function price(graph: Store, offer: Term): string {
  const prices = objects(graph, offer, mpli.price).map((component) => {
    const per =
      text(graph, component, mpli.unit) ?? text(graph, component, mpli.per)?.split("#").at(-1) ?? "";
    return {
      amount: Number(text(graph, component, schema.price)),
      currency: text(graph, component, schema.priceCurrency) ?? "",
      per,
    };
  });
  const [lowest] = prices.sort((a, b) => a.amount - b.amount);
  if (!lowest) return "";
  return `${prices.length > 1 ? "from " : ""}${lowest.amount} ${lowest.currency} / ${lowest.per}`;
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #444); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } table { border-collapse: collapse; width: 100%; font-size: .9rem; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
footer { margin-top: 2rem; font-size: .85rem; } code { font-size: .9em; overflow-wrap: anywhere; }
`;
