// What preferences are measured by: how far away a region is, and whether its energy is renewable. Pure.
import type { Coordinates } from "../demand/demand.ts";
import type { RegionFacts } from "./surroundings.ts";

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in whole kilometres (haversine formula); undefined where either place is not known. */
export function kilometres(
  from: Coordinates | undefined,
  region: RegionFacts | undefined,
): number | undefined {
  const to = region?.coordinates;
  if (!from || !to) return undefined;
  const [north, east] = [(to.latitude - from.latitude) * RADIANS, (to.longitude - from.longitude) * RADIANS];
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))));
}

/** 0 for renewable energy, 1 where it is not stated, 2 for other energy. */
export function greenness(region: RegionFacts | undefined): 0 | 1 | 2 {
  if (region?.renewableEnergy === undefined) return 1;
  return region.renewableEnergy ? 0 : 2;
}
