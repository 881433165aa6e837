// An order's whole way: the node's own rooms, the runner's loop, and a tool that keeps its state at the node.
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { jobRoutes } from "../../functions/delivery/jobs/routes.ts";
import { statesRoutes } from "../../functions/delivery/states/routes.ts";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";
import { orderRecord } from "../support/orders.ts";
import { startInProcess, until } from "./in-process.ts";

const MODULE = `
terraform {
  backend "http" {}
}
variable "name" { type = string }
resource "terraform_data" "x" { input = var.name }
output "name" { value = terraform_data.x.output }
`;

const installed = ["tofu", "terraform"].find((program) => {
  try {
    execFileSync(program, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
const programs = [
  { what: "the stand-in", program: resolve("test/runner/tofu-stand-in.mjs") },
  { what: installed ?? "neither tofu nor terraform is installed", program: installed },
];

/** The rooms of a node that deliver, at a place of their own. */
async function startNode() {
  const now = () => new Date();
  const { orders, jobs, states } = memoryOrders({ now, leaseSeconds: 30, retrievalSeconds: 3600 });
  const runners: string[] = [];
  const server = createServer((request, response) => void answer(request).then((sent) => sent(response)));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const door = {
    identity: () => ({ origin, roles: [], features: [], endpoints: {}, limits: {}, keys: [] }),
    operatorToken: undefined,
    runners,
    resolveKey: resolver({
      fetch: () => Promise.reject(new Error("no network")),
      now: Date.now,
      loopback: false,
      cache: new BoundedMap(1e6),
    }),
    now,
  };
  const endpoint = { lease: `${origin}/jobs/lease`, states: `${origin}/states` };
  const app = new Hono()
    .get("/.well-known/mpli", (context) => context.json({ type: "Node", endpoint }))
    .route("/", jobRoutes({ ...door, orders, jobs }))
    .route("/", statesRoutes(door, states));

  async function answer(request: IncomingMessage) {
    const { method = "GET", url = "/", headers } = request;
    const body = Uint8Array.from(await buffer(request));
    const answered = await app.request(origin + url, {
      method,
      headers: headers as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    });
    const bytes = Buffer.from(await answered.arrayBuffer());
    return (response: ServerResponse) =>
      response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(bytes);
  }
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, runners, orders, states, close };
}

describe.each(programs)("$what", ({ program = "" }) => {
  test.skipIf(program === "")(
    "what is ordered is made, is ended, and leaves no state behind",
    async () => {
      const module = await mkdtemp(join(tmpdir(), "mpli-module-"));
      await writeFile(join(module, "main.tf"), MODULE);
      const node = await startNode();
      const tofu = {
        adapter: "opentofu",
        program,
        module,
        stop: { name: "stopped" },
        parameters: { name: "title" },
        environment: ["TF_CLI_CONFIG_FILE"],
      };
      const environment = { TF_CLI_CONFIG_FILE: "/dev/null" };
      const runner = await startInProcess(node.origin, { tofu }, { environment });
      node.runners.push(runner.did);

      const record = orderRecord({ binding: "tofu", parameters: { title: "a" } });
      const agreement = { ...record.agreement, until: Date.now() + 60_000 };
      const order = node.orders(record.id);
      const isIn = (state: string) => async () => (await order.view())?.record.delivery?.state === state;
      expect(await order.open({ ...record, agreement })).toMatchObject({ ok: true });
      expect(await order.agree({ on: "verified", digest: "agreed" })).toMatchObject({ ok: true });
      await until(isIn("ACTIVE"));
      const { of } = node.states;
      expect((await of(record.id).stateVersions())?.versions).toHaveLength(1);

      expect(await order.operate({ id: "t", kind: "terminate", digest: "t" })).toMatchObject({ ok: true });
      await until(isIn("RETRIEVAL"));
      expect((await of(record.id).stateVersions())?.versions).toHaveLength(2);
      expect(await order.operate({ id: "e", kind: "erase", digest: "e" })).toMatchObject({ ok: true });
      await until(isIn("TERMINATED"));
      expect((await of(record.id).stateVersions())?.versions).toEqual([]);
      expect(await readdir(module)).toEqual(["main.tf"]);
      await runner.abandon();
      node.close();
      await rm(module, { recursive: true });
    },
    60_000,
  );
});
