// `mpli credentials` against a node over HTTP: issued, taken back, listed.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mpli } from "./mpli.ts";
import { OPERATOR_TOKEN, type Served, serveNode, serveStub } from "./serve.ts";

const CREDENTIAL = JSON.stringify({
  "@context": ["https://www.w3.org/ns/credentials/v2"],
  type: ["VerifiableCredential"],
  validUntil: "2027-01-01T00:00:00Z",
  credentialSubject: { id: "did:web:customer.example" },
});

let node: Served;
let folder: string;
beforeAll(async () => {
  node = await serveNode([]);
  folder = await mkdtemp(join(tmpdir(), "mpli-credentials-"));
});
afterAll(async () => {
  await node.stop();
  await rm(folder, { recursive: true });
});

const credentials = (args: readonly string[], stdin = "") =>
  mpli(["credentials", ...args, "--at", node.origin, "--token", OPERATOR_TOKEN], stdin);
const issued = async (...more: readonly string[]) => {
  const { out, err } = await credentials(["issue", "-", ...more], CREDENTIAL);
  return { token: out.trim(), id: /issued (\S+),/.exec(err)?.[1] ?? "" };
};

test("a credential is issued as a token, and what it is stands on the error stream", async () => {
  const { code, out, err } = await credentials(["issue", "-"], CREDENTIAL);
  expect(code).toBe(0);
  expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(err).toMatch(/^issued urn:uuid:\S+, valid until 2027-01-01T00:00:00Z\n$/);
});

test("by its file it is revoked, and what is revoked stays so", async () => {
  const { token, id } = await issued("--suspension");
  const file = join(folder, "customer.jwt");
  await writeFile(file, `${token}\n`);
  expect(await credentials(["revoke", file])).toMatchObject({ code: 0, out: `revoked  ${id}\n` });
  expect((await credentials(["status", file])).out).toMatch(/revoked .*2027-01-01/);
});

test("by its id it is suspended and resumed", async () => {
  const { id } = await issued("--suspension");
  expect((await credentials(["suspend", id])).out).toBe(`suspended  ${id}\n`);
  expect((await credentials(["status", id])).out).toContain("suspended");
  expect((await credentials(["resume", id])).out).toBe(`resumed  ${id}\n`);
  expect((await credentials(["status", id, "--json"])).out).not.toContain("true");
});

test("what cannot be suspended says so, and how to mend it", async () => {
  const { id } = await issued("--no-status");
  const { code, err } = await credentials(["suspend", id]);
  expect(code).toBe(1);
  expect(err).toContain("The credential has no status of this purpose.");
});

test("the list has all of them, with what they come to today", async () => {
  const { id } = await issued();
  const { out } = await credentials(["list"]);
  expect(out).toContain("STATE");
  expect(out).toContain(id);
  expect(JSON.parse((await credentials(["list", "--json"])).out).credential.at(-1)).toMatchObject({ id });
});

test("the answer goes into a file, as the node sent it", async () => {
  const file = join(folder, "issued.json");
  const { out } = await credentials(["issue", "-", "--json", "--out", file], CREDENTIAL);
  expect(out).toBe("");
  expect(JSON.parse(await readFile(file, "utf8"))).toHaveProperty("verifiableCredential.id");
  expect((await credentials(["revoke", file])).code).toBe(0);
});

test.each<[string, string, number, RegExp]>([
  ["{", "a broken file", 2, /- is not JSON that is read alike everywhere: malformed-json in line 1/],
  [CREDENTIAL.replace('"id"', '"nmae"'), "a term without a meaning", 1, /fault: undefined-term/],
])("of %s (%s) nothing is issued", async (text, _, code, says) => {
  const ran = await credentials(["issue", "-"], text);
  expect([ran.code, ran.out]).toEqual([code, ""]);
  expect(ran.err).toMatch(says);
});

test("a wrong token is refused, and none is asked for", async () => {
  const wrong = await mpli(["credentials", "list", "--at", node.origin, "--token", "guess"]);
  expect([wrong.code, wrong.err]).toEqual([
    1,
    expect.stringContaining("Only the node's operator may do this."),
  ]);
  const none = await mpli(["credentials", "list", "--at", node.origin]);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining("MPLI_OPERATOR_TOKEN")]);
});

test("the token is not sent without TLS to another machine, nor to another origin", async () => {
  const asked: string[] = [];
  const stub = await serveStub((origin, path) => {
    asked.push(path);
    if (path === "/issued")
      return Response.json({ credential: [{ id: "urn:a" }], next: "https://elsewhere.example/" });
    const endpoint = { issued: `${origin}/issued`, status: "http://node.example/status" };
    return Response.json({ type: "Node", endpoint });
  });
  const options = ["--at", stub.origin, "--token", "t"];
  const insecure = await mpli(["credentials", "revoke", "urn:a", ...options]);
  const led = await mpli(["credentials", "list", ...options]);
  await stub.stop();
  expect([insecure.code, insecure.err]).toEqual([2, expect.stringContaining("without TLS")]);
  expect([led.code, led.err]).toEqual([2, expect.stringContaining("another origin")]);
});

test.each([
  [["revoke"], /Name one credential, by its id or the file of its token/],
  [["issue"], /Name one file with the credential to issue/],
  [["list", "urn:a"], /list takes no credential/],
  [["burn", "urn:a"], /knows no "burn"\. Say one of: issue, revoke, suspend, resume, status, list\./],
  [[], /does one of several things\. Say one of: issue, /],
  [["revoke", "neither"], /neither is neither the id of a credential nor a file/],
])("%j ends with how to use it", async (args, says) => {
  const { code, err } = await credentials(args);
  expect(code).toBe(2);
  expect(err).toMatch(says);
});
