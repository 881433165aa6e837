// Whom to trust with what: a policy is data, and what it denies wins over all that it accepts (MPLI-POL).
import type { AnchorCategory } from "../x509/path.ts";

/** What a rule takes an issuer for, beyond somebody whose word counts (ISO/IEC 17000, 4.6 and 4.7). */
export const CONFERS = ["certification-body", "accreditation-body"] as const;
export type Confers = (typeof CONFERS)[number];

/** A rule is about a credential to which all apply that it states; what it does not state does not matter. */
export interface Rule {
  readonly effect: "accept" | "deny";
  /** DIDs. */
  readonly issuers?: readonly string[];
  /** Types of credentials as these write them, of which one is enough. */
  readonly types?: readonly string[];
  /** IRIs of certification schemes. */
  readonly scopes?: readonly string[];
  /** Categories of X.509 anchors, to one of which the issuer's certificate leads. */
  readonly anchors?: readonly AnchorCategory[];
  /** From when on the rule holds, and until when, in milliseconds since the epoch. */
  readonly from?: number;
  readonly until?: number;
  readonly confers?: readonly Confers[];
}

export interface TrustPolicy {
  /** Lower-case words with hyphens; how requests name it. */
  readonly name: string;
  readonly title: string;
  /** Grows with every change, from 1. */
  readonly version: number;
  /** What it rests on, for people. */
  readonly description?: string;
  readonly rules: readonly Rule[];
}

/** What is known of a credential that verified. */
export interface Claimed {
  readonly issuer: string;
  readonly types: readonly string[];
  /** IRIs of the certification schemes that the credential speaks of; none unless stated. */
  readonly scopes?: readonly string[];
  /** Category of the X.509 anchor to which the issuer's certificate leads, where it does. */
  readonly anchor?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type Decision =
  | { readonly decision: "accepted"; readonly confers: readonly Confers[] }
  | { readonly decision: "issuer-denied" | "issuer-not-trusted" };

/**
 * What a policy says of an issuer's credential. A credential of several schemes is accepted when each of them is, and
 * its issuer is taken for what the rules confer in all of them. A rule with scopes never accepts a credential without.
 */
export function decide({ rules }: TrustPolicy, claimed: Claimed): Decision {
  const { scopes = [] } = claimed;
  const applying = rules.filter((rule) => applies(rule, claimed));
  const isDenied = applying.some((rule) => rule.effect === "deny" && speaksOf(rule, scopes));
  if (isDenied) return { decision: "issuer-denied" };
  const accepting = applying.filter(({ effect }) => effect === "accept");
  const perScope = (scopes.length > 0 ? scopes : [undefined]).map((scope) =>
    accepting.filter((rule) => covers(rule, scope)),
  );
  if (perScope.some((found) => found.length === 0)) return { decision: "issuer-not-trusted" };
  const confers = CONFERS.filter((role) =>
    perScope.every((found) => found.some((rule) => rule.confers?.includes(role))),
  );
  return { decision: "accepted", confers };
}

function applies(rule: Rule, { issuer, types, anchor, at }: Claimed): boolean {
  const { issuers, anchors, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = rule;
  return (
    from <= at &&
    at < until &&
    (!anchors || anchors.some((category) => category === anchor)) &&
    (!rule.types || rule.types.some((type) => isAmong(type, types, rule.effect))) &&
    (!issuers || issuers.includes(issuer))
  );
}

/** Whoever is denied chooses how a type is spelt, as a term or as an IRI, so that denials go by the name (MPLI-POL-034). */
function isAmong(type: string, types: readonly string[], effect: Rule["effect"]): boolean {
  return types.includes(type) || (effect === "deny" && types.some((one) => nameIn(one) === nameIn(type)));
}

const nameIn = (type: string) =>
  type.slice(1 + Math.max(...["#", "/", ":"].map((one) => type.lastIndexOf(one))));

/** Whether one of these schemes, or any credential at all, is what the rule is about. */
const speaksOf = ({ scopes }: Rule, asked: readonly string[]) =>
  !scopes || scopes.some((scope) => asked.includes(scope));

const covers = ({ scopes }: Rule, scope: string | undefined) =>
  !scopes || (scope !== undefined && scopes.includes(scope));
