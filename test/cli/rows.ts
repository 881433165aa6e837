// The smallest rows of the public data set, and what the importer makes of them.
import { type ImportedManifest, importCloud } from "../../functions/cli/import-clouds/import-cloud.ts";
import type { CloudRow } from "../../functions/cli/import-clouds/rows.ts";
import type { Json } from "../../functions/kernel/json.ts";

export const DID = "did:web:cloud.example";

export type Node = { readonly [member: string]: Json };

export interface Extra {
  readonly provider?: CloudRow;
  readonly regions?: readonly CloudRow[];
}

/** A row with no more than every row states, and `facts`. */
export function offerRow(facts: CloudRow): CloudRow {
  return { provider: "p", category: "compute", sku: "s", ...facts };
}

/** The manifest of provider `p` made of these rows. */
export function imported(
  offers: readonly CloudRow[],
  { provider = {}, regions = [] }: Extra = {},
): ImportedManifest {
  const rows = {
    offers,
    providers: [{ id: "p", ...provider }],
    regions: regions.map((region) => ({ provider: "p", ...region })),
  };
  return importCloud(rows, "p", DID);
}

export const offersOf = ({ manifest }: ImportedManifest) => manifest.offer as readonly Node[];
export const placesOf = ({ manifest }: ImportedManifest) => (manifest.place ?? []) as readonly Node[];
export const providerOf = ({ manifest }: ImportedManifest) => manifest.provider as Node;

/** The offer of one row. */
export function offerOf(facts: CloudRow, extra: Extra = {}): Node {
  return offersOf(imported([offerRow(facts)], extra))[0] ?? {};
}

/** How often a fact was left out, by reason and column. */
export function lossesOf({ leftOut }: ImportedManifest): Record<string, number> {
  return Object.fromEntries(leftOut.map(({ reason, fact, times }) => [`${reason} ${fact}`, times]));
}
