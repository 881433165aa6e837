// A provider with pages before a catalogue: what the kit plays, and what the catalogue shows of it.
import type { Exam } from "../exam.ts";
import { iri } from "../graph.ts";
import type { JsonObject } from "../http.ts";
import { linksOf } from "./links.ts";
import type { PartySettings } from "../parties/manifest.ts";
import type { Party } from "../parties/provider.ts";

/** Three offers, each on a page of its own; the price of each stands on its page only. */
export function threeOnPages(amount = "0.41"): PartySettings & { readonly offers: readonly JsonObject[] } {
  const price = { amount, currency: "EUR", per: "hour" };
  return {
    pageSize: 1,
    offers: ["one", "two", "three"].map((id) => ({
      id,
      class: "VirtualMachine",
      name: `Machine ${id}`,
      price: [price],
    })),
  };
}

/** Has the party answer for each of its pages with what `change` makes of it; fields such as the entity tag stay. */
export function alterPages(party: Party, change: (turtle: string) => string): void {
  for (const { path } of party.pages())
    party.answer(path, (_, usual) => {
      const text = change(new TextDecoder().decode(usual.body));
      return { ...usual, body: new TextEncoder().encode(text) };
    });
}

/** All offers of one provider that the catalogue shows, and the prices in the same documents. */
export async function shownOffers(
  t: Exam,
  did: string,
): Promise<{ offers: Set<string>; prices: Set<string> }> {
  const first = new URL(t.endpoint("offers"));
  first.searchParams.set("provider", did);
  const [offers, prices, seen] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let url: string | undefined = first.href; url && !seen.has(url); ) {
    seen.add(url);
    const answer = await t.get(url, { accept: "text/turtle" });
    if (answer.status === 404) break;
    t.status(answer, 200);
    const { store } = await t.graph(answer);
    for (const { value } of store.getObjects(null, iri("mpli:offer"), null)) offers.add(value);
    for (const { value } of store.getObjects(null, iri("schema:price"), null)) prices.add(value);
    [url] = linksOf(answer, "next");
  }
  return { offers, prices };
}
