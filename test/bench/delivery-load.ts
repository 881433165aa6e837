// Customers and runners in great number: requests signed ahead, so that signing is no part of what is measured, and sent over few connections.
import { Agent, request } from "node:http";
import { base64url } from "jose";
import { signOrder } from "../../functions/delivery/agreement/countersign.ts";
import { REQUEST_TAG, signedHeaders } from "../../functions/edge/http-signature.ts";
import { BINDING } from "../support/ordering.ts";
import { ringOf } from "../support/issuing.ts";

export interface Sealed {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** From the sending to the whole answer. */
  readonly milliseconds: number;
}

export type Send = (sealed: Sealed) => Promise<Answer>;

/** Sends over so many connections that stay open; an answer that is no success is an error of the bench. */
export function sender(
  origin: string,
  connections: number,
): { readonly send: Send; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  const send: Send = ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const length = { "Content-Length": String(body.byteLength) };
      const sent = request(
        { agent, hostname, port, method, path, headers: { ...headers, ...length } },
        (answer) => {
          const { statusCode: status = 0 } = answer;
          let text = "";
          answer.setEncoding("utf8").on("data", (part: string) => (text += part));
          answer.on("end", () => {
            if (status >= 200 && status < 300)
              resolve({ status, text, milliseconds: performance.now() - began });
            else reject(new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`));
          });
        },
      );
      sent.on("error", reject).end(body);
    });
  return { send, close: () => agent.destroy() };
}

export interface Signatory {
  readonly did: string;
  readonly seal: (url: string, body?: object) => Promise<Sealed>;
  /** An order for a volume, to be put at its address. */
  readonly order: (origin: string, manifest: string, more: object) => Promise<Sealed>;
}

/** A party with this key; the keys are printed in standards, so that nobody takes them for secrets. */
export function signatory(key: Readonly<Record<string, string>>): Signatory {
  const { d: _, ...open } = key;
  const did = `did:jwk:${base64url.encode(JSON.stringify(open))}`;
  const ring = ringOf({ ...key, kid: "0" });
  const signer = ring.signerOf(did);
  const now = () => Math.floor(Date.now() / 1000);
  return {
    did,
    async seal(url, json) {
      const body = new TextEncoder().encode(json === undefined ? "" : JSON.stringify(json));
      const method = json === undefined ? "GET" : "POST";
      const content = json === undefined ? {} : { content: { type: "application/json", body } };
      const how = { tag: REQUEST_TAG, created: now(), nonce: crypto.randomUUID() } as const;
      const headers = await signedHeaders({ method, url, ...content }, signer, how);
      return { method, path: new URL(url).pathname, headers, body };
    },
    async order(origin, manifest, more) {
      const id = crypto.randomUUID();
      const payload = {
        type: "Order",
        id,
        customer: did,
        provider: `did:web:${encodeURIComponent(new URL(origin).host)}`,
        offer: `${origin}/offers/volume-s`,
        manifest,
        price: { amount: "0.01", currency: "EUR", per: "hour" },
        parameters: { size: "2 GiBy" },
        iat: now(),
        exp: now() + 300,
        ...more,
      };
      const body = new TextEncoder().encode(await signOrder(payload, ring.sign));
      return { method: "PUT", path: `/orders/${id}`, headers: { "Content-Type": "application/jose" }, body };
    },
  };
}

interface Leased {
  readonly id: string;
  readonly order: string;
  readonly epoch: number;
  readonly action: string;
}

/** A run that a runner has. */
export interface LeasedRun extends Leased {
  /** Number of its next report. */
  next: number;
}

export interface Trade {
  readonly origin: string;
  readonly manifest: string;
  readonly customer: Signatory;
  readonly runner: Signatory;
  readonly send: Send;
}

/** Places an order and agrees to it; gives its path. */
export async function agree({ origin, manifest, customer, send }: Trade, more: object = {}): Promise<string> {
  const order = await customer.order(origin, manifest, more);
  const placed = JSON.parse((await send(order)).text) as { agreement: { digest: string } };
  const agreement = `sha256:${placed.agreement.digest.replace(/^sha256:/, "")}`;
  await send(await customer.seal(`${origin}${order.path}/agreement/verification`, { agreement }));
  return order.path;
}

/** The next job that there is. */
export async function lease({ origin, runner, send }: Trade): Promise<LeasedRun> {
  const asked = await runner.seal(`${origin}/jobs/lease`, { bindings: [BINDING], waitSeconds: 20 });
  const { status, text } = await send(asked);
  if (status !== 200) throw new Error("there is no job");
  return { ...(JSON.parse(text) as Leased), next: 1 };
}

/** Reports of a run in one request; the numbers go on from those before. */
export async function reports(
  { origin, runner }: Trade,
  run: LeasedRun,
  said: readonly (readonly [type: string, data: object])[],
): Promise<Sealed> {
  const time = new Date().toISOString();
  const events = said.map(([type, data]) => ({ sequence: run.next++, type, time, data }));
  return runner.seal(`${origin}/jobs/${run.id}/events`, { epoch: run.epoch, events });
}

/** Does something so many times, this many at once. */
export async function times(
  count: number,
  atOnce: number,
  act: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const hands = Array.from({ length: Math.min(atOnce, count) }, async () => {
    while (next < count) await act(next++);
  });
  await Promise.all(hands);
}

/** Orders that were agreed, and whose first run is leased. */
export async function running(trade: Trade, count: number, more: object = {}): Promise<LeasedRun[]> {
  await times(count, 8, () => agree(trade, more));
  const runs: LeasedRun[] = [];
  await times(count, 8, async () => runs.push(await lease(trade)));
  return runs;
}

/** What a run says on its way. */
export const progress = (percent: number) =>
  ["progress", { percent, message: "the volume is being made" }] as const;
