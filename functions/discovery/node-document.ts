// The two documents by which strangers meet this node: what it speaks and where, and whose keys it signs with.
import { CONTEXT } from "../kernel/json-ld.ts";
import { SYNTAX_NAMES } from "../kernel/media.ts";

export const PROTOCOL_VERSION = "0.1";

export interface NodeIdentity {
  /** Public origin, without a slash at the end. */
  readonly origin: string;
  readonly roles: readonly string[];
  readonly features: readonly string[];
  /** Path of each endpoint that this node serves, by name. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, number>>;
  /** Public key that the node signs with, as a JWK; absent when none is configured. */
  readonly publicKey?: JsonWebKey;
}

/** The did:web identifier of an origin (did:web method specification: the port's colon is percent-encoded). */
export function didOf(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`;
}

/** `/.well-known/mpli`: plain JSON to a client, a graph to anyone who reads its context. */
export function nodeDocument(node: NodeIdentity) {
  const endpoint = Object.fromEntries(
    Object.entries(node.endpoints).map(([name, path]) => [name, node.origin + path]),
  );
  return {
    "@context": CONTEXT,
    id: `${node.origin}/.well-known/mpli`,
    type: "Node",
    protocolVersion: [PROTOCOL_VERSION],
    did: didOf(node.origin),
    role: node.roles,
    feature: node.features,
    endpoint,
    limits: node.limits,
    mediaTypes: SYNTAX_NAMES,
  };
}

/** `/.well-known/did.json` (W3C DID Core 1.0, did:web). */
export function didDocument(node: NodeIdentity) {
  const id = didOf(node.origin);
  const method = `${id}#key-1`;
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id,
    ...(node.publicKey
      ? {
          verificationMethod: [
            { id: method, type: "JsonWebKey", controller: id, publicKeyJwk: node.publicKey },
          ],
          assertionMethod: [method],
          authentication: [method],
        }
      : {}),
    service: [
      {
        id: `${id}#mpli`,
        type: "MultiProviderLinkedInfrastructure",
        serviceEndpoint: `${node.origin}/.well-known/mpli`,
      },
    ],
  };
}
