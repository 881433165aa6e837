// Orders that nobody asks for: what they cost a node that is awake, and how soon it answers after a start.
import { createHash, createHmac } from "node:crypto";
import { copyFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { nodeDir } from "../../functions/host/node/workerd-config.ts";
import { publishVolumes } from "../support/ordering.ts";
import { type Signatory, type Trade, agree, lease, reports, sender } from "./delivery-load.ts";
import { type Figure, atMost, noted } from "./figures.ts";
import { kilobytes, processorTime } from "./process.ts";
import { type BenchNode, type Rig, TOKEN, configure, withNodes } from "./rig.ts";
import { startWorkerd } from "../../functions/host/node/workerd.ts";

const ORDERS = 10_000;
/** Objects that were awake go to sleep after ten seconds; leases of 600 seconds do not end meanwhile. */
const ASLEEP_MS = 15_000;
const MINUTE_MS = 60_000;
const ASKED = 20;

interface Parties {
  readonly customer: Signatory;
  readonly runner: Signatory;
}

/** One order is brought to ACTIVE by the protocol; the others are its copies, with ids of their own. */
export async function ordersAtRest(node: BenchNode, parties: Parties): Promise<Figure[]> {
  const stateDir = await mkdtemp(join(tmpdir(), "mpli-rest-"));
  try {
    const { origin, path, alone } = await withNodes([node], (rig) => one(rig, parties), { stateDir });
    const orders = copies(
      join(nodeDir(stateDir, node.name), `${node.name}-Order`),
      path.slice("/orders/".length),
    );
    const { config } = await configure([node], stateDir);
    const stop = new AbortController();
    const asked = await parties.customer.seal(`${origin}/orders/${orders[0] ?? ""}`);
    const { send, close } = sender(origin, 1);
    const began = performance.now();
    const starting = startWorkerd(config, { ready: [], readyWithinMs: 30_000, signal: stop.signal });
    for (;;) {
      const answer = await send(asked).catch(() => undefined);
      if (answer) break;
      await pause(5);
    }
    const first = performance.now() - began;
    const { pid, ended } = await starting;
    try {
      // All of those that are asked for are there, and are what they were copied from.
      for (let at = 0; at < ASKED; at++) {
        const id = orders[Math.floor((at * orders.length) / ASKED)] ?? "";
        const { text } = await send(await parties.customer.seal(`${origin}/orders/${id}`));
        const document = JSON.parse(text) as { id: string; state: string };
        if (document.id !== id || document.state !== "ACTIVE") throw new Error(text.slice(0, 500));
      }
      await pause(ASLEEP_MS);
      const before = await processorTime(pid);
      await pause(MINUTE_MS);
      const minute = (await processorTime(pid)) - before;
      const growth = (await megabytes(pid)) - alone;
      return [
        atMost(`start to the first answer with ${ORDERS} open orders`, first, "ms", 2000),
        atMost(`${ORDERS} orders at rest: time of the processor in a minute`, minute, "ms", 60),
        noted("memory of the process with one order at rest", alone, "MB"),
        atMost(`the same with ${ORDERS} orders, beyond that`, Math.max(0, growth), "MB", 10),
      ];
    } finally {
      close();
      stop.abort();
      await ended;
    }
  } finally {
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function one({ origins: [origin = ""], pid }: Rig, parties: Parties) {
  const { send, close } = sender(origin, 1);
  try {
    const manifest = await publishVolumes(fetch, origin, TOKEN);
    const trade: Trade = { origin, manifest, ...parties, send };
    const path = await agree(trade);
    for (const end of ["planned", "succeeded"])
      await send(
        await reports(trade, await lease(trade), [
          ["started", {}],
          [end, {}],
        ]),
      );
    await pause(ASLEEP_MS);
    return { origin, path, alone: await megabytes(pid) };
  } finally {
    close();
  }
}

const megabytes = async (pid: number) => (await kilobytes(pid, "VmRSS")) / 1000;

/** Copies an order's object under further names, each with an alarm a day ahead, as a deadline sets one; gives all ids. */
function copies(folder: string, id: string): string[] {
  const ids = [id, ...Array.from({ length: ORDERS - 1 }, () => crypto.randomUUID())];
  const nameOf = objectNames(basename(folder));
  const original = join(folder, `${nameOf(id)}.sqlite`);
  // What the write-ahead log has is in the file itself from here on.
  change(original, (database) =>
    database.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE"),
  );
  for (const copy of ids.slice(1)) {
    const file = join(folder, `${nameOf(copy)}.sqlite`);
    copyFileSync(original, file);
    change(file, (database) =>
      database.prepare("UPDATE record SET value = replace(value, ?, ?)").run(id, copy),
    );
  }
  change(join(folder, "metadata.sqlite"), (database) => {
    const tomorrow = BigInt(Date.now() + 86_400_000) * 1_000_000n;
    const insert = database.prepare(
      "INSERT INTO _cf_ALARM (actor_id, scheduled_time, actor_name) VALUES (?, ?, ?)",
    );
    database.exec("BEGIN");
    for (const copy of ids.slice(1)) insert.run(nameOf(copy), tomorrow, copy);
    database.exec("COMMIT");
  });
  return ids;
}

function change(file: string, make: (database: DatabaseSync) => unknown): void {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = OFF");
  make(database);
  database.close();
}

/** The names of files are those that workerd derives from the names of objects (server.c++, ActorIdFactoryImpl). */
function objectNames(namespace: string): (name: string) => string {
  const key = createHash("sha256").update(namespace).digest();
  const mac = (text: string | Buffer) => createHmac("sha256", key).update(text).digest().subarray(0, 16);
  return (name) => {
    const half = mac(name);
    return Buffer.concat([half, mac(half)]).toString("hex");
  };
}
