// Those who go on while a node dies and comes back: customers with one script, and a callback.
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import type { Answered, Party } from "../../support/ordering.ts";
import type { Door } from "./door.ts";

const AGAIN_MS = 20;
const LOOK_MS = 150;

/** Asks until somebody answers. */
export async function insist<T>(ask: () => Promise<Answered<T>>): Promise<Answered<T>> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    await sleep(AGAIN_MS);
  }
}

export type Document = Record<string, Json>;

export interface Life {
  readonly id: string;
  readonly document: Document;
  /** Events as they were answered, along the way. */
  readonly seen: readonly (readonly Json[])[];
}

/** Orders, changes, ends and erases a volume; each request is repeated until it is answered. */
export async function live(
  origin: string,
  customer: Party,
  manifest: string,
  callback: string,
): Promise<Life> {
  const signed = await customer.sign(origin, manifest, { callback });
  const { address } = signed;
  const seen: (readonly Json[])[] = [];
  const placed = await insist(() => customer.place(signed));
  expect(placed.status, JSON.stringify(placed.body)).toBeLessThan(300);
  const { digest } = placed.body["agreement"] as { digest: string };
  const agreement = `sha256:${digest.replace(/^sha256:/, "")}`;
  const verified = await insist(() => customer.ask(`${address}/agreement/verification`, { agreement }));
  expect(verified.status, JSON.stringify(verified.body)).toBe(200);
  const until = async (state: string): Promise<Document> => {
    for (;;) {
      const { body } = await insist(() => customer.ask<Document>(address));
      if (body["state"] === state && body["generation"] === body["observedGeneration"]) return body;
      await sleep(LOOK_MS);
    }
  };
  const operate = async (body: object) => {
    const operation = `${address}/operations/${crypto.randomUUID()}`;
    const taken = await insist(() => customer.ask(operation, body));
    expect(taken.status, JSON.stringify(taken.body)).toBe(202);
  };
  const look = async () => {
    const { body } = await insist(() => customer.ask<{ events: Json[] }>(`${address}/events`));
    seen.push(body.events);
  };
  await until("ACTIVE");
  await look();
  await operate({ kind: "update", parameters: { size: "4 GiBy" } });
  await until("ACTIVE");
  await look();
  await operate({ kind: "terminate" });
  await until("RETRIEVAL");
  await operate({ kind: "erase" });
  const document = await until("TERMINATED");
  await look();
  return { id: String(document["id"]), document, seen };
}

/** Hears of events, and keeps the texts by the ids of their orders; the node may die of what it tells. */
export async function listen({ dies }: Pick<Door, "dies">) {
  const heard = new Map<string, Map<number, string>>();
  const contradictions: string[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader("WebHook-Allowed-Origin", "*");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    if (request.method === "POST") {
      if (await dies("before-delivery")) return void response.destroy();
      const { subject, sequence } = JSON.parse(text) as { subject: string; sequence: string };
      const order = heard.get(subject) ?? new Map<number, string>();
      heard.set(subject, order);
      const known = order.get(Number(sequence));
      if (known !== undefined && known !== text) contradictions.push(text);
      order.set(Number(sequence), text);
      if (await dies("after-delivery")) return void response.destroy();
    }
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return {
    callback: `http://localhost:${port}/callbacks`,
    heard,
    contradictions,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
