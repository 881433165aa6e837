// Public data about cloud providers as manifests, one for each provider: what its rows state, with source and licence.
import { CONTEXT } from "../../kernel/json-ld.ts";
import type { Json } from "../../kernel/json.ts";
import { type LeaveOut, type LeftOut, leftOutCounter } from "./left-out.ts";
import { offerOf } from "./offer.ts";
import { licencesOf, repositoriesOf } from "./origin.ts";
import { providerOf } from "./provider.ts";
import { EVERYWHERE } from "./price.ts";
import { aliasesOf, isOpen, regionOf } from "./region.ts";
import { type CloudRow, type CloudRows, objectOf, textOf, textsOf } from "./rows.ts";

export interface ImportedManifest {
  /** Identifier of the provider in the rows. */
  readonly provider: string;
  readonly name: string;
  readonly offers: number;
  readonly regions: number;
  /** JSON-LD as authors write it: addresses are relative, so any node can publish it at its own origin. */
  readonly manifest: { readonly [member: string]: Json };
  /** Facts of the rows that the manifest does not carry. */
  readonly leftOut: readonly LeftOut[];
}

/** The whole set is shared alike, whatever the licences of its parts (see schemas/examples/clouds/LICENSE.md). */
const LICENCE = "CC-BY-SA-4.0";

/** The identifiers of all providers with offers, in code-unit order. */
export function providersIn({ offers }: CloudRows): string[] {
  return [...new Set(offers.flatMap(({ provider }) => textsOf(provider)))].sort();
}

/** The manifest of one provider; `did` is the identifier of the node that will publish it. */
export function importCloud(rows: CloudRows, provider: string, did: string): ImportedManifest {
  const { leaveOut, counted } = leftOutCounter();
  const own = rowsOf(rows, provider);
  const canonical = aliasesOf(own.regions);
  const instances = new Map(
    own.offers.filter(({ category }) => category === "compute").map((row) => [textOf(row.sku), row]),
  );
  const context = { canonical, instance: (sku: string) => instances.get(sku), leaveOut };
  const offer = own.offers.flatMap((row) => offerOf(row, context) ?? []);
  const place = choices(own, canonical, leaveOut).map((row) => regionOf(row, leaveOut));
  const described = providerOf(own.self, did, leaveOut);
  const name = textOf(described.name) ?? provider;
  const manifest = {
    "@context": CONTEXT,
    type: "Manifest",
    title: `Offers of ${name}, compiled from public sources`,
    attribution: attribution(name, [described, ...own.regions, ...own.offers]),
    licence: LICENCE,
    provider: described,
    ...(place.length > 0 ? { place } : {}),
    offer,
  };
  return { provider, name, offers: offer.length, regions: place.length, manifest, leftOut: counted() };
}

interface OwnRows {
  readonly self: CloudRow;
  readonly offers: readonly CloudRow[];
  readonly regions: readonly CloudRow[];
}

function rowsOf({ offers, providers, regions }: CloudRows, provider: string): OwnRows {
  return {
    self: providers.find(({ id }) => id === provider) ?? { id: provider },
    offers: offers.filter((row) => row.provider === provider),
    regions: regions.filter((row) => row.provider === provider),
  };
}

/** The regions that a customer can choose: those listed and open, and all that offers name. */
function choices(own: OwnRows, canonical: (name: string) => string, leaveOut: LeaveOut): CloudRow[] {
  const used = new Set(own.offers.flatMap(regionsNamed).map(canonical));
  const listed = new Set(own.regions.map(({ region }) => textOf(region)));
  const open = own.regions.filter((row) => isOpen(row) || used.has(textOf(row.region) ?? ""));
  for (let closed = own.regions.length - open.length; closed > 0; closed--)
    leaveOut("not-orderable", "region");
  return [...open, ...[...used].filter((code) => !listed.has(code)).map((region) => ({ region }))];
}

function regionsNamed({ regions, prices }: CloudRow): string[] {
  const priced = Object.keys(objectOf(objectOf(prices).by_region)).filter((region) => region !== EVERYWHERE);
  return [...textsOf(regions), ...priced];
}

function attribution(name: string, rows: readonly CloudRow[]): string {
  return (
    `Compiled from public sources; not published by ${name}. Facts from ${repositoriesOf(rows).join(", ")} ` +
    `(${licencesOf(rows).join(", ")}). As a whole under CC BY-SA 4.0.`
  );
}
