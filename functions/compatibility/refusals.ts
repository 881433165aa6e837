// Every way in which compatibility says no, on the wire.
import { GRAPH_BODY_PROBLEMS, type GraphBodyRefusal } from "../edge/body.ts";
import type { ProblemTable } from "../edge/problem.ts";
import type { DigestRefusal } from "../kernel/digest.ts";
import { REPRESENTATION_PROBLEMS } from "../edge/graph-response.ts";
import { CHOICE_PROBLEMS, type PolicyChoiceRefusal } from "../trust/policy/refusals.ts";
import type { MatchRefusal } from "./match/match.ts";
import type { DemandRefusal } from "./demand/read-demand.ts";

export type CompatibilityRefusal =
  | GraphBodyRefusal
  | DemandRefusal
  | DigestRefusal
  | MatchRefusal
  | PolicyChoiceRefusal
  | { code: "not-acceptable"; available: readonly string[] }
  | { code: "unknown-provider"; provider: string }
  | { code: "malformed-parameter"; parameter: string; expected: string };

/** Well-formed, and yet not a demand that can be matched. */
const misread = (title: string, mend: string) => ({ status: 422, title, mend }) as const;

export const COMPATIBILITY_PROBLEMS: ProblemTable<CompatibilityRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...CHOICE_PROBLEMS,
  "no-demand": misread("The graph holds no demand", "Give one node the type Demand."),
  "several-demands": misread("The graph holds more than one demand", "Send one demand a request."),
  "no-component": misread("The demand asks for nothing", "Add at least one component."),
  "too-many-components": misread(
    "The demand has too many components",
    "Ask for at most `limit` components a request.",
  ),
  "component-without-name": misread(
    "A component has no name of its own",
    "Give each component one name of at most 200 characters, each a different one.",
  ),
  "component-without-class": misread(
    "A component does not say what it is",
    "Give the component exactly one service class.",
  ),
  "unknown-class": misread(
    "A component asks for something that is no service class",
    "Use a service class of the vocabulary.",
  ),
  "too-many-requirements": misread(
    "A component has too many requirements",
    "State at most `limit` requirements a component.",
  ),
  "requirement-without-property": misread(
    "A requirement does not say what it is on",
    "Name exactly one property in `on`.",
  ),
  "unknown-property": misread(
    "A requirement is on a property that offers do not have",
    "Use a property of the vocabulary in `on`.",
  ),
  "unknown-requirement-term": misread(
    "A requirement uses a term that does not belong there",
    "Leave out the term named in `term`; passing over it could make a wrong match.",
  ),
  "no-bound": misread(
    "A requirement sets no bound",
    "Add is, isOneOf, atLeast, atMost, moreThan, lessThan, within, matches, datatype or kind.",
  ),
  "unsupported-path": misread(
    "A requirement is on a path that these rules do not follow",
    "Name a property of offers and one of the node that it leads to, or region and zeroOrMore within.",
  ),
  "requirement-too-deep": misread(
    "Requirements stand too deep in each other",
    "Nest at most `limit` of them; a requirement for each must says and by itself.",
  ),
  "near-needed": misread(
    "Nearest asks for a place to be near to",
    "State `near` with a latitude and a longitude.",
  ),
  "unknown-component": misread(
    "A joint requirement names a component that the demand does not have",
    "Use the names of the demand's components.",
  ),
  "operator-does-not-fit": misread(
    "A bound makes no sense for its property",
    "Use a bound that suits the property named in `on`.",
  ),
  "value-does-not-fit": misread("A value does not fit where it stands", "Write it as `expected` says."),
  "several-values": misread(
    "A term has several values where one belongs",
    "Give one value; a choice of values goes into isOneOf.",
  ),
  "too-many-values": misread("A list is too long", "List at most `limit` values."),
  "unsupported-pattern": misread(
    "A pattern is outside the supported regular expressions",
    "Write it in the syntax of RE2, without back-references and look-around; `problem` says what is wrong.",
  ),
  "currency-needed": misread(
    "A requirement on price needs the demand's currency",
    "State `currency` in the demand.",
  ),
  "poison-graph": misread(
    "The blank nodes of the graph cannot be told apart at a reasonable cost",
    "Give blank nodes IRIs, or distinct properties.",
  ),
  "unknown-provider": {
    status: 404,
    title: "The market has no such provider",
    mend: "Give the DID of a provider of this node, or leave `provider` out.",
  },
  "malformed-parameter": {
    status: 400,
    title: "A query parameter cannot be read",
    mend: "Correct the parameter named in `parameter` as `expected` says.",
  },
  "not-acceptable": REPRESENTATION_PROBLEMS["not-acceptable"],
  "document-not-at-hand": {
    status: 503,
    title: "A document of the market has not reached this location yet",
    mend: "Try again in a minute.",
  },
};
