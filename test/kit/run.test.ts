// How a run decides what applies, and what becomes of each case.
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import type { Case } from "../conformance/case.ts";
import { parseGraph } from "../conformance/graph.ts";
import { type Sent, TimedOut } from "../conformance/http.ts";
import { used } from "../conformance/steps/accounts.ts";
import type { Network } from "../conformance/parties/network.ts";
import { isSignedBy } from "../conformance/steps/node-document.ts";
import { NODE, ORIGIN, examine, json, made, target } from "./target.ts";

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

test("what cannot be cleaned up is told, keeps nothing else from being cleaned up, and is no verdict", async () => {
  const done: string[] = [];
  const { results, leftBehind } = await examine(
    [
      made("a/b", async (t) => {
        t.afterwards(async () => void done.push("first"));
        t.afterwards(() => Promise.reject(new Error("the second")));
        t.afterwards(async () => t.gone(await t.get("/x"), "the third"));
        t.afterwards(async () => t.gone(await t.get("/.well-known/mpli"), "what is gone"));
      }),
    ],
    target({ "/.well-known/mpli": json(200, NODE), "/x": json(500, {}) }),
  );
  expect(done).toEqual(["first"]);
  expect(results[0]?.outcome).toBe("passed");
  expect(leftBehind?.split("\n")).toEqual([
    expect.stringMatching(/^a\/b: .*the third.*500/),
    "a/b: the second",
  ]);
});

test("a party is closed even where the target does not forget it", async () => {
  let closed = 0;
  const network = {
    listen: async () => ({ origin: "http://localhost:4444", close: async () => void closed++ }),
  };
  const catalogue = {
    role: ["catalogue"],
    feature: ["core"],
    endpoint: { providers: `${ORIGIN}/providers` },
  };
  const send = async ({ url, method }: Sent) => {
    if (method === "DELETE") throw new Error("connection reset");
    return url.endsWith("/mpli") ? json(200, catalogue) : json(201, {});
  };
  const registering = made("a/b", async (t) => (await t.party()).register());
  const { results, leftBehind } = await examine([registering], send, { network, token: "t" });
  expect({ closed, outcome: results[0]?.outcome }).toEqual({ closed: 1, outcome: "passed" });
  expect(leftBehind).toContain("DELETE");
});

test("a case that takes too long decides nothing, is cleaned up after, and sends nothing more", async () => {
  const late: string[] = [];
  const lasting = made("a/b", async (t) => {
    t.afterwards(async () => void late.push("cleaned up"));
    await new Promise((resolve) => setTimeout(resolve, 60));
    await t.get("/late").catch(() => late.push("refused"));
  });
  const { results } = await examine([lasting], undefined, { caseMs: 20 });
  expect(results[0]).toMatchObject({
    outcome: "cantTell",
    reason: expect.stringMatching(/longer than 0.02 s/),
  });
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(late).toEqual(["cleaned up", "refused"]);
});

test("a target that leaves requests in a row without an answer in time is asked no more", async () => {
  let asked = 0;
  const send = async ({ url }: Sent) => {
    if (url.endsWith("/mpli")) return json(200, NODE);
    asked++;
    throw new TimedOut("no answer within 30 s");
  };
  const cases = Array.from({ length: 20 }, (_, at) => made(`a/${at}`, async (t) => void (await t.get("/x"))));
  const { results, stopped } = await examine(cases, send);
  expect({ asked, examined: results.length }).toEqual({ asked: 4, examined: 4 });
  expect(stopped).toMatch(/4 requests in a row/);
});

test("nor is a target where one address never answers in time, whatever others do", async () => {
  const send = async ({ url }: Sent) => {
    if (url.includes("/x")) throw new TimedOut("no whole answer within 60 s");
    return json(200, NODE);
  };
  const cases = Array.from({ length: 20 }, (_, at) =>
    made(`a/${at}`, async (t) => {
      await t.get("/y");
      await t.get(`/x?at=${at}`);
    }),
  );
  const { results, stopped } = await examine(cases, send);
  expect(results).toHaveLength(4);
  expect(stopped).toMatch(/4 requests in a row to https:\/\/target.example\/x were/);
});

