// Faults in evidence: in what is found out about credentials, in what they state, and in what a report says of them.
import type { checkEvidence } from "../../functions/catalogue/evidence.ts";
import type { KeptEvidence } from "../../functions/catalogue/ports.ts";
import type { Claims } from "../../functions/compatibility/evidence/claims.ts";
import type { CheckedEvidence, Source } from "../../functions/compatibility/ports.ts";
import { mpli } from "../../functions/kernel/generated/vocabulary.ts";
import { isObject } from "../../functions/trust/token/jws.ts";
import { reporting } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

/** Finds out something else about the credentials of a manifest. */
export const lookedAt = (change: (found: KeptEvidence) => KeptEvidence): Spoil => ({
  looks:
    (sound) =>
    async (...asked) =>
      change(await sound(...asked)),
});

/** Looks at credentials with other ports, or at another snapshot. */
export const looking = (change: (...given: Looked) => Partial<Looked[2]>): Spoil => ({
  looks:
    (sound) =>
    async (...given) =>
      sound(given[0], given[1], { ...given[2], ...change(...given) }),
});

type Looked = Parameters<typeof checkEvidence>;

/** Reads in every credential about a manifest what a signature of the manifest at hand would say instead. */
export const signatureAs = (part: "issuer" | "manifest" | "digest"): Spoil =>
  looking(({ provider, manifest, digest }, _, { verify }) => ({
    verify: async (...asked) => {
      const { signed, ...found } = await verify(...asked);
      const { credentialSubject: about } = signed?.credential.document ?? {};
      if (!signed || !isObject(about) || "certification" in about)
        return signed ? { ...found, signed } : found;
      const subject = {
        ...about,
        ...(part === "digest" ? { [mpli.digest.value]: digest } : {}),
        ...(part === "manifest" ? { id: manifest } : {}),
      };
      const credential = {
        ...signed.credential,
        ...(part === "issuer" ? { issuer: provider } : {}),
        ...(part === "manifest" ? { subjects: [manifest] } : {}),
        document: { ...signed.credential.document, credentialSubject: subject },
      };
      return { ...found, signed: { ...signed, credential } };
    },
  }));

type Checked = KeptEvidence["credentials"][number];

/** Takes each credential for another; undefined forgets it. */
export const credentialsAs = (change: (credential: Checked) => Checked | undefined): Spoil =>
  lookedAt((found) => ({ ...found, credentials: found.credentials.flatMap((one) => change(one) ?? []) }));

/** Passes over a fault of credentials. */
export const forgiving = (...codes: readonly string[]): Spoil =>
  credentialsAs(({ fault, ...credential }) =>
    fault === undefined || codes.includes(fault) ? credential : { ...credential, fault },
  );

/** Reads other statements in credentials. */
export const claiming = (
  change: (claims: readonly Claims[], source: Source) => readonly Claims[],
): Spoil => ({
  host: (host) => {
    const { facts } = host.compatibility;
    const spoilt = {
      open: (sources: readonly Source[]) => facts.open(sources),
      claims: async (sources: readonly Source[]) =>
        (await facts.claims(sources)).map((claims, index) => {
          const source = sources[index];
          return claims && source ? change(claims, source) : claims;
        }),
    };
    return { ...host, compatibility: { ...host.compatibility, facts: spoilt } };
  },
});

/** Weighs other evidence than was found. */
export const weighing = (change: (evidence: CheckedEvidence, source: Source) => CheckedEvidence): Spoil => ({
  host: (host) => {
    const market: typeof host.compatibility.market = async () => {
      const sound = await host.compatibility.market();
      if (!sound.ok) return sound;
      const sources = sound.value.sources.map((source) =>
        source.evidence ? { ...source, evidence: change(source.evidence, source) } : source,
      );
      return { ok: true, value: { ...sound.value, sources } };
    };
    return { ...host, compatibility: { ...host.compatibility, market } };
  },
});

/** Says something else of each requirement that asks for evidence. */
export const reportingEvidence = (change: (requirement: Json & { evidence: Json[] }) => void): Spoil =>
  reporting((report) => {
    for (const component of report["component"] as Json[])
      for (const result of component["results"] as Json[])
        for (const requirement of result["requirements"] as Json[])
          if (requirement["evidence"]) change(requirement as Json & { evidence: Json[] });
  });
