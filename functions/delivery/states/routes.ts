// The doors of states: the HTTP backend of OpenTofu and Terraform, for runners, and a way back for the operator.
import { type Context, Hono } from "hono";
import { only } from "../../edge/allow.ts";
import { requireOperator } from "../../edge/operator.ts";
import { digestHex } from "../../kernel/digest.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Called } from "../../trust/caller.ts";
import { UUID_FORM } from "../agreement/members.ts";
import { type DoorPorts, PRIVATE, jsonOf, refuse } from "../doors.ts";
import { runner } from "../jobs/routes.ts";
import type { DeliveryRefusal } from "../refusals.ts";
import { MOST_LOCK_INFO, readLockInfo } from "./lock-info.ts";
import type { Holder, StatePort, StateRequest, StateVersions } from "./ports.ts";
import type { Sealer } from "./seal.ts";
import { MOST_STATE, readState } from "./state.ts";

export interface StatesPorts {
  readonly of: (order: string) => StatePort;
  readonly sealer: Sealer;
}

/** Of the node that keeps them. */
export interface StatesDoor extends DoorPorts {
  readonly operatorToken: string | undefined;
  readonly runners: readonly string[];
}

const STATE = "/states/:id";
const MOST_ID = 500;

export function statesRoutes(door: StatesDoor, { of, sealer }: StatesPorts): Hono {
  const app = new Hono();

  /** The runner that signed, and the run that it says it has; whether it really does is for the order to say. */
  async function called(c: Context, limit: number): Promise<Result<Asked, DeliveryRefusal>> {
    const signed = await runner(c, door, limit);
    if (!signed.ok) return signed;
    const { run = "", epoch = "", ID: lock } = c.req.query();
    if (!/^[1-9]\d{0,14}$/.test(epoch)) return refused({ code: "malformed-parameter", parameter: "epoch" });
    if (lock !== undefined && lock.length > MOST_ID)
      return refused({ code: "malformed-parameter", parameter: "ID" });
    const holder = { run, epoch: Number(epoch), runner: signed.value.caller.did };
    return ok({ ...signed.value, holder, ...(lock === undefined ? {} : { lock }) });
  }

  async function carryOut(c: Context, { holder }: Asked, request: StateRequest): Promise<Response> {
    const done = await ask(c.req.param("id") ?? "", holder, request);
    return done.ok ? c.body(null, 200, PRIVATE) : refuse(c, done.refusal);
  }

  /** What is no order's id is nobody's lease, as an order that there is not. */
  async function ask(id: string, holder: Holder, request: StateRequest) {
    return UUID_FORM.test(id)
      ? await of(id).state(holder, request)
      : refused({ code: "stale-epoch" as const, epoch: 0 });
  }

  app.get(STATE, async (c) => {
    const asked = await called(c, MOST_LOCK_INFO);
    if (!asked.ok) return refuse(c, asked.refusal);
    const id = c.req.param("id");
    const kept = await ask(id, asked.value.holder, { on: "read" });
    if (!kept.ok) return refuse(c, kept.refusal);
    if (!kept.value) return c.body(null, 204, PRIVATE);
    const text = await sealer.open(id, kept.value);
    if (text === undefined) return refuse(c, { code: "state-unreadable" });
    return c.body(text, 200, { ...PRIVATE, "Content-Type": "application/json" });
  });

  app.post(STATE, async (c) => {
    const asked = await called(c, MOST_STATE);
    if (!asked.ok) return refuse(c, asked.refusal);
    const { text, lock } = asked.value;
    const head = jsonOf(c, text, readState);
    if (!head.ok) return refuse(c, head.refusal);
    const [digest, sealed] = await Promise.all([digestHex(text), sealer.seal(c.req.param("id"), text)]);
    const state = { ...head.value, digest, size: new TextEncoder().encode(text).length, sealed };
    return await carryOut(c, asked.value, { on: "write", state, ...(lock === undefined ? {} : { lock }) });
  });

  app.delete(STATE, async (c) => {
    const asked = await called(c, MOST_LOCK_INFO);
    if (!asked.ok) return refuse(c, asked.refusal);
    const { lock } = asked.value;
    return await carryOut(c, asked.value, { on: "remove", ...(lock === undefined ? {} : { lock }) });
  });

  app.post(`${STATE}/lock`, async (c) => {
    const asked = await called(c, MOST_LOCK_INFO);
    if (!asked.ok) return refuse(c, asked.refusal);
    const info = jsonOf(c, asked.value.text, readLockInfo);
    return info.ok
      ? await carryOut(c, asked.value, { on: "lock", info: info.value })
      : refuse(c, info.refusal);
  });

  app.post(`${STATE}/unlock`, async (c) => {
    const asked = await called(c, MOST_LOCK_INFO);
    if (!asked.ok) return refuse(c, asked.refusal);
    if (asked.value.text === "") return await carryOut(c, asked.value, { on: "unlock" });
    const info = jsonOf(c, asked.value.text, readLockInfo);
    if (!info.ok) return refuse(c, info.refusal);
    return await carryOut(c, asked.value, { on: "unlock", lock: info.value.ID });
  });

  app.get(`${STATE}/versions`, async (c) => {
    const operator = requireOperator(c, door.operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const id = c.req.param("id");
    const kept = UUID_FORM.test(id) ? await of(id).stateVersions() : undefined;
    return kept ? c.json(listed(kept), 200, PRIVATE) : refuse(c, { code: "no-such-order" });
  });

  app.post(`${STATE}/versions/:version/restore`, async (c) => {
    const operator = requireOperator(c, door.operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const { id, version } = c.req.param();
    if (!UUID_FORM.test(id)) return refuse(c, { code: "no-such-order" });
    if (!/^[1-9]\d{0,14}$/.test(version)) return refuse(c, { code: "no-such-state" });
    const restored = await of(id).restoreState(Number(version));
    return restored.ok ? c.json(listed(restored.value), 200, PRIVATE) : refuse(c, restored.refusal);
  });

  app.all(STATE, only("GET", "HEAD", "POST", "DELETE"));
  for (const path of ["lock", "unlock", "versions/:version/restore"])
    app.all(`${STATE}/${path}`, only("POST"));
  app.all(`${STATE}/versions`, only("GET", "HEAD"));
  return app;
}

interface Asked extends Called {
  readonly holder: Holder;
  /** ID of the lock that the tool has. */
  readonly lock?: string;
}

/** What the operator is shown: everything about the states but what they say. */
function listed({ current, versions }: StateVersions) {
  return {
    type: "StateVersions",
    ...(current === undefined ? {} : { current }),
    versions: versions.map(({ version, lineage, serial, digest, size, writtenAt, run }) => ({
      version,
      lineage,
      serial,
      digest: `sha256:${digest}`,
      size,
      writtenAt,
      ...(run === undefined ? {} : { run }),
    })),
  };
}
