// Which certification schemes a credential speaks of: a policy may be particular about them.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import type { Quad } from "../../kernel/graph.ts";

/** IRIs of the schemes that the claims certify or accredit for, each once, in order. */
export function schemesIn(claims: readonly Quad[]): string[] {
  const stated = claims.filter(
    ({ predicate }) => predicate.equals(mpli.scheme) || predicate.equals(mpli.accreditedScheme),
  );
  return [...new Set(stated.map(({ object }) => object.value))].sort();
}
