// Who sent a request: the DID whose key signed it, and nothing that the request merely says.
import type { Context } from "hono";
import { type BodyRefusal, readBytes } from "../edge/body.ts";
import {
  CALLBACK_TAG,
  REQUEST_TAG,
  type SignatureAlgorithm,
  type SignatureRefusal,
  type SignatureTag,
  isSignedBy,
  readSignature,
} from "../edge/http-signature.ts";
import type { SignedMessage } from "../edge/signature-base.ts";
import type { ProblemTable } from "../edge/problem.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import type { Relationship } from "./did/document.ts";
import type { ResolveKey } from "./did/resolve.ts";
import type { Algorithm } from "./token/profiles.ts";
import { importKey } from "./token/signature.ts";

export interface Caller {
  readonly did: string;
  /** The DID URL of the key. */
  readonly keyid: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly nonce: string;
}

/** `reason` of `key-unknown` is the code of the step that failed: see `DidRefusal`. */
export type CallerRefusal =
  | SignatureRefusal
  | { code: "key-unknown"; keyid: string; reason: string }
  | { code: "signature-invalid"; keyid: string };

export interface CallerPorts {
  readonly resolveKey: ResolveKey;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The own origin, for a request to this URL: what is signed for another host is refused. As it is where absent. */
  readonly origin?: (url: string) => string;
}

/** Requests show who is there; a callback states what came to pass (DID Core 1.0 §5.3.1, §5.3.2). */
const RELATIONSHIP: Readonly<Record<SignatureTag, Relationship>> = {
  [REQUEST_TAG]: "authentication",
  [CALLBACK_TAG]: "assertionMethod",
};

const JOSE: Readonly<Record<SignatureAlgorithm, Algorithm>> = {
  ed25519: "EdDSA",
  "ecdsa-p256-sha256": "ES256",
};

/** Who signed this request, for this address, over this body, just now. A key is looked for last, since it may cost a fetch. */
export async function callerOf(
  request: Omit<SignedMessage, "body">,
  body: Uint8Array,
  ports: CallerPorts,
  tag: SignatureTag = REQUEST_TAG,
): Promise<Result<Caller, CallerRefusal>> {
  const { method, headers } = request;
  const url = ports.origin ? readdressed(request.url, ports.origin(request.url)) : request.url;
  const read = readSignature({ method, url, headers, body }, { tag, now: ports.now() });
  if (!read.ok) return read;
  const { keyid, alg, created, nonce } = read.value;
  const unknown = (reason: string) =>
    refused({ code: "key-unknown" as const, keyid: keyid.slice(0, 200), reason });
  const found = await ports.resolveKey(keyid, RELATIONSHIP[tag]);
  if (!found.ok) return unknown(found.refusal.code);
  const key = await importKey(found.value.jwk, JOSE[alg]);
  if (!key.ok) return unknown(key.refusal.code);
  if (!(await isSignedBy(read.value, key.value)))
    return refused({ code: "signature-invalid", keyid: keyid.slice(0, 200) });
  return ok({ did: found.value.controller, keyid, created, nonce });
}

/** How the refusals of a caller are answered. */
export const CALLER_PROBLEMS: ProblemTable<CallerRefusal> = {
  "signature-missing": {
    status: 401,
    title: "The request is not signed",
    mend: "Sign the request as RFC 9421 has it, with the tag in `tag`.",
  },
  "signature-malformed": {
    status: 401,
    title: "The signature cannot be read",
    mend: "Write the fields as RFC 9421 has them; `reason` says where they break.",
  },
  "signature-incomplete": {
    status: 401,
    title: "The signature does not cover enough",
    mend: "Cover what `missing` names.",
  },
  "signature-stale": {
    status: 401,
    title: "The signature is not of now",
    mend: "Set your clock, which `clock` may help with, and sign the request anew.",
  },
  "digest-mismatch": {
    status: 401,
    title: "The body has another digest than the one that is signed",
    mend: "Compute `Content-Digest` over the bytes that are sent.",
  },
  "key-unknown": {
    status: 401,
    title: "The key of the signature cannot be found",
    mend: "Name a key by its DID URL in `keyid`; `reason` says where the search ended.",
  },
  "signature-invalid": {
    status: 401,
    title: "The signature does not hold",
    mend: "Sign the request as it arrives: its method, its whole address, its body and the type of it.",
  },
};

/** A request at a door, with its body as it was signed. */
export interface Called {
  readonly caller: Caller;
  readonly text: string;
}

/** Reads the body of a signed request, of at most `limit` bytes of UTF-8, and tells whose it is. */
export async function readSigned(
  c: Context,
  limit: number,
  ports: CallerPorts,
): Promise<Result<Called, CallerRefusal | BodyRefusal>> {
  const body = await readBytes({ body: c.req.raw.body, headers: c.req.raw.headers }, limit);
  if (!body.ok) return body;
  const caller = await callerOf(c.req.raw, body.value, ports);
  if (!caller.ok) return caller;
  const text = textOf(body.value);
  return text === undefined ? refused({ code: "not-utf-8" }) : ok({ caller: caller.value, text });
}

/** What stands before a text, such as a byte order mark, is signed as part of it, and no JSON begins with one. */
function textOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

function readdressed(url: string, origin: string): string {
  const { pathname, search } = new URL(url);
  return origin + pathname + search;
}
