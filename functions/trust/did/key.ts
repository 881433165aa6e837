// did:key: the key is the identifier, so its document is made, not fetched (The did:key Method v0.9, W3C CCG).
import { type Result, ok } from "../../kernel/result.ts";
import { type Did, type DidRefusal, refuse } from "./did.ts";
import type { DidDocument } from "./document.ts";
import { readMultikey } from "./multikey.ts";
import { fromMultibase } from "./multibase.ts";

/** The document of a did:key: one method, permitted for everything that signs. */
export function didKeyDocument({ did, id }: Did): Result<DidDocument, DidRefusal> {
  if (!id.startsWith("z") || !fromMultibase(id)) return refuse("malformed-did", "not in base58btc multibase");
  const key = readMultikey(id);
  if (!key.ok) return key;
  const method = `${did}#${id}`;
  return ok({
    did,
    methods: new Map([[method, { type: "Multikey", controller: did, publicKeyMultibase: id }]]),
    permits: { assertionMethod: new Set([method]), authentication: new Set([method]) },
  });
}
