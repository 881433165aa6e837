// A provider of the kit with a certificate, and what a target makes of it when a demand asks for evidence.
import type { Exam } from "../exam.ts";
import { CONTEXT, iri } from "../graph.ts";
import { type Answer, type JsonObject, brief, isObject } from "../http.ts";
import type { PartySettings } from "../parties/manifest.ts";
import type { Reply } from "../parties/network.ts";
import { type Party, reply } from "../parties/provider.ts";
import type { Shelf } from "../shelf.ts";
import { CREDENTIALS, type Issuer, credential, issuer, issuerAt, token } from "./credentials.ts";
import { RARE, componentsOf, listed, requirementsOf, send } from "./demands.ts";

export const OWN_CONTEXT = "https://w3id.org/mpli/credentials/v1";

/** A certificate for a provider or an offer: sound, but for what a case changes. */
export function certificate(by: Issuer, subject: string, more: JsonObject = {}, scheme = "ISO27001"): string {
  return token(by, certificateOf(by, subject, more, scheme));
}

export function certificateOf(
  by: Pick<Issuer, "did">,
  subject: string,
  more: JsonObject = {},
  scheme = "ISO27001",
): JsonObject {
  return credential(by, {
    "@context": [CREDENTIALS, OWN_CONTEXT],
    type: ["VerifiableCredential", "CertificationCredential"],
    credentialSubject: { id: subject, certification: { type: "Certification", scheme } },
    ...more,
  });
}

/** The digest by which a report names a token. */
export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(bytes).toString("hex");
}

/** What a certification links: tokens are served at an address of the party, anything else is the link itself. */
type Links = (party: Party) => readonly string[] | Promise<readonly string[]>;

interface CertifiedSettings extends PartySettings {
  readonly scheme?: string;
  /** How many of the credentials the target is to have looked at; all of them unless stated. */
  readonly lookedAt?: number;
}

/** Has the party state that it is certified and link credentials, and waits until the target has looked at them. */
export async function publishCertified(
  t: Exam,
  party: Party,
  links: Links,
  { scheme = "ISO27001", lookedAt, ...settings }: CertifiedSettings = {},
): Promise<readonly string[]> {
  const linked = await links(party);
  const addresses = linked.map((one, index) => (one.includes(":") ? one : serve(party, one, index)));
  const certification = [{ type: "Certification", scheme, credential: addresses }];
  await party.offers(settings.offers ?? [{ id: "g", class: RARE }], {
    provider: { certification },
    ...settings,
  });
  await party.harvested();
  await party.listed(
    (entry) =>
      entriesOf(entry).filter(({ address }) => address !== party.manifestAddress).length >=
      (lookedAt ?? addresses.length),
    "with its credentials",
  );
  return addresses;
}

/** What the list of providers says of the credentials of one. */
export const entriesOf = ({ credentials }: JsonObject): JsonObject[] =>
  [credentials ?? []].flat().filter(isObject);

/** The credential by which a party signs the manifest that it publishes now. */
export function signatureOf({ manifestAddress, digest }: Party, by: Issuer, more: JsonObject = {}): string {
  return token(by, credential(by, { ...about(manifestAddress, digest()), ...more }));
}

/** The subject of a credential about this version of a manifest. */
export function about(manifest: string, digest: string): JsonObject {
  return { credentialSubject: { id: manifest, type: iri("mpli:Manifest"), [iri("mpli:digest")]: digest } };
}

/** What a party answers to who asks for the signature of its manifest. */
type Signing = (party: Party, by: Issuer) => string | Reply;

/**
 * A party that states that it is certified and signs its manifest, soundly unless it is said how. The one credential that
 * it links is of another scheme: it shows when the target has looked at credentials.
 */
export async function signedParty(
  t: Exam,
  signs: Signing = signatureOf,
  settings: PartySettings = {},
): Promise<Party> {
  const party = await t.party({ offers: [] });
  sign(party, signs);
  await publishCertified(t, party, ({ did }) => [certificate(issuer(), did, {}, "ISO9001")], settings);
  return party;
}

/** Has the party answer otherwise from now on to who asks for the signature of its manifest. */
export function sign(party: Party, signs: Signing): void {
  const by = issuerAt(party);
  party.answer(new URL(party.manifestAddress).pathname, ({ headers }, usual) => {
    if (!/^\s*application\/vc\+jwt/.test(headers["accept"] ?? "")) return usual;
    const signed = signs(party, by);
    return typeof signed === "string" ? reply(200, "application/vc+jwt", signed) : signed;
  });
}

/** Nothing that the party states is declared, though all of it is asserted. */
export async function expectUnsigned(t: Exam, party: Party): Promise<void> {
  await expectReason(t, party, "declared", "evidence-missing");
  await expectReason(t, party, "asserted", "met");
}

