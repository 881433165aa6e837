// Whose a credential is that has the IRI of no provider and no offer: by the digests of a label, or by the identifier of
// an organisation. Pure.
import { type UnboundLabel, followLabel } from "../../trust/types/label.ts";
import { typesOf } from "../../trust/types/members.ts";
import { sharedIdentifier } from "../../trust/types/organisation-identifier.ts";
import type { CredentialFault, CredentialState } from "../ports.ts";
import { labelled } from "./bindable.ts";
import type { Claims, NamedOrganisation } from "./claims.ts";

/** A credential with what is known of it. */
export interface Known {
  readonly claims: Claims;
  readonly state: CredentialState;
}

export type BindingWay = "label" | "legal-identifier";

/** The subject of a credential is somebody else as well. */
export interface Bound {
  readonly way: BindingWay;
  readonly subject: string;
  /** IRIs of the provider, or of offers. */
  readonly is: readonly string[];
  /** Of a credential that shows it. */
  readonly fault?: CredentialFault;
}

export type UnboundCode =
  | UnboundLabel["code"]
  | "other-provider"
  | "no-service"
  | "organisation-unknown"
  | "other-organisation"
  | "identity-not-trusted";

export type Binding = Bound | { readonly unbound: UnboundCode };

interface Surroundings {
  /** DID. */
  readonly provider: string;
  /** All credentials of the manifest. */
  readonly all: readonly Known[];
  /** Whether it is the word of somebody else than the provider whom the policy accepts. */
  readonly isTrusted: (one: Known) => boolean;
}

/** How a credential is bound besides by IRIs; undefined where nothing in it would bind it. */
export function bindingOf({ claims }: Known, around: Surroundings): Binding | undefined {
  const { label, organisation, digest } = claims;
  if (label) return byLabel(label, labelled(digest), around);
  if (!organisation || organisation.subject === around.provider) return undefined;
  return byIdentifier(organisation, around);
}

/** MPLI-CRED-005, MPLI-CRED-006: every digest leads to a credential, and these lead to one provider. */
function byLabel(
  label: NonNullable<Claims["label"]>,
  subject: string,
  { provider, all }: Surroundings,
): Binding {
  const roles = all.map(({ claims }) => ({
    digest: claims.digest,
    issuer: claims.issuer,
    types: [...typesOf({ type: [...claims.types] }), ...(claims.subjectTypes ?? [])],
    subject: claims.subject,
  }));
  const followed = followLabel(label, roles);
  if (!followed.ok) return { unbound: followed.refusal.code };
  if (followed.value.provider !== provider) return { unbound: "other-provider" };
  // A label of one service is not one of all that the provider offers, whatever the service calls itself.
  const services = followed.value.services.map((each) => each.subject);
  const is =
    services.length === 0
      ? [provider]
      : services.flatMap((iri) => (iri === undefined || iri === provider ? [] : iri));
  if (is.length === 0) return { unbound: "no-service" };
  const used = new Set(label.entries.map(({ digest }) => digest));
  const faulty = all.find(({ claims, state }) => used.has(claims.digest) && state.fault !== undefined);
  return {
    way: "label",
    subject,
    is,
    ...(faulty?.state.fault ? { fault: faulty.state.fault } : {}),
  };
}

/** MPLI-CRED-003: two credentials are of one organisation where they have an identifier in common. */
function byIdentifier(
  { subject, identifiers }: NamedOrganisation,
  { provider, all, isTrusted }: Surroundings,
): Binding {
  const telling = all.filter(({ claims }) => claims.organisation?.subject === provider);
  if (telling.length === 0) return { unbound: "organisation-unknown" };
  const same = telling.filter(({ claims }) =>
    sharedIdentifier(claims.organisation?.identifiers ?? [], identifiers),
  );
  if (same.length === 0) return { unbound: "other-organisation" };
  const trusted = same.filter(isTrusted);
  const [first] = trusted;
  if (!first) return { unbound: "identity-not-trusted" };
  const { fault } = (trusted.find(({ state }) => state.fault === undefined) ?? first).state;
  return { way: "legal-identifier", subject, is: [provider], ...(fault ? { fault } : {}) };
}
