// JAdES baseline B: the header agrees with the certificates, the path is valid, and the issuer is the leaf's organisation.
import { sha256 } from "@noble/hashes/sha2.js";
import { AsnConvert } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";
import { Constructed, Integer, Sequence, fromBER } from "asn1js";
import { CompactSign, base64url } from "jose";
import { expect, test } from "vitest";
import type { Bytes } from "../../../functions/trust/x509/certificate.ts";
import { readJws } from "../../../functions/trust/token/jws.ts";
import { isSigned } from "../../../functions/trust/token/signature.ts";
import { type JadesDemand, jadesOf, verifySealer } from "../../../functions/trust/x509/jades.ts";
import { importLeaf } from "../../../functions/trust/x509/x5c.ts";
import * as ca from "./authority.ts";

const SIGNED = "2026-10-29T15:11:29Z";
const ISSUER = "did:elsi:VATES-A1";
const subject = (organization: string) => `C=ES, O=Provider, 2.5.4.97=${organization}, CN=Seal`;

const root = await ca.party("C=ES, O=Trust, CN=Root");
const anchors = [await ca.anchorOf(root)];
const signer = await ca.party(subject("VATES-A1"));
// The certificate of a seal as such authorities issue it: mail protection among its uses, a serial that begins with 00.
const usual = {
  extensions: [ca.extKeyUsage("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4")],
  serialNumber: "00f00d",
};
const leaf = await ca.issue("leaf", signer, root, usual);

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const thumbprint = (der: Bytes) => base64url.encode(sha256(der));

/** What `kid` should say (RFC 5035 §4), made by a library. */
function kidOf(der: Bytes): string {
  const { issuer, serialNumber } = AsnConvert.parse(der, Certificate).tbsCertificate;
  const directoryName = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 4 },
    value: [fromBER(AsnConvert.serialize(issuer)).result],
  });
  const generalNames = new Sequence({ value: [directoryName] });
  const issuerSerial = new Sequence({ value: [generalNames, new Integer({ valueHex: serialNumber })] });
  return base64(new Uint8Array(issuerSerial.toBER()));
}

interface Wishes {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly der?: Bytes;
  readonly party?: ca.Party;
  readonly demand?: Partial<JadesDemand>;
  readonly edit?: (compact: string) => string;
}

/** A label sealed like those of DOME, its payload expired before it was signed, and what becomes of it. */
async function outcome({ header = {}, der = leaf, party = signer, demand, edit }: Wishes): Promise<unknown> {
  const protectedHeader = {
    alg: "ES256",
    typ: "jose",
    kid: kidOf(der),
    "x5t#S256": thumbprint(der),
    x5c: [base64(der)],
    sigT: SIGNED,
    crit: ["sigT"],
    ...header,
  };
  const compact = await sign(protectedHeader, party.keys.privateKey);
  const jws = readJws(edit?.(compact) ?? compact);
  if (!jws.ok) return jws.refusal.code;
  const read = jadesOf(jws.value);
  if (!read.ok) return read.refusal.code;
  const at = read.value.signingTime;
  const trusted = {
    anchors,
    categories: ["eidas-seal"],
    purpose: "seal",
    at,
    issuer: ISSUER,
    ...demand,
  } as const;
  const verified = await verifySealer(read.value, trusted);
  if (!verified.ok) return verified.refusal.code;
  const key = await importLeaf(read.value);
  const isSealed = key && (await isSigned(jws.value.compact, key, read.value.algorithm));
  return isSealed ? verified.value.revocation : "bad-signature";
}

/** Headers of any kind, so also those that the library would not write. */
async function sign(header: object, key: CryptoKey): Promise<string> {
  const claims = JSON.stringify({ iss: ISSUER, exp: Date.parse(SIGNED) / 1000 - 86_400 });
  const input = [JSON.stringify(header), claims].map((part) => base64url.encode(part)).join(".");
  const parameters = { name: key.algorithm.name, hash: "SHA-256", saltLength: 32 };
  const signature = await crypto.subtle.sign(parameters, key, new TextEncoder().encode(input));
  return `${input}.${base64url.encode(new Uint8Array(signature))}`;
}

const other = await ca.party(subject("VATES-B2"));
const otherLeaf = await ca.issue("leaf", other, root);

