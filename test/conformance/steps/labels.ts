// Labels of Gaia-X, the credentials that they rest on, and a party that links them.
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import type { PartySettings } from "../parties/manifest.ts";
import type { Party } from "../parties/provider.ts";
import { CREDENTIALS, type Issuer, credential, issuer, issuerAt, token } from "./credentials.ts";
import { digestOf, expectReason, publishCertified } from "./evidence.ts";

/** A credential of a type of Gaia-X: sound, but for what a case changes. */
export function gaiaX(
  by: Issuer,
  type: string,
  subject: JsonObject,
  { header = {}, ...more }: JsonObject & { readonly header?: JsonObject } = {},
): string {
  const document = credential(by, {
    "@context": [CREDENTIALS, "https://w3id.org/gaia-x/development#"],
    type: ["VerifiableCredential", type],
    credentialSubject: subject,
    ...more,
  } as JsonObject);
  return token(by, document, header);
}

/** A credential that a label rests on, and the type that the label gives it. */
export type Rested = readonly [compact: string, type: string];

/** What a clearing house says once it has looked at some credentials. */
export async function labelOver(
  house: Issuer,
  rested: readonly Rested[],
  {
    subject = {},
    ...more
  }: JsonObject & { readonly subject?: JsonObject; readonly header?: JsonObject } = {},
): Promise<string> {
  const entries = rested.map(async ([compact, type]) => ({
    type,
    "gx:digestSRI": `sha256-${await digestOf(compact)}`,
  }));
  return gaiaX(
    house,
    "gx:LabelCredential",
    {
      id: "https://house.conformance.example/labels/1#cs",
      "gx:labelLevel": "L1",
      "gx:rulesVersion": "CD25.10",
      "gx:compliantCredentials": await Promise.all(entries),
      ...subject,
    } as JsonObject,
    more as JsonObject,
  );
}

/** Who takes part in a label, and what these have signed. */
export interface Labelling {
  readonly party: Party;
  readonly own: Issuer;
  readonly house: Issuer;
  readonly person: string;
  readonly number: string;
}

/** The legal person of a provider, signed by itself. */
export const personOf = (by: Issuer): string =>
  gaiaX(by, "gx:LegalPerson", { id: "https://subject.conformance.example/lp#cs", "gx:legalName": "Subject" });

/** A number of its register, signed by a notary. */
export const numberOf = (by: Issuer, more: JsonObject = {}): string =>
  gaiaX(by, "gx:VatID", { id: "https://subject.conformance.example/vat#cs", "gx:countryCode": "NL" }, more);

/** What the label of a party rests on, where it is sound. */
export const sound = ({ person, number }: Labelling): readonly Rested[] => [
  [person, "gx:LegalPerson"],
  [number, "gx:VatID"],
];

export async function labelling(t: Exam, settings: PartySettings = {}): Promise<Labelling> {
  const party = await t.party({ offers: [], ...settings });
  const own = issuerAt(party);
  return { party, own, house: issuer(), person: personOf(own), number: numberOf(issuer()) };
}

/** Has the party state that it has a label of the first level and link these; gives what a demand for it comes to. */
export async function expectLabel(
  t: Exam,
  { party }: Labelling,
  links: readonly string[],
  reason: string,
  { is = "GaiaXLabelLevel1", offers, ...more }: Expected = {},
): Promise<JsonObject> {
  await publishCertified(t, party, () => links, {
    scheme: "GaiaXLabelLevel1",
    ...(offers ? { offers } : {}),
  });
  return expectReason(t, party, "attested", reason, { is, ...more });
}

interface Expected {
  readonly is?: string;
  readonly offer?: string;
  readonly offers?: PartySettings["offers"];
}
