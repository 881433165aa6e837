// A query for credentials in the Digital Credentials Query Language (OpenID4VP 1.0 §6), read strictly and within limits.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import type { Power } from "../types/mandate.ts";
import { type ClaimsPath, readPath } from "./claims-path.ts";

/**
 * Formats of credentials. OpenID4VP 1.0 has no identifier for tokens of the Data Model 2.0: `vc+jwt` is ours, named for
 * their media type, with the parameters of `jwt_vc_json`.
 */
const FORMATS = {
  "dc+sd-jwt": "vct_values",
  "vc+jwt": "type_values",
  jwt_vc_json: "type_values",
  ldp_vc: "type_values",
} as const;

export type Format = keyof typeof FORMATS;

export interface ClaimQuery {
  readonly id?: string;
  readonly path: ClaimsPath;
  /** One of them is enough; any value will do where they are absent. */
  readonly values?: readonly (string | number | boolean)[];
}

export interface CredentialQuery {
  readonly id: string;
  readonly format: Format;
  readonly multiple: boolean;
  /** Alternatives, each a list of types that a credential must all have; any type will do where there is none. */
  readonly types: readonly (readonly string[])[];
  readonly isHolderBound: boolean;
  readonly claims: readonly ClaimQuery[];
  /** Alternatives, the best first, each a list of the ids of claims; all claims where there is none. */
  readonly claimSets: readonly (readonly string[])[];
  readonly mandate?: MandateQuery;
}

/** A mandate that is asked for. The language has none: `mandate` of a credential query is ours. */
export interface MandateQuery {
  readonly power: Power;
  /** The id of the credential query whose answer is the organisation; absent where the mandate alone says for which. */
  readonly organization?: string;
}

export interface CredentialSetQuery {
  /** Alternatives, the best first, each a list of the ids of credential queries. */
  readonly options: readonly (readonly string[])[];
  readonly required: boolean;
}

export interface DcqlQuery {
  readonly credentials: readonly CredentialQuery[];
  /** Every credential query must be answered where there is none. */
  readonly sets: readonly CredentialSetQuery[];
}

/** `member` leads to what does not fit, as `credentials[0].meta`. */
export type QueryRefusal = { code: "malformed-query"; member: string; reason: string };

const LIMITS = { queries: 32, claims: 64, values: 64, alternatives: 32, characters: 512 };

class Stop extends Error {
  readonly refusal: QueryRefusal;
  constructor(member: string, reason: string) {
    super(reason);
    this.refusal = { code: "malformed-query", member: member.slice(0, 200), reason };
  }
}

/** Reads a query. Members that the language does not have are passed over, as it asks (OpenID4VP 1.0 §6). */
export function readQuery(json: Json | undefined): Result<DcqlQuery, QueryRefusal> {
  try {
    return ok(query(json));
  } catch (error) {
    if (error instanceof Stop) return refused(error.refusal);
    throw error;
  }
}

function query(json: Json | undefined): DcqlQuery {
  const { credentials: asked, credential_sets } = object(json, "dcql_query");
  const credentials = list(asked, "credentials", LIMITS.queries).map((one, index) =>
    credentialQuery(one, `credentials[${index}]`),
  );
  const known = unique(
    credentials.map(({ id }) => id),
    "credentials",
  );
  const organisations = new Set(credentials.flatMap(({ id, mandate }) => (mandate ? [] : id)));
  for (const [index, { mandate }] of credentials.entries())
    if (mandate?.organization !== undefined && !organisations.has(mandate.organization))
      throw new Stop(
        `credentials[${index}].mandate.organization`,
        "it is no id of a query without a mandate",
      );
  const sets = optional(credential_sets, (all) =>
    list(all, "credential_sets", LIMITS.alternatives).map((one, index) =>
      credentialSet(one, `credential_sets[${index}]`, known),
    ),
  );
  return { credentials, sets: sets ?? [] };
}

function credentialQuery(json: Json, at: string): CredentialQuery {
  const one = object(json, at);
  const { format, trusted_authorities } = one;
  if (!isFormat(format)) throw new Stop(`${at}.format`, "it is none of the formats supported here");
  optional(trusted_authorities, (all) => authorities(all, `${at}.trusted_authorities`));
  const claims = optional(one["claims"], (all) =>
    list(all, `${at}.claims`, LIMITS.claims).map((claim, index) =>
      claimQuery(claim, `${at}.claims[${index}]`),
    ),
  );
  const ids = unique(
    (claims ?? []).flatMap(({ id }) => id ?? []),
    `${at}.claims`,
  );
  const claimSets = optional(one["claim_sets"], (sets) =>
    alternatives(sets, `${at}.claim_sets`, LIMITS.claims, ids),
  );
  return {
    id: identifier(one["id"], `${at}.id`),
    format,
    multiple: flag(one["multiple"], false, `${at}.multiple`),
    types: types(object(one["meta"], `${at}.meta`), FORMATS[format], `${at}.meta`),
    isHolderBound: flag(
      one["require_cryptographic_holder_binding"],
      true,
      `${at}.require_cryptographic_holder_binding`,
    ),
    claims: claims ?? [],
    claimSets: claimSets ?? [],
    ...optional(one["mandate"], (asked) => ({ mandate: mandate(asked, `${at}.mandate`) })),
  };
}

