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
  /** Public keys that what the node signed is verified with; none unless stated. */
  readonly keys?: readonly NodeKey[];
}

/** A public key of a node, as its DID document lists it. */
export interface NodeKey {
  /** Fragment of its DID URL. */
  readonly name: string;
  readonly jwk: JsonWebKey;
  /** It signs no more. What it signed still holds. */
  readonly isRetired: boolean;
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

/** `/.well-known/did.json` (W3C DID Core 1.0, did:web). A retired key stands behind what it stated, and shows nobody's presence. */
export function didDocument({ origin, keys = [] }: NodeIdentity) {
  const id = didOf(origin);
  const idOf = ({ name }: NodeKey) => `${id}#${name}`;
  const methods = keys.map((key) => ({
    id: idOf(key),
    type: "JsonWebKey",
    controller: id,
    publicKeyJwk: key.jwk,
  }));
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id,
    ...(keys.length > 0
      ? {
          verificationMethod: methods,
          assertionMethod: keys.map(idOf),
          authentication: keys.filter(({ isRetired }) => !isRetired).map(idOf),
        }
      : {}),
    service: [
      {
        id: `${id}#mpli`,
        type: "MultiProviderLinkedInfrastructure",
        serviceEndpoint: `${origin}/.well-known/mpli`,
      },
    ],
  };
}
