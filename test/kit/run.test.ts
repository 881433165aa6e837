// How a run decides what applies, and what becomes of each case.
import { describe, expect, test } from "vitest";
import type { Sent } from "../conformance/http.ts";
import { NODE, examine, json, made, target } from "./target.ts";

const outcomes = async (...given: Parameters<typeof examine>) =>
  Object.fromEntries((await examine(...given)).results.map(({ case: { id }, outcome }) => [id, outcome]));

describe("a case ends as", () => {
  test.each([
    ["passed", made("a/b", async () => undefined)],
    ["failed", made("a/b", async (t) => t.fail("this", "that"))],
    ["cantTell", made("a/b", async (t) => t.cannotTell("foggy"))],
    ["inapplicable", made("a/b", async (t) => t.inapplicable("nothing of the kind"))],
    ["untested", made("a/b", async (t) => void t.operator())],
    ["error", made("a/b", () => Promise.reject(new TypeError("the kit is broken")))],
  ])("%s", async (outcome, one) => {
    expect(await outcomes([one])).toEqual({ "a/b": outcome });
  });
});

test("what a target declares not is inapplicable and never passed", async () => {
  const cases = [
    made("a/other-role", async () => undefined, { role: "catalogue" }),
    made("a/other-feature", async () => undefined, { feature: "matching" }),
  ];
  expect(await outcomes(cases)).toEqual({
    "a/other-role": "inapplicable",
    "a/other-feature": "inapplicable",
  });
});

test("only the roles and features that were asked for are examined", async () => {
  const node = { ...NODE, feature: ["core", "html"] };
  const cases = [
    made("a/html", async () => undefined, { role: "provider", feature: "html" }),
    made("a/core", async () => undefined, { role: "provider" }),
  ];
  const send = target({ "/.well-known/mpli": json(200, node) });
  expect(await outcomes(cases, send, { features: ["html"] })).toEqual({
    "a/html": "passed",
    "a/core": "untested",
  });
  expect(await outcomes(cases, send, { roles: ["catalogue"] })).toEqual({
    "a/html": "untested",
    "a/core": "untested",
  });
});

test("a case that changes the target waits for the flag", async () => {
  const writing = made("a/b", async () => undefined, { writes: true });
  expect(await outcomes([writing])).toEqual({ "a/b": "untested" });
  expect(await outcomes([writing], undefined, { write: true, token: "t" })).toEqual({ "a/b": "passed" });
});

test("a deviation from a recommendation fails nobody, and is told", async () => {
  const { results } = await examine([
    made("a/b", async (t) => t.fail("this", "that"), { requirements: ["MPLI-X-002@0"] }),
  ]);
  expect(results[0]).toMatchObject({ outcome: "cantTell", expected: "this", came: "that" });
});

test("a target whose node document cannot be read is examined in the roles that are claimed for it", async () => {
  const cases = [
    made("a/provider", async (t) => void t.endpoint("manifest"), { role: "provider" }),
    made("a/catalogue", async () => undefined, { role: "catalogue" }),
  ];
  for (const broken of [json(404, {}), json(200, []), json(200, {})]) {
    const send = target({ "/.well-known/mpli": broken });
    expect(await outcomes(cases, send, { roles: ["provider"] })).toEqual({
      "a/provider": "failed",
      "a/catalogue": "inapplicable",
    });
  }
});

test("no answer is the target's failure", async () => {
  const send = async ({ url }: Sent) => {
    if (url.endsWith("/.well-known/mpli")) return json(200, NODE);
    throw new Error("connection reset");
  };
  const { results } = await examine([made("a/b", async (t) => void (await t.get("/x")))], send);
  expect(results[0]).toMatchObject({ outcome: "failed", came: "connection reset" });
  expect(results[0]?.exchanges).toHaveLength(1);
});

test.each([
  ["no JSON", async () => ({ status: 200, headers: {}, body: new TextEncoder().encode("<p>") })],
  ["a JSON array", async () => json(200, [])],
] as const)("an answer that is %s is the target's failure where an object is expected", async (_, answer) => {
  const send = async ({ url }: Sent) => (url.endsWith("/mpli") ? json(200, NODE) : answer());
  expect(await outcomes([made("a/b", async (t) => void (await t.get("/x")).json())], send)).toEqual({
    "a/b": "failed",
  });
});

test("what a case leaves to be done afterwards is done, last first, however it ends", async () => {
  const done: string[] = [];
  await examine([
    made("a/b", async (t) => {
      t.afterwards(async () => void done.push("first"));
      t.afterwards(async () => void done.push("second"));
      t.fail("this", "that");
    }),
  ]);
  expect(done).toEqual(["second", "first"]);
});

test("reading cases come before writing ones, and those for an empty node before other writing ones", async () => {
  const order: string[] = [];
  const noted = (id: string, rest: object) => made(id, async () => void order.push(id), rest);
  const cases = [
    noted("a/writes", { writes: true }),
    noted("b/empty", { writes: true, onEmptyNode: true }),
    noted("c/reads", {}),
  ];
  await examine(cases, undefined, { write: true });
  expect(order).toEqual(["c/reads", "b/empty", "a/writes"]);
});

test("a run that is broken off examines no further case", async () => {
  const stopping = new AbortController();
  const cases = [made("a/a", async () => stopping.abort()), made("a/b", async () => undefined)];
  expect(await outcomes(cases, undefined, { signal: stopping.signal })).toEqual({ "a/a": "passed" });
});
