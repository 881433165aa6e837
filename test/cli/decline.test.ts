// `mpli orders decline`: what nobody has verified yet can be given up, and what is final cannot.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Party, readParty } from "../../functions/cli/orders/party.ts";
import { bought, placed } from "../runner/buying.ts";
import { type RealNode, forSale, realNode } from "../runner/real-node.ts";
import { mpli } from "./mpli.ts";

let folder: string;
let key: string;
let node: RealNode;
let customer: Party;
beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  folder = await mkdtemp(join(tmpdir(), "mpli-decline-"));
  key = join(folder, "customer.json");
  node = await realNode();
  customer = await readParty(key);
  await node.publish([forSale("disk", "shell:disk")]);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await node.stop();
  await rm(folder, { recursive: true });
});

const decline = async (id: string, ...more: string[]) => {
  const offer = `${node.origin}/offers/disk`;
  await customer.remember({ id, node: node.origin, offer, at: new Date().toISOString() });
  return await mpli(["orders", "decline", id.slice(0, 13), "--key", key, ...more]);
};

test("an agreement that is not verified yet is ended, and stays so", async () => {
  const { id } = await placed(customer, node, { offer: "disk" });
  const { code, out, err } = await decline(id, "--json");
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ id, agreement: { state: "TERMINATED" } });
  expect(await decline(id)).toMatchObject({ code: 0, out: expect.stringMatching(/^TERMINATED\n/) });
});

test("one that is final is not: the order is terminated instead", async () => {
  const { id, look } = await bought(customer, node, { offer: "disk" });
  const { code, out, err } = await decline(id);
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("The agreement cannot be ended: ");
  expect(await look()).toMatchObject({ agreement: { state: "FINALIZED" } });
});

test("no order is touched that was not placed from here, or is not named", async () => {
  const stranger = await mpli(["orders", "decline", "00000000", "--key", key]);
  expect([stranger.code, stranger.err]).toEqual([2, expect.stringContaining("There is no order 00000000")]);
  const nothing = await mpli(["orders", "decline", "--key", key]);
  expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining("Name one order")]);
});
