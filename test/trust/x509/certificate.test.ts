// Reading certificates: what is none, or one that RFC 5280 §4 forbids, is refused before anything of it is used.
import { expect, test } from "vitest";
import { type Bytes, fromBase64, readCertificate } from "../../../functions/trust/x509/certificate.ts";
import * as ca from "./authority.ts";

const somebody = await ca.party("C=ES, O=Provider A, 2.5.4.97=VATES-A1, CN=Seal");
const good = await ca.issue("leaf", somebody, somebody);

function refusalOf(der: Bytes): unknown {
  const read = readCertificate(der);
  return read.ok ? undefined : read.refusal;
}

const malformed = (detail: string) => ({ code: "malformed-certificate", detail });

test("a certificate is read: its organisation, its key and what it may be used for", () => {
  expect(readCertificate(good)).toMatchObject({
    ok: true,
    value: {
      organizationIdentifier: "VATES-A1",
      key: { type: "EC", curve: "P-256" },
      keyUsage: ["digitalSignature"],
      isAuthority: false,
      serial: Uint8Array.of(0x2a),
      unknownCritical: [],
    },
  });
});

test("two organisation identifiers are as good as none", async () => {
  const two = await ca.party("2.5.4.97=VATES-A1, 2.5.4.97=VATES-B2, CN=Seal");
  const read = readCertificate(await ca.issue("leaf", two, two));
  expect(read.ok && read.value.organizationIdentifier).toBeUndefined();
});

test("RSA keys are measured in bits", async () => {
  const owner = await ca.party("CN=RSA", ca.rsa(2048));
  expect(readCertificate(await ca.issue("leaf", owner, owner))).toMatchObject({
    value: { key: { type: "RSA", bits: 2048, exponent: 65_537 } },
  });
});

test.each<readonly [string, Bytes, string]>([
  ["nothing", new Uint8Array(), "not one DER value"],
  ["another value of ASN.1", Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x00), "not a certificate in DER"],
  ["half a certificate", good.slice(0, 200), "not one DER value"],
  ["a certificate and a byte", Uint8Array.of(...good, 0), "not one DER value"],
  ["too many bytes", new Uint8Array(16 * 1024 + 1), "more than 16384 bytes"],
  ["deep nesting", nested(5000), "not one DER value"],
])("%s is no certificate", (_, der, detail) => {
  expect(refusalOf(der)).toEqual(malformed(detail));
});

/** Sequences in sequences of indefinite length, which BER has and DER has not. */
function nested(depth: number): Bytes {
  return Uint8Array.from({ length: 2 * depth }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80));
}

test("an extension may occur once", async () => {
  const twice = [ca.extension("1.2.3.4", false), ca.extension("1.2.3.4", false)];
  expect(refusalOf(await ca.issue("leaf", somebody, somebody, { extensions: twice }))).toEqual(
    malformed("has an extension twice"),
  );
});

test("an extension that cannot be read is not skipped", async () => {
  const broken = [ca.extension("2.5.29.19", false)];
  expect(refusalOf(await ca.issue("leaf", somebody, somebody, { extensions: broken }))).toEqual(
    malformed("not a certificate in DER"),
  );
});

test("a certificate names its issuer", async () => {
  const nobody = await ca.party("");
  expect(refusalOf(await ca.issue("leaf", somebody, nobody))).toEqual(malformed("has no issuer"));
});

test("the two places that name the algorithm agree", () => {
  // The first of them is in the part that is signed: ecdsa-with-SHA256 becomes ecdsa-with-SHA384.
  const other = good.slice();
  const at = other.findIndex((_, i) => [0x04, 0x03, 0x02].every((byte, j) => other[i + j] === byte));
  other[at + 2] = 3;
  expect(refusalOf(other)).toEqual(malformed("names two signature algorithms"));
});

test("any byte may be wrong, and nothing throws", () => {
  for (let at = 0; at < good.length; at++) {
    const wrong = good.slice();
    wrong[at] = (wrong[at] ?? 0) ^ 0xff;
    expect(() => readCertificate(wrong)).not.toThrow();
  }
});

test.each([
  ["base64", "AQID", true],
  ["padded base64", "AQI=", true],
  ["base64url", "-_-_", false],
  ["white space", "AQ ID", false],
  ["missing padding", "AQI", false],
  ["bits beyond the last byte", "AQJ=", false],
  ["nothing", "", false],
  ["too much", "A".repeat(24_000), false],
])("x5c takes base64 only: %s", (_, text, isRead) => {
  expect(fromBase64(text) !== undefined).toBe(isRead);
});
