// The doors of which anyone may ask: by POST alone, also from a page of another origin.
import { expect, test } from "vitest";
import { wholeNode } from "../schemas/whole-node.ts";
import { network } from "../support/catalogue.ts";

const node = wholeNode({ net: network() });

test.each([
  "/credentials/verify",
  "/presentations/requests",
  "/presentations/verify",
  "/matches",
  "/matches/compose",
])("%s is asked by POST, after OPTIONS where that is a page's", async (path) => {
  const [preflight, get] = [await node.request(path, { method: "OPTIONS" }), await node.request(path)];
  expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
  expect([get.status, get.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
});
