// The credentials that a manifest links: fetched, verified, and taken down with what they state. Never while a demand waits.
import { withBindable } from "../compatibility/evidence/bindable.ts";
import { type Claims, claimsIn } from "../compatibility/evidence/claims.ts";
import { type TextStore, keepClaims } from "../compatibility/evidence/kept-claims.ts";
import type { ClaimsBase } from "../compatibility/ports.ts";
import type { FetchedDocument, GuardedFetch } from "../edge/guard.ts";
import { mpli } from "../kernel/generated/vocabulary.ts";
import { parseJson } from "../kernel/json.ts";
import { ok } from "../kernel/result.ts";
import { claimsOf } from "../trust/credential/claims.ts";
import type { Credential } from "../trust/credential/model.ts";
import { ENVELOPE, type Secured, enveloped, readSecured } from "../trust/credential/secured.ts";
import { endOf, instantOf } from "../trust/credential/time.ts";
import type { Verification } from "../trust/credential/verify.ts";
import { OPEN } from "../trust/policy/stock/open.ts";
import type { Verify } from "../trust/verifier.ts";
import { ALL, type Portion, isLeft, wantedOf } from "./evidence-schedule.ts";
import { EMBEDDED, linksOf } from "./links.ts";
import type { CheckedCredential, KeptEvidence, Snapshot } from "./ports.ts";
import { profileOf } from "./profile-of.ts";

export interface EvidencePorts {
  readonly fetch: GuardedFetch;
  readonly verify: Verify;
  /** Holds claims, and credentials that manifests carry in themselves. */
  readonly texts: TextStore;
  readonly claims: ClaimsBase;
  readonly now: () => Date;
  readonly log?: (message: string, error: unknown) => void;
}

type About = Omit<Snapshot, "name" | "etag" | "harvestedAt">;

const CREDENTIAL_BYTES = 256 * 1024;
const ACCEPT = "application/vc+jwt, application/dc+sd-jwt, application/vc;q=0.9, application/jwt;q=0.5";
/** A row of the book holds two million bytes, and whoever reads the book reads all rows. */
const LONGEST_TYPES = 1_000;
/** Characters of what is kept of the claims of all credentials of a manifest: whoever asks for evidence reads them. */
const MOST_CLAIMS = 256 * 1024;
const TOKEN = "application/vc+jwt";
const AS_SIGNED = { profile: "w3c", policy: OPEN } as const;

/**
 * Looks at credentials of a snapshot, all of them unless told for how many there is time, and at the one in which its
 * provider signs it as a whole. What is linked and cannot be read now keeps what it said before, and is known to be
 * unreachable: a provider that hides a revoked credential gains nothing by it. The rest is as it was found before.
 */
export async function checkEvidence(
  snapshot: About,
  previous: KeptEvidence | undefined,
  ports: EvidencePorts,
  portion: Portion = ALL,
): Promise<KeptEvidence> {
  const links = linksOf(snapshot);
  const known = new Map(previous?.credentials.map((one) => [one.address, one]));
  const before = new Map((await claimsBefore(previous, ports)).map((claims) => [claims.address, claims]));
  const now = () => ports.now().getTime();
  const deadline = now() + portion.seconds * 1000;
  const signature = await guarded(snapshot.manifest, () => checkSignature(snapshot, ports), ports);
  const looked = new Map<string, Checked>();
  for (const address of wantedOf(links, previous, portion)) {
    if (looked.size > 0 && now() > deadline) break;
    const found = (await look(address, ports)) ?? unreachable(address, before.get(address));
    looked.set(address, found);
    known.set(address, { ...found.credential, checkedAt: ports.now().toISOString() });
  }
  const claims = links.flatMap((address) => {
    const stated = looked.has(address) ? looked.get(address)?.claims : before.get(address);
    return stated ?? [];
  });
  const credentials = links.flatMap((address) => known.get(address) ?? []);
  const times = credentials.flatMap(({ checkedAt }) => checkedAt ?? []);
  return {
    checkedAt: times.sort()[0] ?? ports.now().toISOString(),
    ...(await keepClaims(fewOf([...(signature?.claims ? [signature.claims] : []), ...claims]), ports.texts)),
    ...(signature?.claims ? { signed: signature.claims.digest } : {}),
    ...(isLeft(links, credentials) ? { pending: true } : {}),
    credentials: [...(signature ? [signature.credential] : []), ...credentials],
  };
}

/** Undefined where it cannot be read. One that breaks the look at it must not keep the others from being looked at. */
async function look(address: string, ports: EvidencePorts): Promise<Checked | undefined> {
  const check = async () => {
    const secured = await readCredential(address, ports);
    return (
      secured && checked(address, await ports.verify(secured, { profile: profileOf(secured), policy: OPEN }))
    );
  };
  return guarded(address, check, ports);
}

async function guarded(
  address: string,
  check: () => Promise<Checked | undefined>,
  { log }: EvidencePorts,
): Promise<Checked | undefined> {
  try {
    return await check();
  } catch (error) {
    log?.(`credential not checked: ${address.slice(0, 200)}`, error);
    return undefined;
  }
}

