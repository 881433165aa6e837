// Orders under bad weather: lost, doubled, late and reordered messages, crashed runners. Clock and chance are seeded.
import { expect, test } from "vitest";
import { Coordinator } from "../../functions/delivery/coordinator.ts";
import type { Report, ReportType } from "../../functions/delivery/jobs/reports.ts";
import {
  type DeliveryState,
  type OperationKind,
  STATES,
  TRANSITIONS,
} from "../../functions/delivery/lifecycle/table.ts";
import type { Job } from "../../functions/delivery/ports.ts";
import { memoryOrderStore } from "../../functions/host/memory-orders.ts";
import { orderRecord } from "../support/orders.ts";

const SCHEDULES = 10_000;
const LEASE_MS = 30_000;
const CALM_AFTER_MS = 240_000;
const END_MS = 7_200_000;
/** For so long after its end an order is looked at: whoever comes too late changes nothing. */
const AFTERWARDS_MS = 120_000;

/** Mulberry32. */
function chanceOf(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What really exists, and how often it was made and removed. */
interface Thing {
  exists: boolean;
  running: boolean;
  made: number;
  removed: number;
}

interface Weather {
  readonly drop: number;
  readonly double: number;
  readonly crash: number;
  readonly fail: number;
}

const CALM: Weather = { drop: 0, double: 0, crash: 0, fail: 0 };
const STORM: Weather = { drop: 0.2, double: 0.3, crash: 0.03, fail: 0.05 };

/** A customer's wishes, one after the other; each is repeated until it is taken, or cannot be. */
const SCRIPTS: readonly (readonly OperationKind[])[] = [
  ["terminate", "erase"],
  ["suspend", "resume", "terminate", "erase"],
  ["update", "export", "terminate", "erase"],
  ["cancel", "terminate", "erase"],
  ["suspend", "terminate", "export", "erase"],
  ["update", "rotate", "suspend", "resume", "terminate", "erase"],
];

function simulate(seed: number, storm: Weather) {
  const chance = chanceOf(seed);
  const start = Date.parse("2026-11-23T12:00:00Z");
  let time = start;
  const store = memoryOrderStore();
  const order = new Coordinator(store, {
    now: () => new Date(time),
    leaseSeconds: LEASE_MS / 1000,
    retrievalSeconds: 30 * 86_400,
  });
  const thing: Thing = { exists: false, running: false, made: 0, removed: 0 };
  const queue: { at: number; n: number; run: () => void }[] = [];
  let n = 0;
  const later = (ms: number, run: () => void) => void queue.push({ at: time + ms, n: n++, run });
  const weather = () => (time - start < CALM_AFTER_MS ? storm : CALM);
  /** A request and its answer, each of which may be lost, doubled, or late enough to come after others. */
  const send = <T>(ask: () => T, hear: (answer: T) => void) => {
    const copies = chance() < weather().double ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      if (chance() < weather().drop) continue;
      later(chance() * 4_000, () => {
        const answer = ask();
        if (chance() >= weather().drop) later(chance() * 2_000, () => hear(answer));
      });
    }
  };
  const runner = runnerOf({ chance, later, send, weather, order, thing, now: () => time });
  // Two of five have to be there in time: some are, some are too late before or while they are made.
  order.open(orderRecord(seed % 5 < 2 ? { deadline: start + 2_000 + chance() * 60_000 } : {}));
  order.agree({ on: "verified", digest: "agreed" });
  runner.live();
  const script = [...(SCRIPTS[seed % SCRIPTS.length] ?? [])];
  const wish = () => {
    const [kind] = script;
    if (!kind) return;
    const id = `${kind}-${script.length}`;
    send(
      () => ({
        answer: order.operate({ id, kind, digest: id }),
        state: order.view()?.record.delivery?.state ?? ("ORDERED" as const),
      }),
      ({ answer, state }) => {
        if (script[0] !== kind) return;
        // What cannot be asked for where the order rests is given up; where it moves, it is asked for again.
        const isVain =
          !answer.ok && answer.refusal.code !== "operation-in-progress" && STATES[state].kind !== "working";
        if (answer.ok || isVain || (!answer.ok && kind === "cancel")) script.shift();
      },
    );
    later(5_000 + chance() * 20_000, wish);
  };
  later(chance() * 60_000, wish);
  /** Somebody looks at what was delivered, which breaks and is mended. */
  const look = () => {
    const { state } = order.view()?.record.delivery ?? {};
    if (state && STATES[state].kind === "final") return;
    const isBroken = chance() < 0.5;
    send(
      () => order.health(isBroken ? { healthy: false, detail: "down" } : { healthy: true }),
      () => undefined,
    );
    later(5_000 + chance() * 40_000, look);
  };
  later(chance() * 60_000, look);
  let endedAt: number | undefined;
  while (queue.length > 0 && time - start < END_MS) {
    queue.sort((a, b) => a.at - b.at || a.n - b.n);
    const next = queue.shift();
    if (!next) break;
    time = Math.max(time, next.at);
    order.tick();
    next.run();
    const state = order.view()?.record.delivery?.state;
    if (state && STATES[state].kind === "final" && script.length <= 1) endedAt ??= time;
    if (endedAt !== undefined && time - endedAt > AFTERWARDS_MS) break;
  }
  return { order, store, thing, script };
}

