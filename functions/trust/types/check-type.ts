// Whether the claims of a credential have the shape of its type: for whoever issues one, or is about to rely on one.
import { type Quad, Store } from "../../kernel/graph.ts";
import { mpli, rdf as rdfTerms } from "../../kernel/generated/vocabulary.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type Violation, checkShapes } from "../../kernel/shape.ts";

/** The types that schemas/shapes/credentials.ttl has a shape for. */
const SHAPED: ReadonlySet<string> = new Set(
  [
    mpli.CertificationCredential,
    mpli.AccreditationCredential,
    mpli.LegalIdentityCredential,
    mpli.ServiceLevelCredential,
    mpli.ServiceLevelMeasurementCredential,
    mpli.BillingCredential,
    mpli.TrustPolicyCredential,
  ].map(({ value }) => value),
);

export type TypeRefusal = { code: "type-violation"; violations: readonly Violation[] };

/**
 * Checks the claims of one credential (as `claimsOf` reads them) against the shapes of the types in them (MPLI-CRED).
 * Claims of other types pass unseen. About a millisecond for a credential, so that it is no part of verification.
 */
export async function checkType(claims: readonly Quad[]): Promise<Result<undefined, TypeRefusal>> {
  const isOurs = claims.some(
    ({ predicate, object }) => predicate.equals(rdfTerms.type) && SHAPED.has(object.value),
  );
  if (!isOurs) return ok(undefined);
  const violations = await checkShapes(new Store([...claims]), "credentials");
  return violations.length === 0 ? ok(undefined) : refused({ code: "type-violation", violations });
}
