// An order as its customer signed it: one body, read strictly, with the digest that the same body always has.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Usage } from "../../compatibility/demand/demand.ts";
import { PERIODS, type Period } from "../../compatibility/demand/periods.ts";
import { COUNTRY } from "../../compatibility/demand/read-customer.ts";
import { USAGE_KINDS } from "../../compatibility/demand/read-usage.ts";
import { HOURS_PER_MONTH } from "../../compatibility/demand/periods.ts";
import { xsd } from "../../kernel/generated/vocabulary.ts";
import type { Json } from "../../kernel/json.ts";
import { spellNumber } from "../../kernel/number.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { instantOf } from "../../trust/credential/time.ts";
import type { ResolveKey } from "../../trust/did/resolve.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";
import { type AccessKey, readAccessKey } from "../access.ts";
import {
  DID,
  DIGEST,
  type Form,
  IRI,
  Members,
  UUID,
  listOf,
  oneOf,
  reading,
  text,
  wholeNumber,
} from "./members.ts";
import { MOST_CHARACTERS, type SignatureRefusal, TYPES, checkSignature, readToken } from "./signed.ts";

export interface OrderPrice {
  /** A decimal number, as it was written. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly per: Period;
}

export type Disclosure = "none" | "category" | "full";

export interface OrderRequest {
  readonly id: string;
  readonly customer: string;
  readonly provider: string;
  readonly offer: string;
  /** Digests are written as `sha256:` and 64 hexadecimal digits. */
  readonly manifest: string;
  readonly report?: string;
  readonly region?: string;
  readonly price: OrderPrice;
  readonly usage: Usage;
  readonly parameters: JsonObject;
  /** IRIs of the terms that the customer accepts. */
  readonly terms: readonly string[];
  /** What the customer says it can show, as in a demand. */
  readonly presents: readonly string[];
  /** IRI of the customer's country. */
  readonly country?: string;
  /** A presentation as a token. */
  readonly presentation?: string;
  readonly callback?: string;
  readonly accessKey?: AccessKey;
  /** Seconds for which the offer is to be held before it is bought. */
  readonly hold?: number;
  /** Milliseconds since the epoch: when it has to be delivered. */
  readonly deadline?: number;
  readonly parent?: string;
  /** Digests of the DIDs of those who ordered above, the outermost first. */
  readonly path: readonly string[];
  readonly disclosure: Disclosure;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** An order whose signature holds. */
export interface SignedOrder extends OrderRequest {
  /** The body. */
  readonly compact: string;
  /** SHA-256 of the body's bytes, in hexadecimal. */
  readonly digest: string;
}

/** `pointer` (RFC 6901) leads into the payload; it is empty where the body is no such token. */
export type OrderFormRefusal =
  | { code: "order-malformed"; pointer: string; problem: string }
  | { code: "too-many-layers"; limit: number };

export type OrderReadRefusal = OrderFormRefusal | SignatureRefusal;

/** Orders above this one; each layer adds one. */
export const MOST_LAYERS = 8;
const LIMITS = { depth: 8, values: 200, terms: 20, presents: 20, hold: 86_400 };
/** Seconds between `iat` and `exp`. */
const MOST_LIFE = 3600;
/** How far clocks may be apart, in milliseconds. */
export const SKEW_MS = 300_000;

/** Reads an order and verifies that its customer signed it. Whether it is still fresh is told by `checkFreshness`. */
export async function readOrderRequest(
  body: Uint8Array,
  resolveKey: ResolveKey,
): Promise<Result<SignedOrder, OrderReadRefusal>> {
  const malformed = (problem: string, pointer = "") =>
    refused<OrderFormRefusal>({ code: "order-malformed", pointer, problem });
  if (body.length > MOST_CHARACTERS) return malformed(`longer than ${MOST_CHARACTERS} bytes`);
  // What is not ASCII is no base64url; the digest is of the bytes that came.
  const compact = new TextDecoder("latin1").decode(body);
  const token = readToken(compact, TYPES.order);
  if (!token.ok) return malformed(token.refusal.problem);
  const order = readOrder(token.value.payload);
  if (!order.ok) return order;
  const signed = await checkSignature(token.value, order.value.customer, resolveKey);
  return signed.ok ? ok({ ...order.value, compact, digest: bytesToHex(sha256(body)) }) : signed;
}

/** Whether an order was made just now, at `now` in milliseconds: later it is looked at, and not sent again. */
export function checkFreshness(
  { issuedAt, expiresAt }: Pick<OrderRequest, "issuedAt" | "expiresAt">,
  now: number,
): Result<undefined, { code: "signature-stale"; member: "iat" | "exp" }> {
  if (issuedAt > now + SKEW_MS) return refused({ code: "signature-stale", member: "iat" });
  return expiresAt <= now - SKEW_MS ? refused({ code: "signature-stale", member: "exp" }) : ok(undefined);
}

/** Reads the payload of an order. */
export function readOrder(payload: Json): Result<OrderRequest, OrderFormRefusal> {
  if (isObject(payload) && Array.isArray(payload["path"]) && payload["path"].length > MOST_LAYERS)
    return refused({ code: "too-many-layers", limit: MOST_LAYERS });
  const read = reading(() => orderOf(new Members(payload)));
  if (read.ok) return read;
  const { pointer, problem } = read.refusal;
  return refused({ code: "order-malformed", pointer, problem });
}

function orderOf(members: Members): OrderRequest {
  members.needed("type", oneOf(["Order"]));
  const issued = members.needed("iat", SECONDS);
  const expires = members.needed("exp", [
    `a time in seconds after iat, by at most ${MOST_LIFE},`,
    (value) => {
      const read = SECONDS[1](value, "");
      return read !== undefined && read > issued && read - issued <= MOST_LIFE ? read : undefined;
    },
  ]);
  const order = {
    id: members.needed("id", UUID),
    customer: members.needed("customer", DID),
    provider: members.needed("provider", DID),
    offer: members.needed("offer", IRI),
    manifest: members.needed("manifest", DIGEST),
    ...members.maybe("report", DIGEST),
    ...members.maybe("region", IRI),
    price: members.needed("price", PRICE),
    usage: members.optional("usage", USAGE) ?? { hoursPerMonth: HOURS_PER_MONTH },
    parameters: members.optional("parameters", PARAMETERS) ?? {},
    terms: members.optional("terms", listOf(IRI, LIMITS.terms)) ?? [],
    presents: members.optional("presents", listOf(TOKEN, LIMITS.presents)) ?? [],
    ...members.maybe("country", [COUNTRY.expected, (value) => COUNTRY.read(String(value))]),
    ...members.maybe(
      "presentation",
      text("a presentation as a token", /^[\w-]+\.[\w-]+\.[\w-]+$/, MOST_CHARACTERS),
    ),
    ...members.maybe("callback", URL_OF_HTTP),
    ...members.maybe("accessKey", ACCESS_KEY),
    ...members.maybe("hold", wholeNumber(1, LIMITS.hold)),
    ...members.maybe("deadline", INSTANT),
    ...members.maybe("parent", text("at most 200 characters", /^[^\p{C}]+$/u, 200)),
    path: members.optional("path", listOf(DIGEST, MOST_LAYERS)) ?? [],
    disclosure: members.optional("disclosure", oneOf(["none", "category", "full"])) ?? "none",
    issuedAt: issued * 1000,
    expiresAt: expires * 1000,
  };
  members.end();
  return order;
}

/** RFC 7519 §2; a time in milliseconds is none. */
const SECONDS = wholeNumber(0, 99_999_999_999);
const TOKEN = text("a token such as legal-person", /^[a-z0-9][a-z0-9-]*$/, 100);
const AMOUNT = text("a decimal number as a string, such as 4.00,", /^\d{1,15}(\.\d{1,12})?$/);
const CURRENCY = text("a currency of ISO 4217", /^[A-Z]{3}$/);
const URL_OF_HTTP: Form<string> = [
  "an address of http without a user name or fragment",
  (value) => {
    const url = typeof value === "string" && value.length <= 2000 ? URL.parse(value) : undefined;
    const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.hash;
    return isPlain ? url.href : undefined;
  },
];
const INSTANT: Form<number> = [
  "a time such as 2026-11-23T15:00:00Z",
  (value) => (typeof value === "string" ? instantOf(value) : undefined),
];
const ACCESS_KEY: Form<AccessKey> = [
  "a public JWK of X25519 or P-256",
  (value) => {
    const key = readAccessKey(value);
    return key.ok ? key.value : undefined;
  },
];

const PRICE: Form<OrderPrice> = [
  "a price",
  (value, pointer) => {
    const members = new Members(value, pointer);
    const price = {
      amount: members.needed("amount", AMOUNT),
      currency: members.needed("currency", CURRENCY),
      per: members.needed("per", oneOf(PERIODS)),
    };
    members.end();
    return price;
  },
];

/** Numbers are read digit for digit, as those of a demand are. */
const USAGE: Form<Usage> = [
  "a usage",
  (value, pointer) => {
    const members = new Members(value, pointer);
    const form = (name: keyof Usage): Form<Usage["hoursPerMonth"]> => {
      const kind = USAGE_KINDS[name];
      const read = (json: Json) =>
        kind.read(typeof json === "number" ? spellNumber(json, xsd.decimal.value)[0] : String(json));
      return [kind.expected, read];
    };
    const usage = {
      hoursPerMonth: members.optional("hoursPerMonth", form("hoursPerMonth")) ?? HOURS_PER_MONTH,
      ...members.maybe("storage", form("storage")),
      ...members.maybe("outboundTraffic", form("outboundTraffic")),
      ...members.maybe("requestsPerMonth", form("requestsPerMonth")),
    };
    members.end();
    return usage;
  },
];

const PARAMETERS: Form<JsonObject> = [
  `an object of at most ${LIMITS.values} values and ${LIMITS.depth} levels`,
  (value) => (isObject(value) && isSmall(value) ? value : undefined),
];

function isSmall(root: Json): boolean {
  let values = 0;
  const fits = (value: Json, depth: number): boolean => {
    if (++values > LIMITS.values + 1 || depth > LIMITS.depth) return false;
    const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
    return inner.every((each) => fits(each, depth + 1));
  };
  return fits(root, 0);
}
