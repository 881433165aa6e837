// SD-JWT VC that the kit issues, and the token status lists that they refer to.
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { JsonObject } from "../http.ts";
import { type Party, reply } from "../parties/provider.ts";
import { type Issuer, encode, signed } from "./credentials.ts";

type Members = Readonly<Record<string, unknown>>;

/** A disclosure of these parts: salt, name and value, or salt and value. */
export const disclosure = (...parts: readonly unknown[]): string => encode(JSON.stringify(parts));

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

interface Shown {
  /** Changes of the claims, which are sound without. */
  readonly claims?: Members;
  readonly header?: Members;
  readonly disclosures?: readonly string[];
  readonly rest?: string;
}

/** The claims of a sound credential. */
const claimsOf = ({ did }: Issuer): Members => ({
  iss: did,
  vct: "urn:conformance:registration",
  sub: "did:web:subject.conformance.example",
  iat: 1_767_225_600,
});

/** A credential in an envelope, with whatever stands behind the last tilde as `rest`. */
export function sdJwt(
  by: Issuer,
  { claims = {}, header = {}, disclosures = [], rest = "" }: Shown = {},
): JsonObject {
  const head = { alg: by.alg, typ: "dc+sd-jwt", kid: by.kid, ...header };
  const jwt = signed(by, JSON.stringify(head), JSON.stringify({ ...claimsOf(by), ...claims }));
  const text = [jwt, ...disclosures, rest].join("~");
  return { type: "EnvelopedVerifiableCredential", id: `data:application/dc+sd-jwt,${text}` };
}

/** Has the party serve a token status list of two bits a credential, and gives the claim for its entry 1. */
export function publishTokenList(
  party: Party,
  by: Issuer,
  value: number,
  { claims = {}, header = {} }: Pick<Shown, "claims" | "header"> = {},
): Members {
  const path = `/statuses-${++lists}`;
  const uri = party.origin + path;
  const lst = encode(deflateSync(Uint8Array.of(value << 2, 0, 0, 0)));
  const all = { iss: by.did, sub: uri, iat: 1_767_225_600, status_list: { bits: 2, lst }, ...claims };
  const head = { alg: by.alg, typ: "statuslist+jwt", kid: by.kid, ...header };
  const list = signed(by, JSON.stringify(head), JSON.stringify(all));
  party.answer(path, () => reply(200, "application/statuslist+jwt", list));
  return { status: { status_list: { idx: 1, uri } } };
}

/** No two lists share an address, since a target may remember what it read. */
let lists = 0;
