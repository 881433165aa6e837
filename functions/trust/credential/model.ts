// A credential as the data model has it (W3C Verifiable Credentials Data Model 2.0 §4), read from JSON.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";

export const CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";

export interface Credential {
  readonly id?: string;
  readonly types: readonly string[];
  readonly issuer: string;
  /** What it says something of; those without an id are left out. */
  readonly subjects: readonly string[];
  readonly contexts: readonly Json[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** `credentialStatus`. */
  readonly status: readonly JsonObject[];
  /** The claim `status` of its token, where it is no member of the credential itself. */
  readonly tokenStatus?: Json;
  /** The credential, without a proof; JSON-LD unless it is an SD-JWT VC. */
  readonly document: JsonObject;
  /** The type of an SD-JWT VC, whose claims are JSON alone. */
  readonly vct?: string;
}

export type ModelRefusal = { code: "not-a-credential"; detail: string };

/** Reads a document as a credential; says which member does not fit. */
export function readCredential(document: JsonObject): Result<Credential, ModelRefusal> {
  const no = (detail: string) => refused({ code: "not-a-credential" as const, detail });
  const contexts = [document["@context"] ?? []].flat();
  if (contexts[0] !== CREDENTIALS_CONTEXT) return no("@context does not begin with that of credentials");
  const types = texts(document["type"]);
  if (!types?.includes("VerifiableCredential")) return no("type");
  const issuer = idOf(document["issuer"]);
  if (issuer === undefined) return no("issuer");
  const subjects = [document["credentialSubject"] ?? []].flat();
  if (subjects.length === 0 || !subjects.every((one) => isObject(one) && Object.keys(one).length > 0))
    return no("credentialSubject");
  const status = [document["credentialStatus"] ?? []].flat();
  if (!status.every(isObject)) return no("credentialStatus");
  const [id, validFrom, validUntil] = [document["id"], document["validFrom"], document["validUntil"]];
  for (const [name, value] of Object.entries({ id, validFrom, validUntil }))
    if (value !== undefined && typeof value !== "string") return no(name);
  return ok({
    types,
    issuer,
    contexts,
    status,
    document,
    subjects: subjects.flatMap((one) => idOf(one) ?? []),
    ...(typeof id === "string" ? { id } : {}),
    ...(typeof validFrom === "string" ? { validFrom } : {}),
    ...(typeof validUntil === "string" ? { validUntil } : {}),
  });
}

/** The id of a node that is written as its id alone, or as an object with one. */
export function idOf(node: Json | undefined): string | undefined {
  const id = isObject(node) ? node["id"] : node;
  return typeof id === "string" && id !== "" ? id : undefined;
}

function texts(value: Json | undefined): string[] | undefined {
  const list = [value ?? []].flat();
  return list.every((one) => typeof one === "string") ? list : undefined;
}
