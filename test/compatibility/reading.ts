// What tests of this room share: demands and requirements read the way a customer writes them, and offers judged by them.
import type { Criterion, Demand, Requirement } from "../../functions/compatibility/demand/demand.ts";
import { DEMAND_BASE } from "../../functions/compatibility/demand/read-bound.ts";
import { type DemandRefusal, readDemand } from "../../functions/compatibility/demand/read-demand.ts";
import { type Finding, evaluate } from "../../functions/compatibility/judge/evaluate.ts";
import { type Judgement, type Offer, judge } from "../../functions/compatibility/judge/judge.ts";
import type { Reason } from "../../functions/compatibility/judge/reasons.ts";
import { NOWHERE, type Surroundings } from "../../functions/compatibility/judge/surroundings.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import type { Result } from "../../functions/kernel/result.ts";
import { parse } from "../../functions/kernel/syntax.ts";

export const MPLI = "https://w3id.org/mpli/ns#";
export const PLACE = "https://w3id.org/mpli/place/";
export const XSD = "http://www.w3.org/2001/XMLSchema#";

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

const PREFIXES = `
PREFIX mpli: <${MPLI}>
PREFIX place: <${PLACE}>
PREFIX schema: <http://schema.org/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <${XSD}>
PREFIX cdt: <https://w3id.org/cdt/>
`;

/** Reads a demand from Turtle that may use the usual prefixes. */
export function readTurtle(text: string): Promise<Result<Demand, DemandRefusal>> {
  return read(PREFIXES + text, "text/turtle");
}

export async function demand(members: object): Promise<Demand> {
  const result = await readJson(members);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Reads requirements as the musts of the only component of a demand. */
export function readMusts(...written: object[]): Promise<Result<Demand, DemandRefusal>> {
  return readJson({ currency: "EUR", component: { name: "db", class: "Service", must: written } });
}

/** The same from Turtle: `statements` are about the requirement `_:must`. */
export function readTurtleMust(statements: string): Promise<Result<Demand, DemandRefusal>> {
  return readTurtle(`
    [] a mpli:Demand ; schema:priceCurrency "EUR" ;
      mpli:component [ schema:name "db" ; mpli:serviceClass mpli:Service ; mpli:must _:must ] .
    ${statements}`);
}

/** One requirement, as a must of the only component of a demand. */
export async function requirement(written: object): Promise<Requirement> {
  const result = await readMusts(written);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const [only] = result.value.components[0]?.must ?? [];
  if (!only) throw new Error("no requirement was read");
  return only;
}

/** The criterion that one requirement is. */
export async function criterion(written: object): Promise<Criterion> {
  const { condition } = await requirement(written);
  if (condition.kind !== "criterion") throw new Error(`not a criterion: ${condition.kind}`);
  return condition;
}

/** The refusal of a demand whose only component has one requirement. */
export async function refusalOf(written: object): Promise<DemandRefusal | undefined> {
  const result = await readMusts(written);
  return result.ok ? undefined : result.refusal;
}

export const literal = (value: string, datatype = `${XSD}string`): Stated => ({
  type: "literal",
  value,
  datatype,
});
export const iri = (value: string): Stated => ({ type: "uri", value });

/** What an offer states, by the names of the paths: "memory", "certification/scheme". */
export function stated(
  facts: Record<string, string | readonly Stated[]>,
): ReadonlyMap<string, readonly Stated[]> {
  return new Map(
    Object.entries(facts).map(([path, value]) => [
      path
        .split("/")
        .map((step) => MPLI + step)
        .join(" "),
      typeof value === "string" ? [literal(value)] : value,
    ]),
  );
}

export const OFFER: Offer = {
  iri: "https://cloud.example/offers/a",
  classes: [`${MPLI}RelationalDatabase`],
  stated: new Map(),
  prices: [],
  prerequisites: [],
};

/** Regions in Germany and in the United States, one of which only the continent is stated; and what some nodes are. */
export const AROUND: Surroundings = {
  ...NOWHERE,
  parents: new Map([
    ["urn:fra", [`${PLACE}DE`]],
    ["urn:ber", [`${PLACE}DE`]],
    ["urn:nyc", [`${PLACE}US`]],
    ["urn:europe", [`${PLACE}Europe`]],
  ]),
  types: new Map([
    ["urn:fra", [`${MPLI}Region`]],
    ["urn:nyc", ["urn:zone"]],
    ["urn:pledge", [`${MPLI}CertificationScheme`]],
  ]),
};

/** Bounds, what is stated, and the reason that this ends with. */
export type Case = readonly [bounds: object, stated: readonly (string | Stated)[], reason: Reason];

/** Judges what is stated by bounds on a property, or along a path; texts are strings. */
export async function evaluated(on: string | readonly unknown[], [bounds, stated]: Case): Promise<Finding> {
  const terms = stated.map((value) => (typeof value === "string" ? literal(value) : value));
  const path = typeof on === "string" ? { on } : { path: on };
  return evaluate(await criterion({ ...path, ...bounds }), terms, AROUND);
}

/** Judges an offer for the only component of a demand; `more` are further members of the demand. */
export async function judged(
  component: object,
  offer: Partial<Offer>,
  more: object = {},
): Promise<Judgement> {
  const read = await demand({ component: { class: "Database", ...component }, ...more });
  const [only] = read.components;
  if (!only) throw new Error("no component");
  return judge(read, only, { ...OFFER, ...offer }, AROUND);
}
