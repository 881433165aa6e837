// A demand out of its graph: everything typed and checked, or a refusal that names what does not fit.
import { mpli, rdf as rdfTerms, schema } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects, subjects, text } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { readPolicyGraph } from "../../trust/policy/read-policy.ts";
import type { PolicyRefusal } from "../../trust/policy/refusals.ts";
import { type Component, type Demand, type Requirement, type Strength, criteriaOf } from "./demand.ts";
import { SERVICE_CLASSES, nameOf } from "./names.ts";
import { spell } from "./order.ts";
import { isPrice } from "./path.ts";
import { readCustomer } from "./read-customer.ts";
import { readPresentation } from "./read-presentation.ts";
import { type JointRefusal, readLatencies, readTogether } from "./read-joint.ts";
import { type PreferenceRefusal, readPreferences } from "./read-preferences.ts";
import { MAX_REQUIREMENTS, type RequirementRefusal, readRequirement } from "./read-requirement.ts";
import { type Kind, type Where, excerpt, readAll, readTerm, wholeNumber } from "./read-term.ts";
import { readUsage } from "./read-usage.ts";

export type DemandRefusal =
  | RequirementRefusal
  | JointRefusal
  | PreferenceRefusal
  | PolicyRefusal
  | { code: "no-demand" }
  | { code: "several-demands" }
  | { code: "no-component" }
  | { code: "too-many-components"; limit: number }
  | { code: "component-without-name"; name?: string }
  | (Where & { code: "component-without-class" })
  | (Where & { code: "unknown-class"; class: string })
  | (Where & { code: "currency-needed" });

const MAX_COMPONENTS = 32;
/** Values and statements of a demand, whichever are more; those of the largest table of latencies are 20,000. */
export const MOST_VALUES = 24_000;
/** What it may cost to name a demand, in hashes. One whose requirements are as many, equal and deep as may be takes 11,000. */
export const MOST_HASHES = 20_000;
/** The name of the only component where it has none. */
const ONLY = "service";

const CURRENCY: Kind<string> = {
  expected: "an ISO 4217 code such as EUR",
  read: (value) => (/^[A-Z]{3}$/.test(value) ? value : undefined),
};
const COUNT = wholeNumber(1_000_000);

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
  const customer = readCustomer(graph, node);
  if (!customer.ok) return customer;
  const presentation = readPresentation(graph, node);
  if (!presentation.ok) return presentation;
  const preferences = readPreferences(graph, node);
  if (!preferences.ok) return preferences;
  const together = readTogether(graph, node, components.value);
  if (!together.ok) return together;
  const latencies = readLatencies(graph, node);
  if (!latencies.ok) return latencies;
  const trustPolicy = readTrustPolicy(graph, node);
  if (!trustPolicy.ok) return trustPolicy;
  const demand = {
    components: components.value,
    together: together.value,
    latencies: latencies.value,
    ...preferences.value,
    customer: customer.value,
    ...(presentation.value ? { presentation: presentation.value } : {}),
    ...(trustPolicy.value ? { trustPolicy: trustPolicy.value } : {}),
    notEvaluated: notEvaluated(graph, node),
  };
  if (currency.value) return ok({ ...demand, currency: currency.value });
  const needsOne = whatIsPriced(demand);
  return needsOne ? refused({ code: "currency-needed", ...needsOne }) : ok(demand);
}

/** The one policy of a demand; its name is a text, or an IRI of our namespace that ends in it. */
function readTrustPolicy(
  graph: Store,
  demand: Term,
): Result<Demand["trustPolicy"], PolicyRefusal | { code: "several-values"; term: string }> {
  const [stated, ...others] = objects(graph, demand, mpli.trustPolicy);
  if (others.length > 0) return refused({ code: "several-values", term: "trustPolicy" });
  return stated ? readPolicyGraph(graph, stated) : ok(undefined);
}

/** What bounds an amount of money, if anything does. */
function whatIsPriced({ components, together }: Pick<Demand, "components" | "together">): Where | undefined {
  const priced = components.find(({ must, should }) =>
    [...must, ...should].some(({ condition }) => criteriaOf(condition).some(({ path }) => isPrice(path))),
  );
  if (priced) return { component: priced.name, on: "price" };
  return together.some(({ kind }) => kind === "budget") ? { on: "budget" } : undefined;
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
  const usage = readUsage(graph, node, where);
  if (!usage.ok) return usage;
  const [musts, shoulds] = [objects(graph, node, mpli.must), objects(graph, node, mpli.should)];
  const allowance = { left: MAX_REQUIREMENTS };
  const read = (nodes: readonly Term[], strength: Strength) =>
    readAll(nodes, (each) => readRequirement(graph, each, strength, where, allowance));
  const must = read(musts, "must");
  if (!must.ok) return must;
  const should = read(shoulds, "should");
  if (!should.ok) return should;
  return ok({
    name,
    serviceClass: serviceClass.value,
    count: count.value ?? 1,
    usage: usage.value,
    must: inOrder(must.value),
    should: inOrder(should.value),
  });
}

const SERVICE_CLASS_IRIS = new Set(SERVICE_CLASSES.values());
const isServiceClass = (iri: string) => SERVICE_CLASS_IRIS.has(iri);

/** Requirements by what they say, wherever they stood. */
function inOrder(requirements: readonly Requirement[]): Requirement[] {
  const keyOf = ({ condition, weight }: Requirement) => `${spell(condition)} ${weight}`;
  return requirements
    .map((each) => ({ each, key: keyOf(each) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each);
}

const UNDERSTOOD: Readonly<Record<"demand" | "component" | "usage", readonly NamedNode[]>> = {
  demand: [
    rdfTerms.type,
    schema.name,
    schema.description,
    mpli.component,
    schema.priceCurrency,
    mpli.presents,
    mpli.presentation,
    mpli.presentationRequest,
    mpli.accepts,
    mpli.customer,
    mpli.prefer,
    mpli.near,
    mpli.together,
    mpli.latencyTable,
    mpli.trustPolicy,
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
  usage: [rdfTerms.type, mpli.hoursPerMonth, mpli.storage, mpli.outboundTraffic, mpli.requestsPerMonth],
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
