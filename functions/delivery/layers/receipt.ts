// What a provider signs of an order that it has delivered: where it stands, and under which law, with which certificates.
import type { Json } from "../../kernel/json.ts";
import { isKnownPlace } from "../../kernel/place.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { ResolveKey } from "../../trust/did/resolve.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { isObject } from "../../trust/token/jws.ts";
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
} from "../agreement/members.ts";
import { type Disclosure, MOST_LAYERS } from "../agreement/order-request.ts";
import { type SignatureRefusal, checkSignature, readToken } from "../agreement/signed.ts";
import { DELIVERY_STATES, type DeliveryState } from "../lifecycle/table.ts";

/** Media type in `typ` (RFC 8725 §3.11). */
export const RECEIPT_TYPE = "mpli-receipt+jwt";

/** Characters of a receipt, and receipts that a layer may stand on, at all depths together. */
export const MOST_CHARACTERS = 20_000;
export const MOST_BELOW = 50;
const MOST_FACTS = 100;

/** What holds for one layer: codes of countries and names of certification schemes, in their order. */
export interface Facts {
  /** Under whose law the provider is, and where the service runs. */
  readonly countries: readonly string[];
  readonly certifications: readonly string[];
}

/** A layer below, as the one above tells of it: a digest alone, or facts as well where the category is disclosed. */
export interface Below extends Partial<Facts> {
  /** `sha256:` and 64 hexadecimal digits, of the receipt's characters. */
  readonly digest: string;
  readonly below?: readonly Below[];
}

/** What holds for this layer and for all below. */
export interface Every {
  /** How many layers that are. */
  readonly layers: number;
  /** All countries together; absent where a layer says none. */
  readonly countries?: readonly string[];
  /** Those that every layer holds. */
  readonly certifications: readonly string[];
}

export interface Receipt extends Facts {
  /** The order's. */
  readonly id: string;
  readonly provider: string;
  readonly offer: string;
  /** Digest of the agreement that both have signed. */
  readonly agreement: string;
  readonly state: DeliveryState;
  /** Milliseconds since the epoch: when it was signed. */
  readonly at: number;
  /** What the order above is known by here: as the order said. */
  readonly parent?: string;
  readonly disclosure: Disclosure;
  readonly below: readonly Below[];
  readonly every: Every;
}

/** A receipt whose signature holds. */
export interface SignedReceipt extends Receipt {
  readonly compact: string;
  readonly digest: string;
}

export type ReceiptRefusal =
  | { code: "receipt-malformed"; pointer: string; problem: string }
  | SignatureRefusal;

/** The name of a receipt in those above it: hiding, since nobody can guess a signature. */
export const receiptDigest = (compact: string) => `sha256:${sha256Hex(compact)}`;

/** How an order is named to the layer below: nobody there can tell which one it is. */
export const parentOf = (order: string) => `sha256:${sha256Hex(order)}`;

/** The payload that is signed; `at` becomes whole seconds. */
export function payloadOf({ at, below, every, countries, certifications, ...rest }: Receipt): JsonObject {
  const facts = { countries: [...countries], certifications: [...certifications] };
  const plain = { type: "Receipt", ...rest, ...facts, below, every, iat: Math.floor(at / 1000) };
  return JSON.parse(JSON.stringify(plain)) as JsonObject;
}

/** Reads a receipt without looking at its signature. */
export function readReceipt(
  compact: string,
): Result<SignedReceipt, Extract<ReceiptRefusal, { code: "receipt-malformed" }>> {
  const malformed = (problem: string, pointer = "") =>
    refused({ code: "receipt-malformed" as const, pointer, problem });
  const token = readToken(compact, RECEIPT_TYPE, MOST_CHARACTERS);
  if (!token.ok) return malformed(token.refusal.problem);
  const read = reading(() => receiptOf(new Members(token.value.payload)));
  if (!read.ok) return malformed(read.refusal.problem, read.refusal.pointer);
  return ok({ ...read.value, compact, digest: receiptDigest(compact) });
}

/** Reads a receipt, and verifies that the provider that it names has signed it. */
export async function checkReceipt(
  compact: string,
  resolveKey: ResolveKey,
): Promise<Result<SignedReceipt, ReceiptRefusal>> {
  const read = readReceipt(compact);
  if (!read.ok) return read;
  const token = readToken(compact, RECEIPT_TYPE, MOST_CHARACTERS);
  if (!token.ok) return refused({ code: "receipt-malformed", pointer: "", problem: token.refusal.problem });
  const signed = await checkSignature(token.value, read.value.provider, resolveKey);
  return signed.ok ? read : signed;
}

const COUNTRY = text("a country such as NL", /^[A-Z]{2}$/);
const COUNTRIES = listOf([COUNTRY[0], (value, at) => known(COUNTRY[1](value, at))], MOST_FACTS);
const SCHEMES = listOf(text("the name or IRI of a certification scheme", /^\S+$/, 500), MOST_FACTS);

function known(code: string | undefined): string | undefined {
  return code !== undefined && isKnownPlace(`https://w3id.org/mpli/place/${code}`) ? code : undefined;
}

const BELOW: Form<readonly Below[]> = [
  `the layers below, at most ${MOST_BELOW}, to a depth of ${MOST_LAYERS},`,
  (value, pointer) => layersBelow(value, pointer, 1),
];

function layersBelow(value: Json, pointer: string, depth: number): Below[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_BELOW || depth > MOST_LAYERS) return undefined;
  return value.map((each, index) => {
    const members = new Members(each, `${pointer}/${index}`);
    const layer = {
      digest: members.needed("digest", DIGEST),
      ...members.maybe("countries", COUNTRIES),
      ...members.maybe("certifications", SCHEMES),
      ...members.maybe("below", [
        "the layers below",
        (inner, at) => layersBelow(inner, at, depth + 1),
      ] as Form<readonly Below[]>),
    };
    members.end();
    return layer;
  });
}

const EVERY: Form<Every> = [
  "what holds for all layers",
  (value, pointer) => {
    if (!isObject(value)) return undefined;
    const members = new Members(value, pointer);
    const every = {
      layers: members.needed("layers", wholeNumber(1, 1_000)),
      ...members.maybe("countries", COUNTRIES),
      certifications: members.needed("certifications", SCHEMES),
    };
    members.end();
    return every;
  },
];

function receiptOf(members: Members): Receipt {
  members.needed("type", oneOf(["Receipt"]));
  const receipt = {
    id: members.needed("id", UUID),
    provider: members.needed("provider", DID),
    offer: members.needed("offer", IRI),
    agreement: members.needed("agreement", DIGEST),
    state: members.needed("state", oneOf(DELIVERY_STATES)),
    at: members.needed("iat", wholeNumber(0, 99_999_999_999)) * 1000,
    ...members.maybe("parent", text("at most 200 characters", /^[^\p{C}]+$/u, 200)),
    disclosure: members.needed("disclosure", oneOf(["none", "category", "full"])),
    countries: members.needed("countries", COUNTRIES),
    certifications: members.needed("certifications", SCHEMES),
    below: members.needed("below", BELOW),
    every: members.needed("every", EVERY),
  };
  members.end();
  return receipt;
}
