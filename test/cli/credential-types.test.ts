// Credentials of each type of the specification, issued by a node and verified, with the commands that a user has.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXAMPLES, exampleCredential } from "../trust/types/examples.ts";
import { mpli } from "./mpli.ts";
import { OPERATOR_TOKEN, type Served, serveNode } from "./serve.ts";

let [node, folder] = [{} as Served, ""];
beforeAll(async () => {
  node = await serveNode([], { now: () => new Date() });
  folder = await mkdtemp(join(tmpdir(), "mpli-types-"));
});
afterAll(async () => {
  await node.stop();
  await rm(folder, { recursive: true });
});

/** Has the node issue it, and writes the token to `out`. */
const issue = (credential: object, out: string) =>
  mpli(
    ["credentials", "issue", "-", "--at", node.origin, "--token", OPERATOR_TOKEN, "--out", out],
    JSON.stringify(credential),
  );

/** An example as its operator would hand it in: the node states its own name, and the times. */
function handedIn(name: (typeof EXAMPLES)[number]) {
  const { issuer: _, validFrom: _from, validUntil: _until, ...credential } = exampleCredential(name);
  return credential;
}

test.each(EXAMPLES)("an example is issued and is valid then: %s", { timeout: 60_000 }, async (name) => {
  const out = join(folder, `${name}.jwt`);
  expect(await issue(handedIn(name), out)).toMatchObject({ code: 0, out: "" });
  const found = await mpli(["verify", out, "--json"]);
  const { type = [] } = handedIn(name) as { type?: string[] };
  expect([found.code, JSON.parse(found.out)]).toMatchObject([0, { outcome: "valid", credentialType: type }]);
});

test("a word of another type is not issued, nor another's name", { timeout: 60_000 }, async () => {
  const out = join(folder, "none.jwt");
  const other = { ...handedIn("billing"), type: ["VerifiableCredential", "CertificationCredential"] };
  const unsound = await issue(other, out);
  expect([unsound.code, unsound.err]).toEqual([1, expect.stringContaining("undefined-term")]);
  const foreign = await issue({ ...handedIn("billing"), issuer: "did:web:cloud.example" }, out);
  expect([foreign.code, foreign.err]).toEqual([1, expect.stringContaining("issuer")]);
  await expect(readFile(out)).rejects.toThrow();
});

test("what nobody has signed, and a request with what somebody has, are told apart", {
  timeout: 60_000,
}, async () => {
  const unsigned = await mpli(["verify", "-"], JSON.stringify(handedIn("billing")));
  expect([unsigned.code, unsigned.err]).toEqual([2, expect.stringContaining("mpli credentials issue")]);
  const request = "spec/examples/verify.request.json";
  const asked = await mpli(["verify", request]);
  expect([asked.code, asked.err]).toEqual([
    2,
    expect.stringContaining(`jq .verifiableCredential ${request}`),
  ]);
  const { verifiableCredential } = JSON.parse(await readFile(request, "utf8")) as Record<string, object>;
  const alone = await mpli(["verify", "-", "--json"], JSON.stringify(verifiableCredential));
  expect(JSON.parse(alone.out)).toMatchObject({ type: "CredentialVerification" });
});
