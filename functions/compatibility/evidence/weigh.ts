// The credentials of one manifest by a customer's policy: which values they stand for, and how strongly. Pure.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { accreditationOf } from "../../trust/policy/accreditation.ts";
import { type TrustPolicy, decide } from "../../trust/policy/policy.ts";
import { type Criterion, EVIDENCE_LEVELS, type Evidence, type EvidenceLevel } from "../demand/demand.ts";
import { keyOf } from "../demand/path.ts";
import { type Reason, best } from "../judge/reasons.ts";
import { type Stated, readValue, standing } from "../judge/values.ts";
import { isInherited } from "../market/paths.ts";
import type { CheckedEvidence, CredentialFault, CredentialState, Source } from "../ports.ts";
import { type BindingWay, type Known, type UnboundCode, bindingOf } from "./binding.ts";
import type { Claims, PathValues } from "./claims.ts";
import { isUnread, statesOf } from "./states.ts";
import { type Backing, type Stand, type Support, UNCHECKED } from "./support.ts";

/** A credential whose claims are at hand, with what is known of it. */
interface Held extends Known {
  /** What it states, by subject: a manifest may link credentials for a thousand of its offers. */
  readonly stated: ReadonlyMap<string, readonly PathValues[]>;
  readonly binding?: BindingWay;
  readonly unbound?: UnboundCode;
}

interface Weighed {
  readonly provider: string;
  readonly evidence: CheckedEvidence;
  readonly policy: TrustPolicy;
  readonly held: readonly Held[];
  /** Those that are bound by something else than an IRI, as credentials about the provider or an offer. */
  readonly bound: readonly Held[];
  /** By comparison, path and value, what stands for it though it is nobody's, or somebody else's. */
  readonly elsewhere: Map<string, Stand>;
}

/** What stands for the statements of a manifest; where its credentials were not looked at, nobody knows. */
export function supportOf(
  { provider, evidence }: Source,
  claims: readonly Claims[] | undefined,
  policy: TrustPolicy,
): Support {
  if (!evidence || !claims) return UNCHECKED;
  const states = statesOf(evidence);
  const known = claims.flatMap((each) => {
    const state = states.get(each.digest);
    return state ? [{ claims: each, state, stated: new Map(each.stated) }] : [];
  });
  const { held, bound } = boundAmong(known, { provider, evidence, policy });
  const subjects = [...held, ...bound].flatMap(({ stated }) => [...stated.keys()]);
  const offers = new Set(subjects.filter((subject) => subject !== provider));
  const weighed = { provider, evidence, policy, held, bound, elsewhere: new Map<string, Stand>() };
  const credentials = evidence.states.map(({ credential }) => credential);
  const supportFor = (offer: string | undefined): Support => ({
    credentials,
    offers,
    about: (iri) => byOffer.get(iri) ?? ofProvider,
    stands: (criterion, term) => stand(weighed, offer, criterion, term),
  });
  const ofProvider = supportFor(undefined);
  const byOffer = new Map([...offers].map((iri) => [iri, supportFor(iri)]));
  return ofProvider;
}

/** What each credential states once more, of whom it is bound to; the others say why they are not. */
function boundAmong(
  all: readonly Held[],
  around: Pick<Weighed, "provider" | "evidence" | "policy">,
): Pick<Weighed, "held" | "bound"> {
  const { provider } = around;
  const isTrusted = ({ claims }: Known) =>
    !isOwnWord(claims.issuer, provider) && decisionOn(claims, around).decision === "accepted";
  const found = all.map((each) => ({ each, binding: bindingOf(each, { provider, all, isTrusted }) }));
  return {
    held: found.map(({ each, binding }) =>
      binding && "unbound" in binding ? { ...each, unbound: binding.unbound } : each,
    ),
    bound: found.flatMap(({ each: { claims, state, stated }, binding }) => {
      if (!binding || "unbound" in binding) return [];
      const { way, subject, is, fault } = binding;
      const values = stated.get(subject) ?? [];
      // Its own fault first: what has become of it is more than what has become of another.
      const worst = state.fault ?? fault;
      return {
        claims,
        state: worst === undefined ? state : { ...state, fault: worst },
        stated: new Map(is.map((one) => [one, values])),
        binding: way,
      };
    }),
  };
}