interface World {
  readonly chance: () => number;
  readonly later: (ms: number, run: () => void) => void;
  readonly send: <T>(ask: () => T, hear: (answer: T) => void) => void;
  readonly weather: () => Weather;
  readonly order: Coordinator;
  readonly thing: Thing;
  readonly now: () => number;
}

/** A runner that loses its memory when it crashes, and stops its tool when its lease may have ended. */
function runnerOf({ chance, later, send, weather, order, thing, now }: World) {
  let life = 0;
  const live = () => {
    const mine = ++life;
    const alive = () => mine === life;
    const seek = () => {
      if (!alive()) return;
      const asked = now();
      const run = order.unannounced()?.run.id ?? order.view()?.record.delivery?.run?.id ?? "none";
      let heard = false;
      send(
        () => order.lease(run, "did:key:runner"),
        (answer) => {
          if (!alive() || heard) return;
          heard = true;
          if (answer.ok) work(answer.value, asked);
          else later(2_000 + chance() * 2_000, seek);
        },
      );
      later(12_000, () => void (!heard && alive() && ((heard = true), seek())));
    };
    const work = (job: Job, leasedAt: number) => {
      let held = leasedAt + LEASE_MS;
      const events: Report[] = [];
      let over = false;
      const say = (type: ReportType, data: Report["data"] = {}) =>
        void events.push({ sequence: events.length + 1, type, time: "2026-11-23T12:00:00Z", data });
      const flush = () => {
        if (!alive() || over) return;
        const sent = now();
        const batch = [...events];
        send(
          () => order.report(job.id, "did:key:runner", { epoch: job.epoch, events: batch }),
          (answer) => {
            if (!alive() || over) return;
            if (!answer.ok) return void ((over = true), later(500, seek));
            held = Math.max(held, sent + LEASE_MS);
            const last = batch.at(-1);
            const hasEnded = last && ["planned", "succeeded", "failed", "found"].includes(last.type);
            if (hasEnded) return void ((over = true), later(500, seek));
            if (answer.value.cancel && !done) finish("failed", { code: "cancelled" });
          },
        );
        later(4_000, flush);
      };
      let done = false;
      const finish = (type: ReportType, data: Report["data"] = {}) => {
        done = true;
        say(type, data);
      };
      const act = () => {
        if (!alive() || over || done) return;
        // Whoever may have lost the lease keeps its hands off.
        if (now() >= held) return void ((over = true), later(500, seek));
        if (chance() < weather().crash) return void ((life += 1), later(5_000 + chance() * 40_000, live));
        if (chance() < weather().fail && job.action !== "lookup") return finish("failed", { code: "tool" });
        finish(...effect(job, thing));
        if (chance() < weather().crash) return void ((life += 1), later(5_000 + chance() * 40_000, live));
      };
      later(1_000 + chance() * 20_000, act);
      flush();
    };
    later(0, seek);
  };
  return { live };
}

