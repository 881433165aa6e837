// A stand-in for the node's side of the jobs, as the protocol has it: leases, epochs, sequences, and lookups after silence.
import { createHash, randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Action, RunEvent } from "../../functions/cli/runner/job.ts";
import { signatureFault } from "./signature.ts";
import { type States, states } from "./states.ts";

export interface Run {
  readonly id: string;
  readonly epoch: number;
  readonly action: Action;
  /** What a lookup is about. */
  readonly asked?: Action;
  readonly events: RunEvent[];
  leaseUntil: number;
  state: "leased" | "ended" | "lapsed";
}

export interface Order {
  readonly id: string;
  readonly binding: string;
  readonly parameters: object;
  readonly accessKey?: object;
  readonly runs: Run[];
  todo: Action[];
  epoch: number;
  next?: { readonly action: Action; readonly asked?: Action } | undefined;
  state: "waiting" | "under way" | "done" | "failed";
  isCancelled: boolean;
}

export type Fault = "none" | "away" | "answer lost";

export interface Setting {
  readonly leaseSeconds: number;
  /** DIDs that may take jobs; everyone where it is left out. */
  readonly runners?: readonly string[];
  /** What the addresses of its endpoints begin with; without it they are those of the text. */
  readonly base?: string;
  /** What becomes of a request. */
  readonly fault?: (path: string, method: string) => Fault;
}

export interface Ordering {
  readonly binding: string;
  readonly actions: readonly Action[];
  readonly parameters?: object;
  readonly accessKey?: object;
}

export interface Coordinator {
  readonly origin: string;
  /** Refusals by their codes, in order. */
  readonly refusals: string[];
  readonly requests: { readonly path: string; readonly body: string }[];
  readonly states: States;
  readonly order: (ordering: Ordering) => Order;
  /** Resolves when every order is done or has failed. */
  readonly settled: (withinMs: number) => Promise<void>;
  /** Silence: every lease is over. */
  readonly lapse: (order: Order) => void;
  readonly setFault: (fault: (path: string, method: string) => Fault) => void;
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port, or on the one that is named. */
export async function startCoordinator(setting: Setting, port = 0): Promise<Coordinator> {
  const orders: Order[] = [];
  const stateBook = states();
  const refusals: string[] = [];
  const requests: { path: string; body: string }[] = [];
  const { leaseSeconds, runners, base = "" } = setting;
  let fault: NonNullable<Setting["fault"]> = setting.fault ?? (() => "none");

  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  const clock = setInterval(() => orders.forEach(expire), 20);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request;
    const body = await buffer(request);
    const { pathname } = new URL(url, "http://local");
    if (pathname === "/.well-known/mpli") return void response.end(JSON.stringify(nodeDocument(request)));
    if (!pathname.startsWith(base)) return void response.writeHead(404).end();
    const path = pathname.slice(base.length);
    requests.push({ path, body: body.toString() });
    const becomes = fault(path, method);
    if (becomes === "away") return void response.destroy();
    const signed = { method, url: `http://${request.headers.host}${url}`, headers: request.headers, body };
    const wrong = await signatureFault(signed, runners);
    if (!wrong && path.startsWith("/states/")) {
      const { status, text } = stateBook.answer(
        method,
        new URL(signed.url.replace(base, "")),
        body.toString(),
      );
      response.writeHead(status, { "Content-Type": "application/json" }).end(text);
      return;
    }
    const [status, answer] = wrong
      ? refuse(401, wrong)
      : path === "/jobs/lease"
        ? await lease(JSON.parse(body.toString()) as { bindings: string[]; waitSeconds: number }, request)
        : hear(path, JSON.parse(body.toString()) as { epoch: number; events: RunEvent[] });
    if (becomes === "answer lost") return void response.destroy();
    response.writeHead(status, {
      "Content-Type": status < 300 ? "application/json" : "application/problem+json",
    });
    response.end(answer === undefined ? undefined : JSON.stringify(answer));
  }

  function nodeDocument({ headers }: IncomingMessage): object {
    const at = (path: string) => `http://${headers.host}${base}${path}`;
    const endpoint = { orders: at("/orders"), lease: at("/jobs/lease"), states: at("/states") };
    return { type: "Node", role: ["provider"], feature: ["core", "delivery", "states"], endpoint };
  }

  type Answer = readonly [status: number, body?: object];

  function refuse(status: number, code: string, more: object = {}): Answer {
    refusals.push(code);
    return [status, { type: `https://w3id.org/mpli/errors/${code}`, code, ...more }];
  }

  async function lease(
    { bindings, waitSeconds }: { bindings: string[]; waitSeconds: number },
    request: IncomingMessage,
  ) {
    const until = Date.now() + waitSeconds * 1000;
    for (;;) {
      const order = orders.find(({ state, binding }) => state === "waiting" && bindings.includes(binding));
      // Whoever has hung up does not get a job.
      if (order && !request.socket.destroyed) return [200, hand(order)] as const;
      if (Date.now() >= until || request.socket.destroyed || !server.listening) return [204] as const;
      await sleep(10);
    }
  }

