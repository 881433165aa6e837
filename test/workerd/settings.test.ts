// Settings of the environment: what a slip of the operator's pen may not do.
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { type Env, harvestSecondsOf } from "../../functions/host/cloudflare/env.ts";
import { nodeOf } from "../../functions/host/cloudflare/host.ts";

const settings = (changes: Partial<Env>) => ({ ...(env as unknown as Env), ...changes });
const ask = (changes: Partial<Env>, url: string, init?: RequestInit) =>
  nodeOf(settings(changes)).fetch(new Request(url, init));

test.each([
  ["60", 60],
  ["0.5", 900],
  ["0", 900],
  ["", 900],
  ["-1", 900],
  ["soon", 900],
  ["Infinity", 900],
  [undefined, 900],
])("harvests every %j seconds are made every %i", (value, seconds) => {
  expect(harvestSecondsOf(settings(value === undefined ? {} : { MPLI_HARVEST_SECONDS: value }))).toBe(
    seconds,
  );
});

test.each([
  "https://cloud.example",
  "http://10.0.0.7:8787",
  "http://localhost.cloud.example",
  "http://127.0.0.1.cloud.example",
  "http://0.0.0.0",
])("the setting for one machine closes %s", async (origin) => {
  const response = await ask({ MPLI_LOCAL: "1" }, `${origin}/.well-known/mpli`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: "local-setting" });
  expect((await ask({ MPLI_LOCAL: "" }, `${origin}/.well-known/mpli`)).status).toBe(200);
});

test.each(["http://localhost:8787", "http://127.0.0.1", "http://127.8.9.10:1", "http://[::1]:8787"])(
  "the setting for one machine leaves %s open",
  async (origin) => {
    expect((await ask({ MPLI_LOCAL: "1" }, `${origin}/.well-known/mpli`)).status).toBe(200);
  },
);

test("a node without an operator's token takes no changes", async () => {
  const { MPLI_OPERATOR_TOKEN: _, ...rest } = settings({});
  const put = { method: "PUT", body: "", headers: { Authorization: "Bearer undefined" } };
  const response = await nodeOf(rest).fetch(new Request("http://localhost/manifest", put));
  expect(response.status).toBe(403);
});

test.each([
  ["provider", "/manifest", "/providers"],
  ["catalogue", "/providers", "/manifest"],
])("a %s has %s and not %s", async (MPLI_ROLES, open, closed) => {
  const { ASSETS: _, ...rest } = settings({ MPLI_ROLES });
  const codeAt = async (path: string) => {
    const response = await nodeOf(rest).fetch(new Request(`http://localhost${path}`, { method: "PATCH" }));
    return ((await response.json()) as { code: string }).code;
  };
  expect(await codeAt(open)).toBe("method-not-allowed");
  expect(await codeAt(closed)).toBe("not-found");
});

test.each([
  ["https://cloud.example", "https://cloud.example"],
  ["https://cloud.example/", "https://cloud.example"],
  ["", "http://localhost"],
])("of the public origin %j the node names %s, wherever it is reached", async (MPLI_ORIGIN, origin) => {
  const document = await ask({ MPLI_ORIGIN }, "http://localhost/.well-known/mpli");
  expect(await document.json()).toMatchObject({
    did: `did:web:${new URL(origin).host}`,
    endpoint: { manifest: `${origin}/manifest` },
  });
});

test("a node that signs takes no orders before it is told its origin, whatever name it is reached under", async () => {
  const key = { MPLI_SIGNING_KEY: JSON.stringify(KEY), MPLI_LOCAL: "" };
  const lease = async (changes: Partial<Env>) => {
    const answer = await ask({ ...key, ...changes }, "http://localhost/jobs/lease", { method: "POST" });
    return ((await answer.json()) as { code: string }).code;
  };
  const features = async (changes: Partial<Env>) => {
    const document = await ask({ ...key, ...changes }, "http://localhost/.well-known/mpli");
    return ((await document.json()) as { feature: string[] }).feature;
  };
  expect(await lease({})).toBe("origin-setting");
  expect(await features({})).not.toContain("delivery");
  for (const told of [{ MPLI_ORIGIN: "https://cloud.example" }, { MPLI_LOCAL: "1" }]) {
    expect(await lease(told)).toBe("signature-missing");
    expect(await features(told)).toContain("delivery");
  }
});

const KEY = {
  kty: "OKP",
  crv: "Ed25519",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};
const didWith = async (changes: Partial<Env>) =>
  (await ask(changes, "http://localhost/.well-known/did.json")).text();

test("of the signing key only the public half is shown", async () => {
  const text = await didWith({ MPLI_SIGNING_KEY: JSON.stringify(KEY) });
  expect(text).toContain("did:web:localhost#key-1");
  expect(text).toContain(KEY.x);
  expect(text).not.toContain(KEY.d);
});

test("a set of signing keys counts before a single one, and shows no private half", async () => {
  const { d: _, ...retired } = KEY;
  const set = {
    keys: [
      { ...KEY, kid: "2026" },
      { ...retired, x: "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw" },
    ],
  };
  const text = await didWith({
    MPLI_SIGNING_KEY: JSON.stringify({ ...KEY, kid: "alone" }),
    MPLI_SIGNING_KEYS: JSON.stringify(set),
  });
  const { assertionMethod, authentication } = JSON.parse(text) as Record<string, string[]>;
  expect(assertionMethod).toHaveLength(2);
  expect(authentication).toEqual(["did:web:localhost#2026"]);
  expect(text).not.toContain(KEY.d);
});

test("a node whose keys cannot be read has none, issues nothing, and goes on", async () => {
  const MPLI_SIGNING_KEYS = JSON.stringify(KEY);
  expect(await didWith({ MPLI_SIGNING_KEYS })).not.toContain("verificationMethod");
  const node = await ask({ MPLI_SIGNING_KEYS }, "http://localhost/.well-known/mpli");
  expect(await node.text()).not.toContain("issuing");
  expect((await ask({ MPLI_SIGNING_KEYS }, "http://localhost/credentials/issue")).status).toBe(404);
});

test("the trigger is there only where the node is set up for tests", async () => {
  const init = { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } };
  const without = await ask({ MPLI_LOCAL: "" }, "http://localhost/.well-known/mpli");
  expect(JSON.stringify(await without.json())).not.toMatch(/trigger|testing/);
  expect((await ask({ MPLI_LOCAL: "" }, "http://localhost/test/trigger", init)).status).toBe(404);
  const local = await ask({ MPLI_LOCAL: "1" }, "http://localhost/.well-known/mpli");
  expect(await local.json()).toMatchObject({ endpoint: { trigger: "http://localhost/test/trigger" } });
  expect((await ask({ MPLI_LOCAL: "1" }, "http://localhost/test/trigger", init)).status).toBe(401);
});
