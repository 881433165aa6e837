// A chain of receipts as its reader verifies it: who signed what, what is vouched for only, and what holds for all.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { ResolveKey } from "../../trust/did/resolve.ts";
import { MOST_LAYERS } from "../agreement/order-request.ts";
import { everyBelow, everyOf } from "./every.ts";
import {
  type Below,
  type Every,
  type Facts,
  MOST_BELOW,
  type ReceiptRefusal,
  type SignedReceipt,
  checkReceipt,
  parentOf,
  receiptDigest,
} from "./receipt.ts";

/** One layer of a chain. */
export interface Layer extends Partial<Facts> {
  /** 0 is the provider of the order itself. */
  readonly depth: number;
  readonly digest: string;
  /** `signed` by the layer itself; `vouched` for by the one above that signed; of one that is `hidden` nothing is said. */
  readonly proof: "signed" | "vouched" | "hidden";
  /** DID of the provider, where it signed. */
  readonly provider?: string;
}

export interface Chain {
  readonly receipt: SignedReceipt;
  readonly layers: readonly Layer[];
  /** What holds for all of them: reckoned from what each says, or as the last that signed states it. */
  readonly every: Every;
}

export type ChainRefusal =
  | (ReceiptRefusal & { digest: string })
  | { code: "other-order"; id: string }
  | { code: "other-provider"; provider: string }
  | { code: "other-agreement"; agreement: string }
  /** The receipt says of itself, or of those below, what they do not say. */
  | { code: "receipt-contradicted"; digest: string }
  | { code: "receipt-missing"; digest: string }
  | { code: "other-parent"; digest: string }
  | { code: "too-many-layers"; limit: number };

/** Whose receipt it has to be. */
export interface Expected {
  readonly order: string;
  readonly provider: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly agreement?: string;
}

/** Verifies a receipt and, as far as they are disclosed, all below it. */
export async function checkChain(
  { receipt, below }: { readonly receipt: string; readonly below: readonly string[] },
  expected: Expected,
  resolveKey: ResolveKey,
): Promise<Result<Chain, ChainRefusal>> {
  if (below.length > MOST_BELOW) return refused({ code: "too-many-layers", limit: MOST_BELOW });
  const at = new Map(below.map((compact) => [receiptDigest(compact), compact]));
  const top = await layerOf(receipt, 0, at, resolveKey);
  if (!top.ok) return top;
  const { id, provider, agreement } = top.value.receipt;
  if (id !== expected.order) return refused({ code: "other-order", id });
  if (provider !== expected.provider) return refused({ code: "other-provider", provider });
  if (expected.agreement !== undefined && agreement !== expected.agreement)
    return refused({ code: "other-agreement", agreement });
  return top;
}

async function layerOf(
  compact: string,
  depth: number,
  at: Map<string, string>,
  resolveKey: ResolveKey,
): Promise<Result<Chain, ChainRefusal>> {
  // The outermost layer, and as many as a path may name.
  if (depth > MOST_LAYERS) return refused({ code: "too-many-layers", limit: MOST_LAYERS });
  const checked = await checkReceipt(compact, resolveKey);
  if (!checked.ok) return refused({ ...checked.refusal, digest: receiptDigest(compact) });
  const receipt = checked.value;
  const { digest, provider, countries, certifications } = receipt;
  const own: Layer = { depth, digest, proof: "signed", provider, countries, certifications };
  const inner = await innerOf(receipt, depth, at, resolveKey);
  if (!inner.ok) return inner;
  const every = inner.value.every ?? receipt.every;
  return isBorneOut(receipt, inner.value.every)
    ? ok({ receipt, layers: [own, ...inner.value.layers], every })
    : refused({ code: "receipt-contradicted", digest });
}

interface Inner {
  readonly layers: readonly Layer[];
  /** Absent where it cannot be reckoned. */
  readonly every?: Every;
}

async function innerOf(
  receipt: SignedReceipt,
  depth: number,
  at: Map<string, string>,
  resolveKey: ResolveKey,
): Promise<Result<Inner, ChainRefusal>> {
  if (receipt.disclosure !== "full") return ok(told(receipt, depth));
  const chains: Chain[] = [];
  for (const { digest } of receipt.below) {
    const compact = at.get(digest);
    if (compact === undefined) return refused({ code: "receipt-missing", digest });
    // Each stands for one layer: counted twice, they would be more with every step.
    at.delete(digest);
    const chain = await layerOf(compact, depth + 1, at, resolveKey);
    if (!chain.ok) return chain;
    if (chain.value.receipt.parent !== parentOf(receipt.id)) return refused({ code: "other-parent", digest });
    chains.push(chain.value);
  }
  const every = everyOf(
    receipt,
    chains.map((chain) => chain.every),
  );
  return ok({ layers: chains.flatMap(({ layers }) => layers), every });
}

/** Layers that the receipt tells of itself. */
function told(receipt: SignedReceipt, depth: number): Inner {
  const layers = receipt.below.flatMap((each) => layersIn(each, depth + 1));
  const every = receipt.below.flatMap((each) => everyBelow(each) ?? []);
  return every.length === receipt.below.length ? { layers, every: everyOf(receipt, every) } : { layers };
}

function layersIn({ digest, countries, certifications, below = [] }: Below, depth: number): Layer[] {
  const facts = countries && certifications ? { countries, certifications } : undefined;
  const layer: Layer = { depth, digest, proof: facts ? "vouched" : "hidden", ...facts };
  return [layer, ...below.flatMap((each) => layersIn(each, depth + 1))];
}

/** Whether `every` of a receipt is what can be reckoned; where it cannot, whether it fits the layer's own facts. */
function isBorneOut({ every, countries, certifications, below }: SignedReceipt, reckoned?: Every): boolean {
  if (reckoned) return spelled(every) === spelled(reckoned);
  return (
    every.layers > below.length &&
    every.certifications.every((one) => certifications.includes(one)) &&
    (every.countries === undefined || countries.every((one) => every.countries?.includes(one)))
  );
}

const spelled = ({ layers, countries, certifications }: Every) =>
  JSON.stringify([layers, countries ? [...countries].sort() : null, [...certifications].sort()]);
