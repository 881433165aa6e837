// Faults in whose a credential is that has the IRI of no provider and no offer.
import type { Claims } from "../../../functions/compatibility/evidence/claims.ts";
import { isObject } from "../../../functions/trust/token/jws.ts";
import { claiming, forgiving, looking, reportingEvidence } from "../credentials.ts";
import type { Mutant } from "../mutant.ts";

const stage = "catalogue";

/** Reads other entries in labels. */
const resting = (
  change: (
    entries: NonNullable<Claims["label"]>["entries"],
    claims: readonly Claims[],
    provider: string,
  ) => NonNullable<Claims["label"]>["entries"],
) =>
  claiming((claims, { provider }) =>
    claims.map((one) =>
      one.label ? { ...one, label: { entries: change(one.label.entries, claims, provider) } } : one,
    ),
  );

/** Takes what labels state for statements of whoever links them. */
const unfollowed = claiming((claims, { provider }) =>
  claims.map(({ label, ...one }) =>
    label ? { ...one, stated: one.stated.map(([, values]) => [provider, values] as const) } : one,
  ),
);

/** Reads other identifiers of organisations. */
const named = (
  change: (
    organisation: NonNullable<Claims["organisation"]>,
  ) => NonNullable<Claims["organisation"]>["identifiers"],
) =>
  claiming((claims) =>
    claims.map((one) =>
      one.organisation
        ? { ...one, organisation: { ...one.organisation, identifiers: change(one.organisation) } }
        : one,
    ),
  );

/** Reads in labels what would be another rulebook or another level. */
const labelled = (member: string, value: string) =>
  looking((_, __, { verify }) => ({
    verify: async (...asked) => {
      const { signed, ...found } = await verify(...asked);
      const { credentialSubject: about } = signed?.credential.document ?? {};
      if (!signed || !isObject(about) || !(member in about)) return signed ? { ...found, signed } : found;
      const document = { ...signed.credential.document, credentialSubject: { ...about, [member]: value } };
      return { ...found, signed: { ...signed, credential: { ...signed.credential, document } } };
    },
  }));

export default [
  {
    breaks: "MPLI-CRED-005",
    fault: "follows only the digests of a label that lead somewhere",
    stage,
    ...resting((entries, claims) =>
      entries.filter(({ digest }) => claims.some((one) => one.digest === digest)),
    ),
  },
  {
    breaks: "MPLI-CRED-005",
    fault: "does not compare the type of a credential with the one that the label states",
    stage,
    ...resting((entries) => entries.map((entry) => ({ ...entry, types: [] }))),
  },
  {
    breaks: "MPLI-CRED-005",
    fault: "takes a label for one of whoever links it",
    stage,
    ...unfollowed,
  },
  {
    breaks: "MPLI-CRED-006",
    fault: "passes over the credentials of others on which a label rests",
    stage,
    ...resting((entries, claims, provider) =>
      entries.filter(({ digest, types }) => {
        const isOwn = claims.some((one) => one.digest === digest && one.issuer === provider);
        return isOwn || !types.includes("LegalPerson");
      }),
    ),
  },
  {
    breaks: "MPLI-CRED-006",
    fault: "takes a label without a legal person for one of whoever links it",
    stage,
    ...unfollowed,
  },
  {
    breaks: "MPLI-CRED-007",
    fault: "takes a level of any rulebook for one of Gaia-X",
    stage,
    ...labelled("gx:rulesVersion", "CD25.10"),
  },
  {
    breaks: "MPLI-CRED-007",
    fault: "takes every level for the first",
    stage,
    ...labelled("gx:labelLevel", "L1"),
  },
  {
    breaks: "MPLI-CRED-007",
    fault: "does not know that a higher level implies the lower ones",
    stage,
    ...labelled("gx:labelLevel", "SC"),
  },
  {
    breaks: "MPLI-EVID-041",
    fault: "verifies every link under the profile of the W3C",
    stage,
    ...looking((_, __, { verify }) => ({
      verify: (secured, options, url) => verify(secured, { ...options, profile: "w3c" }, url),
    })),
  },
  {
    breaks: "MPLI-EVID-042",
    fault: "counts a label of one service for all offers",
    stage,
    ...resting((entries) => entries.filter(({ types }) => !types.includes("ServiceOffering"))),
  },
  {
    breaks: "MPLI-EVID-042",
    fault: "counts labels for nobody",
    stage,
    ...claiming((claims) => claims.filter(({ label }) => !label)),
  },
  {
    breaks: "MPLI-EVID-043",
    fault: "passes over what has become of the credentials on which a label rests",
    stage,
    ...forgiving("expired", "revoked"),
  },
  {
    breaks: "MPLI-CRED-003",
    fault: "compares numbers of any kind with one another",
    stage,
    ...named(({ identifiers }) => identifiers.map((one) => ({ ...one, scheme: "vat" }))),
  },
  {
    breaks: "MPLI-CRED-003",
    fault: "takes every organisation for the same",
    stage,
    ...named(() => [{ scheme: "lei", value: "0" }]),
  },
  {
    breaks: "MPLI-EVID-044",
    fault: "joins no credentials by identifiers",
    stage,
    ...named(() => []),
  },
  {
    breaks: "MPLI-EVID-044",
    fault: "takes a certificate for any organisation for one of whoever links it",
    stage,
    ...claiming((claims, { provider }) =>
      claims.map((one) => ({ ...one, stated: one.stated.map(([, values]) => [provider, values] as const) })),
    ),
  },
  {
    breaks: "MPLI-EVID-045",
    fault: "believes a provider which organisation it is",
    stage,
    ...claiming((claims, { provider }) =>
      claims.map((one) =>
        one.organisation && one.issuer === provider ? { ...one, issuer: "did:web:register.example" } : one,
      ),
    ),
  },
  {
    breaks: "MPLI-EVID-045",
    fault: "asks no policy who may say which organisation a provider is",
    stage,
    ...claiming((claims) => {
      const body = claims.find(({ types }) => types.includes("CertificationCredential"));
      return claims.map((one) =>
        one.types.includes("LegalIdentityCredential") && body
          ? {
              ...body,
              digest: one.digest,
              stated: [],
              ...(one.organisation ? { organisation: one.organisation } : {}),
            }
          : one,
      );
    }),
  },
  {
    breaks: "MPLI-EVID-046",
    fault: "does not say by what a credential is the provider's",
    stage,
    ...reportingEvidence(({ evidence }) => {
      for (const one of evidence) delete one["binding"];
    }),
  },
  {
    breaks: "MPLI-EVID-046",
    fault: "does not say why a credential is nobody's",
    stage,
    ...reportingEvidence(({ evidence }) => {
      for (const one of evidence) delete one["unbound"];
    }),
  },
] satisfies Mutant[];
