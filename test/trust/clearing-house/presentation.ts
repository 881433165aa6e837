// What a compliance service checks of a presentation, as far as it is known from outside: written from the standards and
// from answers that houses were seen to give, with none of the code under test.
import { type JWK, compactVerify, decodeProtectedHeader, importJWK } from "jose";

export type JsonObject = Record<string, unknown>;

/** A refusal as the houses write it. */
export class Refusal extends Error {
  readonly errors: readonly string[];
  constructor(message: string, errors: readonly string[]) {
    super(message);
    this.errors = errors;
  }
}

export const TERMS = "4bd7554097444c960292b4726c2efa1373485e8a5565d94d41195214c5e0ceb3";
const NUMBERS = ["gx:VatID", "gx:LeiCode", "gx:EORI", "gx:TaxID"];
/** All that the closed shape of a legal person lets stand there, besides id and type. */
const PERSON = ["name", "gx:registrationNumber", "gx:headquartersAddress", "gx:legalAddress"];
const TYP = {
  vp: ["vp+jwt", "vp+ld+jwt", "vp+ld+json+jwt"],
  vc: ["vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt"],
};

export interface Verified {
  readonly issuer: string;
  readonly compact: string;
  readonly document: JsonObject;
}

export type Resolve = (did: string) => Promise<JsonObject>;

/** The credentials in a presentation; throws a Refusal. */
export async function checkPresentation(
  compact: string,
  { resolve, notary, now }: { readonly resolve: Resolve; readonly notary: string; readonly now: number },
): Promise<readonly Verified[]> {
  const { issuer, document } = await verified(compact, "vp", resolve);
  const entries = [document["verifiableCredential"] ?? []].flat() as JsonObject[];
  const tokens = entries.map((entry) => {
    const [, token] = /^data:application\/vc\+(?:ld\+json\+)?jwt,(.+)$/.exec(String(entry["id"])) ?? [];
    if (entry["type"] !== "EnvelopedVerifiableCredential" || !token)
      throw new Refusal("Invalid request", ["a credential is not in its envelope"]);
    return token;
  });
  const credentials = await Promise.all(tokens.map((token) => verified(token, "vc", resolve)));
  const errors = [
    ...credentials.flatMap((one) => agedFaults(one, now)),
    ...contentFaults(credentials, { issuer, notary }),
  ];
  if (errors.length > 0) throw new Refusal("Unable to validate compliance", errors);
  return credentials;
}

/** A token whose header and signature hold. */
async function verified(compact: string, kind: "vp" | "vc", resolve: Resolve): Promise<Verified> {
  const header = headerOf(compact);
  const { iss, kid, typ } = header as { iss?: unknown; kid?: unknown; typ?: unknown };
  if (typeof iss !== "string")
    throw new Refusal("Invalid request", ["The iss header referencing the issuer's DID is missing"]);
  if (!TYP[kind].includes(String(typ))) throw new Refusal("Invalid request", [`typ ${String(typ)}`]);
  const methods = ((await resolve(iss))["verificationMethod"] ?? []) as JsonObject[];
  const jwk = methods.find(({ id }) => id === kid)?.["publicKeyJwk"] as JWK | undefined;
  if (!jwk) throw new Refusal("Invalid request", [`${String(kid)} is not in the DID document`]);
  if (!jwk.x5u && !jwk.x5c) throw new Refusal("Invalid certificate", ["DID does not contain x5u nor x5c"]);
  const failed = () => new Refusal("The signature validation has failed", ["signature verification failed"]);
  const key = await importJWK(jwk, String(header["alg"]));
  const { payload } = await compactVerify(compact, key).catch(() => {
    throw failed();
  });
  const document = JSON.parse(new TextDecoder().decode(payload)) as JsonObject;
  if (document["issuer"] !== iss) throw new Refusal("Invalid request", ["issuer and iss differ"]);
  return { issuer: iss, compact, document };
}

function headerOf(compact: string): JsonObject {
  try {
    return decodeProtectedHeader(compact) as JsonObject;
  } catch {
    throw new Refusal("The payload is not a valid JWT and was not decoded", []);
  }
}

function agedFaults({ document }: Verified, now: number): string[] {
  const { id, validUntil } = document;
  if (typeof validUntil !== "string" || Date.parse(validUntil) > now) return [];
  return [`VC ${String(id)} validUntil ${validUntil} is in the past`];
}

function contentFaults(
  credentials: readonly Verified[],
  { issuer, notary }: { readonly issuer: string; readonly notary: string },
): string[] {
  const byType = (types: readonly string[]) =>
    credentials.filter(({ document }) => (document["type"] as string[]).some((one) => types.includes(one)));
  const persons = byType(["gx:LegalPerson"]).filter((one) => one.issuer === issuer);
  const accepted = byType(["gx:Issuer"]).some(
    (one) => one.issuer === issuer && subject(one)["gaiaxTermsAndConditions"] === TERMS,
  );
  const numbers = byType(NUMBERS).filter((one) => one.issuer === notary);
  return [
    ...(persons.length === 0 ? ["No legal person found in VP"] : []),
    ...persons.flatMap((person) => shapeFaults(subject(person), numbers.map(subject))),
    ...(numbers.length === 0 ? ["No registration number issuers found in VP"] : []),
    ...(accepted ? [] : [`The issuer: ${issuer} is missing a gx:Issuer entity with terms and conditions`]),
  ];
}

const subject = ({ document }: Verified) => document["credentialSubject"] as JsonObject;

function shapeFaults(person: JsonObject, numbers: readonly JsonObject[]): string[] {
  const extra = Object.keys(person).filter((name) => !["id", "type", ...PERSON].includes(name));
  const missing = PERSON.slice(1).filter((name) => person[name] === undefined);
  const linked = person["gx:registrationNumber"] as JsonObject | undefined;
  const countries = ["gx:headquartersAddress", "gx:legalAddress"].map(
    (name) => (person[name] as JsonObject | undefined)?.["gx:countryCode"],
  );
  return [
    ...extra.map((name) => `sh:ClosedConstraintComponent sh:resultPath:${name}`),
    ...missing.map((name) => `sh:MinCountConstraintComponent sh:resultPath:${name}`),
    ...(numbers.some(({ id }) => id === linked?.["id"]) ? [] : ["the registration number is not in the VP"]),
    ...countries.flatMap((code) => (/^[A-Z]{2}$/.test(String(code)) ? [] : ["gx:countryCode sh:in"])),
  ];
}
