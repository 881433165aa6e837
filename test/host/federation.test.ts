// The launcher of the local federation: secrets made once, and no manifest sent that is already there.
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { type IncomingMessage, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Federation, federation } from "../../functions/cli/federation/members.ts";
import { harvested, publish, register } from "../../functions/cli/federation/publish.ts";
import { secretsIn } from "../../functions/cli/federation/secrets.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-federation-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the secrets of a node", () => {
  it("are made once, for each node its own", async () => {
    const first = await secretsIn(folder, "a");
    expect(await secretsIn(folder, "a")).toEqual(first);
    expect((await secretsIn(folder, "b")).operatorToken).not.toBe(first.operatorToken);
    expect(first.signingKey).toMatchObject({ kty: "OKP", crv: "Ed25519", d: expect.any(String) });
  });

  it("are in a file that only its owner reads", async () => {
    await secretsIn(folder, "c");
    expect((await stat(join(folder, "c.json"))).mode & 0o777).toBe(0o600);
  });
});

/** A provider and a catalogue at one address, which remember what they were asked. */
const DIGEST = "a".repeat(64);
let asked: {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}[];
let head: string | undefined;
const server = createServer(async (request, response) => {
  const { method, url, headers } = request;
  asked.push({ method, url, headers, body: await text(request) });
  const json = (value: unknown) =>
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(value));
  if (url === "/.well-known/mpli") return json({ did: "did:web:node" });
  if (url === "/providers")
    return json({
      provider: [{ node: all.catalogue.origin, digest: DIGEST, problem: { code: "too-slow" } }],
    });
  if (headers["content-type"] === "text/bad") return response.writeHead(422).end("shape-violation");
  if (method === "PUT") return json({ digest: (head = DIGEST) });
  return head ? response.setHeader("ETag", `"${head}.ttl"`).end() : response.writeHead(404).end();
});
let all: Federation;

beforeAll(async () => {
  await once(server.listen(0), "listening");
  const { port } = server.address() as { port: number };
  const manifest = {
    name: "p",
    roles: ["provider"],
    mediaType: "text/turtle",
    manifest: (did: string) => `<> <p> <${did}> .`,
  };
  const made = await federation(port, [manifest], (name) => secretsIn(folder, name));
  all = {
    ...made,
    providers: made.providers.map((provider) => ({ ...provider, origin: made.catalogue.origin })),
  };
});
beforeEach(() => {
  asked = [];
  head = undefined;
});
afterAll(() => server.close());
const provider = () => all.providers[0] ?? expect.fail();
const puts = () => asked.filter(({ method }) => method === "PUT");

describe("publishing", () => {
  it("sends the manifest with the node's own DID, as its operator, expecting none to be there", async () => {
    expect(await publish(provider(), undefined)).toMatchObject({ digest: DIGEST });
    const authorization = `Bearer ${provider().operatorToken}`;
    expect(puts()).toMatchObject([
      {
        body: "<> <p> <did:web:node> .",
        headers: { authorization, "if-none-match": "*", "content-type": "text/turtle" },
      },
    ]);
  });

  it("sends nothing when the node serves what was sent before", async () => {
    const before = await publish(provider(), undefined);
    expect(await publish(provider(), before)).toEqual(before);
    expect(puts()).toHaveLength(1);
  });

  it("sends it again, against what is there, when either side has changed", async () => {
    const before = await publish(provider(), undefined);
    await publish(provider(), { ...before, source: "another" });
    head = "b".repeat(64);
    await publish(provider(), before);
    expect(puts().map(({ headers }) => headers["if-match"])).toEqual([
      undefined,
      `"${DIGEST}"`,
      `"${"b".repeat(64)}"`,
    ]);
  });

  it("stops with the node's own words when the manifest is refused", async () => {
    const bad = { ...provider(), publishes: { ...provider().publishes, mediaType: "text/bad" } };
    await expect(publish(bad, undefined)).rejects.toThrow(
      /PUT .*\/manifest was answered 422:\nshape-violation/,
    );
  });
});

describe("the catalogue", () => {
  it("is told where the provider is", async () => {
    await register(all.catalogue, provider());
    expect(asked).toMatchObject([{ method: "POST", body: JSON.stringify({ url: provider().origin }) }]);
  });

  it("counts as current once it shows the digest that was published", async () => {
    await harvested(all, new Map([[provider().origin, DIGEST]]), new AbortController().signal);
  });

  it("is given up, with the reason that it shows, when it never does", async () => {
    const waiting = harvested(all, new Map([[provider().origin, "another"]]), AbortSignal.timeout(100));
    await expect(waiting).rejects.toThrow(`has not harvested ${provider().origin} ({"code":"too-slow"})`);
  });
});
