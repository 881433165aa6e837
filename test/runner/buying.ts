// A customer that buys at a real node, follows its order, and operates it.
import type { Party } from "../../functions/cli/orders/party.ts";
import { signOrder } from "../../functions/delivery/agreement/countersign.ts";
import { sha256Hex } from "../../functions/kernel/digest.ts";
import { until } from "./in-process.ts";
import type { RealNode } from "./real-node.ts";

export interface Shown {
  readonly state?: string;
  readonly outputs?: Record<string, unknown>;
  readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  readonly [member: string]: unknown;
}

export interface Bought {
  readonly id: string;
  readonly address: string;
  readonly look: () => Promise<Shown>;
  /** Waits for one of these states. */
  readonly state: (...states: string[]) => Promise<Shown>;
  readonly operate: (kind: string, more?: object) => Promise<number>;
}

export interface Purchase {
  readonly offer: string;
  /** Members of the order beside those that each has. */
  readonly more?: Record<string, unknown>;
  /** What else there is to say when a state does not come. */
  readonly log?: () => string;
}

/** Places an order and verifies the agreement. */
export async function bought(customer: Party, node: RealNode, purchase: Purchase): Promise<Bought> {
  const { id, address, agreement } = await placed(customer, node, purchase);
  const body = JSON.stringify({ agreement });
  const verified = await customer.ask(`${address}/agreement/verification`, { method: "POST", body });
  if (!verified.ok) throw new Error(await verified.text());
  return followed(customer, { id, address }, purchase.log);
}

/** Places an order; what the provider has signed is still to be verified. */
export async function placed(customer: Party, node: RealNode, { offer, more = {} }: Purchase) {
  const id = crypto.randomUUID();
  const address = `${node.origin}/orders/${id}`;
  const seconds = Math.floor(Date.now() / 1000);
  const head = await fetch(`${node.origin}/manifest`, { headers: { accept: "application/n-triples" } });
  const digest = /[0-9a-f]{64}/.exec(head.headers.get("etag") ?? "")?.[0] ?? "";
  const token = await signOrder(
    {
      type: "Order",
      id,
      customer: customer.did,
      provider: node.did,
      offer: `${node.origin}/offers/${offer}`,
      manifest: `sha256:${digest}`,
      price: { amount: "0.01", currency: "EUR", per: "hour" },
      parameters: { size: "3 GiBy" },
      accessKey: { ...customer.accessKey } as never,
      iat: seconds,
      exp: seconds + 300,
      ...(more as object),
    },
    customer.sign,
  );
  const headers = { "Content-Type": "application/jose" };
  const placed = await fetch(address, { method: "PUT", headers, body: token });
  const document = (await placed.json()) as { agreement?: { document: string } };
  if (!placed.ok) throw new Error(JSON.stringify(document));
  return { id, address, agreement: `sha256:${sha256Hex(document.agreement?.document ?? "")}` };
}

/** An order that is there, as its customer sees it. */
export function followed(
  customer: Party,
  { id, address }: Pick<Bought, "id" | "address">,
  log: () => string = () => "",
): Bought {
  const look = async () => (await (await customer.ask(address, { method: "GET" })).json()) as Shown;
  return {
    id,
    address,
    look,
    async state(...states) {
      let shown = await look();
      await until(async () => {
        shown = await look();
        return states.includes(String(shown.state));
      }).catch(() => {
        throw new Error(`${shown.state}: ${JSON.stringify(shown)} ${log()}`);
      });
      return shown;
    },
    async operate(kind, more = {}) {
      const text = JSON.stringify({ kind, ...more });
      const operation = `${address}/operations/${crypto.randomUUID()}`;
      return (await customer.ask(operation, { method: "POST", body: text })).status;
    },
  };
}
