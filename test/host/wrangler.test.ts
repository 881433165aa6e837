// What the configuration for Cloudflare must have, or a door is shut there that is open everywhere else.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Role, ROLES, endpointsOf, roomsOf } from "../../functions/roles.ts";

const [, first = ""] = /run_worker_first = \[([^\]]*)\]/.exec(readFileSync("wrangler.toml", "utf8")) ?? [];
const patterns = [...first.matchAll(/"([^"]+)"/g)].map(([, pattern = ""]) => pattern);
const isWorkers = (path: string) =>
  patterns.some((one) => (one.endsWith("*") ? path.startsWith(one.slice(0, -1)) : path === one));

const endpoints = endpointsOf(
  roomsOf(Object.keys(ROLES) as Role[], { forTests: true, signs: true, keepsStates: true }),
);

test.each(Object.entries(endpoints))("the worker, and not the site, answers at %s: %s", (_, path) => {
  // What lies below an endpoint: an order, a job, the state of a tool.
  expect(isWorkers(path) || isWorkers(`${path}/x`)).toBe(true);
});

test("an address of the site is the site's", () => {
  expect(["/", "/spec/delivery/", "/errors/no-such-order"].filter(isWorkers)).toEqual([]);
});
