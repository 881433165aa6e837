// One row of the data set as one offer: what its columns say, and nothing that they do not.
import type { Json } from "../../kernel/json.ts";
import { FACT_COLUMNS, factsOf } from "./facts.ts";
import type { LeaveOut } from "./left-out.ts";
import { pricesOf } from "./price.ts";
import { origin } from "./origin.ts";
import { type CloudRow, objectOf, regionAddress, slug, textOf, textsOf } from "./rows.ts";
import { serviceClass } from "./service-class.ts";

export interface OfferContext {
  /** The code of a region, for one of its aliases. */
  readonly canonical: (region: string) => string;
  /** The compute row of the same provider with this SKU. */
  readonly instance: (sku: string) => CloudRow | undefined;
  readonly leaveOut: LeaveOut;
}

/** The offer of a row in the JSON-LD that authors write; undefined for a category that is not known. */
export function offerOf(row: CloudRow, context: OfferContext): Record<string, Json> | undefined {
  const { canonical, leaveOut } = context;
  const category = textOf(row.category) ?? "";
  const sku = textOf(row.sku) ?? "";
  const offered = serviceClass(category, textOf(row.engine_family));
  if (!offered) {
    leaveOut("unknown-word", "category");
    return undefined;
  }
  const regions = [...new Set(textsOf(row.regions).map(canonical))].map(regionAddress);
  const price = pricesOf(row, canonical, leaveOut);
  const joined = instanceFacts(row, context);
  nameLosses(row, leaveOut);
  return {
    id: offerAddress(category, sku),
    type: "Offer",
    class: offered,
    name: nameOf(row),
    sku,
    ...grouping(row),
    ...factsOf(row, leaveOut),
    ...joined.facts,
    ...runtimeOf(row, category),
    ...(regions.length > 0 ? { region: regions } : {}),
    ...(price.length > 0 ? { price } : {}),
    ...origin([row, ...joined.from], joined.note),
  };
}

/** A SKU is unique in its category only; no category begins with another and a hyphen. */
function offerAddress(category: string, sku: string): string {
  return `offers/${category}-${slug(sku)}`;
}

/** Categories in which the service is the same for many rows, so that only the SKU tells them apart. */
const SIZED: ReadonlySet<string> = new Set([
  "compute",
  "bare-metal",
  "dedicated-host",
  "managed-database",
  "managed-cache",
  "managed-search",
]);

function nameOf(row: CloudRow): string {
  const [named, service, sku] = [
    textOf(row.variant) ?? textOf(row.name),
    textOf(row.service),
    textOf(row.sku) ?? "",
  ];
  if (named) return named;
  if (!service) return sku;
  return SIZED.has(textOf(row.category) ?? "") ? `${service} ${sku}` : service;
}

/** A service that the name does not say is at least the group that the offer belongs to. */
function grouping(row: CloudRow): { family?: string } {
  const service = textOf(row.service);
  return service && (row.name ?? row.variant) ? { family: service } : {};
}

/** Runtimes are named by their SKU; other managed services have versions, but no runtime of the customer's. */
function runtimeOf(row: CloudRow, category: string): Record<string, Json> {
  const versions = textsOf(row.runtime_versions);
  const sku = textOf(row.sku) ?? "";
  if (category === "app-runtime")
    return { runtime: sku.toLowerCase(), ...(versions.length > 0 ? { runtimeVersion: versions } : {}) };
  return versions.length > 0 ? { engineEdition: sku, engineVersion: versions } : {};
}

interface Joined {
  readonly facts: Readonly<Record<string, Json>>;
  /** The row that they were stated of. */
  readonly from: readonly CloudRow[];
  readonly note?: string;
}

/** A row that refers to an instance has its processors and memory: the source itself makes the reference. */
function instanceFacts(row: CloudRow, { instance, leaveOut }: OfferContext): Joined {
  const reference = textOf(row.instance_ref);
  const found = reference ? instance(reference) : undefined;
  const { vcpus, memory } = found ? factsOf(found, () => undefined) : {};
  const facts = {
    ...(vcpus !== undefined && row.vcpu === undefined ? { vcpus } : {}),
    ...(memory !== undefined && row.memory_gib === undefined ? { memory } : {}),
  };
  if (found && Object.keys(facts).length > 0)
    return {
      facts,
      from: [found],
      note: `${Object.keys(facts).join(" and ")} as stated of the instance ${reference}`,
    };
  if (reference) leaveOut("unresolved", "instance_ref");
  return { facts: {}, from: [] };
}

/** Columns that are read here, that only repeat others, or that say how to read others. */
const READ: ReadonlySet<string> = new Set([
  "id",
  "provider",
  "category",
  "sku",
  "service",
  "name",
  "variant",
  "regions",
  "prices",
  "metric",
  "instance_ref",
  "runtime_versions",
  "deprecated_versions",
  "note",
  "observed",
  "source",
  "licence",
]);

function nameLosses(row: CloudRow, leaveOut: LeaveOut): void {
  for (const column of Object.keys(row))
    if (!READ.has(column) && !FACT_COLUMNS.has(column)) leaveOut("no-term", column);
  if (objectOf(row.prices).model !== undefined) leaveOut("no-term", "prices.model");
  if (row.deprecated_versions !== undefined) leaveOut("not-orderable", "deprecated_versions");
}
