// Certificates for organisations, and what ties an organisation to a provider.
import type { JsonObject } from "../http.ts";
import { type Issuer, token } from "./credentials.ts";
import { certificate } from "./evidence.ts";
import { typed } from "./credential-types.ts";

const NUMBER = "NL853746281B01";

/** A certificate for the organisation that has a number, and no DID of its own. */
export const certificateFor = (by: Issuer, number = NUMBER): string =>
  certificate(by, `did:elsi:VAT${number.slice(0, 2)}-${number.slice(2)}`);

/** Who says that a DID is that of the organisation with a number. */
export const identityOf = (by: Issuer, did: string, more: JsonObject = { vatId: NUMBER }): string =>
  token(
    by,
    typed(by, "LegalIdentityCredential", { id: did, legalIdentity: { legalName: "Subject", ...more } }),
  );
