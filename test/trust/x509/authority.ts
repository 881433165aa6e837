// A certification authority for tests: issues good certificates, and any that is bad in one respect only.
import "reflect-metadata";
import { AsnConvert } from "@peculiar/asn1-schema";
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from "@peculiar/asn1-x509";
import * as x509 from "@peculiar/x509";
import type { Bytes } from "../../../functions/trust/x509/certificate.ts";
import { type Anchor, type AnchorCategory, readAnchor } from "../../../functions/trust/x509/path.ts";

export const AT = new Date("2026-11-01T12:00:00Z");
const YEAR = 365 * 86_400_000;

/** Somebody with a name and a key. WebCrypto makes keys from no seed, so keys and signatures differ from run to run. */
export interface Party {
  readonly name: string;
  readonly keys: CryptoKeyPair;
}

export interface Wishes {
  /** Without these kinds of extensions; those of `extensions` replace the usual ones of their kind. */
  readonly without?: readonly string[];
  readonly extensions?: readonly x509.Extension[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly hash?: string;
  readonly serialNumber?: string;
}

type KeyAlgorithm = Parameters<typeof crypto.subtle.generateKey>[0] & object;
const RSA = { hash: "SHA-256", publicExponent: Uint8Array.of(1, 0, 1) };
export const EC256 = { name: "ECDSA", namedCurve: "P-256" };
export const EC384 = { name: "ECDSA", namedCurve: "P-384" };
export const EC521 = { name: "ECDSA", namedCurve: "P-521" };
export const rsa = (modulusLength: number, more: object = {}) => ({
  name: "RSASSA-PKCS1-v1_5",
  modulusLength,
  ...RSA,
  ...more,
});

export async function party(name: string, algorithm: KeyAlgorithm = EC256): Promise<Party> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  return { name, keys: keys as CryptoKeyPair };
}

/** A certificate of `subject` by `issuer`, an authority's or a leaf's. */
export async function issue(
  kind: "authority" | "leaf",
  subject: Party,
  issuer: Party,
  wishes: Wishes = {},
): Promise<Bytes> {
  const { extensions = [], without = [], hash = "SHA-256", ...rest } = wishes;
  const replaced = new Set([...without, ...extensions.map(({ type }) => type)]);
  const usual = await usualExtensions(kind, subject, issuer);
  // The length of a salt is for PSS, and passed over by the others.
  const signingAlgorithm = { name: issuer.keys.privateKey.algorithm.name, hash, saltLength: 32 };
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: "2a",
    notBefore: new Date(AT.getTime() - YEAR),
    notAfter: new Date(AT.getTime() + YEAR),
    ...rest,
    subject: subject.name,
    issuer: issuer.name,
    publicKey: subject.keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm,
    extensions: [...usual.filter(({ type }) => !replaced.has(type)), ...extensions],
  });
  return new Uint8Array(certificate.rawData);
}

async function usualExtensions(kind: "authority" | "leaf", subject: Party, issuer: Party) {
  const usage =
    kind === "leaf" ? x509.KeyUsageFlags.digitalSignature : KEY_CERT_SIGN | x509.KeyUsageFlags.cRLSign;
  return [
    basicConstraints(kind === "authority"),
    keyUsage(usage),
    await x509.SubjectKeyIdentifierExtension.create(subject.keys.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey),
  ];
}

export const KEY_CERT_SIGN = x509.KeyUsageFlags.keyCertSign;
export const keyUsage = (flags: number) => new x509.KeyUsagesExtension(flags, true);
export const basicConstraints = (ca: boolean, pathLength?: number) =>
  new x509.BasicConstraintsExtension(ca, pathLength, true);
export const extKeyUsage = (...oids: string[]) => new x509.ExtendedKeyUsageExtension(oids);
export const alternativeNames = (...names: x509.JsonGeneralNames) =>
  new x509.SubjectAlternativeNameExtension(names);
export const extension = (oid: string, critical: boolean) =>
  new x509.Extension(oid, critical, Uint8Array.of(5, 0));

export type Base = readonly [form: "dns" | "dn" | "email" | "url", value: string];

/** Constraints on names; `minimum` is 0 in all that RFC 5280 allows. */
export function nameConstraints(permitted: readonly Base[], excluded: readonly Base[] = [], minimum = 0) {
  const trees = (bases: readonly Base[]) =>
    new GeneralSubtrees(bases.map((base) => new GeneralSubtree({ base: generalName(base), minimum })));
  const constraints = new NameConstraints({
    ...(permitted.length > 0 ? { permittedSubtrees: trees(permitted) } : {}),
    ...(excluded.length > 0 ? { excludedSubtrees: trees(excluded) } : {}),
  });
  return new x509.Extension("2.5.29.30", true, AsnConvert.serialize(constraints));
}

const generalName = ([form, value]: Base) =>
  AsnConvert.parse(new x509.GeneralName(form, value).rawData, GeneralName);

/** The certificate of an anchor, self-signed. */
export async function anchorOf(
  root: Party,
  category: AnchorCategory = "eidas-seal",
  wishes: Wishes = {},
): Promise<Anchor> {
  const anchor = readAnchor(await issue("authority", root, root, wishes), category);
  if (!anchor.ok) throw new Error(anchor.refusal.detail);
  return anchor.value;
}

/** The same certificate with the last bit of its signature turned. */
export function spoilt(der: Bytes): Bytes {
  return der.map((byte, at) => (at === der.length - 1 ? byte ^ 1 : byte));
}
