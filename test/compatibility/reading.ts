// What tests of this room share: demands and requirements read the way a customer writes them.
import type { Demand, Requirement } from "../../functions/compatibility/demand/demand.ts";
import { DEMAND_BASE } from "../../functions/compatibility/demand/read-bound.ts";
import { type DemandRefusal, readDemand } from "../../functions/compatibility/demand/read-demand.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import type { Result } from "../../functions/kernel/result.ts";
import { parse } from "../../functions/kernel/syntax.ts";

export const MPLI = "https://w3id.org/mpli/ns#";
export const PLACE = "https://w3id.org/mpli/place/";

/** Reads a demand from text; a text that does not parse is a mistake in the test. */
export async function read(text: string, syntax: Syntax): Promise<Result<Demand, DemandRefusal>> {
  const graph = await parse(text, syntax, DEMAND_BASE);
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  return readDemand(graph.value);
}

/** Reads a demand from the members of its JSON. */
export function readJson(members: object): Promise<Result<Demand, DemandRefusal>> {
  const document = { "@context": "https://w3id.org/mpli/context/v1", type: "Demand", ...members };
  return read(JSON.stringify(document), "application/ld+json");
}

export async function demand(members: object): Promise<Demand> {
  const result = await readJson(members);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** One requirement, as a must of the only component of a demand. */
export async function requirement(written: object): Promise<Requirement> {
  const { components } = await demand({ currency: "EUR", component: { class: "Service", must: [written] } });
  const [only] = components[0]?.must ?? [];
  if (!only) throw new Error("no requirement was read");
  return only;
}

/** The refusal of a demand whose only component has one requirement. */
export async function refusalOf(written: object): Promise<DemandRefusal | undefined> {
  const result = await readJson({ component: { name: "db", class: "Service", must: [written] } });
  return result.ok ? undefined : result.refusal;
}
