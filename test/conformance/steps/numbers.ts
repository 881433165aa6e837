// Demands of just so many parts, each different from the others, for the numbers that every node takes (MPLI-COMP-067).
import { RARE } from "./demands.ts";
import { CONTEXT, iri } from "../graph.ts";
import type { JsonObject } from "../http.ts";

export const MOST = {
  components: 32,
  requirements: 64,
  around: 8,
  values: 256,
  joint: 64,
  rows: 4_096,
  inAll: 24_000,
} as const;

/** The numbers from 1. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** This many components. */
export const components = (count: number): JsonObject[] =>
  upTo(count).map((index) => ({ name: `c${index}`, class: RARE }));

/** This many requirements, of which the last is the strictest. */
export const requirements = (count: number): JsonObject[] =>
  upTo(count).map((index) => ({ on: "vcpus", atLeast: index }));

/** A requirement with this many `anyOf`, `allOf` and `not` around it, an even number of them `not`. */
export function around(count: number, innermost: JsonObject): JsonObject {
  const kinds = ["not", "anyOf", "not", "allOf"] as const;
  return upTo(count).reduce<JsonObject>((inner, index) => {
    const kind = kinds[(count - index) % kinds.length] ?? "not";
    return { [kind]: kind === "not" ? inner : [inner] };
  }, innermost);
}

/** This many values of `isOneOf`, and areas of `within`. */
export const families = (count: number): string[] => upTo(count).map((index) => `f${index}`);
export const areas = (count: number): string[] =>
  upTo(count).map((index) => `https://kit.example/areas/${index}`);

/** A demand with this many joint requirements. */
export const joined = (count: number): JsonObject => ({
  component: [{ name: "a", class: RARE }],
  together: upTo(count).map((maxProviders) => ({ maxProviders })),
});

/** Objects, arrays and simple values, as a demand's are counted. */
export const valuesIn = (value: unknown): number =>
  value !== null && typeof value === "object"
    ? Object.values(value).reduce<number>((sum, one) => sum + valuesIn(one), 1)
    : 1;

/** A demand in JSON-LD of this many values: a full table of latencies, and components for the rest. */
export function demandOf(values: number): JsonObject {
  const latencyTable = upTo(MOST.rows).map((index) => ({
    between: [`n:${index % MOST.joint}`, `m:${Math.floor(index / MOST.joint)}`],
    latency: "1 s",
  }));
  const component = components(17).map((one) => ({ ...one, must: requirements(MOST.requirements) }));
  const rest = { name: "rest", class: RARE, must: [{ on: "family", isOneOf: [] as string[] }] };
  const demand = {
    "@context": CONTEXT,
    type: "Demand",
    component: [...component, rest],
    latencyTable,
  };
  const isOneOf = families(values - valuesIn(demand));
  return { ...demand, component: [...component, { ...rest, must: [{ on: "family", isOneOf }] }] };
}

/** A demand of this many statements, in Turtle that spares bytes. */
export function stated(count: number): string {
  const notes = upTo(count - 3).map((index) => `"${index.toString(36)}"`);
  return `<urn:d> a <${iri("mpli:Demand")}> ;
  <${iri("mpli:component")}> [ <${iri("mpli:serviceClass")}> <${iri(`mpli:${RARE}`)}> ] ;
  <https://kit.example/note> ${notes.join(",")} .`;
}

/** A demand with this many rows of latencies, each for two regions of its own, in Turtle that spares bytes. */
export function tabled(count: number): string {
  const side = Math.ceil(Math.sqrt(count));
  const rows = upTo(count).map((index) => {
    const [one, other] = [index % side, Math.floor(index / side)];
    return `[b: n:${one.toString(36)},m:${other.toString(36)};l: "1 s"^^u:]`;
  });
  return `@prefix b: <${iri("mpli:between")}> .
@prefix l: <${iri("mpli:latency")}> .
@prefix u: <${iri("cdt:ucum")}> .
@prefix n: <https://kit.example/n/> .
@prefix m: <https://kit.example/m/> .
[] a <${iri("mpli:Demand")}> ;
  <${iri("mpli:component")}> [ <${iri("mpli:serviceClass")}> <${iri(`mpli:${RARE}`)}> ] ;
  <${iri("mpli:latencyTable")}> ${rows.join(",")} .`;
}
