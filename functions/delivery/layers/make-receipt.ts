// The receipt of an order as its provider's node signs it, over what the layers below have signed.
import type { FactsRefusal } from "../../compatibility/ports.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { ResolveKey } from "../../trust/did/resolve.ts";
import type { Sign } from "../../trust/issuing/keys.ts";
import { type OrderRequest, readOrder } from "../agreement/order-request.ts";
import { type Published, ownOffer } from "../agreement/own-offer.ts";
import { TYPES, readToken } from "../agreement/signed.ts";
import type { OrderRecord } from "../record.ts";
import { everyOf } from "./every.ts";
import { factsOf } from "./facts.ts";
import {
  type Below,
  type Facts,
  MOST_BELOW,
  type Receipt,
  RECEIPT_TYPE,
  type SignedReceipt,
  checkReceipt,
  parentOf,
  payloadOf,
  readReceipt,
} from "./receipt.ts";

/** What a customer gets: the receipt, and those below where they are disclosed. */
export interface Receipts {
  readonly type: "Receipts";
  readonly receipt: string;
  readonly below: readonly string[];
}

export type MakeRefusal = FactsRefusal | { code: "no-receipt-yet" };

export interface MakePorts extends Published {
  readonly sign: Sign;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Signs where an order stands, once it has been delivered. */
export async function makeReceipts(
  record: OrderRecord,
  ports: MakePorts,
): Promise<Result<Receipts, MakeRefusal>> {
  const { delivery, agreement, disclosure } = record;
  if (!delivery?.delivered || !agreement.digest) return refused({ code: "no-receipt-yet" });
  const { region, parent } = orderIn(record);
  const stated = await factsNow(record, region, ports);
  if (!stated.ok) return stated;
  const facts = stated.value;
  const all = read(delivery.receipts);
  const direct = childrenOf(record.id, all);
  const receipt: Receipt = {
    id: record.id,
    provider: record.provider,
    offer: record.offer,
    agreement: `sha256:${agreement.digest}`,
    state: delivery.state,
    at: ports.now,
    ...(parent === undefined ? {} : { parent }),
    disclosure,
    ...facts,
    below: direct.map((each) =>
      disclosure === "category" ? categoryOf(each, all) : { digest: each.digest },
    ),
    every: everyOf(
      facts,
      direct.map(({ every }) => every),
    ),
  };
  const compact = await ports.sign(payloadOf(receipt), {
    did: record.provider,
    typ: RECEIPT_TYPE,
    cty: "json",
  });
  return ok({ type: "Receipts", receipt: compact, below: disclosure === "full" ? delivery.receipts : [] });
}

/** What the manifest states now, or stated when the offer was agreed upon, where it is offered no longer. */
async function factsNow(
  { offer, facts = { countries: [], certifications: [] } }: OrderRecord,
  region: string | undefined,
  published: Published,
): Promise<Result<Facts, FactsRefusal>> {
  const found = await ownOffer(offer, published);
  if (found.ok) return ok(factsOf(found.value, region));
  return found.refusal.code === "offer-unknown" ? ok(facts) : refused(found.refusal);
}

function orderIn({ request }: OrderRecord): Pick<OrderRequest, "region" | "parent"> {
  const token = readToken(request, TYPES.order);
  const order = token.ok ? readOrder(token.value.payload) : token;
  return order.ok ? order.value : {};
}

const read = (compacts: readonly string[]) =>
  compacts.flatMap((compact) => {
    const receipt = readReceipt(compact);
    return receipt.ok ? [receipt.value] : [];
  });

/** Receipts of orders that were made for this one. */
const childrenOf = (order: string, all: readonly SignedReceipt[]) =>
  all.filter(({ parent }) => parent === parentOf(order));

/** A layer without its name: what holds for it, and the layers below as far as it tells of them. */
function categoryOf(
  { digest, id, countries, certifications, disclosure, below }: SignedReceipt,
  all: readonly SignedReceipt[],
): Below {
  const inner = disclosure === "full" ? childrenOf(id, all).map((each) => categoryOf(each, all)) : below;
  return { digest, countries, certifications, ...(inner.length > 0 ? { below: inner } : {}) };
}

export type HandedUpRefusal =
  | { code: "receipt-invalid"; index: number; reason: string }
  | { code: "receipt-not-checked"; index: number; reason: string };

/**
 * Whether receipts that a runner hands up are what they seem: each signed by the provider that it names, for an order
 * that was made for this one, or for one of the others.
 */
export async function checkHandedUp(
  order: string,
  compacts: readonly string[],
  resolveKey: ResolveKey,
): Promise<Result<undefined, HandedUpRefusal>> {
  const invalid = (index: number, reason: string) =>
    refused({ code: "receipt-invalid" as const, index, reason });
  if (compacts.length > MOST_BELOW) return invalid(MOST_BELOW, "too-many");
  const known = new Set([parentOf(order), ...read(compacts).map(({ id }) => parentOf(id))]);
  for (const [index, compact] of compacts.entries()) {
    const checked = await checkReceipt(compact, resolveKey);
    if (!checked.ok)
      return checked.refusal.code === "key-unknown"
        ? refused({ code: "receipt-not-checked", index, reason: checked.refusal.reason })
        : invalid(index, checked.refusal.code);
    if (!known.has(checked.value.parent ?? "")) return invalid(index, "other-parent");
  }
  return ok(undefined);
}
