// The state of OpenTofu at the node: a door on loopback that speaks its HTTP backend and asks the node, signed.
import { createHash, randomBytes } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type RemoteNode, endpointOf } from "../../node-client/node.ts";
import type { AskNode } from "../client.ts";
import type { Job } from "../job.ts";

export interface StateDoor {
  /** What OpenTofu and Terraform read (HTTP backend). */
  readonly environment: Readonly<Record<string, string>>;
  /** Gives back the lock of a tool that has ended and could not. */
  readonly unlock: () => Promise<void>;
  readonly close: () => void;
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  "/state": ["GET", "POST", "DELETE"],
  "/lock": ["POST"],
  "/unlock": ["POST"],
};

/**
 * Opens the door for one run. The tool itself cannot sign, so it gets a password that is good for this run. The node
 * is told run and epoch, so that it can refuse a tool that should be dead, and pass its lock on.
 */
export async function openStateDoor(job: Job, ask: AskNode): Promise<StateDoor> {
  const password = randomBytes(24).toString("base64url");
  const expected = `Basic ${Buffer.from(`runner:${password}`).toString("base64")}`;
  // Locks by what the tool said of them.
  const held = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(502).end());
  });

  const addressAt = (rest: string) => (node: RemoteNode) =>
    `${endpointOf(node, "states")}/${job.order}${rest}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== expected) return void response.writeHead(401).end();
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const { method = "GET" } = request;
    if (!METHODS[pathname]?.includes(method)) return void response.writeHead(405).end();
    const query = new URLSearchParams({ run: job.id, epoch: String(job.epoch) });
    const lock = searchParams.get("ID");
    if (lock !== null) query.set("ID", lock);
    const bytes = await buffer(request);
    // What goes on to the node is bound by `Content-Digest`, so this is where the digest of the tool ends.
    const digest = request.headers["content-md5"];
    if (digest !== undefined && digest !== createHash("md5").update(bytes).digest("base64"))
      return void response.writeHead(400).end();
    const addressOf = addressAt(`${pathname === "/state" ? "" : pathname}?${query}`);
    const sent = Uint8Array.from(bytes);
    const said = bytes.toString();
    // Whether the node has locked is not known when its answer is lost.
    if (pathname === "/lock") held.add(said);
    const asked = await ask(addressOf, { method, ...(method === "POST" ? { body: sent } : {}) });
    if (!asked.ok) return void response.writeHead(503).end();
    const { ok, status: how } = asked.value;
    if (pathname === "/unlock" ? ok : !ok && how < 500) held.delete(said);
    const body = Buffer.from(await asked.value.arrayBuffer());
    const type = asked.value.headers.get("content-type");
    // A tool takes 404 for an order of which nothing exists yet. A node that keeps states says 204; one that keeps none,
    // any more or by mistake, must not have everything made anew.
    const status = how === 404 ? 502 : how;
    response.writeHead(status, type ? { "Content-Type": type } : {}).end(body);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      TF_HTTP_ADDRESS: `${origin}/state`,
      TF_HTTP_LOCK_ADDRESS: `${origin}/lock`,
      TF_HTTP_UNLOCK_ADDRESS: `${origin}/unlock`,
      // LOCK and UNLOCK are methods that not every server on the way lets through.
      TF_HTTP_LOCK_METHOD: "POST",
      TF_HTTP_UNLOCK_METHOD: "POST",
      TF_HTTP_USERNAME: "runner",
      TF_HTTP_PASSWORD: password,
    },
    async unlock() {
      const addressOf = addressAt(`/unlock?run=${job.id}&epoch=${job.epoch}`);
      for (const lock of held) {
        const asked = await ask(addressOf, { method: "POST", body: Uint8Array.from(Buffer.from(lock)) });
        if (asked.ok) held.delete(lock);
      }
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
