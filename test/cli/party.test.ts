// The customer at a terminal: several commands at once, and a node that does not answer.
import { mkdtemp, readFile, rm, utimes, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { follow } from "../../functions/cli/orders/follow.ts";
import { parametersOf } from "../../functions/cli/orders/parameters.ts";
import { type Party, readParty } from "../../functions/cli/orders/party.ts";
import { Stop } from "../../functions/cli/terminal/stop.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-party-"));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const placed = (id: string) => ({ id, node: "https://a.example", offer: "https://a.example/o", at: "" });
const ordersIn = async (file: string) =>
  (JSON.parse(await readFile(file, "utf8")) as { orders: { id: string }[] }).orders.map(({ id }) => id);

describe("commands that run at once", () => {
  test("are one customer, whose key is made once", async () => {
    const file = join(folder, "new.json");
    const parties = await Promise.all(Array.from({ length: 8 }, () => readParty(file)));
    expect(new Set(parties.map(({ did }) => did)).size).toBe(1);
    expect((await readParty(file)).did).toBe(parties[0]?.did);
  });

  test("forget no order of one another", async () => {
    const file = join(folder, "orders.json");
    const parties = await Promise.all(Array.from({ length: 8 }, () => readParty(file)));
    await Promise.all(parties.map((party, index) => party.remember(placed(`order-${index}`))));
    expect((await ordersIn(file)).sort()).toEqual(parties.map((_, index) => `order-${index}`));
  });

  test("wait for none that died long ago", async () => {
    const file = join(folder, "died.json");
    const party = await readParty(file);
    await mkdir(`${file}.lock`);
    await utimes(`${file}.lock`, 0, 0);
    await party.remember(placed("order"));
    expect(await ordersIn(file)).toEqual(["order"]);
  });
});

test("a node that does not answer is told in words, and not by a trace", async () => {
  const party = await readParty(join(folder, "customer.json"));
  await expect(party.ask("http://127.0.0.1:9/orders/x", { method: "GET" })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining("Nothing answers at http://127.0.0.1:9/orders/x"),
  });
});

describe("who follows a delivery", () => {
  const order = { state: "ACTIVE", sequence: 0, agreement: { state: "FINALIZED" } };
  /** Answers of the node, one after the other; the last one for ever. */
  const partyOf = (...answers: (() => Response)[]) => {
    const ask = async (address: string) => {
      if (address.includes("/events")) return Response.json({ events: [], last: 0 });
      const next = answers.length > 1 ? answers.shift() : answers[0];
      return (next ?? (() => Response.error()))();
    };
    return { ask } as unknown as Party;
  };
  const away = () => {
    throw new Stop(2, "Nothing answers");
  };

  test("asks again where the node is busy or away", async () => {
    const party = partyOf(
      away,
      () => new Response("", { status: 503 }),
      () => Response.json(order),
    );
    expect(await follow("https://a.example/orders/x", party, () => undefined, ["ACTIVE"])).toEqual(order);
  });

  test("and not where it refuses", async () => {
    const party = partyOf(() => Response.json({ title: "No such order" }, { status: 404 }));
    await expect(follow("https://a.example/orders/x", party, () => undefined, ["ACTIVE"])).rejects.toThrow(
      "The order cannot be read: No such order",
    );
  });
});

test("parameters are read by what the offer asks for, and not by what they look like", () => {
  const known = [
    { name: "version", datatype: "string" },
    { name: "nodes", datatype: "integer" },
    { name: "public", datatype: "boolean" },
  ];
  const given = ["version=16", "nodes=3", "public=true", "other=7", "nodes2=x=y"];
  expect(parametersOf(given, known)).toEqual({
    version: "16",
    nodes: 3,
    public: true,
    other: "7",
    nodes2: "x=y",
  });
  expect(() => parametersOf(["nodes"], known)).toThrow("--set nodes is not NAME=VALUE.");
});