/** The claims of the first credentials, as far as there is room for them. */
function fewOf(found: readonly Claims[]): Claims[] {
  let left = MOST_CLAIMS;
  return found.filter((claims) => (left -= JSON.stringify(claims).length) >= 0);
}

interface Checked {
  readonly credential: CheckedCredential;
  /** Absent where its signature does not hold: what it says is nobody's word. */
  readonly claims?: Claims;
}

async function claimsBefore(
  previous: KeptEvidence | undefined,
  { claims }: EvidencePorts,
): Promise<readonly Claims[]> {
  return (previous && (await claims.read(previous))) ?? [];
}

function unreachable(address: string, claims: Claims | undefined): Checked {
  const fault = "credential-unreachable";
  if (!claims) return { credential: { address, fault } };
  const { digest, issuer, types } = claims;
  return { credential: { address, digest, issuer, types, fault }, claims };
}

/**
 * The credential in which the provider signs this version of its manifest (MPLI-EVID-016). What else its node answers is
 * as none: a catalogue needs no signature, and one of another version may only be a moment ahead.
 */
async function checkSignature(snapshot: About, ports: EvidencePorts): Promise<Checked | undefined> {
  const { manifest, provider } = snapshot;
  const fetched = await ports.fetch(manifest, { accept: TOKEN, limit: CREDENTIAL_BYTES, redirects: 0 });
  if (!fetched.ok || fetched.value.status !== 200 || mediaOf(fetched.value) !== TOKEN) return undefined;
  const found = await ports.verify({ form: "token", compact: fetched.value.text.trim() }, AS_SIGNED);
  const credential = found.signed?.credential;
  if (credential?.issuer !== provider || !(await isAbout(credential, snapshot))) return undefined;
  return checked(manifest, found);
}

/** Whether a credential has a manifest as subject, and names its head by its digest (MPLI-ISSUE-030). */
async function isAbout(
  credential: Credential,
  { manifest, iri = manifest, digest }: About,
): Promise<boolean> {
  const statements = credential.subjects.includes(iri) ? await claimsOf(credential) : undefined;
  const digests = statements?.ok
    ? statements.value.filter(
        ({ subject, predicate }) => subject.value === iri && predicate.equals(mpli.digest),
      )
    : [];
  return digests.length === 1 && digests[0]?.object.value === digest;
}

async function checked(address: string, found: Verification): Promise<Checked> {
  const faults = found.checks.flatMap(({ code }) => code ?? []);
  // MPLI-EVID-010: a credential that was taken back is that first, though it has expired since.
  const fault = faults.find((code) => code === "revoked" || code === "suspended") ?? faults[0];
  const { signed, statusAsOf } = found;
  if (!signed) return { credential: { address, ...(fault ? { fault } : {}) } };
  const { issuer, types, validUntil } = signed.credential;
  const isLong = JSON.stringify(types).length > LONGEST_TYPES;
  const until = endOf(signed);
  const credential = {
    address,
    digest: signed.digest,
    issuer,
    ...(isLong ? {} : { types }),
    ...(fault ? { fault } : {}),
    ...(statusAsOf ? { statusAsOf } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(until === undefined ? {} : { until }),
  };
  const claims = isLong ? undefined : await readClaims(address, signed);
  return claims ? { credential, claims } : { credential };
}

async function readClaims(
  address: string,
  signed: NonNullable<Verification["signed"]>,
): Promise<Claims | undefined> {
  // An SD-JWT VC makes no statements, and may say which organisation somebody is.
  const { credential, digest, anchor } = signed;
  const claims = credential.vct === undefined ? await claimsOf(credential) : ok([]);
  if (!claims.ok) return undefined;
  const { issuer, types } = credential;
  const validFrom = credential.validFrom && instantOf(credential.validFrom);
  const validUntil = endOf(signed);
  const read = {
    digest,
    address,
    issuer,
    types,
    ...(anchor === undefined ? {} : { anchor }),
    ...(typeof validFrom === "number" ? { validFrom } : {}),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...claimsIn(claims.value, credential.subjects),
  };
  return withBindable(read, credential);
}

/** A credential as it is secured, from where the manifest says it is. */
async function readCredential(address: string, ports: EvidencePorts): Promise<Secured | undefined> {
  if (address.startsWith(EMBEDDED)) {
    const id = await ports.texts.get(address.slice(EMBEDDED.length));
    return id === undefined ? undefined : securedIn({ type: ENVELOPE, id });
  }
  const fetched = await ports.fetch(address, { accept: ACCEPT, limit: CREDENTIAL_BYTES, redirects: 0 });
  if (!fetched.ok || fetched.value.status !== 200) return undefined;
  const { text } = fetched.value;
  const json = text.trimStart().startsWith("{") ? parseJson(text) : undefined;
  if (json) return json.ok ? securedIn(json.value) : undefined;
  const stated = mediaOf(fetched.value);
  const media = /^application\/(?:vc|dc)\+/.test(stated) ? stated : TOKEN;
  return securedIn(enveloped(text.trim(), media));
}

const mediaOf = ({ contentType = "" }: Pick<FetchedDocument, "contentType">) =>
  contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";

function securedIn(json: Parameters<typeof readSecured>[0]): Secured | undefined {
  const secured = readSecured(json);
  return secured.ok ? secured.value : undefined;
}