  function hand(order: Order): object {
    const { action, asked } = order.next ?? { action: order.todo[0] ?? "lookup" };
    order.epoch++;
    const run: Run = {
      id: `${order.id}.${order.epoch}`,
      epoch: order.epoch,
      action,
      ...(asked ? { asked } : {}),
      events: [],
      leaseUntil: Date.now() + leaseSeconds * 1000,
      state: "leased",
    };
    order.runs.push(run);
    order.state = "under way";
    const { id, binding, parameters, accessKey } = order;
    return {
      type: "Job",
      id: run.id,
      order: id,
      epoch: run.epoch,
      action,
      binding,
      offer: "https://provider.example/offers/one",
      parameters,
      generation: 1,
      ...(accessKey ? { accessKey } : {}),
      leaseSeconds,
      leaseUntil: new Date(run.leaseUntil).toISOString(),
      path: [],
      disclosure: "none",
      ...(asked ? { asked: { action: asked } } : {}),
    };
  }

  function hear(path: string, { epoch, events }: { epoch: number; events: RunEvent[] }): Answer {
    const [, id] = /^\/jobs\/([^/]+)\/events$/.exec(path) ?? [];
    const order = orders.find(({ runs }) => runs.some((run) => run.id === id));
    const run = order?.runs.find((each) => each.id === id);
    if (!order || !run) return refuse(404, "no-such-job");
    expire(order);
    const said = new Map(run.events.map((event) => [event.sequence, event]));
    const isRepeat = events.length > 0 && events.every((event) => same(said.get(event.sequence), event));
    // The end of a run, told again because the answer was lost, is no news and no fault.
    if (run.state === "ended" && isRepeat && epoch === run.epoch) return through(run, order);
    if (run.state !== "leased" || epoch !== order.epoch) return refuse(409, "stale-epoch");
    for (const event of events) {
      const known = said.get(event.sequence);
      if (known) {
        if (!same(known, event)) return refuse(409, "sequence-reuse");
        continue;
      }
      const expected = run.events.length + 1;
      if (event.sequence !== expected) return refuse(409, "sequence-gap", { expected });
      run.events.push(event);
      said.set(event.sequence, event);
      settle(order, run, event);
    }
    run.leaseUntil = Date.now() + leaseSeconds * 1000;
    return through(run, order);
  }

  const through = (run: Run, { isCancelled }: Order): Answer => [
    200,
    { through: run.events.length, leaseUntil: new Date(run.leaseUntil).toISOString(), cancel: isCancelled },
  ];

  const digest = (event: RunEvent) => createHash("sha256").update(JSON.stringify(event)).digest("hex");
  const same = (known: RunEvent | undefined, event: RunEvent) =>
    known !== undefined && digest(known) === digest(event);

  function settle(order: Order, run: Run, { type, data }: RunEvent): void {
    if (type === "started" || type === "progress") return;
    run.state = "ended";
    order.next = undefined;
    if (type === "failed") order.state = "failed";
    // A lookup that was ordered is one like any other action.
    else if (type === "found" && run.asked) afterLookup(order, run.asked, String(data["exists"]));
    // What was cleared away to be made anew is still to be made.
    else if (run.action === order.todo[0]) order.todo = order.todo.slice(1);
    if (order.state !== "failed") order.state = order.todo.length > 0 ? "waiting" : "done";
  }

  function afterLookup(order: Order, asked: Action, exists: string): void {
    const isThere = asked === "destroy" ? exists === "none" : exists === "complete";
    if (isThere && asked === order.todo[0] && asked !== "plan") order.todo = order.todo.slice(1);
    else if (exists === "partial") order.next = { action: "destroy" };
  }

  function expire(order: Order): void {
    const run = order.runs.at(-1);
    if (run?.state !== "leased" || Date.now() <= run.leaseUntil) return;
    run.state = "lapsed";
    order.epoch++;
    order.next = { action: "lookup", asked: run.asked ?? run.action };
    order.state = "waiting";
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusals,
    requests,
    states: stateBook,
    order({ binding, actions, parameters = {}, accessKey }) {
      const order: Order = {
        id: randomUUID(),
        binding,
        parameters,
        ...(accessKey ? { accessKey } : {}),
        runs: [],
        todo: [...actions],
        epoch: 0,
        state: "waiting",
        isCancelled: false,
      };
      orders.push(order);
      return order;
    },
    async settled(withinMs) {
      const until = Date.now() + withinMs;
      while (orders.some(({ state }) => state !== "done" && state !== "failed")) {
        if (Date.now() > until) throw new Error(`not settled: ${JSON.stringify(orders, null, 1)}`);
        await sleep(10);
      }
    },
    lapse(order) {
      const run = order.runs.at(-1);
      if (run) run.leaseUntil = 0;
      expire(order);
    },
    setFault: (next) => {
      fault = next;
    },
    stop: async () => {
      clearInterval(clock);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