function mandate(json: Json, at: string): MandateQuery {
  const { power, organization } = object(json, at);
  const { domain, function: duty, action } = object(power, `${at}.power`);
  return {
    power: {
      function: text(duty, `${at}.power.function`),
      action: text(action, `${at}.power.action`),
      ...optional(domain, (name) => ({ domain: text(name, `${at}.power.domain`) })),
    },
    ...optional(organization, (id) => ({ organization: identifier(id, `${at}.organization`) })),
  };
}

const isFormat = (name: Json | undefined): name is Format =>
  typeof name === "string" && Object.hasOwn(FORMATS, name);

/** `vct_values` are alternatives of one type; `type_values` alternatives of several (OpenID4VP 1.0 B.1.1, B.3.5). */
function types(meta: JsonObject, member: "vct_values" | "type_values", at: string): string[][] {
  const inMeta = `${at}.${member}`;
  const values = optional(meta[member], (all) => list(all, inMeta, LIMITS.alternatives)) ?? [];
  return member === "vct_values"
    ? values.map((one) => [text(one, inMeta)])
    : values.map((several) => list(several, inMeta, LIMITS.alternatives).map((one) => text(one, inMeta)));
}

/** They are hints for wallets; whom to believe says the policy of the node (OpenID4VP 1.0 §6.1.1). */
function authorities(json: Json, at: string): void {
  for (const one of list(json, at, LIMITS.alternatives)) {
    const { type, values } = object(one, at);
    text(type, `${at}.type`);
    for (const value of list(values, `${at}.values`, LIMITS.values)) text(value, `${at}.values`);
  }
}

function claimQuery(json: Json, at: string): ClaimQuery {
  const one = object(json, at);
  const path = readPath(one["path"]);
  if (!path) throw new Stop(`${at}.path`, "it is no list of names, whole numbers from 0 and null");
  const id = optional(one["id"], (name) => identifier(name, `${at}.id`));
  const values = optional(one["values"], (all) =>
    list(all, `${at}.values`, LIMITS.values).map((v) => scalar(v, at)),
  );
  return { path, ...(id === undefined ? {} : { id }), ...(values ? { values } : {}) };
}

function scalar(json: Json, at: string): string | number | boolean {
  if (typeof json === "boolean" || Number.isInteger(json)) return json as boolean | number;
  // A claim can be empty, unlike a name.
  if (json === "") return json;
  return text(json, `${at}.values`);
}

function credentialSet(json: Json, at: string, known: ReadonlySet<string>): CredentialSetQuery {
  const { options, required } = object(json, at);
  return {
    options: alternatives(options, `${at}.options`, LIMITS.queries, known),
    required: flag(required, true, `${at}.required`),
  };
}

/** Lists of ids, all of which are known. */
function alternatives(
  json: Json | undefined,
  at: string,
  most: number,
  known: ReadonlySet<string>,
): string[][] {
  return list(json, at, LIMITS.alternatives).map((option) =>
    list(option, at, most).map((id) => {
      if (typeof id !== "string" || !known.has(id)) throw new Stop(at, "it names an id that nothing has");
      return id;
    }),
  );
}

function object(json: Json | undefined, at: string): JsonObject {
  if (!isObject(json)) throw new Stop(at, "it is no object");
  return json;
}

function list(json: Json | undefined, at: string, most: number): readonly Json[] {
  if (!Array.isArray(json) || json.length === 0) throw new Stop(at, "it is no list with at least one entry");
  if (json.length > most) throw new Stop(at, `it has more than ${most} entries`);
  return json;
}

function text(json: Json | undefined, at: string): string {
  if (typeof json === "string" && json !== "" && json.length <= LIMITS.characters) return json;
  throw new Stop(at, `it is no text of 1 to ${LIMITS.characters} characters`);
}

function identifier(json: Json | undefined, at: string): string {
  const id = text(json, at);
  if (!/^[\w-]+$/.test(id)) throw new Stop(at, "it has other characters than letters, digits, _ and -");
  return id;
}

function flag(json: Json | undefined, otherwise: boolean, at: string): boolean {
  if (json === undefined) return otherwise;
  if (typeof json !== "boolean") throw new Stop(at, "it is neither true nor false");
  return json;
}

function unique(ids: readonly string[], at: string): ReadonlySet<string> {
  const set = new Set(ids);
  if (set.size < ids.length) throw new Stop(at, "two of its entries have the same id");
  return set;
}

const optional = <T>(json: Json | undefined, read: (json: Json) => T): T | undefined =>
  json === undefined ? undefined : read(json);
