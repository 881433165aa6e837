// Three ecosystems say who an organisation is, in words of their own; all come to one view.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { legalIdentityOf } from "../../../functions/trust/types/legal-identity.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";

const GAIA_X = ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/gaia-x/development#"];

const registration = (type: string, claims: JsonObject): JsonObject => ({
  "@context": GAIA_X,
  type: ["VerifiableCredential", type],
  issuer: "did:web:notary.example",
  credentialSubject: { id: "https://cloud.example/lrn.json#cs", ...claims },
});

describe("the legal identity", () => {
  it("of our own credential is read from the example of the specification", () => {
    const document = JSON.parse(readFileSync("spec/examples/legal-identity.json", "utf8")) as JsonObject;
    expect(legalIdentityOf(document)).toEqual({
      ok: true,
      value: {
        legalName: "Cloud Example B.V.",
        country: "NL",
        identifiers: [
          { scheme: "euid", value: "NLNHR.12345678" },
          { scheme: "vat", value: "NL853746281B01" },
        ],
      },
    });
  });

  it.each([
    [registration("gx:VatID", { "gx:vatID": "BE0762747721", "gx:countryCode": "BE" }), "vat", "BE0762747721"],
    [registration("gx:VatID", { "gx:vatID": "0762747721", "gx:countryCode": "BE" }), "vat", "BE0762747721"],
    [registration("gx:VatID,gx:VatID", { "gx:vatID": "BE0762747721" }), "vat", "BE0762747721"],
    [registration("gx:LeiCode", { "schema:leiCode": "7LTWFZYICNSX8D621K86" }), "lei", "7LTWFZYICNSX8D621K86"],
    [registration("gx:EUID", { "gx:euid": "DEB8534.HRB14000" }), "euid", "DEB8534.HRB14000"],
    [
      registration("gx:EORI", { "https://w3id.org/gaia-x/2511#eori": { "@value": "DE811128135" } }),
      "eori",
      "DE811128135",
    ],
    [
      { ...registration("x", {}), credentialSubject: { "@type": "gx:EUID", "gx:euid": "DEB8534.HRB14000" } },
      "euid",
      "DEB8534.HRB14000",
    ],
  ] as const)("of a Gaia-X registration number is read", (document, scheme, value) => {
    expect(legalIdentityOf(document)).toMatchObject({
      ok: true,
      value: { identifiers: [{ scheme, value }] },
    });
  });

  it("of a Gaia-X legal person has the name, in whichever way JSON-LD writes it", () => {
    const person = registration("VerifiableCredential", {
      "@type": ["https://w3id.org/gaia-x/2511#LegalPerson"],
      "https://w3id.org/gaia-x/2511#legalName": [{ "@value": "Example Corp GmbH" }],
    });
    expect(legalIdentityOf(person)).toEqual({
      ok: true,
      value: { legalName: "Example Corp GmbH", identifiers: [] },
    });
  });

  it("of a European business wallet is that of the business register", () => {
    const owner = {
      vct: "uri:eu.ebw.oid.1",
      id: "NOFOR.123456789",
      name: "Example AS",
      issuing_country: "NO",
    };
    const company = {
      vct: "uri:eu.eudi.eucc.1",
      legal_person_name: "Example AS",
      legal_person_id: "NOFOR.123456789",
      registration_member_state: "NO",
    };
    const expected = {
      ok: true,
      value: {
        legalName: "Example AS",
        country: "NO",
        identifiers: [{ scheme: "euid", value: "NOFOR.123456789" }],
      },
    };
    expect(legalIdentityOf(owner)).toEqual(expected);
    expect(legalIdentityOf(company)).toEqual(expected);
    const vat = {
      vct: "uri:eu.eudi.vat.1",
      vat_id: "NO123456789",
      economic_operator: { legal_name: "Example AS" },
    };
    expect(legalIdentityOf(vat)).toMatchObject({ ok: true, value: { legalName: "Example AS" } });
  });

  it.each([
    [{}, "no-legal-identity"],
    [{ vct: "urn:eudi:pid:1", given_name: "Erika" }, "no-legal-identity"],
    [{ vct: "constructor" }, "no-legal-identity"],
    [registration("gx:ServiceOffering", { "gx:vatID": "BE0762747721" }), "no-legal-identity"],
    [registration("constructor", {}), "no-legal-identity"],
    [registration("gx:VatID", { "gx:vatID": "762747721" }), "malformed-identifier"],
    [{ vct: "uri:eu.ebw.oid.1", id: "NO-123456789", name: "Example AS" }, "malformed-identifier"],
  ] as const)("of anything else, or of a number that is none, is refused: %j", (document, code) => {
    expect(legalIdentityOf(document)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("takes neither of two members that have one local name", () => {
    const document = registration("gx:VatID", { "gx:vatID": "BE0762747721", "x:vatID": "BE0000000000" });
    expect(legalIdentityOf(document)).toEqual({ ok: true, value: { identifiers: [] } });
  });
});