test.each<readonly [string, Wishes, string]>([
  ["a label as it should be", {}, "not-checked"],
  ["no kid", { header: { kid: undefined } }, "not-checked"],
  ["no critical members", { header: { crit: undefined } }, "not-checked"],
  ["the kid of another certificate", { header: { kid: kidOf(otherLeaf) } }, "kid-mismatch"],
  ["a kid that is a DID", { header: { kid: `${ISSUER}#key` } }, "kid-mismatch"],
  [
    "the thumbprint of another certificate",
    { header: { "x5t#S256": thumbprint(otherLeaf) } },
    "x5t-mismatch",
  ],
  ["no thumbprint", { header: { "x5t#S256": undefined } }, "x5t-mismatch"],
  [
    "a critical member that is unknown",
    { header: { crit: ["sigT", "sigPl"], sigPl: {} } },
    "crit-not-understood",
  ],
  ["an unencoded payload", { header: { crit: ["b64"], b64: false } }, "crit-not-understood"],
  ["a payload elsewhere", { header: { sigD: {} } }, "crit-not-understood"],
  ["an empty list of critical members", { header: { crit: [] } }, "crit-not-understood"],
  ["critical members that are no list", { header: { crit: "sigT" } }, "crit-not-understood"],
  ["a time in seconds", { header: { sigT: undefined, crit: undefined, iat: 1_780_000_000 } }, "not-checked"],
  ["a time with an offset", { header: { sigT: "2026-10-29T15:11:29+01:00" } }, "malformed"],
  ["the 30th of February", { header: { sigT: "2026-02-30T15:11:29Z" } }, "malformed"],
  ["no signing time", { header: { sigT: undefined, crit: undefined } }, "malformed"],
  ["no algorithm", { header: { alg: "none" } }, "alg-not-allowed"],
  ["a shared secret", { header: { alg: "HS256" } }, "alg-not-allowed"],
  ["an algorithm for another kind of key", { header: { alg: "RS256" } }, "alg-not-allowed"],
  ["an algorithm for another curve", { header: { alg: "ES384" } }, "alg-not-allowed"],
  ["the name of an inherited property", { header: { alg: "constructor" } }, "alg-not-allowed"],
  ["no certificates", { header: { x5c: [] } }, "malformed-certificate"],
  ["no x5c", { header: { x5c: undefined } }, "malformed"],
  ["certificates in base64url", { header: { x5c: [base64url.encode(leaf)] } }, "malformed-certificate"],
  ["six certificates", { header: { x5c: Array(6).fill(base64(leaf)) } }, "chain-too-long"],
  ["the key of somebody else", { party: other }, "bad-signature"],
  ["another payload", { edit: (compact) => compact.replace(/\.[^.]+\./, ".e30.") }, "bad-signature"],
  ["an empty store", { demand: { anchors: [] } }, "no-anchor"],
  ["an anchor of another category", { demand: { categories: ["qeaa"] } }, "anchor-category"],
  ["a time after the certificate's end", { demand: { at: new Date("2030-01-01") } }, "certificate-expired"],
])("%s: %s", async (_, wishes, expected) => {
  expect(await outcome(wishes)).toBe(expected);
});

test("a provider cannot seal as another: the organisation is that of its own certificate", async () => {
  const as = (issuer: string) => outcome({ demand: { issuer } });
  expect(await as(ISSUER)).toBe("not-checked");
  expect(await as("did:elsi:VATES-B2")).toBe("issuer-mismatch");
  expect(await as("did:web:a.example")).toBe("issuer-mismatch");
  expect(await as("VATES-A1")).toBe("issuer-mismatch");
});

test("the organisation of an authority is not that of the leaf", async () => {
  const authority = await ca.party(subject("VATES-A1"));
  const chain = [
    await ca.issue("leaf", other, authority),
    await ca.issue("authority", authority, root),
  ] as const;
  const wishes = { der: chain[0], party: other, header: { x5c: chain.map(base64) } };
  expect(await outcome(wishes)).toBe("issuer-mismatch");
  expect(await outcome({ ...wishes, demand: { issuer: "did:elsi:VATES-B2" } })).toBe("not-checked");
});

test("a leaf without an organisation seals for nobody", async () => {
  const anonymous = await ca.party("C=ES, CN=Seal");
  const der = await ca.issue("leaf", anonymous, root);
  for (const issuer of ["did:elsi:", "did:elsi:undefined"])
    expect(await outcome({ der, party: anonymous, demand: { issuer } })).toBe("issuer-mismatch");
});

test("a signature made by a library holds", async () => {
  const compact = await new CompactSign(new TextEncoder().encode("{}"))
    .setProtectedHeader({
      alg: "ES256",
      "x5t#S256": thumbprint(leaf),
      x5c: [base64(leaf)],
      sigT: SIGNED,
      crit: ["sigT"],
    })
    .sign(signer.keys.privateKey, { crit: { sigT: true } });
  expect(await outcome({ edit: () => compact })).toBe("not-checked");
});

test.each([
  ["RS256", ca.rsa(2048)],
  ["PS256", ca.rsa(2048, { name: "RSA-PSS" })],
])("%s seals, too", async (alg, algorithm) => {
  const sealing = await ca.party(subject("VATES-A1"), algorithm);
  // Certificates name an RSA key as such, whatever it signs with.
  const der = await ca.issue("leaf", sealing, root);
  expect(await outcome({ der, party: sealing, header: { alg } })).toBe("not-checked");
  expect(await outcome({ der, party: sealing, header: { alg: alg === "RS256" ? "PS256" : "RS256" } })).toBe(
    "bad-signature",
  );
});
