// A certificate as path validation needs it (RFC 5280 §4.1): names as they stand in the DER, and each extension by meaning.
import { bytesToHex } from "@noble/hashes/utils.js";
import { AsnConvert, AsnParser } from "@peculiar/asn1-schema";
import * as asn1 from "@peculiar/asn1-x509";
import { Integer, Sequence, fromBER } from "asn1js";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type GeneralName, type NameConstraints, readGeneralName, readSubtrees, rdnsOf } from "./names.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** What a public key is, as far as its strength goes; `algorithm` of the others is an OID. */
export type KeyKind =
  | { readonly type: "RSA"; readonly bits: number; readonly exponent: number }
  | { readonly type: "EC"; readonly curve: "P-256" | "P-384" }
  | { readonly type: "other"; readonly algorithm: string };

export interface Certificate {
  readonly der: Bytes;
  /** The part that is signed. */
  readonly tbs: Bytes;
  /** DER of the name. */
  readonly issuer: Bytes;
  readonly subject: Bytes;
  /** Content octets of the serial number. */
  readonly serial: Bytes;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Bytes;
  readonly key: KeyKind;
  /** OID, and DER of its parameters in hexadecimal. */
  readonly signatureAlgorithm: { readonly oid: string; readonly parameters: string };
  readonly signature: Bytes;
  readonly isAuthority: boolean;
  /** How many authorities may stand below this one (RFC 5280 §4.2.1.9). */
  readonly pathLength?: number;
  readonly keyUsage?: readonly asn1.KeyUsageType[];
  /** OIDs. */
  readonly extKeyUsage?: readonly string[];
  /** Key identifiers in hexadecimal. */
  readonly authorityKeyId?: string;
  readonly subjectKeyId?: string;
  readonly nameConstraints?: NameConstraints;
  /** Every name it speaks for: its subject, the mail addresses therein, and the alternative names. */
  readonly names: readonly GeneralName[];
  /** Attribute 2.5.4.97 of the subject, where there is exactly one (ETSI EN 319 412-1 §5.1.4). */
  readonly organizationIdentifier?: string;
  /** OIDs of the critical extensions that are not processed here. */
  readonly unknownCritical: readonly string[];
}

/** No certificate, or one that RFC 5280 §4 forbids: always invalid. */
export type CertificateRefusal = { code: "malformed-certificate"; detail: string };

/** Bytes of DER; those of trust services have some 2,000. */
export const MOST_BYTES = 16 * 1024;

const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";
const ORGANIZATION_IDENTIFIER = "2.5.4.97";
const EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

/** Named curves by the DER of their OID (RFC 5480 §2.1.1.1). */
const CURVES: Readonly<Record<string, "P-256" | "P-384">> = {
  "06082a8648ce3d030107": "P-256",
  "06052b81040022": "P-384",
};

/**
 * Extensions that may be critical. Of policies any is accepted (RFC 5280 §6.1.1 c), so their mere list needs no
 * processing, while the constraints on them do and are left unknown.
 */
const PROCESSED: ReadonlySet<string> = new Set([
  asn1.id_ce_basicConstraints,
  asn1.id_ce_keyUsage,
  asn1.id_ce_extKeyUsage,
  asn1.id_ce_authorityKeyIdentifier,
  asn1.id_ce_subjectKeyIdentifier,
  asn1.id_ce_subjectAltName,
  asn1.id_ce_nameConstraints,
  asn1.id_ce_certificatePolicies,
]);

/** The bytes of one certificate as `x5c` has it (RFC 7515 §4.1.6: base64, not base64url); undefined if not so spelt. */
export function fromBase64(text: string): Bytes | undefined {
  if (text.length > (MOST_BYTES * 4) / 3 + 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4)
    return undefined;
  const binary = atob(text);
  return btoa(binary) === text ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : undefined;
}

/** Reads one certificate; nothing of it is verified. */
export function readCertificate(der: Bytes): Result<Certificate, CertificateRefusal> {
  const no = (detail: string) => refused({ code: "malformed-certificate" as const, detail });
  if (der.length > MOST_BYTES) return no(`more than ${MOST_BYTES} bytes`);
  try {
    const { offset, result } = fromBER(der);
    if (offset !== der.length) return no("not one DER value");
    const parsed = AsnParser.fromASN(result, asn1.Certificate) as asn1.Certificate;
    const { tbsCertificate: tbs, signatureAlgorithm } = parsed;
    if (hexOf(AsnConvert.serialize(tbs.signature)) !== hexOf(AsnConvert.serialize(signatureAlgorithm)))
      return no("names two signature algorithms");
    if (tbs.issuer.length === 0) return no("has no issuer");
    const extensions = tbs.extensions ?? [];
    if (extensions.length > 0 && tbs.version !== asn1.Version.v3)
      return no("has extensions before version 3");
    if (new Set(extensions.map(({ extnID }) => extnID)).size < extensions.length)
      return no("has an extension twice");
    const [notBefore, notAfter] = [tbs.validity.notBefore.getTime(), tbs.validity.notAfter.getTime()];
    if (Number.isNaN(notBefore.getTime() + notAfter.getTime())) return no("validity is no time");
    return ok({
      der,
      ...rawFieldsOf(result as Sequence),
      notBefore,
      notAfter,
      key: kindOf(tbs.subjectPublicKeyInfo),
      signatureAlgorithm: {
        oid: signatureAlgorithm.algorithm,
        parameters: signatureAlgorithm.parameters ? hexOf(signatureAlgorithm.parameters) : "",
      },
      signature: new Uint8Array(parsed.signatureValue),
      ...extensionsOf(extensions, tbs.subject),
      ...organizationOf(tbs.subject),
    });
  } catch {
    return no("not a certificate in DER");
  }
}

