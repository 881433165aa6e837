// `mpli policies`: what a node has, and what can be installed.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policiesOf } from "../../functions/trust/policy/policies.ts";
import { mpli } from "./mpli.ts";
import { OPERATOR_TOKEN, type Served, serveNode, serveStub } from "./serve.ts";

const POLICY = {
  type: "TrustPolicy",
  name: "mine",
  title: "Mine",
  policyVersion: 2,
  rule: [{ effect: "deny", issuer: ["did:web:struck-off.example"] }],
};
const folder = mkdtempSync(join(tmpdir(), "policies-"));

function file(name: string, policy: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(policy));
  return path;
}

test("without a node, those that every node has are listed", async () => {
  const { code, out } = await mpli(["policies"]);
  expect(code).toBe(0);
  for (const name of ["open", "gaia-x", "eidas", "By default: open"]) expect(out).toContain(name);
});

test("a node is asked for its own", async () => {
  const node = await serveNode([]);
  const listed = await mpli(["policies", "--at", node.origin, "--json"]);
  await node.stop();
  expect([listed.code, JSON.parse(listed.out)]).toMatchObject([
    0,
    { default: "open", policy: [{ name: "open" }, {}, {}] },
  ]);
  const other = await serveStub((origin) =>
    Response.json({ type: "Node", endpoint: { policies: `${origin}/policies` } }),
  );
  const refused = await mpli(["policies", "--at", other.origin]);
  await other.stop();
  expect([refused.code, refused.err]).toEqual([
    2,
    expect.stringContaining("did not answer with a list of policies"),
  ]);
});

test("a policy that conforms is said to, and another is told how to mend it", async () => {
  const checked = await mpli(["policies", "check", "-"], JSON.stringify(POLICY));
  expect([checked.code, checked.err]).toEqual([0, ""]);
  expect(checked.out).toMatch(
    /^conforms {2}-: the policy mine, version 2, with 1 rule; digest [0-9a-f]{64}\n$/,
  );
  const bare = { ...POLICY, rule: { effect: "accept", issuer: "did:web:a.example" } };
  const refused = await mpli(["policies", "check", "-"], JSON.stringify(bare));
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("A rule accepts without saying whom or what.\n  lacks: credentialType");
});

test("an older version does not take the place of the one that is held", async () => {
  const held = file("held.json", { ...POLICY, policyVersion: 3 });
  const refused = await mpli(["policies", "check", file("new.json", POLICY), "--held", held]);
  expect([refused.code, refused.out.includes("held: 3\n  offered: 2")]).toEqual([1, true]);
  const newer = file("newer.json", { ...POLICY, policyVersion: 4 });
  expect((await mpli(["policies", "check", newer, "--held", held])).code).toBe(0);
});

test("what is written for a node can be read again", async () => {
  const { code, out } = await mpli(["policies", "check", "-", "--resolved"], JSON.stringify(POLICY));
  expect([code, JSON.parse(out)]).toMatchObject([0, { type: "TrustPolicy", name: "mine" }]);
  expect((await mpli(["policies", "check", "-"], out)).code).toBe(0);
});

const CONTEXT = "https://w3id.org/mpli/context/v1";
const manifest = (origin: string) =>
  JSON.stringify({
    "@context": CONTEXT,
    type: "Manifest",
    provider: { id: didOf(origin), type: "Provider", name: "Keeper" },
  });
const didOf = (origin: string) => `did:web:${encodeURIComponent(new URL(origin).host)}`;

