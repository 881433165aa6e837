// Which names an authority may certify (RFC 5280 §4.2.1.10), for DNS and directory names; what cannot be compared fails.
import type * as asn1 from "@peculiar/asn1-x509";

export interface GeneralName {
  readonly form: "dns" | "directory" | "email" | "uri" | "ip" | "other";
  /** From the root down: labels of a DNS name, or relative distinguished names. Absent: not to be evaluated. */
  readonly parts?: readonly string[];
}

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/** Labels of a DNS name as certificates have them; a wildcard stands alone, and to the left. */
const DNS_NAME = /^(\*\.)?([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;
const WILDCARD = "*";

export function readGeneralName(name: asn1.GeneralName): GeneralName {
  if (name.dNSName !== undefined) return dnsName(name.dNSName);
  if (name.directoryName !== undefined) return { form: "directory", parts: rdnsOf(name.directoryName) };
  if (name.rfc822Name !== undefined) return { form: "email" };
  if (name.uniformResourceIdentifier !== undefined) return { form: "uri" };
  return { form: name.iPAddress === undefined ? "other" : "ip" };
}

function dnsName(text: string): GeneralName {
  const lower = text.toLowerCase();
  return DNS_NAME.test(lower) ? { form: "dns", parts: lower.split(".").reverse() } : { form: "dns" };
}

export function readSubtrees({ permittedSubtrees, excludedSubtrees }: asn1.NameConstraints): NameConstraints {
  const read = (trees: Iterable<asn1.GeneralSubtree> | undefined) => [...(trees ?? [])].map(readSubtree);
  return { permitted: read(permittedSubtrees), excluded: read(excludedSubtrees) };
}

function readSubtree({ base, minimum, maximum }: asn1.GeneralSubtree): GeneralName {
  const name = base.dNSName === "" ? { form: "dns" as const, parts: [] } : readGeneralName(base);
  // RFC 5280 §4.2.1.10: minimum is 0 and maximum absent; anything else is not evaluated.
  return minimum === 0 && maximum === undefined ? name : { form: name.form };
}

/** Relative distinguished names, spelt alike if RFC 5280 §7.1 compares them as equal. */
export function rdnsOf(name: asn1.Name): string[] {
  return [...name].map((rdn) =>
    JSON.stringify(rdn.map(({ type, value }) => `${type}=${comparable(value.toString())}`).toSorted()),
  );
}

const comparable = (text: string) => text.normalize("NFKC").toLowerCase().trim().replaceAll(/\s+/g, " ");

/** Whether an authority with these constraints may certify all the names. */
export function isPermitted(
  names: readonly GeneralName[],
  { permitted, excluded }: NameConstraints,
): boolean {
  return names.every((name) => {
    const sameForm = ({ form }: GeneralName) => form === name.form;
    const allowed = permitted.filter(sameForm);
    return (
      (allowed.length === 0 || allowed.some((base) => isWithin(name, base))) &&
      !excluded.filter(sameForm).some((base) => mayReach(name, base))
    );
  });
}

function isWithin({ parts }: GeneralName, { parts: base }: GeneralName): boolean {
  return parts !== undefined && base !== undefined && base.every((part, at) => part === parts[at]);
}

/** Whether the name, or one that its wildcard stands for, is below the base; so is what cannot be compared. */
function mayReach({ parts }: GeneralName, { parts: base }: GeneralName): boolean {
  if (parts === undefined || base === undefined) return true;
  const end = parts.indexOf(WILDCARD);
  const fixed = end < 0 ? base : base.slice(0, end);
  return fixed.every((part, at) => part === parts[at]);
}