function stand(weighed: Weighed, offer: string | undefined, criterion: Criterion, term: Stated): Stand {
  const { provider, held, bound: aliased, evidence, elsewhere } = weighed;
  // What a provider is certified for holds of all its offers, so its certificate stands for each that says the same.
  const inheritsFrom = isInherited(criterion.path[0]) ? provider : undefined;
  const about = [offer, inheritsFrom].filter((subject) => subject !== undefined);
  const stating = [...held, ...aliased].filter(({ stated }) =>
    about.some((subject) => isStated(stated.get(subject) ?? [], criterion, term)),
  );
  // The provider's own word must not hide what has become of another's, where its own is not enough.
  const isOwnEnough = rank(criterion.evidence.party) <= rank("declared");
  const signature = held.filter((each) => isSignature(each, evidence));
  const stands = [...stating, ...(isOwnEnough || stating.length === 0 ? signature : [])].map((each) =>
    weigh(weighed, each, criterion, term),
  );
  const reason = best(stands.map((each) => each.reason));
  if (reason !== undefined) return stands.find((each) => each.reason === reason) ?? { reason };
  const { comparison, path } = criterion;
  const what = [comparison, keyOf(path), term.type, term.datatype, term.value].join("\n");
  const known = elsewhere.get(what) ?? elsewhereOf(weighed, criterion, term);
  elsewhere.set(what, known);
  return known;
}

/** What stands for a value that no credential states of the offer or its provider. */
function elsewhereOf(weighed: Weighed, criterion: Criterion, term: Stated): Stand {
  const stating = weighed.held.filter(({ claims }) =>
    claims.stated.some(([, values]) => isStated(values, criterion, term)),
  );
  if (stating.length === 0) return { reason: "evidence-missing" };
  const unbound = stating.find((each) => each.unbound !== undefined);
  const by = unbound && weigh(weighed, unbound, criterion, term).by;
  return { reason: "evidence-of-another", ...(by ? { by } : {}) };
}

/** Who signs a manifest states all that it says; a signature that does not hold takes nothing of that back. */
function isSignature({ claims, state }: Held, { signed }: CheckedEvidence): boolean {
  return claims.digest === signed && state.fault === undefined;
}

/** Whether this value, or a narrower one, is among those that a credential states of a subject. */
function isStated(stated: readonly PathValues[], { comparison, path }: Criterion, term: Stated): boolean {
  const key = keyOf(path);
  const values = stated.flatMap(([claimed, found]) => (claimed === key ? found : []));
  if (values.length === 0) return false;
  const asserted = readValue(term, comparison);
  return values.some((value) => {
    const claimed = readValue(value, comparison);
    return asserted && claimed && standing(claimed, asserted) === "within";
  });
}

/** A DID below the provider's own, such as did:web:cloud.example:sales, is the provider's as well. */
const isOwnWord = (issuer: string, provider: string) =>
  issuer === provider || issuer.startsWith(`${provider}:`);

const decisionOn = (
  { issuer, types, schemes, anchor }: Claims,
  { evidence, policy }: Pick<Weighed, "evidence" | "policy">,
  scopes: readonly string[] = schemes,
) =>
  decide(policy, {
    issuer,
    types,
    scopes,
    at: timeOf(evidence),
    ...(anchor === undefined ? {} : { anchor }),
  });

