// Mandates: whether one lets its holder act for an organisation, and why not.
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { type Errand, checkMandate } from "../../../functions/trust/types/mandate.ts";

const HOLDER = "did:key:zDnaeholder";

const mandate = (type: string, more: JsonObject = {}, subject: JsonObject = {}): JsonObject => ({
  type: ["VerifiableCredential", type],
  credentialSubject: {
    mandate: {
      mandator: { organizationIdentifier: "VATES-B12345678", organization: "Cloud Example", commonName: "A" },
      mandatee: { id: HOLDER, firstName: "Erika", lastName: "Mustermann", email: "erika@cloud.example" },
      power: [
        { type: "domain", domain: "DOME", function: "ProductOffering", action: ["Create", "Update"] },
        { type: "domain", domain: "DOME", function: "Onboarding", action: "Execute" },
      ],
      ...more,
    },
    ...subject,
  },
});

const ERRAND: Errand = {
  holder: HOLDER,
  mandators: [
    { scheme: "eori", value: "ESB12345678" },
    { scheme: "vat", value: "ESB12345678" },
  ],
  power: { domain: "DOME", function: "ProductOffering", action: "Update" },
  at: Date.parse("2026-11-02T12:00:00Z"),
};

describe("a mandate", () => {
  it.each([
    "LEARCredentialEmployee",
    "LEARCredentialMachine",
    "learcredential.employee.w3c.4",
    "learcredential.machine.w3c.3",
  ])("of the type %s lets its holder do what it says", (type) => {
    expect(checkMandate(mandate(type), ERRAND)).toEqual({ ok: true, value: undefined });
    const power = { function: "Onboarding", action: "Execute" };
    expect(checkMandate(mandate(type), { ...ERRAND, power }).ok).toBe(true);
  });

  it("names its holder as the subject, where the mandatee has no id", () => {
    const document = mandate(
      "learcredential.employee.w3c.4",
      { mandatee: { firstName: "E" } },
      { id: HOLDER },
    );
    expect(checkMandate(document, ERRAND).ok).toBe(true);
  });

  it("is for whoever it names where nobody is asked for, and of whomever it is bound to where nobody is named", () => {
    const { mandators: _, ...anyOf } = ERRAND;
    expect(checkMandate(mandate("LEARCredentialEmployee"), anyOf).ok).toBe(true);
    const { holder: __, ...bound } = ERRAND;
    expect(checkMandate(mandate("LEARCredentialEmployee"), bound).ok).toBe(true);
  });

  it("as an SD-JWT VC has its claims at the top, and its holder as `sub`", () => {
    const { credentialSubject } = mandate("", { mandatee: {} });
    const sdJwt = { vct: "learcredential.employee.sd.1", ...(credentialSubject as JsonObject) };
    expect(checkMandate({ ...sdJwt, sub: HOLDER }, ERRAND).ok).toBe(true);
    expect(checkMandate({ ...sdJwt, sub: "did:key:zDnaeother" }, ERRAND).ok).toBe(false);
    expect(checkMandate({ ...sdJwt, sub: HOLDER, vct: "urn:eudi:pid:1" }, ERRAND).ok).toBe(false);
  });

  it.each<[JsonObject, boolean]>([
    [{ life_span: { start_date_time: "2026-11-02T12:00:00Z", end_date_time: "2026-11-03T00:00:00Z" } }, true],
    [{ lifeSpan: { startDateTime: "2026-01-01T00:00:00Z" } }, true],
    [{ life_span: { end_date_time: "2026-11-02T12:00:00Z" } }, false],
    [{ lifeSpan: { startDateTime: "2026-11-02T12:00:01Z" } }, false],
    [{ life_span: { end_date_time: "tomorrow" } }, false],
    [{ life_span: "urn:uuid:1" }, false],
  ])("with %j is in force: %s", (span, isInForce) => {
    const checked = checkMandate(mandate("LEARCredentialEmployee", span), ERRAND);
    expect(checked).toEqual(
      isInForce ? { ok: true, value: undefined } : { ok: false, refusal: { code: "mandate-not-in-force" } },
    );
  });

  it.each<[string, JsonObject, Errand]>([
    ["not-a-mandate", mandate("EmployeeCredential"), ERRAND],
    ["not-a-mandate", { type: ["LEARCredentialEmployee"], credentialSubject: { id: HOLDER } }, ERRAND],
    ["not-a-mandate", { type: ["LEARCredentialEmployee"] }, ERRAND],
    ["holder-not-subject", mandate("LEARCredentialEmployee"), { ...ERRAND, holder: "did:key:zDnaeother" }],
    [
      "holder-not-subject",
      mandate("LEARCredentialEmployee", {}, { id: "did:key:zDnaeother" }),
      { ...ERRAND, holder: "did:key:zDnaeother" },
    ],
    [
      "other-mandator",
      mandate("LEARCredentialEmployee", { mandator: { organization: "Cloud Example" } }),
      ERRAND,
    ],
    [
      "other-mandator",
      mandate("LEARCredentialEmployee"),
      { ...ERRAND, mandators: [{ scheme: "eori", value: "ESB12345678" }] },
    ],
    [
      "no-such-power",
      mandate("LEARCredentialEmployee"),
      { ...ERRAND, power: { function: "ProductOffering", action: "Delete" } },
    ],
    [
      "no-such-power",
      mandate("LEARCredentialEmployee"),
      { ...ERRAND, power: { domain: "GAIA-X", function: "ProductOffering", action: "Update" } },
    ],
    ["no-such-power", mandate("LEARCredentialEmployee", { power: [] }), ERRAND],
  ])("is refused with %s", (code, document, errand) => {
    expect(checkMandate(document, errand)).toEqual({ ok: false, refusal: { code } });
  });

  it("of two mandates in one credential is none", () => {
    const one = mandate("LEARCredentialEmployee");
    const twice = {
      ...one,
      credentialSubject: [one["credentialSubject"] ?? {}, one["credentialSubject"] ?? {}],
    };
    expect(checkMandate(twice, ERRAND)).toEqual({ ok: false, refusal: { code: "not-a-mandate" } });
  });
});
