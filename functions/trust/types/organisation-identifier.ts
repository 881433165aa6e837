// Identifiers of organisations in one normal form, so that two registers' words for one organisation can be compared.
import { type Result, ok, refused } from "../../kernel/result.ts";

/** Schemes whose numbers are unique by themselves; a number of a national register is so with its country. */
export type IdentifierScheme = "euid" | "vat" | "lei" | "eori" | "register";

export interface OrganisationIdentifier {
  readonly scheme: IdentifierScheme;
  /** Capitals and digits; begins with the country, but for a LEI. */
  readonly value: string;
}

export type IdentifierRefusal = {
  code: "malformed-identifier";
  scheme: IdentifierScheme | "unknown";
  found: string;
};

/** How a number looks once spaces and case are gone. */
const FORMS: Readonly<Record<IdentifierScheme, RegExp>> = {
  // Implementing Regulation (EU) 2021/1042, annex §9: country, register, dot, number, and perhaps a check digit.
  euid: /^[A-Z]{2}[A-Z0-9]*\.[A-Z0-9]+(_[A-Z0-9])?$/,
  // Directive 2006/112/EC, article 215, with the lengths that VIES knows.
  vat: /^[A-Z]{2}[0-9A-Z+*]{2,13}$/,
  lei: /^[0-9A-Z]{18}\d{2}$/,
  // Delegated Regulation (EU) 2015/2446, annex B: a country and at most fifteen characters.
  eori: /^[A-Z]{2}[0-9A-Z]{1,15}$/,
  register: /^[A-Z]{2}:[0-9A-Z]+$/,
};

/** Reads a number of a scheme. `country` (ISO 3166-1) goes before a number that does not begin with it. */
export function readIdentifier(
  scheme: IdentifierScheme,
  text: string,
  country?: string,
): Result<OrganisationIdentifier, IdentifierRefusal> {
  const value = NORMAL[scheme](text.trim().toUpperCase(), country?.toUpperCase() ?? "");
  if (!FORMS[scheme].test(value) || (scheme === "lei" && !hasCheckDigits(value)))
    return refused({ code: "malformed-identifier", scheme, found: text.slice(0, 100) });
  return ok({ scheme, value });
}

const bare = (text: string) => text.replace(/[\s.-]/g, "");
/** Greece is EL where value added tax is concerned, and GR elsewhere. */
const vatCountry = (text: string) => text.replace(/^GR/, "EL");

const NORMAL: Readonly<Record<IdentifierScheme, (text: string, country: string) => string>> = {
  euid: (text) => text.replace(/\s/g, ""),
  vat: (text, country) => {
    const number = vatCountry(bare(text));
    return number.startsWith(vatCountry(country)) ? number : vatCountry(country) + number;
  },
  lei: bare,
  eori: bare,
  register: (text, country) => `${country}:${bare(text)}`,
};

/** ISO 7064, MOD 97-10, as ISO 17442 has it: letters count from 10, and the whole leaves 1. */
function hasCheckDigits(lei: string): boolean {
  let rest = 0;
  for (const digit of lei.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)))
    rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** What the three letters of ETSI EN 319 412-1 §5.1.4 stand for. */
const ETSI: Readonly<Record<string, IdentifierScheme>> = { VAT: "vat", LEI: "lei", NTR: "register" };

/**
 * Reads an organizationIdentifier as certificates and mandates have it, "VATES-B12345678", or a `did:elsi` of one. The
 * country of a LEI is XG and says nothing.
 */
export function readOrganizationIdentifier(text: string): Result<OrganisationIdentifier, IdentifierRefusal> {
  const [, letters = "", country = "", number = ""] =
    /^(?:did:elsi:)?([A-Z]{3})([A-Z]{2})-(.+)$/.exec(text.trim()) ?? [];
  const scheme = ETSI[letters];
  if (!scheme) return refused({ code: "malformed-identifier", scheme: "unknown", found: text.slice(0, 100) });
  // Here the number never has its country, whatever letters it begins with: those of a French one may look like one.
  if (scheme === "vat") return readIdentifier("vat", vatCountry(country) + bare(number));
  return readIdentifier(scheme, number, country);
}

/** The identifier that both have, if there is one: what makes two records records of one organisation. */
export function sharedIdentifier(
  one: readonly OrganisationIdentifier[],
  other: readonly OrganisationIdentifier[],
): OrganisationIdentifier | undefined {
  return one.find(({ scheme, value }) =>
    other.some((each) => each.scheme === scheme && each.value === value),
  );
}
