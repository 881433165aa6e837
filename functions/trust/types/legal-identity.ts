// Who an organisation is, whichever credential says so: Gaia-X, European business wallet or our own, in one view.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject } from "../token/jws.ts";
import { localName, member, nodesIn, textIn, typesOf } from "./members.ts";
import {
  type IdentifierRefusal,
  type IdentifierScheme,
  type OrganisationIdentifier,
  readIdentifier,
} from "./organisation-identifier.ts";

/** The view `mpli:legalIdentity`. */
export interface LegalIdentity {
  readonly legalName?: string;
  /** ISO 3166-1, two letters. */
  readonly country?: string;
  readonly identifiers: readonly OrganisationIdentifier[];
}

export type LegalIdentityRefusal = { code: "no-legal-identity" } | IdentifierRefusal;

/** Where a kind of credential keeps what the view has: paths of member names. */
interface Source {
  readonly legalName?: string;
  readonly country?: string;
  /** The country that goes before numbers which are written without. */
  readonly prefix?: string;
  readonly identifiers: Readonly<Partial<Record<IdentifierScheme, string>>>;
}

const COMPANY_CERTIFICATE: Source = {
  legalName: "legal_person_name",
  country: "registration_member_state",
  identifiers: { euid: "legal_person_id" },
};

/** By type of the credential or its subject, W3C; read from the subject. */
const BY_TYPE: Readonly<Record<string, Source>> = {
  LegalIdentityCredential: {
    legalName: "legalIdentity/legalName",
    country: "legalIdentity/country",
    identifiers: {
      euid: "legalIdentity/euid",
      vat: "legalIdentity/vatId",
      lei: "legalIdentity/lei",
      eori: "legalIdentity/eori",
    },
  },
  LegalPerson: { legalName: "legalName", identifiers: {} },
  VatID: { country: "countryCode", prefix: "countryCode", identifiers: { vat: "vatID" } },
  LeiCode: { identifiers: { lei: "leiCode" } },
  EORI: { identifiers: { eori: "eori" } },
  EUID: { identifiers: { euid: "euid" } },
};

/** By `vct`, SD-JWT VC; read from the claims. */
const BY_VCT: Readonly<Record<string, Source>> = {
  "uri:eu.ebw.oid.1": { legalName: "name", country: "issuing_country", identifiers: { euid: "id" } },
  "uri:eu.eudi.eucc.1": COMPANY_CERTIFICATE,
  "urn:eudi:eucc:1": COMPANY_CERTIFICATE,
  "uri:eu.eudi.vat.1": { legalName: "economic_operator/legal_name", identifiers: { vat: "vat_id" } },
};

/**
 * Reads the view from a credential: a W3C one, or the claims of an SD-JWT VC. It trusts what it is given, so verify
 * first; contexts are not looked at again. An identifier that is none ends it, since a guess could name somebody else.
 */
export function legalIdentityOf(document: JsonObject): Result<LegalIdentity, LegalIdentityRefusal> {
  const sources = sourcesOf(document);
  if (sources.length === 0) return refused({ code: "no-legal-identity" });
  const identifiers: OrganisationIdentifier[] = [];
  let view: Omit<LegalIdentity, "identifiers"> = {};
  for (const { source, node } of sources) {
    const legalName = at(node, source.legalName);
    const country = localName(at(node, source.country) ?? "").toUpperCase();
    const prefix = at(node, source.prefix);
    for (const [scheme, path] of Object.entries(source.identifiers)) {
      const text = at(node, path);
      if (text === undefined) continue;
      const read = readIdentifier(scheme as IdentifierScheme, text, prefix);
      if (!read.ok) return read;
      identifiers.push(read.value);
    }
    view = { ...view, ...(legalName ? { legalName } : {}), ...(country ? { country } : {}) };
  }
  return ok({ ...view, identifiers });
}

function sourcesOf(document: JsonObject): { source: Source; node: JsonObject }[] {
  const { vct } = document;
  if (typeof vct === "string") {
    const source = Object.hasOwn(BY_VCT, vct) ? BY_VCT[vct] : undefined;
    return source ? [{ source, node: document }] : [];
  }
  return nodesIn(document["credentialSubject"]).flatMap((node) =>
    [...new Set([...typesOf(document), ...typesOf(node)])].flatMap((type) => {
      const source = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
      return source ? [{ source, node }] : [];
    }),
  );
}

/** The text at a path of local names. */
function at(node: JsonObject, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const [first = "", ...rest] = path.split("/");
  const value = member(node, first);
  if (rest.length === 0) return textIn([value ?? []].flat()[0]);
  const [inner] = nodesIn(value);
  return inner && at(inner, rest.join("/"));
}
