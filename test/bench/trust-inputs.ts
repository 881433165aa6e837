// What the bench of trust has verified: sound credentials of about a kilobyte, and hostile ones that cost most.
import { gzipSync } from "node:zlib";
import { signDocument } from "../support/sign-document.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";
import {
  type Algorithm,
  CREDENTIALS,
  type Issuer,
  credential,
  encode,
  enveloped,
  issuer,
  keyPair,
  signed,
  token,
} from "../conformance/steps/credentials.ts";
import type { World } from "./trust-worker.ts";

export const NOW = Date.parse("2026-11-01T12:00:00Z");
const HOST = "issuer.example";
const LIST = `https://${HOST}/status`;
const BOMB = `https://${HOST}/bomb`;

/** An issuer of did:web, whose document has a key of each kind. */
const DID = `did:web:${HOST}`;
const of = (alg: Algorithm): Issuer => ({ ...keyPair(alg), did: DID, kid: `${DID}#${alg}` });
export const ISSUERS = { ES256: of("ES256"), EdDSA: of("EdDSA") };

const methods = Object.values(ISSUERS).map(({ kid, jwk }) => ({
  id: kid,
  type: "JsonWebKey",
  controller: DID,
  publicKeyJwk: jwk,
}));
const document = { id: DID, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) };

const list = (bytes: number) =>
  token(
    ISSUERS.ES256,
    credential(ISSUERS.ES256, {
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      credentialSubject: {
        type: "BitstringStatusList",
        statusPurpose: "revocation",
        encodedList: `u${encode(gzipSync(new Uint8Array(bytes)))}`,
      },
    }),
  );

/** The header of a token is the same for all of an issuer, so that its start tells the key. */
const startOf = (compact: string) => compact.split(".")[0] ?? "";

export const WORLD: World = {
  now: NOW,
  answers: {
    [`https://${HOST}/.well-known/did.json`]: ["application/did+json", JSON.stringify(document)],
    [LIST]: ["application/vc+jwt", list(16_384)],
    [BOMB]: ["application/vc+jwt", list(64 * 1024 * 1024)],
  },
  keys: Object.fromEntries(
    Object.values(ISSUERS).map((one) => [
      startOf(token(one, {})),
      { ...one.jwk, alg: one.alg } as JsonWebKey,
    ]),
  ),
};

const status = (index: number, statusListCredential = LIST) => ({
  type: "BitstringStatusListEntry",
  statusPurpose: "revocation",
  statusListIndex: String(index),
  statusListCredential,
});

/** The registration of a legal person, as a clearing house would issue it; each says something else. */
const registration = (at: number, did: string): JsonObject =>
  credential(
    { did },
    {
      id: `https://${HOST}/credentials/${at}`,
      name: "Registration of a legal person",
      description: `Entry ${at} of the register of companies, checked against the register of its country.`,
      validUntil: "2027-01-01T00:00:00Z",
      credentialStatus: status(at),
      credentialSubject: {
        id: `did:web:company-${at}.example`,
        name: `Company ${at}`,
        "https://vocabulary.example/registrationNumber": `HRB ${10_000 + at}`,
        "https://vocabulary.example/country": "DE",
        "https://vocabulary.example/legalAddress": { "https://vocabulary.example/locality": "Berlin" },
      },
    },
  ) as JsonObject;

/** Tokens by one key, all different. */
export function tokens(by: Issuer, count: number): string[] {
  return Array.from({ length: count }, (_, at) => token(by, registration(at, by.did)));
}

/** The same with a proof of eddsa-rdfc-2022 inside, by one key; also the key. */
export async function proofs(count: number): Promise<{ documents: JsonObject[]; by: Issuer }> {
  const by = issuer("EdDSA");
  const options = {
    verificationMethod: by.kid,
    proofPurpose: "assertionMethod",
    created: "2026-10-01T12:00:00Z",
  } as const;
  const key = by.privateKey.export({ format: "jwk" }) as JsonWebKey;
  const documents: JsonObject[] = [];
  for (let at = 0; at < count; at++) {
    const proven = await signDocument(registration(at, by.did), options, { key });
    if (!proven.ok) throw new Error(proven.refusal.code);
    documents.push(proven.value);
  }
  return { documents, by };
}