function weigh(weighed: Weighed, held: Held, { evidence: asked, path }: Criterion, term: Stated): Stand {
  const { claims, state, binding, unbound } = held;
  const { provider, evidence } = weighed;
  const { issuer, types, anchor } = claims;
  const decision = decisionOn(claims, weighed);
  // Who certifies for a scheme is no certification body for what else its certificates say.
  const conferring = isCertification(path) ? decision : decisionOn(claims, weighed, []);
  const isOwn = isOwnWord(issuer, provider);
  const isCertified =
    decision.decision === "accepted" &&
    conferring.decision === "accepted" &&
    conferring.confers.includes("certification-body");
  const isAccredited = isCertified && term.type === "uri" && accredited(weighed, issuer, term.value);
  const foreign = isAccredited ? "accredited" : isCertified ? "certified" : "attested";
  const by: Backing = {
    credential: claims.digest,
    issuer,
    types,
    party: isOwn ? "declared" : foreign,
    checkedAt: state.checkedAt ?? evidence.checkedAt,
    ...(state.fault ? { fault: state.fault } : {}),
    ...(binding ? { binding } : {}),
    ...(unbound ? { unbound } : {}),
    ...(state.statusAsOf ? { statusAsOf: state.statusAsOf } : {}),
  };
  // Whoever is asked for a provider's own word has chosen to hear it.
  const isTrusted = decision.decision === "accepted" || (isOwn && decision.decision !== "issuer-denied");
  const confirmed = state.statusAsOf ? Date.parse(state.statusAsOf) : claims.validFrom;
  return { by, reason: whyNot(asked, { by, state, isTrusted, confirmed, anchor }) ?? "met" };
}

/** Policies decide at the time of the demand, which their rules may have begun or ended by (MPLI-POL-023). */
const timeOf = ({ at, checkedAt }: CheckedEvidence) => at ?? Date.parse(checkedAt);

const isCertification = ([property]: Criterion["path"]) => property === mpli.certification.value;

interface Weight {
  readonly by: Pick<Backing, "party" | "checkedAt">;
  readonly state: Pick<CredentialState, "fault">;
  readonly isTrusted: boolean;
  /** When it was last known to hold, milliseconds since the epoch. */
  readonly confirmed: number | undefined;
  readonly anchor: string | undefined;
}

function whyNot(asked: Evidence, weight: Weight): Reason | undefined {
  const { by, state, isTrusted, confirmed, anchor } = weight;
  if (state.fault) return reasonOf(state.fault);
  if (!isTrusted) return "evidence-issuer-not-trusted";
  if (rank(by.party) < rank(asked.party)) return "evidence-too-weak";
  if (asked.anchor !== undefined && asked.anchor !== anchor) return "evidence-anchor-differs";
  if (asked.notOlderThan === undefined) return undefined;
  const age = (Date.parse(by.checkedAt) - (confirmed ?? Number.NaN)) / 1000;
  return age <= asked.notOlderThan.base ? undefined : "evidence-too-old";
}

/** Whether accreditations that the manifest links lead from a certification body to one that the policy knows. */
function accredited({ held, policy, evidence }: Weighed, certifier: string, scheme: string): boolean {
  const statements = held
    .filter(({ state }) => !state.fault)
    .flatMap(({ claims: { accredits = [], issuer, types, digest, anchor, validFrom, validUntil } }) =>
      accredits.map((one) => ({
        ...one,
        issuer,
        types,
        digest,
        ...(anchor === undefined ? {} : { anchor }),
        validity: {
          ...(validFrom === undefined ? {} : { from: validFrom }),
          ...(validUntil === undefined ? {} : { until: validUntil }),
        },
      })),
    );
  const at = timeOf(evidence);
  return accreditationOf({ certifier, scheme, at }, statements, policy).ok;
}

const rank = (level: EvidenceLevel) => EVIDENCE_LEVELS.indexOf(level);

function reasonOf(fault: CredentialFault): Reason {
  if (fault === "revoked" || fault === "suspended") return "evidence-revoked";
  if (fault === "expired" || fault === "not-yet-valid") return "evidence-expired";
  return isUnread(fault) ? "evidence-indeterminate" : "evidence-invalid";
}
