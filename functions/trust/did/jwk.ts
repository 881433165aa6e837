// did:jwk: the identifier is a JWK in base64url, so its document is made, not fetched (did:jwk method specification).
import { type Result, ok } from "../../kernel/result.ts";
import { fromBase64url } from "../token/base64url.ts";
import { type Did, type DidRefusal, refuse } from "./did.ts";
import type { DidDocument } from "./document.ts";
import { readObject } from "./json-bytes.ts";
import { readPublicJwk } from "./public-jwk.ts";

/** The document of a did:jwk: one method, `#0`; a key for encryption signs nothing. */
export function didJwkDocument({ did, id }: Did): Result<DidDocument, DidRefusal> {
  const bytes = fromBase64url(id);
  const { value } = (bytes && readObject(bytes)) ?? {};
  if (!value) return refuse("malformed-did", "it is no JSON object in base64url");
  const jwk = readPublicJwk(value);
  if (!jwk.ok) return jwk;
  const method = `${did}#0`;
  const permitted = new Set(jwk.value.use === "enc" ? [] : [method]);
  return ok({
    did,
    methods: new Map([[method, { type: "JsonWebKey", controller: did, publicKeyJwk: value }]]),
    permits: { assertionMethod: permitted, authentication: permitted },
  });
}
