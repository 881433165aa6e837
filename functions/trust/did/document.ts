// A DID document as far as signatures need it: its verification methods, and what each may be used for.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { instantOf } from "../credential/time.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { type DidRefusal, refuse } from "./did.ts";
import { readMultikey } from "./multikey.ts";
import { type PublicJwk, readPublicJwk } from "./public-jwk.ts";

const RELATIONSHIPS = ["assertionMethod", "authentication"] as const;
/** Why a key signs: to state something, or to show who is there (DID Core 1.0 §5.3). */
export type Relationship = (typeof RELATIONSHIPS)[number];

export interface DidDocument {
  readonly did: string;
  /** By absolute id; keys are read when they are asked for, since one of an unknown type spoils no other. */
  readonly methods: ReadonlyMap<string, JsonObject>;
  readonly permits: Readonly<Record<Relationship, ReadonlySet<string>>>;
}

export interface VerificationKey {
  /** The DID URL of its verification method. */
  readonly id: string;
  readonly controller: string;
  readonly jwk: PublicJwk;
  /** The document could not be read anew: this key is from an older copy. */
  readonly stale?: true;
}

const MOST_METHODS = 64;

/** Reads the document of `did`. Entries that are not understood are passed over; ambiguous ones are refused. */
export function readDocument(json: Json, did: string): Result<DidDocument, DidRefusal> {
  const malformed = (detail: string) => refuse("malformed-did-document", detail);
  if (!isObject(json) || typeof json["id"] !== "string") return malformed("it is no object with an id");
  if (json["id"] !== did) return refuse("did-mismatch", json["id"]);
  const lists = ["verificationMethod", ...RELATIONSHIPS].map((name) => json[name] ?? []);
  if (!lists.every((list) => Array.isArray(list))) return malformed("its methods are no list");
  const [listed = [], ...relationships] = lists;
  const embedded = relationships.flat().filter((entry) => isObject(entry));
  if (listed.length + embedded.length > MOST_METHODS) return malformed(`more than ${MOST_METHODS} methods`);
  const methods = new Map<string, JsonObject>();
  for (const method of [...listed, ...embedded]) {
    const id = isObject(method) ? absolute(method["id"], did) : undefined;
    if (!isObject(method) || !id) return malformed("a verification method has no id");
    if (methods.has(id)) return malformed(`two verification methods ${id}`);
    methods.set(id, method);
  }
  const [statements, presence] = relationships.map((list) => idsIn(list, did));
  if (!statements || !presence) return malformed("a relationship refers to nothing");
  return ok({ did, methods, permits: { assertionMethod: statements, authentication: presence } });
}

function idsIn(list: readonly Json[], did: string): ReadonlySet<string> | undefined {
  const ids = list.map((entry) => absolute(isObject(entry) ? entry["id"] : entry, did));
  return ids.every((id) => id !== undefined) ? new Set(ids) : undefined;
}

/** A relative DID URL is relative to the DID of its document (DID Core 1.0 §3.2.2). */
function absolute(id: Json | undefined, did: string): string | undefined {
  if (typeof id !== "string" || id === "") return undefined;
  return id.startsWith("#") ? did + id : id;
}

/** The key of the one method with this id, if the DID itself controls it and permits its use, at `now` in milliseconds. */
export function keyIn(
  { did, methods, permits }: DidDocument,
  {
    id,
    relationship,
    now,
  }: { readonly id: string; readonly relationship: Relationship; readonly now: number },
): Result<VerificationKey, DidRefusal> {
  const method = methods.get(id);
  if (!method) return refuse("key-not-found", id);
  const no = (detail: string) => refuse("key-not-authorised", detail);
  if (method["controller"] !== did) return no("it is controlled by somebody else");
  if (!permits[relationship].has(id)) return no(`it is not listed under ${relationship}`);
  for (const name of ["expires", "revoked"])
    if (method[name] !== undefined && !isAhead(method[name], now)) return no(`it has ended: ${name}`);
  const jwk = keys.get(method) ?? readKey(method);
  keys.set(method, jwk);
  return jwk.ok ? ok({ id, controller: did, jwk: jwk.value }) : jwk;
}

/** Of Controlled Identifiers 1.0 §2.2: a time that cannot be read counts as past. */
function isAhead(time: Json | undefined, now: number): boolean {
  const instant = typeof time === "string" ? instantOf(time) : undefined;
  return instant !== undefined && now < instant;
}

/** What was read of methods before; their documents are kept. */
const keys = new WeakMap<JsonObject, Result<PublicJwk, DidRefusal>>();

function readKey(method: JsonObject): Result<PublicJwk, DidRefusal> {
  switch (method["type"]) {
    case "JsonWebKey":
    case "JsonWebKey2020":
      return readPublicJwk(method["publicKeyJwk"]);
    case "Multikey":
      return readMultikey(method["publicKeyMultibase"]);
    case "Ed25519VerificationKey2020": {
      const key = readMultikey(method["publicKeyMultibase"]);
      return key.ok && key.value.crv !== "Ed25519" ? refuse("key-unfit", "it is not of Ed25519") : key;
    }
    default:
      return refuse("key-unfit", "its type is not supported");
  }
}
