// Manifests written as Turtle, as small or as large as a test needs them.
import type { Store } from "../../functions/kernel/graph.ts";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { type Syntax } from "../../functions/kernel/media.ts";
import { parse } from "../../functions/kernel/syntax.ts";

export const PREFIXES = `PREFIX cdt: <https://w3id.org/cdt/>
PREFIX mpli: <https://w3id.org/mpli/ns#>
PREFIX place: <https://w3id.org/mpli/place/>
PREFIX schema: <http://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

/** One offer: a virtual machine with a price, unless `class` or `price` say otherwise. */
export interface OfferText {
  readonly id: string;
  readonly class?: string;
  readonly price?: string;
  /** Without name and price, where many offers are wanted and nothing else. */
  readonly light?: true;
  /** More predicates and objects, Turtle. */
  readonly more?: string;
}

export function offer({
  id,
  class: name = "VirtualMachine",
  price = "0.10",
  light,
  more = "",
}: OfferText): string {
  if (light) return `</offers/${id}> mpli:serviceClass mpli:${name} .\n`;
  return `</offers/${id}> a mpli:Offer ; mpli:serviceClass mpli:${name} ; schema:name "Offer ${id}" ; ${more}
  mpli:price [ schema:price ${price} ; schema:priceCurrency "EUR" ; mpli:per mpli:hour ] .\n`;
}

/** A manifest in Turtle with relative IRIs; the provider is the DID of `origin`. */
export function manifest(origin: string, offers: readonly OfferText[], more = ""): string {
  const did = `did:web:${encodeURIComponent(new URL(origin).host)}`;
  const list = offers.map(({ id }) => `</offers/${id}>`).join(", ");
  return `${PREFIXES}
</manifest> a mpli:Manifest ; mpli:provider <${did}> .
<${did}> a mpli:Provider ; schema:name "Example Cloud" ; mpli:country place:NL ;
  mpli:certification [ mpli:scheme mpli:ISO27001 ] .
${list ? `</manifest> mpli:offer ${list} .` : ""}
${offers.map(offer).join("")}${more}`;
}

/** Offers `a-0`, `a-1`… */
export function many(count: number, prefix = "a", rest: Omit<OfferText, "id"> = {}): OfferText[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index}`, ...rest }));
}

export async function graphOf(text: string, base: string, syntax: Syntax = "text/turtle"): Promise<Store> {
  const graph = await parse(text, syntax, base);
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  return graph.value;
}

/** Equal for isomorphic graphs only. */
export async function digestOf(graph: Store): Promise<string> {
  const named = await canonicalize(graph);
  if (!named.ok) throw new Error(named.refusal.code);
  return named.value.digest;
}
