// The doors of states, through all of their answers.
import { expect } from "vitest";
import { orderRecord } from "../support/orders.ts";
import { TOKEN } from "../support/provider.ts";
import type { Send, Shop } from "./observed-delivery.ts";
import type { Settings, WholeNode } from "./whole-node.ts";

export const STATES = {
  read: "GET /states/{id}",
  write: "POST /states/{id}",
  remove: "DELETE /states/{id}",
  lock: "POST /states/{id}/lock",
  unlock: "POST /states/{id}/unlock",
} as const;
const VERSIONS = "GET /states/{id}/versions";
const RESTORE = "POST /states/{id}/versions/{version}/restore";
const NOBODYS = "7f1f2c1e-8a54-4f0e-9a6f-2f4f0d8f1c11";

const state = (serial: number) => JSON.stringify({ version: 4, serial, lineage: "one" });
const lock = (ID: string) => JSON.stringify({ ID, Who: "runner@tools" });

/** An order whose plan is under way, and what its tool and the operator ask for. */
export async function statesKept(
  { node, runner, signed }: Shop,
  send: Send,
  make: (settings?: Partial<Settings>) => WholeNode,
): Promise<void> {
  const { id } = orderRecord();
  const port = node.orders(id);
  await port.open(orderRecord());
  await port.agree({ on: "verified", digest: "agreed" });
  const ask = (operation: string, rest: string, body?: string, epoch = 1) => {
    const [path = "", query = ""] = rest.split("?");
    const at = `/states/${id}${path}?run=${id}.1&epoch=${epoch}&${query}`;
    return signed(operation, at, body, { signer: runner.signer });
  };
  const asked: readonly [string, string, string?][] = [
    [STATES.read, ""],
    [STATES.write, "", state(1)],
    [STATES.remove, ""],
    [STATES.lock, "/lock", lock("a")],
    [STATES.unlock, "/unlock", lock("a")],
  ];
  for (const [operation, path, body] of asked) {
    expect(await ask(operation, path, body)).toBe("409 stale-epoch");
    expect(await ask(operation, path, body, 0)).toBe("400 malformed-parameter");
  }
  expect(await port.lease(`${id}.1`, runner.did)).toMatchObject({ ok: true });

  expect(await ask(STATES.read, "")).toBe("204");
  expect(await ask(STATES.lock, "/lock", "{}")).toBe("422 malformed-lock");
  expect(await ask(STATES.lock, "/lock", lock("a"))).toBe("200");
  expect(await ask(STATES.lock, "/lock", lock("b"))).toBe("423 state-locked");
  expect(await ask(STATES.write, "?ID=b", state(1))).toBe("423 state-locked");
  expect(await ask(STATES.write, "?ID=a", "{}")).toBe("422 malformed-state");
  expect(await ask(STATES.write, "?ID=a", state(2))).toBe("200");
  expect(await ask(STATES.write, "?ID=a", state(1))).toBe("409 state-diverged");
  expect(await ask(STATES.read, "")).toBe("200");
  expect(await ask(STATES.remove, "?ID=b")).toBe("423 state-locked");
  expect(await ask(STATES.unlock, "/unlock", "{}")).toBe("422 malformed-lock");
  expect(await ask(STATES.unlock, "/unlock", lock("b"))).toBe("423 state-locked");

  const operate = (operation: string, rest: string, { of = id, token = TOKEN, at = node } = {}) =>
    send(operation, {
      node: at,
      at: `/states/${of}${rest}`,
      headers: { Authorization: `Bearer ${token}` },
    });
  const closed = make({ token: "" });
  const doors = [
    [VERSIONS, "/versions"],
    [RESTORE, "/versions/1/restore"],
  ] as const;
  for (const [operation, rest] of doors) {
    expect(await operate(operation, rest, { token: "other" })).toBe("401 operator-only");
    expect(await operate(operation, rest, { at: closed })).toBe("403 no-operator");
    expect(await operate(operation, rest, { of: NOBODYS })).toBe("404 no-such-order");
  }
  expect(await operate(RESTORE, "/versions/1/restore")).toBe("423 state-locked");
  expect(await ask(STATES.remove, "?ID=a")).toBe("200");
  expect(await ask(STATES.unlock, "/unlock", lock("a"))).toBe("200");
  expect(await operate(RESTORE, "/versions/9/restore")).toBe("404 no-such-state");
  expect(await operate(RESTORE, "/versions/1/restore")).toBe("200");
  expect(await operate(VERSIONS, "/versions")).toBe("200");
  node.forgetStateKeys();
  expect(await ask(STATES.read, "")).toBe("500 state-unreadable");
}
