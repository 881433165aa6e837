// What a participant says of itself to a clearing house, and how it is presented (Gaia-X, criterion PA1.1).
import { type Result, ok, refused } from "../../kernel/result.ts";
import { CREDENTIALS_CONTEXT } from "../credential/model.ts";
import { enveloped } from "../credential/secured.ts";
import type { JsonObject } from "../token/jws.ts";
import type { InputRefusal, Sign } from "./ports.ts";

export interface Participant {
  /** A did:web: houses resolve no other. */
  readonly did: string;
  readonly legalName: string;
  /** ISO 3166-1 alpha-2, of the headquarters. */
  readonly country: string;
  /** The same of the legal address. */
  readonly legalCountry: string;
  /** Address below which its credentials will be published; it ends with a slash. */
  readonly base: string;
}

const GAIA_X_CONTEXT = "https://w3id.org/gaia-x/development#";

/** SHA-256 of the terms and conditions of Gaia-X, in hexadecimal, as a house demands it (Loire). */
export const TERMS = "4bd7554097444c960292b4726c2efa1373485e8a5565d94d41195214c5e0ceb3";

/** Names of the files below the base. A number needs a credential, and so does the label that comes back. */
export const FILES = {
  legalPerson: "legal-person.jwt",
  registration: "registration-number.jwt",
  terms: "terms-and-conditions.jwt",
  label: "compliance.jwt",
} as const;

/** For how long what a participant says of itself holds. */
const DAYS = 365;
const DAY_MS = 86_400_000;

/** Refuses what a house would refuse, before anything is sent. */
export function checkParticipant(participant: Participant): Result<Participant, InputRefusal> {
  const wrong = Object.entries(EXPECTED).find(
    ([name, [form]]) => !form.test(participant[name as keyof Participant]),
  );
  if (!wrong) return ok(participant);
  const [member, [, expected]] = wrong;
  return refused({ code: "malformed-participant", member, expected });
}

const COUNTRY = [/^[A-Z]{2}$/, "a country by its two letters, such as DE"] as const;
const EXPECTED = {
  did: [/^did:web:[^\s#?]+$/, "a did:web"],
  legalName: [/^\S(.{0,198}\S)?$/u, "a name of at most 200 characters"],
  country: COUNTRY,
  legalCountry: COUNTRY,
  base: [
    /^https?:\/\/[^\s#?]+\/$/,
    "an address that ends with a slash, such as https://cloud.example/gaia-x/",
  ],
} as const satisfies Record<keyof Participant, readonly [RegExp, string]>;

const self = ({ did, base }: Participant, file: string, type: string, now: number): JsonObject => ({
  "@context": [CREDENTIALS_CONTEXT, GAIA_X_CONTEXT],
  id: base + file,
  type: ["VerifiableCredential", type],
  issuer: did,
  ...validity(now),
});

const validity = (now: number) => ({
  validFrom: new Date(now).toISOString(),
  validUntil: new Date(now + DAYS * DAY_MS).toISOString(),
});

/**
 * `gx:LegalPerson`, whose shape is closed: no member may be added. Its name is that of schema.org, which the first
 * context defines.
 */
export function legalPerson(participant: Participant, now: number): JsonObject {
  const { did, legalName, country, legalCountry, base } = participant;
  return {
    ...self(participant, FILES.legalPerson, "gx:LegalPerson", now),
    credentialSubject: {
      // The provider's DID, so that what is said here is bound to whoever publishes it.
      id: did,
      type: "gx:LegalPerson",
      name: legalName,
      "gx:registrationNumber": { id: `${base}${FILES.registration}#cs` },
      "gx:headquartersAddress": { type: "gx:Address", "gx:countryCode": country },
      "gx:legalAddress": { type: "gx:Address", "gx:countryCode": legalCountry },
    },
  };
}

/** `gx:Issuer`: the participant accepts the terms and conditions of Gaia-X. */
export function termsAcceptance(participant: Participant, now: number): JsonObject {
  return {
    ...self(participant, FILES.terms, "gx:Issuer", now),
    credentialSubject: {
      id: `${participant.base}${FILES.terms}#cs`,
      type: "gx:Issuer",
      gaiaxTermsAndConditions: TERMS,
    },
  };
}

/** A presentation of tokens, each in its envelope (Verifiable Credentials Data Model 2.0 §4.13). */
export function presentation(did: string, tokens: readonly string[], now: number): JsonObject {
  return {
    "@context": [CREDENTIALS_CONTEXT],
    type: ["VerifiablePresentation"],
    issuer: did,
    ...validity(now),
    verifiableCredential: tokens.map((token) => enveloped(token)),
  };
}

/** Media types of VC-JOSE-COSE §3.1, which houses take beside their own older ones. */
export const signCredential = (sign: Sign, did: string, document: JsonObject) =>
  sign(document, { typ: "vc+jwt", cty: "vc", iss: did });
export const signPresentation = (sign: Sign, did: string, document: JsonObject) =>
  sign(document, { typ: "vp+jwt", cty: "vp", iss: did });
