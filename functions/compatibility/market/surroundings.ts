// What a head says beside its offers: where its places lie, what nodes are, and where on earth.
import { mpli, rdf, schema } from "../../kernel/generated/vocabulary.ts";
import { parseRatio, toNumber } from "../../kernel/ratio.ts";
import type { Coordinates } from "../demand/demand.ts";
import { UNCHECKED } from "../evidence/support.ts";
import type { RegionFacts, Surroundings } from "../judge/surroundings.ts";
import { type Stated, readValue } from "../judge/values.ts";
import type { Details, Statements } from "./statements.ts";

type Term = { readonly value: string };

/** The surroundings of a manifest's offers, from what its head says of nodes with names. */
export function surroundingsOf(statements: Statements): Surroundings {
  const nodes = [...statements]
    .filter(([node]) => !node.startsWith("_:"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const about = <T>(read: (details: Details) => T | undefined): ReadonlyMap<string, T> =>
    new Map(
      nodes.flatMap(([node, details]) => {
        const found = read(details);
        return found === undefined ? [] : [[node, found] as const];
      }),
    );
  return {
    support: UNCHECKED,
    parents: about((details) => irisOf(details, mpli.within)),
    types: about((details) => irisOf(details, rdf.type)),
    regions: about(regionFacts),
  };
}

function irisOf(details: Details, { value: property }: Term): readonly string[] | undefined {
  const iris = (details.get(property) ?? []).flatMap(({ type, value }) => (type === "uri" ? [value] : []));
  return iris.length > 0 ? iris.sort() : undefined;
}

function regionFacts(details: Details): RegionFacts | undefined {
  const coordinates = coordinatesOf(details);
  const renewable = only(details, mpli.renewableEnergy);
  const read = renewable && readValue(renewable, "boolean");
  if (!coordinates && read?.kind !== "token") return undefined;
  return {
    ...(coordinates ? { coordinates } : {}),
    ...(read?.kind === "token" ? { renewableEnergy: read.token === "true" } : {}),
  };
}

/** Where a region is, if it says so once. */
function coordinatesOf(details: Details): Coordinates | undefined {
  const latitude = degrees(only(details, schema.latitude), 90);
  const longitude = degrees(only(details, schema.longitude), 180);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

function degrees(stated: Stated | undefined, most: number): number | undefined {
  const ratio = parseRatio(stated?.value ?? "");
  const number = ratio && toNumber(ratio);
  return number !== undefined && Math.abs(number) <= most ? number : undefined;
}

function only(details: Details, { value }: Term): Stated | undefined {
  const values = details.get(value) ?? [];
  return values.length === 1 ? values[0] : undefined;
}