/** What the tool does, idempotent by the id of the order. */
function effect({ action }: Job, thing: Thing): [ReportType, Report["data"]] {
  switch (action) {
    case "plan":
      return ["planned", { create: thing.exists ? 0 : 1 }];
    case "apply":
      if (!thing.exists) thing.made++;
      thing.exists = thing.running = true;
      return ["succeeded", {}];
    case "resume":
      thing.running = thing.exists;
      return ["succeeded", {}];
    case "suspend":
    case "stop":
      thing.running = false;
      return ["succeeded", {}];
    case "destroy":
      if (thing.exists) thing.removed++;
      thing.exists = thing.running = false;
      return ["succeeded", {}];
    case "lookup":
      return ["found", { exists: thing.exists ? "complete" : "none", running: thing.running }];
    default:
      return ["succeeded", {}];
  }
}

/** What the events tell of the states, in their order. */
function statesOf(
  store: ReturnType<typeof memoryOrderStore>,
): { from: DeliveryState | undefined; state: DeliveryState }[] {
  return store
    .events(0, 100_000)
    .map(
      ({ text }) =>
        JSON.parse(text) as { type: string; data: { state: DeliveryState; from?: DeliveryState } },
    )
    .filter(({ type }) => type.endsWith(".state"))
    .map(({ data: { from, state } }) => ({ from, state }));
}

const LEGAL = new Set(TRANSITIONS.map(({ from, to }) => `${from} ${to}`));
/** By its words `before`: what these states may lead back to. */
const BACK: ReadonlySet<string> = new Set(["SUSPENDING", "EXPORTING", "ROTATING", "UNKNOWN"]);
/** What a deadline leads to. */
const LATE: ReadonlySet<string> = new Set(["ORDERED FAILED", "PLANNED FAILED", "PROVISIONING CANCELLING"]);

test(`${SCHEDULES} schedules converge: nothing is made twice, nothing is left, no step is outside of the table`, () => {
  const ends = new Map<string, number>();
  const late = new Map<string, number>();
  let [broken, mended] = [0, 0];
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const { order, store, thing, script } = simulate(seed, STORM);
    const state = order.view()?.record.delivery?.state ?? "none";
    const where = `seed ${seed}, ${state}, left to ask for: ${script.join()}`;
    expect(["TERMINATED", "FAILED"], where).toContain(state);
    expect(thing.exists, where).toBe(false);
    expect(thing.made, where).toBe(thing.removed);
    expect(thing.made, where).toBeLessThanOrEqual(1);
    expect([order.dueAt(), order.unannounced()], `${where}: at rest`).toEqual([undefined, undefined]);
    expect(order.view()?.record.delivery?.conditions, where).not.toContainEqual(
      expect.objectContaining({ type: "Unhealthy" }),
    );
    const states = statesOf(store);
    broken += states.filter(({ from, state: to }) => from === "ACTIVE" && to === "DEGRADED").length;
    mended += states.filter(({ from, state: to }) => from === "DEGRADED" && to === "ACTIVE").length;
    for (const { from, state: to } of states)
      if (from) expect(LEGAL.has(`${from} ${to}`) || BACK.has(from), `${where}: ${from} to ${to}`).toBe(true);
    const events = store.events(0, 100_000);
    expect(
      events.map(({ sequence }) => sequence),
      where,
    ).toEqual(events.map((_, index) => index + 1));
    ends.set(state, (ends.get(state) ?? 0) + 1);
    for (const { from, state: to } of states)
      if (LATE.has(`${from} ${to}`)) late.set(`${from}`, (late.get(`${from}`) ?? 0) + 1);
  }
  // The weather is bad enough to matter, and not so bad that nothing is ever delivered.
  expect(Math.min(...ends.values(), ...late.values(), broken, mended)).toBeGreaterThan(SCHEDULES / 100);
  expect([...late.keys()].sort()).toEqual(["ORDERED", "PLANNED", "PROVISIONING"]);
}, 120_000);

test("without faults every script ends as it does with them", () => {
  for (const seed of SCRIPTS.keys()) {
    const { order, thing, script } = simulate(seed, CALM);
    expect(STATES[order.view()?.record.delivery?.state ?? "ORDERED"].kind).toBe("final");
    expect([thing.exists, script.length <= 1]).toEqual([false, true]);
  }
});