/** A party that states that it is certified, and links credentials for it. */
export async function certifiedParty(
  t: Exam,
  links: Links,
  settings: PartySettings & { readonly scheme?: string } = {},
): Promise<Party> {
  const party = await t.party({ offers: [] });
  await publishCertified(t, party, links, settings);
  return party;
}

function serve(party: Party, compact: string, index: number): string {
  const path = `/kit/credentials/${index}.jwt`;
  party.answer(path, () => reply(200, "application/vc+jwt", compact));
  return party.origin + path;
}

/** What a requirement on the certification comes to on an offer of the party, with the evidence that it asks for. */
export async function judgedBy(
  t: Exam,
  party: Pick<Party, "offer">,
  evidence: unknown,
  {
    offer = "g",
    on = "certification",
    is = "ISO27001",
    ...demand
  }: JsonObject & { readonly offer?: string; readonly on?: string; readonly is?: string } = {},
): Promise<JsonObject> {
  const must = [{ on, is, evidence }];
  const answer = await send(t, {
    "@context": CONTEXT,
    type: "Demand",
    component: [{ class: RARE, must }],
    ...demand,
  } as JsonObject);
  const [component] = componentsOf(t, answer);
  const result = listed(component).find((each) => each["offer"] === party.offer(offer));
  const [judged] = result ? requirementsOf(result) : [];
  return judged ?? t.fail(`the offer ${party.offer(offer)} in the report`, brief(answer.text));
}

/** The requirement ends with this reason. */
export async function expectReason(
  t: Exam,
  party: Pick<Party, "offer">,
  evidence: unknown,
  reason: string,
  more: Parameters<typeof judgedBy>[3] = {},
): Promise<JsonObject> {
  const judged = await judgedBy(t, party, evidence, more);
  t.equal(judged["reason"], reason, `evidence ${JSON.stringify(evidence)} ends with`);
  return judged;
}

/** The requirement comes to end with one of these reasons, in the target's own time. */
export async function awaitReason(
  t: Exam,
  party: Pick<Party, "offer">,
  evidence: unknown,
  ...reasons: readonly string[]
): Promise<void> {
  const probe = async () => {
    const { reason } = await judgedBy(t, party, evidence);
    return reasons.some((one) => one === reason) || undefined;
  };
  await t.eventually(`the reason ${reasons.join(" or ")}`, probe);
}

/** Publishes at the target that it is certified, with these credentials in the links themselves. */
export function ownCertified(t: Exam, credentials: (did: string) => readonly string[]): Promise<Shelf> {
  if (t.declared.roles.has("catalogue"))
    t.inapplicable("the target answers demands about the providers that it harvests");
  const did = t.declared.did ?? t.fail("`did` in the node document", "none");
  const credential = credentials(did).map((one) => `data:application/vc+jwt,${one}`);
  const certification = [{ type: "Certification", scheme: "ISO27001", credential }];
  return t.shelf([{ id: "g", class: RARE }], { provider: { certification } });
}

/** The credentials that a requirement rests on, as the report lists them. */
export function evidenceIn(judged: JsonObject): JsonObject[] {
  return [judged["evidence"] ?? []].flat().filter(isObject);
}

/** The whole report on a demand for a certification with this evidence. */
export function reportOn(t: Exam, evidence: unknown, more: JsonObject = {}): Promise<Answer> {
  const must = [{ on: "certification", is: "ISO27001", evidence }];
  const component = [{ class: RARE, must }];
  return send(t, { "@context": CONTEXT, type: "Demand", component, ...more } as JsonObject);
}

/** A policy that a demand brings along. */
export function policyFor(rule: readonly JsonObject[]): JsonObject {
  return {
    type: "TrustPolicy",
    name: "kit",
    title: "Policy of the conformance kit",
    policyVersion: 1,
    rule: [...rule],
  };
}

/** The rule that an issuer is a certification body for ISO 27001. */
export function believing({ did }: Issuer, more: JsonObject = {}): JsonObject {
  return {
    effect: "accept",
    issuer: [did],
    credentialType: ["CertificationCredential"],
    scope: ["ISO27001"],
    confers: ["certification-body"],
    ...more,
  };
}

/** The rule that an issuer accredits certification bodies for ISO 27001. */
export function accrediting(by: Issuer): JsonObject {
  return believing(by, { credentialType: ["AccreditationCredential"], confers: ["accreditation-body"] });
}

/** The credential by which a body is accredited for a scheme. */
export function accreditation(by: Issuer, body: string, scheme = "ISO27001", more: JsonObject = {}): string {
  return token(
    by,
    credential(by, {
      "@context": [CREDENTIALS, OWN_CONTEXT],
      type: ["VerifiableCredential", "AccreditationCredential"],
      credentialSubject: { id: body, accreditation: { schemes: [scheme] } },
      ...more,
    }),
  );
}