test("the operator's token goes to no address that others can read on the way to", async () => {
  const urls: string[] = [];
  const endpoint = { manifest: "http://target.example/manifest", check: "http://localhost:4000/check" };
  const send = async ({ url, headers }: Sent) => {
    if (headers["authorization"]) urls.push(url);
    return json(200, url.endsWith("/mpli") ? { ...NODE, endpoint } : {});
  };
  const asking = (name: string) =>
    made(`a/${name}`, async (t) => void (await t.get(t.endpoint(name), t.operator())));
  expect(await outcomes([asking("manifest"), asking("check")], send, { token: "top-secret" })).toEqual({
    "a/manifest": "failed",
    "a/check": "passed",
  });
  expect(urls).toEqual([endpoint.check]);
});

describe("the target's failure, and not the kit's, is", () => {
  const of = async (run: Case["run"], rest: object = {}) => {
    const send = target({ "/.well-known/mpli": json(200, { ...NODE, ...rest }) });
    return (await examine([made("a/b", run)], send)).results[0]?.outcome;
  };
  test.each(["http://", "manifest", ""])("the address %j of an endpoint", async (manifest) => {
    expect(
      await of(async (t) => void (await t.get(t.endpoint("manifest"))), { endpoint: { manifest } }),
    ).toBe("failed");
  });
  test("an address in an answer that is none", async () => {
    expect(await of(async (t) => void (await t.get("https://[")))).toBe("failed");
    expect(await of(async (t) => void t.address("https://["))).toBe("failed");
  });
  test("an order that does not say since when it is", async () => {
    const it = { one: { order: {} } } as Parameters<typeof used>[0];
    expect(await of(async () => void used(it))).toBe("failed");
  });
  test("a graph whose blank nodes are all alike", async () => {
    const nodes = Array.from({ length: 12 }, (_, at) => `_:b${at}`);
    const quads = nodes.flatMap((one) => nodes.map((other) => `${one} <https://x.example/p> ${other} .`));
    const graph = await parseGraph(quads.join("\n"), "application/n-triples", ORIGIN);
    expect(await of(async () => void (await graph.digest()))).toBe("failed");
  });
  test("what should be a key and is none", async () => {
    expect(isSignedBy({ kty: "EC", crv: "none" }, new Uint8Array(), new Uint8Array())).toBe(false);
  });
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

describe("while a case waits for its own orders alone,", () => {
  const order: string[] = [];
  const waiting = (until: Promise<unknown>) =>
    made("a/waits", async (t) => {
      t.meanwhile();
      await until;
      order.push("a/waits");
    });
  const next = (then: () => void) =>
    made("a/x", async () => {
      order.push("a/x");
      then();
    });
  beforeEach(() => void order.splice(0));

  test("the next one is examined, and results stay in their order", async () => {
    const told: string[] = [];
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const { results } = await examine([waiting(ended), next(end)], undefined, {
      onResult: ({ case: { id } }, done, total) => void told.push(`${id} ${done}/${total}`),
    });
    expect(order).toEqual(["a/x", "a/waits"]);
    expect(told).toEqual(["a/x 1/2", "a/waits 2/2"]);
    expect(results.map(({ case: { id }, outcome }) => [id, outcome])).toEqual([
      ["a/waits", "passed"],
      ["a/x", "passed"],
    ]);
  });

  test("nothing else is, where its party is in the way of others", async () => {
    const network: Network = { isNarrow: true, listen: () => Promise.reject(new Error("not here")) };
    await examine([waiting(pause(20)), next(() => undefined)], undefined, { network });
    expect(order).toEqual(["a/waits", "a/x"]);
  });

  test("it publishes nothing, which would be in the way of others", async () => {
    const one = made("a/b", async (t) => {
      t.meanwhile();
      await t.publish("");
    });
    expect(await outcomes([one])).toEqual({ "a/b": "error" });
  });

  test("the end of the run is its end, too", async () => {
    const stopping = new AbortController();
    const never = new Promise<never>(() => undefined);
    const cases = [waiting(never), next(() => stopping.abort()), made("a/y", async () => undefined)];
    expect(await outcomes(cases, undefined, { signal: stopping.signal })).toEqual({
      "a/waits": "untested",
      "a/x": "passed",
    });
  });
});
