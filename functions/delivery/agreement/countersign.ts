// The agreement as a document: the provider's signature around the customer's, which anyone with both keys can check.
import { sha256Hex } from "../../kernel/digest.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { instantOf } from "../../trust/credential/time.ts";
import type { ResolveKey } from "../../trust/did/resolve.ts";
import type { Sign } from "../../trust/issuing/keys.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";
import { VERIFICATION_MS } from "./agreement.ts";
import { DIGEST, Members, oneOf, reading } from "./members.ts";
import { type OrderReadRefusal, type SignedOrder, readOrderRequest } from "./order-request.ts";
import { type SignatureRefusal, TYPES, checkSignature, readToken } from "./signed.ts";

/** Characters of an agreement: an order in base64url, and what stands around it. */
const MOST_CHARACTERS = 128 * 1024;

export interface Countersigned {
  readonly document: string;
  /** SHA-256 of the document, in hexadecimal. */
  readonly digest: string;
}

export interface Signing {
  /** The signing key of the node's ring. */
  readonly sign: Sign;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Signs an order for its provider, whose DID the key belongs to. */
export async function countersign(order: SignedOrder, { sign, now }: Signing): Promise<Countersigned> {
  const payload: JsonObject = {
    ...restated(order),
    order: order.compact,
    iat: Math.floor(now / 1000),
    until: new Date(now + VERIFICATION_MS).toISOString(),
  };
  const document = await sign(payload, { did: order.provider, typ: TYPES.agreement, cty: "json" });
  return { document, digest: sha256Hex(document) };
}

/** What an agreement says again of the order inside, for those who look at it without taking it apart. */
function restated({ id, provider, customer, offer, manifest, price }: SignedOrder): JsonObject {
  return { type: "Agreement", id, provider, customer, offer, manifest, price: { ...price } };
}

/** One member that is not what it has to be; values are JSON, at most 200 characters of each. */
export interface Difference {
  readonly member: string;
  readonly expected: string;
  readonly found: string;
}

export type AgreementReadRefusal =
  | { code: "agreement-malformed"; problem: string }
  /** The order inside is none, or not signed by its customer. */
  | { code: "agreement-without-order"; because: OrderReadRefusal }
  /** The provider's signature. */
  | SignatureRefusal
  | { code: "agreement-differs"; differences: readonly Difference[] };

export interface AgreementDocument extends Countersigned {
  readonly order: SignedOrder;
  /** Milliseconds since the epoch: until then it waits to be verified. */
  readonly until: number;
}

/**
 * Reads an agreement as anyone may: both signatures hold, and what it restates is what the customer signed. Whoever
 * ordered asks `checkAgreement`.
 */
export async function readAgreement(
  document: string,
  resolveKey: ResolveKey,
): Promise<Result<AgreementDocument, AgreementReadRefusal>> {
  const malformed = (problem: string) =>
    refused<AgreementReadRefusal>({ code: "agreement-malformed", problem });
  const token = readToken(document, TYPES.agreement, MOST_CHARACTERS);
  if (!token.ok) return malformed(token.refusal.problem);
  const { payload } = token.value;
  const { order: inside, until } = payload;
  if (typeof inside !== "string") return malformed("it holds no order");
  const ends = typeof until === "string" ? instantOf(until) : undefined;
  if (ends === undefined) return malformed("until is no time");
  const order = await readOrderRequest(new TextEncoder().encode(inside), resolveKey);
  if (!order.ok) return refused({ code: "agreement-without-order", because: order.refusal });
  const signed = await checkSignature(token.value, order.value.provider, resolveKey);
  if (!signed.ok) return signed;
  const differences = differencesIn(payload, restated(order.value));
  return differences.length === 0
    ? ok({ document, digest: sha256Hex(document), order: order.value, until: ends })
    : refused({ code: "agreement-differs", differences });
}

/**
 * Checks, as the customer, that an agreement is that to one's own order, at `now` in milliseconds: the same bytes inside,
 * the provider's signature, nothing restated otherwise, and still time to say so.
 */
export async function checkAgreement(
  document: string,
  {
    order,
    resolveKey,
    now,
  }: { readonly order: string; readonly resolveKey: ResolveKey; readonly now: number },
): Promise<Result<AgreementDocument, AgreementReadRefusal | { code: "agreement-lapsed"; until: string }>> {
  const read = await readAgreement(document, resolveKey);
  if (!read.ok) return read;
  const { order: inside, until } = read.value;
  if (inside.compact !== order) {
    const [expected, found] = [`sha256:${sha256Hex(order)}`, `sha256:${inside.digest}`];
    return refused({ code: "agreement-differs", differences: [{ member: "order", expected, found }] });
  }
  return now < until ? read : refused({ code: "agreement-lapsed", until: new Date(until).toISOString() });
}

/** Members in the order of the expected ones, those of nested objects by their pointer without the first slash. */
function differencesIn(found: JsonObject, expected: JsonObject, at = ""): Difference[] {
  return Object.entries(expected).flatMap(([name, value]): Difference[] => {
    const other = found[name];
    if (isObject(value) && isObject(other)) {
      const stray = Object.keys(other).filter((key) => !Object.hasOwn(value, key));
      return [
        ...differencesIn(other, value, `${at}${name}/`),
        ...stray.map((key) => difference(`${at}${name}/${key}`, undefined, other[key])),
      ];
    }
    return value === other ? [] : [difference(at + name, value, other)];
  });
}

const difference = (member: string, expected: Json | undefined, found: Json | undefined): Difference => ({
  member: member.slice(0, 200),
  expected: shown(expected),
  found: shown(found),
});

const shown = (value: Json | undefined) =>
  (value === undefined ? "nothing" : JSON.stringify(value)).slice(0, 200);

/** Signs an order, as its customer. `payload` is checked by whoever gets it. */
export function signOrder(payload: JsonObject & { readonly customer: string }, sign: Sign): Promise<string> {
  return sign(payload, { did: payload.customer, typ: TYPES.order, cty: "json" });
}

export type AcceptanceRefusal =
  | { code: "acceptance-malformed"; problem: string }
  | { code: "other-order" }
  | SignatureRefusal;

/** Whether a body is the acceptance of an order, by its customer; `digest` is that of the order, in hexadecimal. */
export async function readAcceptance(
  body: string,
  { customer, digest }: Pick<SignedOrder, "customer" | "digest">,
  resolveKey: ResolveKey,
): Promise<Result<undefined, AcceptanceRefusal>> {
  const token = readToken(body, TYPES.acceptance);
  if (!token.ok) return refused({ code: "acceptance-malformed", problem: token.refusal.problem });
  const read = reading(() => {
    const members = new Members(token.value.payload);
    const order = members.needed("order", DIGEST);
    members.optional("type", oneOf(["Acceptance"]));
    members.end();
    return order;
  });
  if (!read.ok)
    return refused({
      code: "acceptance-malformed",
      problem: `${read.refusal.pointer} ${read.refusal.problem}`,
    });
  const signed = await checkSignature(token.value, customer, resolveKey);
  if (!signed.ok) return signed;
  return read.value === `sha256:${digest}` ? ok(undefined) : refused({ code: "other-order" });
}

/** The digest, in hexadecimal, that a customer says it has verified: `{"agreement": "sha256:…"}`. */
export function readVerification(
  json: Json,
): Result<string, { code: "verification-malformed"; pointer: string; problem: string }> {
  const read = reading(() => {
    const members = new Members(json);
    const digest = members.needed("agreement", DIGEST);
    members.end();
    return digest.slice("sha256:".length);
  });
  if (read.ok) return read;
  const { pointer, problem } = read.refusal;
  return refused({ code: "verification-malformed", pointer, problem });
}
