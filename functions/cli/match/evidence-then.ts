// The evidence that a match report was made with: found out again, but for what time has changed since.
import { checkEvidence } from "../../catalogue/evidence.ts";
import type { Snapshot } from "../../catalogue/ports.ts";
import type { TextStore } from "../../compatibility/evidence/kept-claims.ts";
import type { ConditionReport } from "../../compatibility/match/explain.ts";
import type { MatchReport } from "../../compatibility/match/report.ts";
import type {
  CheckedEvidence,
  ClaimsBase,
  CredentialFault,
  CredentialState,
} from "../../compatibility/ports.ts";
import { guardedFetch } from "../../edge/guard.ts";
import type { memoryGraphStore } from "../../host/memory.ts";
import { verifier } from "../../trust/verifier.ts";

/** What is read of the providers. */
export interface Shelves {
  readonly graphs: ReturnType<typeof memoryGraphStore>;
  readonly texts: TextStore;
  readonly claims: ClaimsBase;
}

/** Providers whose credentials nobody had looked at, as the report says: a provider's own node does not. */
export function uncheckedIn({ component }: MatchReport): ReadonlySet<string> {
  const results = component.flatMap(({ results }) => results);
  const has = ({ reason, parts = [] }: ConditionReport): boolean =>
    reason === "evidence-not-checked" || parts.some(has);
  return new Set(results.flatMap(({ provider, requirements }) => (requirements.some(has) ? provider : [])));
}

type Evidence = NonNullable<ConditionReport["evidence"]>[number];

/** What changes with time: of it the report tells how it was. */
const PASSING: ReadonlySet<string | undefined> = new Set([
  undefined,
  "revoked",
  "suspended",
  "expired",
  "not-yet-valid",
  "did-unreachable",
  "status-unreachable",
  "status-not-trusted",
  "credential-unreachable",
]);

/** The evidence as the report had it: credentials are verified again, and what passes with time is what the report says. */
export async function evidenceThen(
  version: Snapshot,
  { component }: MatchReport,
  { texts, claims }: Shelves,
): Promise<CheckedEvidence> {
  // Of this provider alone: another that links the same credential may have been looked at at another time.
  const results = component.flatMap((each) => each.results);
  const within = ({ evidence = [], parts = [] }: ConditionReport): Evidence[] => [
    ...evidence,
    ...parts.flatMap(within),
  ];
  const stated = results
    .filter(({ provider }) => provider === version.provider)
    .flatMap(({ requirements }) => requirements.flatMap(within));
  const then = new Map(stated.map((one) => [one.credential, one]));
  const fetcher = guardedFetch(fetch, { loopback: true });
  const now = () => new Date();
  const verify = verifier({ fetch: fetcher, now, loopback: true });
  const {
    credentials,
    pending: _,
    ...kept
  } = await checkEvidence(version, undefined, {
    fetch: fetcher,
    verify,
    texts,
    claims,
    now,
  });
  const known = credentials.flatMap(({ digest }) => then.get(digest ?? "") ?? []).at(0);
  return {
    ...kept,
    ...(known ? { checkedAt: known.checkedAt } : {}),
    states: credentials.flatMap(({ digest, fault, statusAsOf }): CredentialState[] => {
      if (digest === undefined) return [];
      const was = then.get(digest);
      const [ends, asOf] =
        was && PASSING.has(fault) && PASSING.has(was.fault)
          ? [was.fault as CredentialFault | undefined, was.statusAsOf]
          : [fault, statusAsOf];
      return [
        {
          credential: digest,
          ...(ends ? { fault: ends } : {}),
          ...(asOf ? { statusAsOf: asOf } : {}),
          ...(was ? { checkedAt: was.checkedAt } : {}),
        },
      ];
    }),
  };
}
