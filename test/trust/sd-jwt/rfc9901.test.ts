// The RFC's own examples: signatures, digests and processed payloads come out as it prints them.
import { compactVerify } from "jose";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../functions/kernel/json.ts";
import { type Coded, type Result, ok, refused } from "../../../functions/kernel/result.ts";
import { splitSdJwt } from "../../../functions/trust/sd-jwt/disclosures.ts";
import { verifyKeyBinding } from "../../../functions/trust/sd-jwt/key-binding.ts";
import { reveal } from "../../../functions/trust/sd-jwt/reveal.ts";
import { readSdJwtVc } from "../../../functions/trust/sd-jwt/sd-jwt-vc.ts";
import { type Jws, readJws } from "../../../functions/trust/token/jws.ts";
import {
  ADDRESSES,
  ADDRESS_PROCESSED,
  AUDIENCE,
  ISSUER_KEY,
  NONCE,
  PERSON,
  SIGNED_BY_HOLDER_AT,
  SIMPLE,
} from "./rfc9901.ts";

const join = (jwt: string, disclosures: readonly string[], keyBinding = "") =>
  [jwt, ...disclosures, keyBinding].join("~");

const EXPECTED = {
  audience: AUDIENCE,
  nonce: NONCE,
  now: SIGNED_BY_HOLDER_AT,
  maxAge: 300,
  skew: 60,
  algorithms: ["ES256"],
} as const;

async function verifyIssuer(compact: string): Promise<Result<Jws, Coded>> {
  try {
    await compactVerify(compact, { ...ISSUER_KEY }, { algorithms: ["ES256"] });
  } catch {
    return refused({ code: "bad-signature" });
  }
  return readJws(compact);
}

function partsOf(text: string) {
  const parts = splitSdJwt(text);
  if (!parts.ok) throw new Error(JSON.stringify(parts.refusal));
  return parts.value;
}

async function payloadOf(jwt: string) {
  const jws = await verifyIssuer(jwt);
  if (!jws.ok) throw new Error(jws.refusal.code);
  return jws.value.payload;
}

describe("the example of RFC 9901 §5", () => {
  it("discloses everything that was issued: each digest has its disclosure", async () => {
    const claims = await reveal(
      await payloadOf(SIMPLE.jwt),
      partsOf(join(SIMPLE.jwt, SIMPLE.issued)).disclosures,
    );
    expect(claims).toEqual(
      ok({
        ...SIMPLE.processed,
        nationalities: ["US", "DE"],
        email: "johndoe@example.com",
        phone_number: "+1-202-555-0101",
        phone_number_verified: true,
        birthdate: "1940-01-01",
        updated_at: 1570000000,
      }),
    );
  });

  it("discloses what the holder presents, bound to the holder's key", async () => {
    const { disclosures, ...parts } = partsOf(join(SIMPLE.jwt, SIMPLE.presented, SIMPLE.keyBinding));
    const claims = await reveal(await payloadOf(SIMPLE.jwt), disclosures);
    expect(claims).toEqual(ok(SIMPLE.processed));
    const bound = { ...parts, claims: SIMPLE.processed, hash: "sha-256" } as const;
    expect(await verifyKeyBinding(bound, EXPECTED)).toMatchObject({ ok: true });
  });

  it("is no SD-JWT VC: it has no vct", async () => {
    expect(await readSdJwtVc(join(SIMPLE.jwt, SIMPLE.presented), verifyIssuer)).toEqual(
      refused({ code: "vct-missing" }),
    );
  });
});

describe("the address of RFC 9901 §6", () => {
  it.each(ADDRESSES)("$name", async ({ payload, disclosures }) => {
    const parts = partsOf(join("h.p.s", disclosures));
    expect(await reveal(payload, parts.disclosures)).toEqual(ok(ADDRESS_PROCESSED));
  });

  it.each(ADDRESSES)(
    "$name, with one character of a value changed, has a disclosure too many",
    async ({ payload, disclosures: [first = "", ...rest] }) => {
      const text = Buffer.from(first, "base64url").toString().replace("Schul", "Schuh");
      expect(parseJson(text).ok).toBe(true);
      const parts = partsOf(join("h.p.s", [Buffer.from(text).toString("base64url"), ...rest]));
      expect(await reveal(payload, parts.disclosures)).toEqual(
        refused({ code: "disclosure-unused", index: 0 }),
      );
    },
  );
});

describe("the SD-JWT VC of RFC 9901 appendix A.3", () => {
  const text = join(PERSON.jwt, PERSON.presented, PERSON.keyBinding);

  it("says what its holder chose, bound to the holder's key", async () => {
    const credential = await readSdJwtVc(text, verifyIssuer);
    if (!credential.ok) throw new Error(credential.refusal.code);
    expect(credential.value).toMatchObject({
      claims: PERSON.processed,
      vct: "urn:eudi:pid:de:1",
      issuer: "https://pid-issuer.bund.de.example",
      issuedAt: 1683000000,
      expires: 1883000000,
      hash: "sha-256",
    });
    expect(credential.value.claims).toEqual(PERSON.processed);
    expect(await verifyKeyBinding(credential.value, EXPECTED)).toEqual(
      ok({ jwk: PERSON.processed.cnf.jwk, issuedAt: SIGNED_BY_HOLDER_AT }),
    );
  });

  it("is refused as the issuer's signature is", async () => {
    const forged = text.replace(".3lRFu", ".3lRFv");
    expect(await readSdJwtVc(forged, verifyIssuer)).toEqual(refused({ code: "bad-signature" }));
  });
});
