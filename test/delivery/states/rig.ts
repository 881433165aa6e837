// The doors of states over an order in memory, and a runner that signs: all that a tool's state meets on its way.
import { openStateDoor } from "../../../functions/cli/runner/adapters/state-door.ts";
import type { AskNode } from "../../../functions/cli/runner/client.ts";
import type { Job as RunnersJob } from "../../../functions/cli/runner/job.ts";
import { endpointOf } from "../../../functions/cli/node-client/node.ts";
import { requestSigner } from "../../../functions/cli/keys/request-signer.ts";
import type { Job } from "../../../functions/delivery/ports.ts";
import { type StatesPorts, statesRoutes } from "../../../functions/delivery/states/routes.ts";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { memoryOrders } from "../../../functions/host/memory-orders.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { RFC_8037_KEY, ringOf } from "../../support/issuing.ts";
import { orderRecord } from "../../support/orders.ts";

export const ORIGIN = "https://p.example";
const NODE = {
  id: `${ORIGIN}/.well-known/mpli`,
  roles: [],
  features: [],
  endpoints: { states: `${ORIGIN}/states` },
  document: {},
};
export const ORDER = orderRecord().id;
export const TOKEN = "operator";
export const OTHER_ORDER = "7f1f2c1e-8a54-4f0e-9a6f-2f4f0d8f1c11";

const { d: _, ...open } = RFC_8037_KEY;
const RUNNER = `did:jwk:${Buffer.from(JSON.stringify(open)).toString("base64url")}`;

/** A state as the tools write it. */
export const stateText = (serial: number, more: object = {}) =>
  JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial,
    lineage: "one",
    outputs: {},
    resources: [],
    ...more,
  });
export const lockInfo = (ID: string) => ({ ID, Operation: "OperationTypeApply", Who: "runner@tools" });

export async function rig(change: (states: StatesPorts) => StatesPorts = (states) => states) {
  let time = Date.parse("2026-11-23T12:00:00Z");
  const now = () => new Date(time);
  const { orders, states } = memoryOrders({ now, leaseSeconds: 30, retrievalSeconds: 60 });
  const order = orders(ORDER);
  await order.open(orderRecord());
  await order.agree({ on: "verified", digest: "agreed" });
  const resolveKey = resolver({
    fetch: () => Promise.reject(new Error("no network")),
    now: () => time,
    loopback: false,
    cache: new BoundedMap(1e6),
  });
  const identity = () => ({ origin: ORIGIN, roles: [], features: [], endpoints: {}, limits: {}, keys: [] });
  const door = { identity, operatorToken: TOKEN, runners: [RUNNER], resolveKey, now };
  const app = statesRoutes(door, change(states));
  const sign = requestSigner(ringOf({ ...RFC_8037_KEY, kid: "0" }).signerOf(RUNNER), () => time);

  /** As the runner asks its node. */
  const ask: AskNode = async (addressOf, { method, body }) => {
    const url = addressOf(NODE);
    const content = body === undefined ? {} : { content: { type: "application/json", body } };
    const headers = await sign({ method, url, ...content });
    return ok(await app.request(url, { method, headers, ...(body === undefined ? {} : { body }) }));
  };

  return {
    order,
    app,
    ask,
    pass: (seconds: number) => void (time += seconds * 1000),
    /** The run that waits, leased. */
    async lease(): Promise<Job> {
      const run = (await order.view())?.record.delivery?.run?.id ?? "none";
      const job = await order.lease(run, RUNNER);
      if (!job.ok) throw new Error(job.refusal.code);
      return job.value;
    },
    async report(
      { id, epoch }: Job,
      type: "planned" | "succeeded" | "found",
      data: object = {},
      sequence = 1,
    ) {
      const event = { sequence, type, time: "2026-11-23T12:00:00Z", data: data as never };
      const taken = await order.report(id, RUNNER, { epoch, events: [event] });
      if (!taken.ok) throw new Error(taken.refusal.code);
    },
    /** What a tool asks for in the name of a run: `path` and query behind the order. */
    async tool(
      job: Pick<Job, "id" | "epoch">,
      method: string,
      path = "",
      body?: object | string,
      id = ORDER,
    ) {
      const [door = "", query = ""] = path.split("?");
      const text = typeof body === "object" ? JSON.stringify(body) : body;
      const bytes = text === undefined ? {} : { body: Uint8Array.from(Buffer.from(text)) };
      const address = `${id}${door}?run=${job.id}&epoch=${job.epoch}${query && `&${query}`}`;
      const answer = await ask((node) => `${endpointOf(node, "states")}/${address}`, { method, ...bytes });
      if (!answer.ok) throw new Error("away");
      return read(answer.value);
    },
    /** What the operator asks for. */
    async operator(method: string, path: string, token = TOKEN) {
      const headers = { Authorization: `Bearer ${token}` };
      return read(await app.request(`${ORIGIN}/states/${ORDER}${path}`, { method, headers }));
    },
    /** The door of the runner, where a real tool knocks. */
    openDoor: (job: Job) => openStateDoor(job as unknown as RunnersJob, ask),
  };
}

export type Rig = Awaited<ReturnType<typeof rig>>;

async function read(answer: Response) {
  const text = await answer.text();
  const { code, ...more } = (
    /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : {}
  ) as {
    code?: string;
  } & Record<string, unknown>;
  return { status: answer.status, text, ...(code ? { code } : {}), more };
}
