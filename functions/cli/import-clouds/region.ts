// The regions of a provider as places: where they lie as far as it is stated, and the names they go by.
import { places } from "../../kernel/generated/places.ts";
import type { Json } from "../../kernel/json.ts";
import type { LeaveOut } from "./left-out.ts";
import { type CloudRow, regionAddress, textOf, textsOf } from "./rows.ts";

/** Maps an alias of a region to its code; everything else is its own code. */
export function aliasesOf(regions: readonly CloudRow[]): (name: string) => string {
  const codes = new Set(regions.flatMap(({ region }) => textsOf(region)));
  const aliases = new Map(
    regions.flatMap(({ aliases, region }) =>
      textsOf(aliases).map((alias) => [alias, textOf(region) ?? alias]),
    ),
  );
  return (name) => (codes.has(name) ? name : (aliases.get(name) ?? name));
}

/** The place of a region row; a region that only offers name has no more than its code. */
export function regionOf(row: CloudRow, leaveOut: LeaveOut): Record<string, Json> {
  const code = textOf(row.region) ?? "";
  const name = textOf(row.name);
  const city = textOf(row.city);
  const aliases = [...(name && name !== code ? [code] : []), ...textsOf(row.aliases)];
  const source = textsOf(row.source).join(" ");
  const licence = textOf(row.licence);
  for (const column of Object.keys(row)) if (!READ.has(column)) leaveOut("no-term", `region.${column}`);
  return {
    id: regionAddress(code),
    type: "Region",
    name: name ?? code,
    ...whereabouts(row, leaveOut),
    ...(city ? { city } : {}),
    ...(aliases.length > 0 ? { alias: aliases } : {}),
    ...coordinates(row, leaveOut),
    ...energy(row, leaveOut),
    ...(source ? { source } : {}),
    ...(licence ? { licence } : {}),
  };
}

const READ: ReadonlySet<string> = new Set([
  "id",
  "provider",
  "region",
  "name",
  "country",
  "city",
  "aliases",
  "lat",
  "lon",
  "green_energy",
  "geography",
  "geo",
  "status",
  "note",
  "source",
  "licence",
]);

/** Whether a customer can choose the region: not one that is closed, nor one that only groups others. */
export function isOpen({ status, region_type }: CloudRow): boolean {
  return status !== "closed" && status !== "inactive" && region_type !== "Logical";
}

/**
 * The country that a region lies in, or a larger area, from all that the row says of it: its country, its geography,
 * and a name that begins with a country ("Germany (de-2)"). Where these name different countries, none is taken.
 */
function whereabouts(row: CloudRow, leaveOut: LeaveOut): { within?: string } {
  const stated = textOf(row.country);
  const country = stated && codeNamed(stated);
  if (stated && !country) leaveOut("unknown-word", "region.country");
  const suffix = ` (${textOf(row.region)})`;
  const name = textOf(row.name);
  const said = [
    country,
    textOf(row.geography),
    textOf(row.geo),
    name?.endsWith(suffix) ? name.slice(0, -suffix.length) : undefined,
  ];
  const found = [...new Set(said.flatMap((words) => (words && codeNamed(words)) ?? []))];
  const countries = found.filter(isCountry);
  if (countries.length > 1) {
    leaveOut("contradictory", "region.country");
    return {};
  }
  const within = countries[0] ?? found[0];
  return within ? { within } : {};
}

/** Areas with a code that are no countries: the Union, the Economic Area and the continents. */
const AREAS: ReadonlySet<string> = new Set(
  Object.values(places).flatMap(({ within }) => within.flatMap((iri) => places[iri]?.code ?? [])),
);
const isCountry = (code: string) => !AREAS.has(code);

/** Names that sources use and the vocabulary does not. */
const OTHER_NAMES: Readonly<Record<string, string>> = { uk: "GB", usa: "US", uae: "AE", korea: "KR" };

const CODES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(OTHER_NAMES),
  ...Object.values(places).flatMap(({ code, name }) => [
    [code.toLowerCase(), code] as const,
    [name.toLowerCase(), code] as const,
  ]),
]);

/** The code of the place with this name or code; undefined when the vocabulary knows none. */
export function codeNamed(words: string): string | undefined {
  return CODES.get(words.toLowerCase());
}

function coordinates({ lat, lon }: CloudRow, leaveOut: LeaveOut): { latitude?: number; longitude?: number } {
  if (lat === undefined && lon === undefined) return {};
  const isPlace =
    typeof lat === "number" && typeof lon === "number" && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  if (!isPlace) leaveOut("malformed", "region.lat, region.lon");
  return isPlace ? { latitude: lat, longitude: lon } : {};
}

function energy({ green_energy: stated }: CloudRow, leaveOut: LeaveOut): { renewableEnergy?: boolean } {
  if (stated === undefined || stated === null) return {};
  if (typeof stated === "boolean") return { renewableEnergy: stated };
  leaveOut("malformed", "region.green_energy");
  return {};
}