// Each step is a process of its own.
describe("a policy that its keeper signs", { timeout: 60_000 }, () => {
  let [node, keeper, signed] = [{} as Served, "", ""];
  beforeAll(async () => {
    node = await serveNode([manifest], { now: () => new Date() });
    keeper = didOf(node.origin);
    signed = join(folder, "signed.jwt");
    const rule = [
      { effect: "accept", issuer: ["did:web:a.example"], credentialType: ["T"], scope: ["ISO27001"] },
      { effect: "deny", issuer: ["did:web:b.example"], validUntil: "2028-01-01T00:00:00Z" },
    ];
    const policy = file("keeper.json", { ...POLICY, name: "keeper", rule });
    const options = ["--at", node.origin, "--token", OPERATOR_TOKEN, "--out", signed];
    expect(await mpli(["policies", "sign", policy, ...options])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^signed keeper in urn:.*; digest [0-9a-f]{64}\n$/),
    });
  });
  afterAll(() => node.stop());

  test("is a policy for whoever names the keeper, and for nobody else", async () => {
    const sound = await mpli(["policies", "check", signed, "--issuer", keeper]);
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining("the policy keeper, version 2")]);
    const unnamed = await mpli(["policies", "check", signed]);
    expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining("--issuer DID")]);
    const other = await mpli(["policies", "check", signed, "--issuer", "did:web:other.example"]);
    expect([other.code, other.out]).toEqual([
      1,
      expect.stringContaining("Somebody else has signed the policy"),
    ]);
    const [header, , signature] = readFileSync(signed, "utf8").trim().split(".");
    const payload = Buffer.from(JSON.stringify({ issuer: keeper })).toString("base64url");
    const forged = await mpli(
      ["policies", "check", "-", "--issuer", keeper],
      `${header}.${payload}.${signature}`,
    );
    expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('["bad-signature"]')]);
    const bare = await mpli(["policies", "check", "-", "--issuer", keeper], JSON.stringify(POLICY));
    expect([bare.code, bare.out]).toEqual([1, expect.stringContaining("Nobody has signed the policy")]);
  });

  test("is installed with its digest, and never in place of a newer one", async () => {
    const out = join(folder, "installed.json");
    const args = ["policies", "install", signed, "--issuer", keeper, "--out", out];
    const wrong = await mpli([...args, "--digest", "0".repeat(64)]);
    expect([wrong.code, wrong.err, existsSync(out)]).toEqual([1, expect.stringContaining("found: "), false]);
    const [, digest = ""] = /found: ([0-9a-f]{64})/.exec(wrong.err) ?? [];
    expect(await mpli([...args, "--digest", digest])).toMatchObject({
      code: 0,
      err: `Set it at the node: npx wrangler secret put MPLI_TRUST_POLICY < ${out}\n`,
    });
    const { byDefault } = policiesOf(readFileSync(out, "utf8"));
    expect([byDefault.name, byDefault.rules.length]).toEqual(["keeper", 2]);
    expect((await mpli(args)).code).toBe(0);
    writeFileSync(out, readFileSync(out, "utf8").replace(/("policyVersion":\s*"?)2/, "$13"));
    const older = await mpli(args);
    expect([older.code, older.err]).toEqual([1, expect.stringContaining("held: 3\n  offered: 2")]);
  });

  test("is not signed where it is no policy, or its imports do not hold", async () => {
    const options = ["--at", node.origin, "--token", OPERATOR_TOKEN];
    const bare = file("bare.json", { ...POLICY, rule: { effect: "accept", issuer: "did:web:a.example" } });
    expect(await mpli(["policies", "sign", bare, ...options])).toMatchObject({ code: 1, out: "" });
    const imports = { policy: `${node.origin}/trust/policy/open`, digest: "0".repeat(64) };
    const leaning = await mpli([
      "policies",
      "sign",
      file("leaning.json", { ...POLICY, imports }),
      ...options,
    ]);
    expect([leaning.code, leaning.err]).toEqual([
      1,
      expect.stringContaining("is not the one that was meant"),
    ]);
  });
});

test("a policy is installed with what it imports, by the digest that a node lists", async () => {
  const node = await serveNode([]);
  const { out: listed } = await mpli(["policies", "--at", node.origin, "--json"]);
  const { digest } = (JSON.parse(listed) as { policy: { name: string; digest: string }[] }).policy.find(
    ({ name }) => name === "eidas",
  ) ?? { digest: "" };
  const imports = { policy: `${node.origin}/trust/policy/eidas`, digest };
  const out = join(folder, "installed-leaning.json");
  const installed = await mpli([
    "policies",
    "install",
    file("eu.json", { ...POLICY, imports }),
    "--out",
    out,
  ]);
  await node.stop();
  expect([installed.code, installed.out]).toEqual([0, expect.stringContaining("with 3 rules")]);
  expect(policiesOf(readFileSync(out, "utf8")).byDefault.rules).toHaveLength(3);
});

test("a policy with the name of one that every node has is not installed", async () => {
  const taken = file("taken.json", { ...POLICY, name: "open" });
  const refused = await mpli(["policies", "install", taken, "--out", join(folder, "taken-out.json")]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("Every node has a policy")]);
});

test.each([
  [["foo"], /knows no "foo"\. Say one of: list, check, sign, install\./],
  [["check"], /Name one file to check/],
  [["install", "a.json"], /--out installed\.json/],
  [["sign", "a.json"], /Name the node to ask/],
  [["list", "a.json"], /list takes no file/],
  [["check", "no-such-file.json"], /cannot be read: there is no such file/],
])("%j is wrong use", async (args, says) => {
  const { code, err } = await mpli(["policies", ...args]);
  expect([code, err]).toEqual([2, expect.stringMatching(says)]);
});
