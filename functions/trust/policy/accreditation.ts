// Whether a certification body is accredited: the chain of accreditations to a body that the policy accepts as their top.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type TrustPolicy, decide } from "./policy.ts";

/** That an issuer accredits a subject for a scheme, in a credential that verified. */
export interface AccreditationStatement {
  /** DIDs. */
  readonly issuer: string;
  readonly subject: string;
  /** IRI of the certification scheme. */
  readonly scheme: string;
  /** Types of the credential, as it writes them. */
  readonly types: readonly string[];
  /** Category of the X.509 anchor of the issuer, where it has one. */
  readonly anchor?: string;
  /** SHA-256 of the credential; how a report names it. */
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly validity: { readonly from?: number; readonly until?: number };
}

export type AccreditationRefusal = {
  code: "not-accredited" | "accreditation-loop" | "accreditation-too-deep";
};

export interface AccreditationQuestion {
  /** DID of the certification body. */
  readonly certifier: string;
  /** IRI of the certification scheme. */
  readonly scheme: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The statements from the certification body up to the accreditation body. */
export type AccreditationChain = readonly AccreditationStatement[];

const MOST_ACCREDITATIONS = 3;

/**
 * The shortest chain from the certification body to an accreditation body that the policy accepts for the scheme
 * (ISO/IEC 17011). A statement of an issuer whom the policy denies does not count. Without a chain: a loop or a chain
 * that goes on too long is told apart from there being none.
 */
export function accreditationOf(
  { certifier, scheme, at }: AccreditationQuestion,
  statements: readonly AccreditationStatement[],
  policy: TrustPolicy,
): Result<AccreditationChain, AccreditationRefusal> {
  const decided = ({ issuer, types, anchor }: AccreditationStatement) =>
    decide(policy, { issuer, types, scopes: [scheme], at, ...(anchor === undefined ? {} : { anchor }) });
  const usable = statements
    .filter((statement) => statement.scheme === scheme && holds(statement, at))
    .map((statement) => ({ statement, decision: decided(statement) }))
    .filter(({ decision }) => decision.decision !== "issuer-denied");
  const bySubject = Map.groupBy(usable, ({ statement }) => statement.subject);
  const seen = new Set([certifier]);
  let [loops, goesOn] = [false, false];
  let paths: AccreditationChain[] = [[]];
  for (let depth = 0; paths.length > 0; depth++) {
    const longer: AccreditationChain[] = [];
    for (const path of paths)
      for (const { statement, decision } of bySubject.get(path.at(-1)?.issuer ?? certifier) ?? []) {
        const { issuer } = statement;
        if (issuer === certifier || path.some((above) => above.issuer === issuer)) loops = true;
        else if (depth === MOST_ACCREDITATIONS) goesOn = true;
        else if (decision.decision === "accepted" && decision.confers.includes("accreditation-body"))
          return ok([...path, statement]);
        else if (!seen.has(issuer)) {
          seen.add(issuer);
          longer.push([...path, statement]);
        }
      }
    paths = longer;
  }
  return refused({
    code: goesOn ? "accreditation-too-deep" : loops ? "accreditation-loop" : "not-accredited",
  });
}

function holds({ validity }: AccreditationStatement, at: number): boolean {
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = validity;
  return from <= at && at < until;
}
