// Requests over real HTTP, to targets that do not end what they begin.
import { once } from "node:events";
import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { TimedOut, httpTransport } from "../conformance/http.ts";

const TIMEOUT_MS = 600;
const send = httpTransport(TIMEOUT_MS);
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const drip: RequestListener = (_, response) => {
  const timer = setInterval(() => response.write("#"), TIMEOUT_MS / 30);
  response.on("close", () => clearInterval(timer));
};

test("an answer that drips and never ends is given up", async () => {
  const url = await serve(drip);
  const begun = performance.now();
  await expect(send({ method: "GET", url, headers: {} })).rejects.toThrow(TimedOut);
  expect(performance.now() - begun).toBeLessThan(10 * TIMEOUT_MS);
});

test("a target that says nothing is given up", async () => {
  const url = await serve(() => undefined);
  await expect(send({ method: "GET", url, headers: {} })).rejects.toThrow(TimedOut);
});

test("an answer that need not end is heard for as long as was asked for", async () => {
  const url = await serve(drip);
  const listen = { isEnough: () => false, milliseconds: 3 * TIMEOUT_MS };
  const { body } = await send({ method: "GET", url, headers: {}, listen });
  expect(body.byteLength).toBeGreaterThan(10);
});
