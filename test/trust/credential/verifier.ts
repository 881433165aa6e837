// The pipeline over a network that the test plays: no answer but those that a test gives.
import type { Json } from "../../../functions/kernel/json.ts";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../../functions/edge/guard.ts";
import { readSecured } from "../../../functions/trust/credential/secured.ts";
import { statusReader } from "../../../functions/trust/credential/status.ts";
import { type Verification, verifyCredential } from "../../../functions/trust/credential/verify.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import type { ProfileName } from "../../../functions/trust/token/profiles.ts";
import type { Anchor } from "../../../functions/trust/x509/path.ts";

export const NOW = Date.parse("2026-11-01T12:00:00Z");

export interface Settings {
  readonly profile?: ProfileName;
  readonly anchors?: readonly Anchor[];
  /** Bodies by address. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly cache?: BoundedMap<never>;
}

/** Verifies what may stand in `verifiableCredential`. */
export async function verifyWith(
  given: unknown,
  {
    profile = "w3c",
    anchors = [],
    answers = {},
    now = () => NOW,
    cache = new BoundedMap(1e7),
  }: Settings = {},
): Promise<Verification> {
  const fetch = guardedFetch(
    async (input) => {
      const body = answers[String(input)];
      return body === undefined ? new Response("", { status: 404 }) : new Response(body);
    },
    { loopback: false },
  );
  const resolveKey = resolver({ fetch, now, loopback: false, cache: new BoundedMap(1e6) });
  const signers = { resolveKey, now, anchors };
  const statusOf = statusReader({ ...signers, profile, fetch, cache });
  const secured = readSecured(given as Json);
  if (!secured.ok) throw new Error(secured.refusal.code);
  return verifyCredential(secured.value, { ...signers, statusOf }, { profile, policy: OPEN });
}

/** A text in an envelope of this media type. */
export const envelope = (mediaType: string, text: string) => ({
  type: "EnvelopedVerifiableCredential",
  id: `data:${mediaType},${text}`,
});

/** `valid`, or the code of each fault. */
export const endsWith = ({ outcome, checks }: Verification): string =>
  outcome === "valid" ? "valid" : checks.flatMap(({ code }) => code ?? []).join();

/** The outcome of each check, those in order left out. */
export const notPassed = ({ checks }: Verification): string[] =>
  checks.flatMap(({ check, outcome }) => (outcome === "passed" ? [] : [`${check} ${outcome}`]));
