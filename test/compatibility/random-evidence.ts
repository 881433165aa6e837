// Random credentials for what a manifest really states: of its provider, of single offers and of strangers.
import type { Claims } from "../../functions/compatibility/evidence/claims.ts";
import type { Support } from "../../functions/compatibility/evidence/support.ts";
import { supportOf } from "../../functions/compatibility/evidence/weigh.ts";
import { PATHS } from "../../functions/compatibility/market/paths.ts";
import type { CredentialFault, Source } from "../../functions/compatibility/ports.ts";
import { type Segment, at } from "../../functions/compatibility/segment/segment.ts";
import { OPEN } from "../../functions/trust/policy/stock/open.ts";

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const CHECKED_AT = "2026-06-01T12:00:00.000Z";
const FAULTS: readonly (CredentialFault | undefined)[] = [
  ...Array<undefined>(5).fill(undefined),
  "revoked",
  "expired",
  "bad-signature",
  "status-unreachable",
  "credential-unreachable",
];

/** What a few random credentials stand for; the same for the same numbers. */
export function randomSupport(random: Random, source: Source, segment: Segment): Support {
  const claims = Array.from({ length: Math.floor(random() * 8) }, (_, index) =>
    randomClaims(random, source.provider, segment, index),
  );
  const states = claims.map(({ digest }) => {
    const fault = pick(random, FAULTS);
    return {
      credential: digest,
      ...(fault ? { fault } : {}),
      ...(random() < 0.5 ? { statusAsOf: CHECKED_AT } : {}),
    };
  });
  const signed = random() < 0.2 ? { signed: "0".repeat(64) } : {};
  const evidence = { checkedAt: CHECKED_AT, states, ...signed };
  return supportOf({ ...source, evidence }, claims, OPEN);
}

function randomClaims(random: Random, provider: string, segment: Segment, index: number): Claims {
  const offer = Math.floor(random() * segment.size);
  const subject = pick(random, [
    provider,
    segment.iri(offer),
    segment.iri(offer),
    "did:web:stranger.example",
  ]);
  const values = PATHS.flatMap((path) => {
    const key = path.join(" ");
    const stated = segment.values(at(segment.column(key), offer));
    return stated.length > 0 && random() < 0.5 ? [[key, stated] as const] : [];
  });
  return {
    digest: String(index).repeat(64),
    address: `https://body.example/${index}`,
    issuer: pick(random, [provider, "did:web:body.example"]),
    types: ["VerifiableCredential"],
    ...(random() < 0.3 ? { anchor: "eidas" } : {}),
    ...(random() < 0.5 ? { validFrom: Date.parse("2026-01-01T00:00:00Z") } : {}),
    schemes: [],
    stated: [[subject, values]],
  };
}
