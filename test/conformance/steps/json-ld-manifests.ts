// Manifests that a party writes as JSON-LD, and what it can write that a catalogue must not read.
import { CONTEXT } from "../graph.ts";
import type { JsonObject } from "../http.ts";
import { manifestOf } from "../parties/manifest.ts";
import { type Party, reply } from "../parties/provider.ts";

type Body = JsonObject | string | Uint8Array<ArrayBuffer>;

/** Sends the manifest as JSON-LD, changed as the case says; a string and bytes are sent as they are. */
export function writesJsonLd(party: Party, change: (document: JsonObject) => Body): void {
  const offers = [{ id: "vm", class: "VirtualMachine" }];
  const document = { ...manifestOf({ offers }, party.did), id: party.manifestAddress };
  const body = change(document);
  const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(textOf(body));
  const { pathname } = new URL(party.manifestAddress);
  party.answer(pathname, () => ({ ...reply(200, "application/ld+json", ""), body: bytes }));
}

/** A context of the party's own, at an address of its own; `asked` of the party tells whether it was fetched. */
export function contextOf(party: Party): string {
  const path = "/kit/context.jsonld";
  const context = { "@context": { note: "https://kit.example/ns#note" } };
  party.answer(path, () => reply(200, "application/ld+json", JSON.stringify(context)));
  return party.origin + path;
}

export const wasAskedFor = (party: Party, address: string): boolean =>
  party.asked.some(({ path }) => party.origin + path === address);

export const withContext = (document: JsonObject, context: unknown): JsonObject => ({
  ...document,
  "@context": [CONTEXT, context],
});

const textOf = (body: JsonObject | string) => (typeof body === "string" ? body : JSON.stringify(body));