/** The fields that are compared or signed byte by byte, cut out of the DER. */
function rawFieldsOf(certificate: Sequence) {
  const tbs = certificate.valueBlock.value[0] as Sequence;
  const fields = tbs.valueBlock.value;
  const first = fields.findIndex((field) => field instanceof Integer);
  const raw = (at: number) => Uint8Array.from(fields[first + at]?.valueBeforeDecodeView ?? []);
  return {
    tbs: Uint8Array.from(tbs.valueBeforeDecodeView),
    serial: Uint8Array.from((fields[first] as Integer).valueBlock.valueHexView),
    issuer: raw(2),
    subject: raw(4),
    spki: raw(5),
  };
}

function kindOf({ algorithm, subjectPublicKey }: asn1.SubjectPublicKeyInfo): KeyKind {
  const curve = algorithm.parameters ? CURVES[hexOf(algorithm.parameters)] : undefined;
  if (algorithm.algorithm === EC && curve) return { type: "EC", curve };
  if (algorithm.algorithm !== RSA) return { type: "other", algorithm: algorithm.algorithm };
  const [modulus, exponent] = (fromBER(subjectPublicKey).result as Sequence).valueBlock.value as Integer[];
  const digits = hexOf(modulus?.valueBlock.valueHexView ?? new Uint8Array()).replace(/^0+/, "");
  const topBits = Number.parseInt(digits[0] ?? "0", 16).toString(2).length;
  return {
    type: "RSA",
    bits: digits === "" ? 0 : (digits.length - 1) * 4 + topBits,
    exponent: Number.parseInt(hexOf(exponent?.valueBlock.valueHexView ?? new Uint8Array()), 16),
  };
}

function extensionsOf(extensions: readonly asn1.Extension[], subject: asn1.Name) {
  const read = <T>(id: string, type: new () => T): T | undefined => {
    const extension = extensions.find(({ extnID }) => extnID === id);
    return extension && AsnConvert.parse(extension.extnValue.buffer, type);
  };
  const basic = read(asn1.id_ce_basicConstraints, asn1.BasicConstraints);
  const usage = read(asn1.id_ce_keyUsage, asn1.KeyUsage);
  const purposes = read(asn1.id_ce_extKeyUsage, asn1.ExtendedKeyUsage);
  const authority = read(asn1.id_ce_authorityKeyIdentifier, asn1.AuthorityKeyIdentifier)?.keyIdentifier;
  const own = read(asn1.id_ce_subjectKeyIdentifier, asn1.SubjectKeyIdentifier);
  const constraints = read(asn1.id_ce_nameConstraints, asn1.NameConstraints);
  const alternatives = read(asn1.id_ce_subjectAltName, asn1.SubjectAlternativeName) ?? [];
  return {
    isAuthority: basic?.cA ?? false,
    ...(basic?.pathLenConstraint === undefined ? {} : { pathLength: basic.pathLenConstraint }),
    ...(usage ? { keyUsage: usage.toJSON() } : {}),
    ...(purposes ? { extKeyUsage: [...purposes] } : {}),
    ...(authority ? { authorityKeyId: hexOf(authority.buffer) } : {}),
    ...(own ? { subjectKeyId: hexOf(own.buffer) } : {}),
    ...(constraints ? { nameConstraints: readSubtrees(constraints) } : {}),
    names: [...namesIn(subject), ...[...alternatives].map(readGeneralName)],
    unknownCritical: [...extensions]
      .filter(({ critical, extnID }) => critical && !PROCESSED.has(extnID))
      .map(({ extnID }) => extnID),
  };
}

function namesIn(subject: asn1.Name): GeneralName[] {
  const names: GeneralName[] = subject.length > 0 ? [{ form: "directory", parts: rdnsOf(subject) }] : [];
  // RFC 5280 §4.2.1.10: constraints on mail addresses apply to those in the subject, too.
  return attributesOf(subject, EMAIL_ADDRESS).length > 0 ? [...names, { form: "email" }] : names;
}

function organizationOf(subject: asn1.Name) {
  const [value, ...more] = attributesOf(subject, ORGANIZATION_IDENTIFIER);
  return value === undefined || more.length > 0 ? {} : { organizationIdentifier: value };
}

function attributesOf(name: asn1.Name, oid: string): string[] {
  return [...name].flatMap((rdn) => rdn.filter(({ type }) => type === oid).map(({ value }) => `${value}`));
}

function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return bytesToHex(new Uint8Array(bytes));
}
