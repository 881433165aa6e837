// Faults in how demands are heard, wherever in a demand they stand: in each of its objects, or in the whole of it.
import { inEachObject, on, refusal } from "./faults.ts";
import { type Json, hearingDemands } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

/** Hears another object in place of each that the change is about, inner ones first. */
export function hearingObjects(change: (object: Json) => Json): Spoil {
  return hearingDemands((demand) => Object.assign(demand, inEachObject(change)(demand)));
}

/** Hears objects with this member without it. */
export const without = (
  member: string,
  where: (object: Json) => boolean = () => true,
): ((object: Json) => Json) => {
  return (object) => {
    const { [member]: given, ...rest } = object;
    return given !== undefined && where(object) ? rest : object;
  };
};

/** Refuses with status 422 and this code the demands that it should take. */
export function refusingDemands(code: string, where: (demand: Json) => boolean): Spoil {
  return {
    asks: async (request) => {
      if (!on("/matches", "POST")(request)) return request;
      try {
        const demand = JSON.parse(await request.clone().text()) as Json;
        return where(demand) ? refusal(422, code) : request;
      } catch {
        return request;
      }
    },
  };
}

/** The components of a demand, and their requirements. */
export const componentsOf = (demand: Json): Json[] => [demand["component"] ?? []].flat() as Json[];
export const requirementsOf = (component: Json): Json[] =>
  [component["must"] ?? [], component["should"] ?? []].flat() as Json[];

/** The parts of a requirement that joins others, or none. */
export const partsOf = ({ anyOf, allOf, not }: Json): Json[] =>
  [anyOf ?? [], allOf ?? [], not ?? []].flat() as Json[];

/** How many `anyOf`, `allOf` and `not` stand around the innermost requirement. */
export function depthOf(requirement: Json): number {
  const parts = partsOf(requirement);
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depthOf));
}
