// The worked examples of RFC 9901 §5, §6 and appendix A.3: contents, written as the RFC's own generator writes them.
// Signatures are those of draft-ietf-oauth-selective-disclosure-jwt-20, whose keys, disclosures and digests are the
// RFC's; each edition was signed anew.
import { Buffer } from "node:buffer";
import type { Json } from "../../../functions/kernel/json.ts";

/** JSON as Python writes it by default, with a space after each comma and colon and nothing beyond ASCII. */
export function python(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(python).join(", ")}]`;
  if (json === null || typeof json !== "object") return JSON.stringify(json).replace(/[^ -~]/g, escape);
  const members = Object.entries(json).map(([name, value]) => `${python(name)}: ${python(value)}`);
  return `{${members.join(", ")}}`;
}

const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

const encode = (json: Json) => Buffer.from(python(json)).toString("base64url");

const jws = (header: Json, payload: Json, signature: string) =>
  `${encode(header)}.${encode(payload)}.${signature}`;

/** The issuer's key, and the holder's. */
export const ISSUER_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ",
  y: "Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8",
};
const HOLDER_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc",
  y: "ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ",
};

export const SIGNED_BY_HOLDER_AT = 1748361941;
export const AUDIENCE = "https://verifier.example.org";
export const NONCE = "1234567890";

const keyBinding = (sd_hash: string, signature: string) =>
  jws(
    { alg: "ES256", typ: "kb+jwt" },
    { nonce: NONCE, aud: AUDIENCE, iat: SIGNED_BY_HOLDER_AT, sd_hash },
    signature,
  );

const VALIDITY = { iat: 1683000000, exp: 1883000000 };
const IN_THE_CLEAR = { iss: "https://issuer.example.com", ...VALIDITY };

const ADDRESS = { street_address: "123 Main St", locality: "Anytown", region: "Anystate", country: "US" };
const FAMILY_NAME = encode(["eluV5Og3gSNII8EYnsxA_A", "family_name", "Doe"]);
const GIVEN_NAME = encode(["2GLC42sKQveCfGfryNRN9w", "given_name", "John"]);
const ADDRESS_IN_ONE = encode(["AJx-095VPrpTtN4QMOqROA", "address", ADDRESS]);
const NATIONALITY = encode(["lklxF5jMYlGTPUovMNIvCA", "US"]);

/** §5: eight members and two elements of an array, of which three and one are presented. */
export const SIMPLE = {
  issued: [
    GIVEN_NAME,
    FAMILY_NAME,
    encode(["6Ij7tM-a5iVPGboS5tmvVA", "email", "johndoe@example.com"]),
    encode(["eI8ZWm9QnKPpNPeNenHdhQ", "phone_number", "+1-202-555-0101"]),
    encode(["Qg_O64zqAxe412a108iroA", "phone_number_verified", true]),
    ADDRESS_IN_ONE,
    encode(["Pc33JM2LchcU_lHggv_ufQ", "birthdate", "1940-01-01"]),
    encode(["G02NSrQfjFXQ7Io09syajA", "updated_at", 1570000000]),
    NATIONALITY,
    encode(["nPuoQnkRFq3BIeAm7AnXFA", "DE"]),
  ],
  presented: [FAMILY_NAME, ADDRESS_IN_ONE, GIVEN_NAME, NATIONALITY],
  keyBinding: keyBinding(
    "1-Lcf6CiBmP72JDFuBF0bvalS-FzIlXyiCkJXp7pJmc",
    "4OCivqequv7GMn45GWWEBceEwvByv9wY61HvxbOKY0pOxyto9-HG2coh1D3frjl1AhF-vDnB1CD0SXL32P-toA",
  ),
  jwt: jws(
    { alg: "ES256", typ: "example+sd-jwt" },
    {
      _sd: [
        "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI",
        "JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE",
        "PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI",
        "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo",
        "XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM",
        "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE",
        "gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM",
        "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4",
      ],
      ...IN_THE_CLEAR,
      sub: "user_42",
      nationalities: [
        { "...": "pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo" },
        { "...": "7Cf6JkPudry3lcbwHgeZ8khAv1U1OSlerP0VkBJrWZ0" },
      ],
      _sd_alg: "sha-256",
      cnf: { jwk: HOLDER_KEY },
    },
    "zjhXTlVnC9cFuDlL7JuR2TK7DCo0XtlMpbuNVNZJhWOkCPsRHn9oHNQkI02D6YziRYsapgbA_tV4-0LmAfA53Q",
  ),
  processed: {
    ...IN_THE_CLEAR,
    sub: "user_42",
    nationalities: ["US"],
    cnf: { jwk: HOLDER_KEY },
    family_name: "Doe",
    address: ADDRESS,
    given_name: "John",
  },
};

const SUB = { sub: "6c5c0a49-b589-431d-bae7-219122a9ec2c" };
const SCHULPFORTA = {
  street_address: "Schulstr. 12",
  locality: "Schulpforta",
  region: "Sachsen-Anhalt",
  country: "DE",
};
const PARTS = [
  ["2GLC42sKQveCfGfryNRN9w", "street_address", "Schulstr. 12"],
  ["eluV5Og3gSNII8EYnsxA_A", "locality", "Schulpforta"],
  ["6Ij7tM-a5iVPGboS5tmvVA", "region", "Sachsen-Anhalt"],
  ["eI8ZWm9QnKPpNPeNenHdhQ", "country", "DE"],
].map(encode);
const PARTS_SD = [
  "6vh9bq-zS4GKM_7GpggVbYzzu6oOGXrmNVGPHP75Ud0",
  "9gjVuXtdFROCgRrtNcGUXmF65rdezi_6Er_j76kmYyM",
  "KURDPh4ZC19-3tiz-Df39V8eidy1oV3a3H1Da2N0g88",
  "WN9r9dCBJ8HTCsS2jKASxTjEyW5m5x65_Z_2ro2jfXM",
];
const SHA_256 = { _sd_alg: "sha-256" };

/** §6: one address, disclosable in one, in parts, in parts but for its country, and in both ways. */
export const ADDRESSES: readonly {
  readonly name: string;
  readonly payload: { [name: string]: Json };
  readonly disclosures: readonly string[];
}[] = [
  {
    name: "flat",
    payload: { _sd: ["fOBUSQvo46yQO-wRwXBcGqvnbKIueISEL961_Sjd4do"], ...IN_THE_CLEAR, ...SUB, ...SHA_256 },
    disclosures: [encode(["2GLC42sKQveCfGfryNRN9w", "address", SCHULPFORTA])],
  },
  {
    name: "structured",
    payload: { ...IN_THE_CLEAR, ...SUB, address: { _sd: PARTS_SD }, ...SHA_256 },
    disclosures: PARTS,
  },
  {
    name: "structured, the country in the clear",
    payload: {
      ...IN_THE_CLEAR,
      ...SUB,
      address: { _sd: PARTS_SD.slice(0, 3), country: "DE" },
      ...SHA_256,
    },
    disclosures: PARTS.slice(0, 3),
  },
  {
    name: "recursive",
    payload: { _sd: ["HvrKX6fPV0v9K_yCVFBiLFHsMaxcD_114Em6VT8x1lg"], ...IN_THE_CLEAR, ...SUB, ...SHA_256 },
    disclosures: [...PARTS, encode(["Qg_O64zqAxe412a108iroA", "address", { _sd: PARTS_SD }])],
  },
];
export const ADDRESS_PROCESSED = { ...IN_THE_CLEAR, ...SUB, address: SCHULPFORTA };

const PID = { iss: "https://pid-issuer.bund.de.example", ...VALIDITY, vct: "urn:eudi:pid:de:1" };

/** Appendix A.3: an SD-JWT VC that shows a nationality and that somebody is over 18. */
export const PERSON = {
  presented: [
    encode([
      "eK5o5pHfgupPpltj1qhAJw",
      "age_equal_or_over",
      {
        _sd: [
          "1tEiyzPRYOKsf7SsYGMgPZKsOT1lQZRxHXA0r5_Bwkk",
          "CVKnly5P90yJs3EwtxQiOtUczaXCYNA4IczRaohrMDg",
          "a44-g2Gr8_3AmJw2XZ8kI1y0Qz_ze9iOcW2W3RLpXGg",
          "gkvy0FuvBBvj0hs2ZNwxcqOlf8mu2-kCE7-Nb2QxuBU",
          "hrY4HnmF5b5JwC9eTzaFCUceIQAaIdhrqUXQNCWbfZI",
          "y6SFrVFRyq50IbRJviTZqqjQWz0tLiuCmMeO0KqazGI",
        ],
      },
    ]),
    encode(["OBKlTVlvLg-AdwqYGbP8ZA", "18", true]),
    encode(["lklxF5jMYlGTPUovMNIvCA", "nationalities", ["DE"]]),
  ],
  keyBinding: keyBinding(
    "J0-bl8hbIg0xtsw27GvBuEVLIJl3eInyTFVQXND4ttc",
    "mspAqZzsXSuwyn90Jo-7CKzGwa98RL9_VvrqpCsXBl1i2qDDOCLlCB50XhJoSup5SF5ogYnOMheDpzoY0GZllA",
  ),
  jwt: jws(
    { alg: "ES256", typ: "dc+sd-jwt" },
    {
      _sd: [
        "0HZmnSIPz337kSWe7C34l--88gzJi-eBJ2Vz_HJwATg",
        "1Crn03WmUeRWp4zwPvvCKXl9ZaQp-cdQV_gHdaGSWow",
        "2r009dzvHuVrWrRXT5kJMmHnqEHHnWe0MLVZw8PATB8",
        "6ZNISDst62ymlrOAkadjdD5ZulT5A299J78SLhM__Os",
        "78jg77-GYBeX8IQfoELPyL0DYPdmfZo0JgViV0_lKCM",
        "90CT8AaBPbn5X8nRXkesju1i0BqhWqZ3wqD4jF-qDGk",
        "I00fcFUoDXCucp5yy2ujqPssDVGaWNiUliNz_awD0gc",
        "KjAXgAA9N5WHEDtRIh4u5Mn1ZsWixhhWAiX-A4QiwgA",
        "Lai6IU6d7GQagXR7AvGTrnXgSld3z8EIg_fv3fOZ1Wg",
        "LezjabRqiZOXzEYmVZf8RMi9xAkd3_M1LZ8U7E4s3u4",
        "RTz3qTmFNHbpWrrOMZS41F474kFqRv3vIPqth6PUhlM",
        "W14XHbUffzuW4IFMjpSTb1melWxUWf4N_o2ldkkIqc8",
        "WTpI7RcM3gxZruRpXzezSbkbOr93PVFvWx8woJ3j1cE",
        "_ohJVIQIBsU4updNS4_w4Kb1MHqJ0L9qLGshWq6JXQs",
        "y50czc0ISChy_bsba1dMoUuAOQ5AMmOSfGoEe81v1FU",
      ],
      ...PID,
      _sd_alg: "sha-256",
      cnf: { jwk: HOLDER_KEY },
    },
    "3lRFu-0dmSwBu9fLylq_TrD9XDwwn8Hw4OZ4BGL5DudaGh9HU-t0LArtzVuX0STuk8Zv-hwDcois1sIsMTVsMA",
  ),
  processed: {
    ...PID,
    cnf: { jwk: HOLDER_KEY },
    age_equal_or_over: { "18": true },
    nationalities: ["DE"],
  },
};
