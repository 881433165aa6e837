// Whether credentials answer a query, and if not exactly what is missing (OpenID4VP 1.0 §6.4). Pure.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Json } from "../../kernel/json.ts";
import type { JsonObject } from "../token/jws.ts";
import { legalIdentityOf } from "../types/legal-identity.ts";
import { type MandateRefusal, checkMandate } from "../types/mandate.ts";
import type { OrganisationIdentifier } from "../types/organisation-identifier.ts";
import type { Verdict } from "../verification.ts";
import { type ClaimsPath, select } from "./claims-path.ts";
import type { ClaimQuery, CredentialQuery, DcqlQuery, Format } from "./dcql.ts";

/** A credential after its verification, as a query sees it. */
export interface VerifiedCredential {
  readonly format: Format;
  /** The `vct`, or the IRIs of its types; absent where its signature does not hold, so that nobody knows. */
  readonly types?: readonly string[];
  /** The credential itself, or the claims of an SD-JWT as disclosed. */
  readonly claims: JsonObject;
  readonly outcome: Verdict;
  /** Codes of what verification found wrong. */
  readonly faults: readonly string[];
  /** Whether who presents it is whom it is about, or holds the key that it is bound to. */
  readonly isOfHolder: boolean;
  /** The DID of who presents it; absent where nobody is named, but the key that it is bound to was used. */
  readonly holder?: string;
  /** When it was verified, in milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Why a credential query is not answered. Of several credentials that could have answered, the one that lacks least
 * speaks; `presented` is its number in the presentation, from 0.
 * - `credential-absent`: none is of this format and type
 * - `credential-not-valid`: it is not valid; `faults` says why
 * - `holder-not-subject`: it is somebody else's
 * - `claim-absent`: there is nothing at `path`; `claim-differs`: nothing there is one of the values asked for
 * - those of a mandate: it is none, is not in force, names another organisation or lacks the power
 */
export interface Missing {
  /** The id of the credential query. */
  readonly credential: string;
  /** The number of the credential set that needs it, from 0. */
  readonly set?: number;
  readonly code:
    | "credential-absent"
    | "credential-not-valid"
    | "holder-not-subject"
    | "claim-absent"
    | "claim-differs"
    | MandateRefusal["code"];
  readonly presented?: number;
  readonly faults?: readonly string[];
  readonly path?: ClaimsPath;
}

export type NotSatisfied = { code: "prerequisite-not-satisfied"; missing: readonly Missing[] };

/** Numbers of the credentials that answer, by the id of the credential query; only one unless it asks for `multiple`. */
export type Answers = Readonly<Record<string, readonly number[]>>;

/**
 * Whether credentials answer a query. Only valid ones count, and only the holder's where the query asks for holder
 * binding. Who may issue them is no part of this: `outcome` has it, by the policy that verified them.
 */
export function satisfies(
  { credentials: queries, sets }: DcqlQuery,
  credentials: readonly VerifiedCredential[],
): Result<{ readonly answers: Answers }, NotSatisfied> {
  const answers = new Map<string, readonly number[]>();
  const identifiersIn = (id: string) =>
    (answers.get(id) ?? []).flatMap((index) => organisationsIn(credentials[index]));
  const lacking = new Map<string, readonly Missing[]>();
  // Who acts for an organisation can be told once it is known which.
  for (const query of queries.toSorted((a, b) => Number("mandate" in a) - Number("mandate" in b))) {
    const { organization } = query.mandate ?? {};
    const mandators = organization === undefined ? undefined : identifiersIn(organization);
    const lacks = credentials.map((credential, index) => lacksOf(query, credential, { index, mandators }));
    const found = lacks.flatMap((lack, index) => (lack?.length === 0 ? [index] : []));
    if (found.length > 0) answers.set(query.id, query.multiple ? found : found.slice(0, 1));
    else lacking.set(query.id, least(lacks) ?? [{ credential: query.id, code: "credential-absent" }]);
  }
  const missing =
    sets.length === 0 ? queries.flatMap(({ id }) => lacking.get(id) ?? []) : missingOfSets(sets, lacking);
  return missing.length === 0
    ? ok({ answers: Object.fromEntries(answers) })
    : refused({ code: "prerequisite-not-satisfied", missing });
}

/** What keeps the required sets from being answered; a set with one whole option lacks nothing. */
function missingOfSets(sets: DcqlQuery["sets"], lacking: ReadonlyMap<string, readonly Missing[]>): Missing[] {
  return sets.flatMap(({ options, required }, set) => {
    if (!required || options.some((option) => !option.some((id) => lacking.has(id)))) return [];
    const ids = new Set(options.flat());
    return [...ids].flatMap((id) => (lacking.get(id) ?? []).map((lack) => ({ ...lack, set })));
  });
}

interface Place {
  /** The number of the credential in the presentation. */
  readonly index: number;
  /** The organisation that a mandate shall be of, where the query says so. */
  readonly mandators: readonly OrganisationIdentifier[] | undefined;
}

/** Nothing where it answers the query; undefined where it is of another format or type. */
function lacksOf(
  query: CredentialQuery,
  credential: VerifiedCredential,
  { index: presented, mandators }: Place,
): readonly Missing[] | undefined {
  const { format, types, claims, outcome, faults, isOfHolder } = credential;
  const isOfType = (wanted: readonly string[]) => wanted.every((type) => types?.includes(type));
  if (format !== query.format) return undefined;
  if (types && query.types.length > 0 && !query.types.some(isOfType)) return undefined;
  const about = { credential: query.id, presented };
  if (outcome !== "valid") return [{ ...about, code: "credential-not-valid", faults }];
  if (query.isHolderBound && !isOfHolder) return [{ ...about, code: "holder-not-subject" }];
  const lacks = [...lackingClaims(query, claims), ...lackingMandate(query, credential, mandators)];
  return lacks.map((lack) => ({ ...about, ...lack }));
}

/** Whether who presents it may do with it what is asked, whosever the query lets it be. */
function lackingMandate(
  { mandate }: CredentialQuery,
  { claims, holder, isOfHolder, at }: VerifiedCredential,
  mandators: Place["mandators"],
): readonly MandateRefusal[] {
  if (!mandate) return [];
  if (holder === undefined && !isOfHolder) return [{ code: "holder-not-subject" }];
  const errand = { power: mandate.power, at, ...(holder === undefined ? {} : { holder }) };
  const checked = checkMandate(claims, { ...errand, ...(mandators ? { mandators } : {}) });
  return checked.ok ? [] : [checked.refusal];
}

/** The identifiers of the organisation that a credential is about; none where it says none that can be read. */
function organisationsIn(credential: VerifiedCredential | undefined): readonly OrganisationIdentifier[] {
  const identity = credential && legalIdentityOf(credential.claims);
  return identity?.ok ? identity.value.identifiers : [];
}

type ClaimLack = { readonly code: "claim-absent" | "claim-differs"; readonly path: ClaimsPath };

/** Of several claim sets the one that lacks least; all claims where there are none. */
function lackingClaims({ claims, claimSets }: CredentialQuery, document: JsonObject): readonly ClaimLack[] {
  // Each claim is looked for once, in however many sets it is.
  const lacks = claims.map((claim) => ({ id: claim.id, lack: lackingClaim(claim, document) }));
  const wanted =
    claimSets.length === 0
      ? [lacks]
      : claimSets.map((ids) => lacks.filter(({ id }) => id !== undefined && ids.includes(id)));
  return least(wanted.map((some) => some.flatMap(({ lack }) => lack))) ?? [];
}

function lackingClaim({ path, values }: ClaimQuery, document: JsonObject): ClaimLack[] {
  const found = select(document, path);
  if (found.length === 0) return [{ code: "claim-absent", path }];
  const wanted = new Set<Json>(values);
  const isOne = values === undefined || found.some((value) => wanted.has(value));
  return isOne ? [] : [{ code: "claim-differs", path }];
}

/** How near a credential comes that has this wrong with it. */
const DISTANCE = {
  "claim-differs": 1,
  "claim-absent": 1,
  "no-such-power": 100,
  "other-mandator": 200,
  "mandate-not-in-force": 200,
  "holder-not-subject": 1000,
  "credential-not-valid": 2000,
  "not-a-mandate": 2500,
  "credential-absent": 3000,
};

/** The list of what lacks that comes nearest to nothing, the first of several. */
function least<L extends { readonly code: keyof typeof DISTANCE }>(
  lists: readonly (readonly L[] | undefined)[],
): readonly L[] | undefined {
  const distance = (list: readonly L[]) => list.reduce((sum, { code }) => sum + DISTANCE[code], 0);
  return lists
    .filter((list) => list !== undefined)
    .reduce<readonly L[] | undefined>(
      (best, list) => (best && distance(best) <= distance(list) ? best : list),
      undefined,
    );
}
