// What ties a credential to a provider or an offer whose IRI it does not have: taken down when it is looked at. Pure.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import type { Credential } from "../../trust/credential/model.ts";
import { OF_PROVIDERS, readLabel, schemeOf } from "../../trust/types/label.ts";
import { legalIdentityOf } from "../../trust/types/legal-identity.ts";
import { nodesIn, typesOf } from "../../trust/types/members.ts";
import { readOrganizationIdentifier } from "../../trust/types/organisation-identifier.ts";
import { keyOf } from "../demand/path.ts";
import type { Claims, NamedOrganisation } from "./claims.ts";

/** What a label states its level of: whose it is follows from digests, never from the id that its subject has. */
export const labelled = (digest: string): string => `urn:sha-256:${digest}`;

const SCHEME = keyOf([mpli.certification.value, mpli.scheme.value]);
const MOST_TYPES = 20;

/** The claims, with whatever else the credential may be bound by. */
export function withBindable(claims: Claims, { document, subjects, vct }: Credential): Claims {
  const [subject] = subjects;
  const nodes = vct === undefined ? nodesIn(document["credentialSubject"]) : [];
  const subjectTypes = [...new Set(nodes.flatMap(typesOf))].slice(0, MOST_TYPES);
  const isOfProvider = [...typesOf(document), ...subjectTypes].some((type) => OF_PROVIDERS.includes(type));
  // What is said of one of several subjects must not count for the others.
  const isOfOne = vct !== undefined || nodes.length === 1;
  const organisation = isOfOne ? organisationOf(document, subject) : undefined;
  return {
    ...withLabel(claims, document),
    ...(subjectTypes.length > 0 ? { subjectTypes } : {}),
    ...(isOfProvider && isOfOne && subject !== undefined ? { subject } : {}),
    ...(organisation ? { organisation } : {}),
  };
}

/** The level of a label is stated as a certification under the scheme of that level. */
function withLabel(claims: Claims, document: Credential["document"]): Claims {
  const label = readLabel(document);
  if (!label) return claims;
  const { entries } = label;
  const scheme = schemeOf(label);
  if (scheme === undefined) return { ...claims, label: { entries } };
  const level = [labelled(claims.digest), [[SCHEME, [{ type: "uri", value: scheme }]]]] as const;
  const schemes = [...new Set([...claims.schemes, scheme])].sort();
  return { ...claims, label: { entries }, schemes, stated: [...claims.stated, level] };
}

/** A subject may be an organisation by its DID alone: `did:elsi` has the identifier in it. */
function organisationOf(
  document: Credential["document"],
  subject: string | undefined,
): NamedOrganisation | undefined {
  if (subject === undefined) return undefined;
  const identity = legalIdentityOf(document);
  const own = subject.startsWith("did:elsi:") ? readOrganizationIdentifier(subject) : undefined;
  const identifiers = [...(own?.ok ? [own.value] : []), ...(identity.ok ? identity.value.identifiers : [])];
  return identifiers.length > 0 ? { subject, identifiers } : undefined;
}