const many = (length: number, make: (index: number) => unknown) =>
  Array.from({ length }, (_, at) => make(at)) as never;

const EVE = issuer();
const body = (more: object, by = EVE) =>
  JSON.stringify({ verifiableCredential: enveloped(token(by, credential(by, { ...more }))) });

/** Bodies for the door, each with how it ends: those that cost most, at the limits and beyond them. */
export const HOSTILE: readonly (readonly [what: string, body: string, outcome: string])[] = [
  ["20,000 types", body({ type: many(20_000, (at) => `a:${at}`) }), "invalid"],
  ["650 types", body({ type: ["VerifiableCredential", ...many(650, (at) => `a:${at}`)] }), "valid"],
  ["one context 4,000 times", body({ "@context": many(4000, () => CREDENTIALS) }), "invalid"],
  ["one context 16 times", body({ "@context": many(16, () => CREDENTIALS) }), "invalid"],
  ["220 pieces of evidence", body({ evidence: many(220, () => ({ type: "JsonSchema" })) }), "valid"],
  [
    "130 entries of status",
    body({ credentialStatus: many(130, (at) => status(at, `https://10.0.0.7/${at}`)) }),
    "invalid",
  ],
  ["650 names", body({ name: many(650, (at) => `name ${at}`) }), "valid"],
  [
    "64 MiB of zeros as a status list",
    body({ credentialStatus: status(5, BOMB) }, ISSUERS.ES256),
    "indeterminate",
  ],
  ["a token of 256 KiB", body({ name: "é".repeat(60_000) }), "valid"],
  [
    "a token of many dots",
    JSON.stringify({ verifiableCredential: enveloped(".".repeat(256 * 1024)) }),
    "invalid",
  ],
  [
    "a payload of small numbers",
    JSON.stringify({ verifiableCredential: enveloped(signed(EVE, "{}", `{"a":[${"1,".repeat(98_000)}1]}`)) }),
    "invalid",
  ],
  [
    "a body of 26,000 members",
    JSON.stringify(Object.fromEntries(many(26_000, (at) => [`n${at}`, 1]))),
    "no-credential",
  ],
  [
    "the same with white space in it",
    ` ${JSON.stringify(Object.fromEntries(many(26_000, (at) => [`n${at}`, 1])))}`,
    "no-credential",
  ],
  ["300,000 lists that open", "[".repeat(300_000), "too-deep"],
];

/** Documents with a proof inside that cost most, each with how it ends. */
export const HOSTILE_PROOFS: (sound: JsonObject) => readonly (readonly [string, JsonObject, string])[] = (
  sound,
) => {
  const about = (more: object) => ({ ...sound, ...more }) as JsonObject;
  const clique = many(12, (at) => ({
    id: `_:n${at}`,
    "https://vocabulary.example/knows": many(12, (to) => ({ id: `_:n${to}` })),
  }));
  return [
    [
      "twelve blank nodes that all know each other",
      about({ "https://vocabulary.example/members": clique }),
      "poison-graph",
    ],
    ["650 names", about({ name: many(650, (at) => `name ${at}`) }), "bad-signature"],
    ["4,000 names", about({ name: many(4000, (at) => `name ${at}`) }), "poison-graph"],
    [
      "20,000 types",
      about({ type: ["VerifiableCredential", ...many(20_000, (at) => `a:${at}`)] }),
      "poison-graph",
    ],
    ["one context 4,000 times", about({ "@context": many(4000, () => CREDENTIALS) }), "poison-graph"],
    ["one context 16 times", about({ "@context": many(16, () => CREDENTIALS) }), "poison-graph"],
  ];
};
