// Mandates that the kit makes, and what a target makes of them.
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import { CREDENTIALS, type Issuer, issuer } from "./credentials.ts";
import {
  type Request,
  objectsIn,
  presentation,
  presentationFound,
  presentationToken,
  requested,
  sdJwt,
} from "./presentations.ts";

/** The organisation that the kit's mandates are of, as certificates write it and as a VAT number. */
export const MANDATOR = "VATES-B12345678";
const VAT_ID = "ESB12345678";

/** A name in every mandate that nobody asks for. */
export const NAME = "Jonathan Conformance Testperson";

export const POWER = { domain: "Conformance", function: "Service", action: "Order" };

/** What the mandate of `holder` says, but for what a case changes. */
export const mandated = ({ did }: Pick<Issuer, "did">, more: JsonObject = {}): JsonObject => ({
  mandator: { organizationIdentifier: MANDATOR, organization: "Conformance" },
  mandatee: { id: did, firstName: NAME },
  power: [
    { type: "domain", ...POWER, function: "Catalogue", action: ["Order", "Update"] },
    { type: "domain", ...POWER, action: ["Update", "Order"] },
  ],
  ...more,
});

/** A mandate of the kit's organisation for `holder`, bound to its key. */
export const mandateOf = (holder: Issuer, more: JsonObject = {}, claims: JsonObject = {}): string =>
  sdJwt(holder, {
    vct: "learcredential.employee.sd.1",
    sub: holder.did,
    mandate: mandated(holder, more),
    ...claims,
  });

/** What says which organisation it is, with the VAT number of the one that the kit's mandates are of. */
export const companyOf = (vat_id = VAT_ID): string =>
  sdJwt(issuer(), { vct: "uri:eu.eudi.vat.1", vat_id, economic_operator: { legal_name: "Conformance" } });

/** A query for a mandate with the kit's power. */
export const CLERK: JsonObject = {
  id: "clerk",
  format: "dc+sd-jwt",
  meta: { vct_values: ["learcredential.employee.sd.1"] },
  mandate: { power: POWER },
};

export const COMPANY: JsonObject = {
  id: "company",
  format: "dc+sd-jwt",
  meta: { vct_values: ["uri:eu.eudi.vat.1"] },
  require_cryptographic_holder_binding: false,
};

/** A query for a mandate of the organisation that is shown beside it. */
export const OF_COMPANY: JsonObject = {
  credentials: [{ ...CLERK, mandate: { organization: "company", power: POWER } }, COMPANY],
};

/** A presentation of SD-JWTs by their holder, in answer to a request. */
export function presenting(holder: Issuer, texts: readonly string[], request: Request): string {
  const verifiableCredential = texts.map((text) => ({
    "@context": CREDENTIALS,
    type: "EnvelopedVerifiableCredential",
    id: `data:application/dc+sd-jwt,${text}`,
  }));
  const { nonce, audience: aud } = request;
  return presentationToken(holder, presentation(holder, [], { verifiableCredential, nonce, aud }));
}

/** A query, who answers it, and with which SD-JWTs. */
export interface Shown {
  readonly query: JsonObject;
  readonly holder: Issuer;
  readonly texts: readonly string[];
}

/** What is missing from a presentation of these to a query: nothing where it satisfies. */
export async function missingOf(
  t: Exam,
  what: string,
  { query, holder, texts }: Shown,
): Promise<JsonObject[]> {
  const request = await requested(t, query);
  const found = await presentationFound(t, presenting(holder, texts, request), { request: request.id });
  const missing = objectsIn(t, found, "missing");
  t.equal(found["satisfied"], missing.length === 0, `\`satisfied\` for ${what} is`);
  return missing;
}
