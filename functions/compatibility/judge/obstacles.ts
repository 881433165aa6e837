// What stands in the way of an offer besides requirements: that it is not sold, and what its provider asks for. Pure.
import { locate } from "../../kernel/place.ts";
import type { DcqlQuery } from "../../trust/presentation/dcql.ts";
import { type Missing, satisfies } from "../../trust/presentation/satisfies.ts";
import type { Customer } from "../demand/demand.ts";
import type { Offer } from "./judge.ts";
import { type Reason, outcomeOf } from "./reasons.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Outcome } from "./truth.ts";

/** What a provider asks of its customers; each that is stated must be met. */
export interface Prerequisite {
  /** Token of what the customer must present. */
  readonly ask?: string;
  /** Which credentials show that a customer meets it: then they must be shown, and no word counts. */
  readonly query?: DcqlQuery | "unreadable";
  /** IRIs of places; the customer must be in one of them. */
  readonly customerIn?: readonly string[];
  /** IRI of the terms that the customer must accept. */
  readonly terms?: string;
  /** A page that explains it. */
  readonly page?: string;
}

export interface Obstacle {
  readonly on: "status" | "prerequisite";
  readonly reason: Reason;
  readonly outcome: Outcome;
  /** The status, or what is asked for. */
  readonly found: readonly string[];
  /** The customer's own, where it is not what is asked for. */
  readonly expected?: string;
  readonly page?: string;
  /** What the customer still has to bring. */
  readonly bring?: Need;
  /** The query that is not answered, and what keeps the presentation from answering it. */
  readonly query?: DcqlQuery;
  readonly missing?: readonly Missing[];
}

export type Need =
  | { readonly kind: "presentation"; readonly of: string }
  | { readonly kind: "credentials"; readonly of: string }
  | { readonly kind: "acceptance"; readonly of: string }
  | { readonly kind: "country" };

const UNNAMED = "something unnamed";
const WITHDRAWN: ReadonlySet<string> = new Set(["endOfSale", "retired"]);

/** The obstacles before an offer for this customer, the status first, then the prerequisites in their order. */
export function obstaclesOf(
  { status, prerequisites }: Pick<Offer, "status" | "prerequisites">,
  customer: Customer,
  around: Surroundings,
): Obstacle[] {
  const withdrawn =
    status !== undefined && WITHDRAWN.has(status) ? [obstacle("status", "withdrawn", status)] : [];
  return [...withdrawn, ...prerequisites.flatMap((each) => unmet(each, customer, around))];
}

function unmet(asked: Prerequisite, customer: Customer, around: Surroundings): Obstacle[] {
  const { ask, query, customerIn, terms, page } = asked;
  const found: Obstacle[] = [];
  if (query !== undefined) found.push(...unshown(ask ?? page ?? UNNAMED, query, customer));
  // A prerequisite that names only a page, or nothing that these rules know, is met by no token.
  else if (ask === undefined ? !customerIn && !terms : !customer.presents.has(ask))
    found.push({
      ...obstacle("prerequisite", "prerequisite-not-presented", ask ?? page ?? UNNAMED),
      ...(ask === undefined ? {} : { bring: { kind: "presentation", of: ask } }),
    });
  if (terms !== undefined && !customer.accepts.has(terms))
    found.push({
      ...obstacle("prerequisite", "terms-not-accepted", terms),
      bring: { kind: "acceptance", of: terms },
    });
  if (customerIn !== undefined) found.push(...elsewhere(customerIn, customer, around));
  return page === undefined ? found : found.map((each) => ({ ...each, page }));
}

/** What is asked for by a query has to be shown (MPLI-PRES-042); one that nobody can read is answered by nothing. */
function unshown(
  of: string,
  query: DcqlQuery | "unreadable",
  { shown, answers }: Customer,
): readonly Obstacle[] {
  if (query === "unreadable") return [obstacle("prerequisite", "prerequisite-not-presented", of)];
  if (answers?.has(spellQuery(query))) return [];
  const because = (reason: Reason) => ({
    ...obstacle("prerequisite", reason, of),
    bring: { kind: "credentials", of } as const,
    query,
  });
  if (!shown) return [because("prerequisite-not-presented")];
  if (!shown.credentials) return [because("presentation-not-verified")];
  const judged = satisfies(query, shown.credentials);
  return judged.ok ? [] : [{ ...because("presentation-not-satisfying"), missing: judged.refusal.missing }];
}

/** The same text for queries that ask for the same in the same order. */
export const spellQuery = (query: DcqlQuery): string => JSON.stringify(query);

function elsewhere(areas: readonly string[], { country }: Customer, { parents }: Surroundings): Obstacle[] {
  const standings = areas.map((area) => (country === undefined ? "unknown" : locate(country, area, parents)));
  if (standings.includes("inside")) return [];
  if (country !== undefined && !standings.includes("unknown"))
    return [{ ...obstacle("prerequisite", "customer-elsewhere", ...areas), expected: country }];
  const bring = country === undefined ? { bring: { kind: "country" } as const } : {};
  return [{ ...obstacle("prerequisite", "customer-place-unknown", ...areas), ...bring }];
}

function obstacle(on: Obstacle["on"], reason: Reason, ...found: readonly string[]): Obstacle {
  return { on, reason, outcome: outcomeOf(reason), found };
}
