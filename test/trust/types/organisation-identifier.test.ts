// One organisation, many spellings: each is read into one normal form, or refused.
import { describe, expect, it } from "vitest";
import {
  readIdentifier,
  readOrganizationIdentifier,
  sharedIdentifier,
} from "../../../functions/trust/types/organisation-identifier.ts";

const valueOf = (read: ReturnType<typeof readIdentifier>) => (read.ok ? read.value.value : read.refusal.code);

describe("an identifier of an organisation", () => {
  it.each([
    ["vat", "ESB12345678", undefined, "ESB12345678"],
    ["vat", " nl 8537.46281.b01 ", undefined, "NL853746281B01"],
    ["vat", "BE0762747721", "BE", "BE0762747721"],
    ["vat", "0762747721", "BE", "BE0762747721"],
    ["vat", "GR123456789", undefined, "EL123456789"],
    ["vat", "EL123456789", "GR", "EL123456789"],
    // The key of a French number may be letters: they are no country.
    ["vat", "DE123456789", "FR", "FRDE123456789"],
    ["lei", "7LTWFZYICNSX8D621K86", undefined, "7LTWFZYICNSX8D621K86"],
    ["lei", "7ltw-fzyicnsx8d62 1k86", undefined, "7LTWFZYICNSX8D621K86"],
    ["euid", "NOFOR.123456789", undefined, "NOFOR.123456789"],
    ["euid", "deb8534.hrb14000", undefined, "DEB8534.HRB14000"],
    ["eori", "DE 811128135", undefined, "DE811128135"],
  ] as const)("of the scheme %s, %s, is read as its normal form", (scheme, text, country, value) => {
    expect(valueOf(readIdentifier(scheme, text, country))).toBe(value);
  });

  it.each([
    ["vat", "12345678"],
    ["vat", "ES"],
    ["lei", "7LTWFZYICNSX8D621K87"],
    ["lei", "XG7LTWFZYICNSX8D621K86"],
    ["euid", "CHE-102.909.703"],
    ["euid", "DE987654321"],
    ["eori", "811128135"],
    ["register", "12345678"],
    ["vat", "ES B1234\n5678<script>"],
  ] as const)("of the scheme %s, %j, is refused where it is none", (scheme, text) => {
    expect(readIdentifier(scheme, text)).toMatchObject({
      ok: false,
      refusal: { code: "malformed-identifier", scheme },
    });
  });

  it("of a certificate is the same as the one that a register writes", () => {
    const [mandate, register] = [
      readOrganizationIdentifier("VATES-B12345678"),
      readIdentifier("vat", "ESB12345678"),
    ];
    expect(mandate.ok && register.ok && sharedIdentifier([mandate.value], [register.value])).toEqual({
      scheme: "vat",
      value: "ESB12345678",
    });
  });

  it.each([
    ["did:elsi:VATES-B60645900", "vat", "ESB60645900"],
    ["LEIXG-7LTWFZYICNSX8D621K86", "lei", "7LTWFZYICNSX8D621K86"],
    ["NTRDE-HRB 14000", "register", "DE:HRB14000"],
    ["VATGR-123456789", "vat", "EL123456789"],
  ])("of a certificate or a did:elsi is read: %s", (text, scheme, value) => {
    expect(readOrganizationIdentifier(text)).toEqual({ ok: true, value: { scheme, value } });
  });

  it.each(["IDCES-12345678H", "VAT-12345678", "B12345678", "", "VATES-", "did:web:VATES-B12345678"])(
    "of a person, or of nothing known, is refused: %j",
    (text) => {
      expect(readOrganizationIdentifier(text).ok).toBe(false);
    },
  );

  it("is shared only within one scheme", () => {
    const [vat, eori] = [readIdentifier("vat", "DE811128135"), readIdentifier("eori", "DE811128135")];
    if (!vat.ok || !eori.ok) throw new Error("both are identifiers");
    expect(sharedIdentifier([vat.value], [eori.value])).toBeUndefined();
    expect(sharedIdentifier([], [eori.value])).toBeUndefined();
  });
});
