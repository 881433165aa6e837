// What the problems of a demand mean.
import type { DISCOVERY_EXPLANATIONS } from "../discovery/explanations.ts";
import type { EDGE_EXPLANATIONS } from "../edge/explanations.ts";
import type { Explanations } from "../edge/explanation.ts";
import type { POLICY_EXPLANATIONS } from "../trust/policy/explanations.ts";
import type { CompatibilityRefusal } from "./refusals.ts";

type Elsewhere =
  | keyof typeof EDGE_EXPLANATIONS
  | keyof typeof DISCOVERY_EXPLANATIONS
  | keyof typeof POLICY_EXPLANATIONS;

const COMPONENT = { component: "Name of the component." };
const REQUIREMENT = { ...COMPONENT, on: "The property that the requirement is on." };

/** Other rooms refuse a parameter without saying what they expected. */
type Refusal = CompatibilityRefusal | { code: "malformed-parameter"; parameter: string };

export const COMPATIBILITY_EXPLANATIONS: Explanations<Refusal, Elsewhere> = {
  "unknown-provider": {
    means:
      "The request asks for what one provider sells, and this node compares with no manifest of that provider.",
    cause:
      "A DID that is misspelt, or a provider that the catalogue has not harvested yet. A colon of a port is written `%3A` in a DID, and `%253A` in the query of an address.",
    action: "fix",
    more: "A catalogue lists its providers at `providers`; a provider's node has one, itself.",
    evidence: { provider: "The DID that was given, cut after 200 characters." },
    example: { provider: "did:web:cloud.exmaple" },
  },
  "malformed-parameter": {
    means: "A parameter in the query of the address has a value that the node cannot read.",
    cause: "An address that was put together by hand instead of following the links of the page before.",
    action: "fix",
    evidence: {
      parameter: "The name of the parameter.",
      expected: "What it should be, where that can be said in a few words.",
    },
    example: { parameter: "after" },
  },
  "no-demand": {
    means: "The body is a graph, and nothing in it has the type `mpli:Demand`.",
    cause: "A missing `type`, or a document of another kind.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "several-demands": {
    means: "More than one resource of the graph has the type `mpli:Demand`. A request answers one.",
    cause: "Several demands in one file. Several services that belong together are components of one demand.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "no-component": {
    means: "The demand has no component, so there is nothing to look for.",
    cause: "A missing or misspelt `component`.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "too-many-components": {
    means: "The demand has more components than a node compares in one request.",
    cause: "A whole landscape in one demand.",
    action: "fix",
    more: "Components are compared independently of each other, so a demand can be split without loss.",
    evidence: { limit: "The largest number of components." },
    example: { limit: 32 },
  },
  "component-without-name": {
    means:
      "A component cannot be told from the others in the report: it has no name, a long one, or one used twice.",
    cause: "A component that was copied. A single component needs no name.",
    action: "fix",
    evidence: { name: "The name, where it has one." },
    example: { name: "db" },
  },
  "component-without-class": {
    means: "A component names no service class, or several.",
    cause: "A missing `class`.",
    action: "fix",
    evidence: REQUIREMENT,
    example: { component: "db" },
  },
  "unknown-class": {
    means: "The name or IRI is not that of a service class.",
    cause: "A slip of the pen, or a class of another vocabulary.",
    action: "fix",
    more: "The [vocabulary](/ns/#service-classes) lists the classes. A wider class, such as `Compute`, includes the narrower ones.",
    evidence: { class: "What was asked for.", ...REQUIREMENT },
    example: { class: "Postgres" },
  },
  "too-many-requirements": {
    means: "A component has more requirements, `must` and `should` together, than a node judges.",
    cause: "One requirement for each of many values; `isOneOf` takes them all in one.",
    action: "fix",
    evidence: { limit: "The largest number of requirements a component.", ...REQUIREMENT },
    example: { component: "db", limit: 64 },
  },
  "currency-needed": {
    means: "A requirement bounds the price, and the demand does not say in which currency.",
    cause: "A missing `currency`. Nodes convert no currency into another.",
    action: "fix",
    evidence: REQUIREMENT,
    example: { component: "db", on: "price" },
  },
  "requirement-without-property": {
    means: "A requirement does not name one property that it is about.",
    cause: "A missing `on`, or a list of several.",
    action: "fix",
    evidence: REQUIREMENT,
    example: { component: "db" },
  },
  "unknown-property": {
    means:
      "A requirement is on a property that the vocabulary does not know of offers. Passing over it could make a wrong match.",
    cause: "A slip of the pen, or a property of a price or a region instead of the offer's own.",
    action: "fix",
    more: "The [vocabulary](/ns/#facts-of-an-offer) lists the properties of offers.",
    evidence: { property: "What was named.", ...REQUIREMENT },
    example: { component: "db", property: "ram" },
  },
  "unknown-requirement-term": {
    means:
      "A requirement, a joint requirement or a preference says something that does not belong into it. It may be a bound, so it is not passed over.",
    cause:
      "A misspelt operator, a `weight` on a `must`, a `per` on something else than the price, or a bound beside `anyOf`.",
    action: "fix",
    evidence: { term: "What does not belong there.", ...REQUIREMENT },
    example: { component: "db", on: "memory", term: "weight" },
  },
  "unsupported-path": {
    means:
      "The path of a requirement leads nowhere that these rules follow. Passing over a step could make a wrong match.",
    cause: "An inverse or alternative path of SHACL, three steps, or a property that the node does not have.",
    action: "fix",
    more: "A path has one property of offers and one of the node that it leads to, such as `portability` and `importFormat`; or `region` and all that it lies within.",
    evidence: { path: "The path.", ...REQUIREMENT },
    example: { component: "db", path: "region/within/name" },
  },
  "requirement-too-deep": {
    means: "`anyOf`, `allOf` and `not` stand deeper in each other than a node follows.",
    cause: "A demand that a program has written, or one that contains itself.",
    action: "fix",
    evidence: { limit: "The largest depth.", ...REQUIREMENT },
    example: { component: "db", limit: 8 },
  },
  "near-needed": {
    means: "The demand prefers what is nearest, and does not say to what.",
    cause: "A missing `near`.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "unknown-component": {
    means: "A joint requirement names a component that the demand does not have, so it would never hold.",
    cause: "A component that was renamed.",
    action: "fix",
    evidence: { name: "The name that no component has." },
    example: { name: "database" },
  },
  "no-bound": {
    means: "A requirement names a property and says nothing about its value.",
    cause: "A missing operator, such as `atLeast`.",
    action: "fix",
    evidence: REQUIREMENT,
    example: { component: "db", on: "memory" },
  },
  "operator-does-not-fit": {
    means: "The operator cannot be applied to values of this kind.",
    cause: "`atLeast` on a place, or `within` on a number.",
    action: "fix",
    more: "The [table of operators](/spec/compatibility/#requirements) says which suit which kind.",
    evidence: { term: "The operator.", ...REQUIREMENT },
    example: { component: "db", on: "region", term: "atLeast" },
  },
  "value-does-not-fit": {
    means: "A value is of another kind than its place asks for.",
    cause:
      "A quantity without a unit or with one of another dimension, a version as a number, an unknown country.",
    action: "fix",
    evidence: {
      term: "The key in JSON.",
      given: "The value.",
      expected: "What would fit.",
      ...REQUIREMENT,
    },
    example: {
      component: "db",
      on: "memory",
      term: "atLeast",
      given: "32 s",
      expected: 'a quantity such as "16 GiBy"',
    },
  },
  "several-values": {
    means: "A key has several values, and one is expected.",
    cause: "A list where a choice of values was meant.",
    action: "fix",
    evidence: { term: "The key in JSON.", ...REQUIREMENT },
    example: { component: "db", on: "engine", term: "is" },
  },
  "too-many-values": {
    means: "A list of values is longer than a node compares.",
    cause: "A list of all countries where an area, such as `EU`, would do.",
    action: "fix",
    evidence: { term: "The key in JSON.", limit: "The largest number of values.", ...REQUIREMENT },
    example: { component: "db", on: "region", term: "within", limit: 256 },
  },
  "unsupported-pattern": {
    means: "The pattern is no regular expression of RE2, the kind that is evaluated in linear time.",
    cause: "A back-reference, a look-ahead or a look-behind.",
    action: "fix",
    evidence: { pattern: "The pattern.", problem: "What RE2 says.", ...REQUIREMENT },
    example: {
      component: "db",
      on: "cpuModel",
      pattern: "(?=EPYC)",
      problem: "error parsing regexp: invalid or unsupported Perl syntax: `(?=`",
    },
  },
  "document-not-at-hand": {
    means:
      "A manifest that the demand would be compared with cannot be read at the moment. Half a market is no answer.",
    cause: "The key-value store spreads new entries over the world within a minute.",
    action: "retry",
    more: "`Retry-After` says in how many seconds.",
    evidence: { digest: "Digest of the document." },
    example: { digest: "51d7a3c48f0e6b7d9a2c1e5f4b3a69788c0d1e2f3a4b5c6d7e8f901234567890" },
  },
};
