// What every door of delivery asks of a request before it looks at what the request says.
import { beforeAll, expect, test } from "vitest";
import { REQUEST_TAG, signedHeaders } from "../../functions/edge/http-signature.ts";
import { type DeliveryPorts, deliveryRoutes } from "../../functions/delivery/routes.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import { refused } from "../../functions/kernel/result.ts";
import { wholeNode } from "../schemas/whole-node.ts";
import { network } from "../support/catalogue.ts";
import { ED25519, type Identity, NOW, bytes, identity, portsAt } from "./signing.ts";

const ORIGIN = "https://cloud.example";
const ORDER = `${ORIGIN}/orders/0192d1c2-5f0a-4c7e-9d53-0c8f6a1b2c3d`;

let runner: Identity;
let app: ReturnType<typeof deliveryRoutes>;

beforeAll(async () => {
  runner = await identity(ED25519);
  const now = () => new Date(NOW * 1000);
  const unasked = () => {
    throw new Error("nothing is looked up for a body of another media type");
  };
  const ports: DeliveryPorts = {
    ...memoryOrders({ now, leaseSeconds: 30, retrievalSeconds: 86_400 }),
    ...portsAt(NOW),
    now,
    identity: () => ({
      origin: ORIGIN,
      roles: ["provider"],
      features: [],
      endpoints: {},
      limits: {},
      keys: [],
    }),
    operatorToken: undefined,
    sign: unasked,
    verify: unasked,
    issue: unasked,
    runners: [runner.did],
    shakeHands: async () => refused({ code: "callback-refused", reason: "nobody is asked" }),
    chance: (size) => new Uint8Array(size),
    publication: { head: unasked, documentOf: unasked, kindOf: unasked },
    graphs: { get: unasked, put: unasked },
  };
  app = deliveryRoutes(ports);
});

test.each([
  ["PUT", ORDER],
  ["POST", `${ORDER}/agreement/acceptance`],
])("%s %s takes tokens only", async (method, url) => {
  for (const type of ["application/json", "application/jose+json", "text/plain"]) {
    const answer = await app.request(url, { method, body: "e30.e30.AA", headers: { "Content-Type": type } });
    expect([answer.status, await answer.json()]).toMatchObject([
      415,
      { code: "unsupported-media-type", received: type, supported: ["application/jose"] },
    ]);
  }
  const read = await app.request(url, {
    method,
    body: "e30.e30.AA",
    headers: { "Content-Type": "application/jose" },
  });
  expect(read.status).not.toBe(415);
});

const asked = async (type: string): Promise<Response> => {
  const body = bytes(JSON.stringify({ bindings: ["ansible:volume"], waitSeconds: 0 }));
  const unsigned = { method: "POST", url: `${ORIGIN}/jobs/lease`, content: { type, body } };
  const how = { tag: REQUEST_TAG, created: NOW, nonce: "nonce-1" } as const;
  const headers = await signedHeaders(unsigned, runner.signer, how);
  return app.request(unsigned.url, { method: "POST", body, headers });
};

test("a runner asks for jobs in JSON, and says so", async () => {
  expect((await asked("application/json")).status).toBe(204);
  const answer = await asked("text/plain");
  expect([answer.status, await answer.json()]).toMatchObject([
    415,
    { code: "unsupported-media-type", supported: ["application/json"] },
  ]);
});

test("a web page may sign what it asks, and go on with the events where it left off", async () => {
  const preflight = await wholeNode({ net: network() }).request("/orders/x", { method: "OPTIONS" });
  const allowed = (preflight.headers.get("access-control-allow-headers") ?? "").toLowerCase().split(", ");
  expect(preflight.status).toBe(204);
  for (const name of ["content-digest", "content-type", "last-event-id", "signature", "signature-input"])
    expect(allowed).toContain(name);
});
