// A demand out of its graph: everything typed and checked, or a refusal that names what does not fit.
import { mpli, rdf as rdfTerms, schema } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects, subjects, text } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Component, Demand, Requirement, Strength } from "./demand.ts";
import { SERVICE_CLASSES, nameOf } from "./names.ts";
import { HOURS_PER_MONTH } from "./periods.ts";
import { type RequirementRefusal, readRequirement } from "./read-requirement.ts";
import { type Kind, type Where, decimal, excerpt, readAll, readTerm } from "./read-term.ts";

export type DemandRefusal =
  | RequirementRefusal
  | { code: "no-demand" }
  | { code: "several-demands" }
  | { code: "no-component" }
  | { code: "too-many-components"; limit: number }
  | { code: "component-without-name"; name?: string }
  | (Where & { code: "component-without-class" })
  | (Where & { code: "unknown-class"; class: string })
  | (Where & { code: "too-many-requirements"; limit: number })
  | (Where & { code: "currency-needed" });

export const MAX_COMPONENTS = 32;
/** Musts and shoulds of one component together. */
export const MAX_REQUIREMENTS = 64;
/** The name of the only component where it has none. */
const ONLY = "service";

const CURRENCY: Kind<string> = {
  expected: "an ISO 4217 code such as EUR",
  read: (value) => (/^[A-Z]{3}$/.test(value) ? value : undefined),
};
const COUNT: Kind<number> = {
  expected: "a whole number from 1 to 1000000",
  read: (value) => (/^[1-9]\d{0,5}$|^1000000$/.test(value) ? Number(value) : undefined),
};
const HOURS = decimal("hours above 0, at most 744", 0n, 744n);

/**
 * Reads the one demand of a graph. JSON-LD and Turtle that mean the same give the same value: components are ordered by
 * name and requirements by what they say, never by where they stood in the document.
 */
export function readDemand(graph: Store): Result<Demand, DemandRefusal> {
  const [node, ...others] = subjects(graph, rdfTerms.type, mpli.Demand);
  if (!node) return refused({ code: "no-demand" });
  if (others.length > 0) return refused({ code: "several-demands" });
  const currency = readTerm(graph, node, ["currency", schema.priceCurrency], CURRENCY, {});
  if (!currency.ok) return currency;
  const components = readComponents(graph, objects(graph, node, mpli.component));
  if (!components.ok) return components;
  const priced = components.value.find(({ must, should }) =>
    [...must, ...should].some(({ on }) => on === mpli.price.value),
  );
  if (priced && !currency.value)
    return refused({ code: "currency-needed", component: priced.name, on: "price" });
  return ok({
    components: components.value,
    ...(currency.value ? { currency: currency.value } : {}),
    presents: new Set(
      objects(graph, node, mpli.presents)
        .map(({ value }) => value)
        .sort(),
    ),
    notEvaluated: notEvaluated(graph, node),
  });
}

function readComponents(graph: Store, nodes: readonly Term[]): Result<Component[], DemandRefusal> {
  if (nodes.length === 0) return refused({ code: "no-component" });
  if (nodes.length > MAX_COMPONENTS) return refused({ code: "too-many-components", limit: MAX_COMPONENTS });
  const names = new Set<string>();
  const components = readAll(nodes, (node): Result<Component, DemandRefusal> => {
    const name = text(graph, node, schema.name) ?? (nodes.length === 1 ? ONLY : undefined);
    if (!name || name.length > 200 || names.has(name))
      return refused({ code: "component-without-name", ...(name ? { name: excerpt(name) } : {}) });
    names.add(name);
    return readComponent(graph, node, name);
  });
  return components.ok ? ok(components.value.sort((a, b) => (a.name < b.name ? -1 : 1))) : components;
}

function readComponent(graph: Store, node: Term, name: string): Result<Component, DemandRefusal> {
  const where: Where = { component: excerpt(name) };
  const [serviceClass, ...others] = objects(graph, node, mpli.serviceClass);
  if (!serviceClass || others.length > 0) return refused({ code: "component-without-class", ...where });
  if (serviceClass.termType !== "NamedNode" || !isServiceClass(serviceClass.value))
    return refused({ code: "unknown-class", ...where, class: excerpt(nameOf(serviceClass.value)) });
  const count = readTerm(graph, node, ["count", mpli.count], COUNT, where);
  if (!count.ok) return count;
  const hours = readHours(graph, node, where);
  if (!hours.ok) return hours;
  const [musts, shoulds] = [objects(graph, node, mpli.must), objects(graph, node, mpli.should)];
  if (musts.length + shoulds.length > MAX_REQUIREMENTS)
    return refused({ code: "too-many-requirements", ...where, limit: MAX_REQUIREMENTS });
  const must = readRequirements(graph, musts, "must", where);
  if (!must.ok) return must;
  const should = readRequirements(graph, shoulds, "should", where);
  if (!should.ok) return should;
  return ok({
    name,
    serviceClass: serviceClass.value,
    count: count.value ?? 1,
    hoursPerMonth: hours.value ?? HOURS_PER_MONTH,
    must: must.value,
    should: should.value,
  });
}

const SERVICE_CLASS_IRIS = new Set(SERVICE_CLASSES.values());
const isServiceClass = (iri: string) => SERVICE_CLASS_IRIS.has(iri);

function readHours(graph: Store, node: Term, where: Where) {
  const [usage, ...others] = objects(graph, node, mpli.usage);
  if (others.length > 0) return refused({ code: "several-values", ...where, term: "usage" });
  return usage ? readTerm(graph, usage, ["hoursPerMonth", mpli.hoursPerMonth], HOURS, where) : ok(undefined);
}

function readRequirements(graph: Store, nodes: readonly Term[], strength: Strength, where: Where) {
  const read = readAll(nodes, (node) => readRequirement(graph, node, strength, where));
  return read.ok
    ? ok(
        read.value
          .map((each) => ({ each, key: keyOf(each) }))
          .sort(byKey)
          .map(({ each }) => each),
      )
    : read;
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
const keyOf = ({ name, expected, weight, evidence, absent, per }: Requirement) =>
  JSON.stringify([
    name,
    expected,
    String(weight.numerator),
    String(weight.denominator),
    evidence,
    absent,
    per,
  ]);

const UNDERSTOOD: Readonly<Record<"demand" | "component" | "usage", readonly NamedNode[]>> = {
  demand: [
    rdfTerms.type,
    schema.name,
    schema.description,
    mpli.component,
    schema.priceCurrency,
    mpli.presents,
  ],
  component: [
    rdfTerms.type,
    schema.name,
    schema.description,
    mpli.serviceClass,
    mpli.count,
    mpli.usage,
    mpli.must,
    mpli.should,
  ],
  usage: [rdfTerms.type, mpli.hoursPerMonth],
};

/** What the demand says outside of requirements that these rules pass over; the report says so. */
function notEvaluated(graph: Store, demand: Term): string[] {
  const components = objects(graph, demand, mpli.component);
  const usages = components.flatMap((component) => objects(graph, component, mpli.usage));
  const stray = (nodes: readonly Term[], kind: keyof typeof UNDERSTOOD) =>
    nodes
      .flatMap((node) => graph.getPredicates(node, null, null))
      .filter((predicate) => !UNDERSTOOD[kind].some((known) => known.equals(predicate)))
      .map(({ value }) => excerpt(nameOf(value)));
  return [
    ...new Set([...stray([demand], "demand"), ...stray(components, "component"), ...stray(usages, "usage")]),
  ].sort();
}
