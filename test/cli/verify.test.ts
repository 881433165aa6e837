// `mpli match --verify`: a report is computed again from the manifests that it names, and holds or does not.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mpli } from "./mpli.ts";
import { type Served, serveNode } from "./serve.ts";

const CONTEXT = "https://w3id.org/mpli/context/v1";

const manifest = (origin: string) =>
  JSON.stringify({
    "@context": CONTEXT,
    type: "Manifest",
    provider: { id: `did:web:${encodeURIComponent(new URL(origin).host)}`, type: "Provider", name: "North" },
    place: [{ id: "regions/ams", type: "Region", within: "NL" }],
    offer: Array.from({ length: 300 }, (_, index) => ({
      id: `offers/vm-${index}`,
      class: "VirtualMachine",
      region: "regions/ams",
      memory: `${index + 1} GiBy`,
      price: [{ amount: index + 1, currency: "EUR", per: "month" }],
    })),
  });
const demand = (atLeast: string, evidence?: string) =>
  JSON.stringify({
    "@context": CONTEXT,
    type: "Demand",
    currency: "EUR",
    component: [
      {
        name: "box",
        class: "VirtualMachine",
        must: [{ on: "memory", atLeast, ...(evidence ? { evidence } : {}) }],
      },
    ],
  });

let node: Served;
let folder: string;
let [asked, report] = ["", ""];

beforeAll(async () => {
  node = await serveNode([manifest]);
  folder = await mkdtemp(join(tmpdir(), "mpli-verify-"));
  asked = join(folder, "demand.jsonld");
  report = join(folder, "report.json");
  await writeFile(asked, demand("64 GiBy"));
  const { out } = await mpli(["match", asked, "--at", node.origin, "--json"]);
  await writeFile(report, out);
});
afterAll(async () => {
  await node.stop();
  await rm(folder, { recursive: true });
});

const verify = (...args: readonly string[]) => mpli(["match", ...args]);

test("a report that nobody touched holds, computed again from the provider's pages", async () => {
  const { code, out } = await verify(asked, "--verify", report);
  expect(out).toMatch(/^The report holds: computed again from 1 manifests?, \d+ bytes alike\.\n$/);
  expect(code).toBe(0);
});

test("a report with another price does not hold, and where it differs is said", async () => {
  const touched = join(folder, "touched.json");
  await writeFile(touched, (await readFile(report, "utf8")).replace('"monthly": 64', '"monthly": 63'));
  const { code, out } = await verify(asked, "--verify", touched);
  expect(code).toBe(1);
  expect(out).toContain("first at report.component.0.results.0.price.monthly");
});

test("a report on another demand does not hold", async () => {
  const other = join(folder, "other.jsonld");
  await writeFile(other, demand("65 GiBy"));
  expect(await verify(other, "--verify", report)).toMatchObject({
    code: 1,
    out: "The report is about another demand than this one.\n",
  });
});

test("a file that is no report is told apart, with how to get one", async () => {
  const { code, err } = await verify(asked, "--verify", asked);
  expect(code).toBe(2);
  expect(err).toContain("Save one with: mpli match DEMAND --at URL --json");
});

test("offers that fall short say what would let them in", async () => {
  await writeFile(join(folder, "large.jsonld"), demand("400 GiBy"));
  const { out } = await verify(join(folder, "large.jsonld"), "--at", node.origin, "--limit", "1");
  expect(out).toContain("→ Compatible with memory at least 1 GiBy instead of at least 400 GiBy.");
  expect(out).toContain(
    "What would change that, the least first:\n  Compatible with memory at least 300 GiBy instead of at least 400 GiBy. (1 offer)",
  );
});

test("with --explain each requirement shows its reason and statements, and each price what it is made of", async () => {
  const { out } = await verify(asked, "--at", node.origin, "--limit", "1", "--explain");
  expect(out).toContain("✓ must: memory is 64 GiBy; asked: at least 64 GiBy. (met)");
  expect(out).toContain(`${node.origin}/offers/vm-63 memory 64 GiBy`);
  expect(out).toContain("64 EUR by month × 1 = 64.00 EUR");
});

describe("a report on a demand that asks for evidence", () => {
  const reportBy = async (of: Served) => {
    const [file, saved] = [join(folder, "declared.jsonld"), join(folder, "declared.json")];
    await writeFile(file, demand("64 GiBy", "declared"));
    const { out } = await verify(file, "--at", of.origin, "--json");
    await writeFile(saved, out);
    return { file, saved, out };
  };

  test("holds where the manifest is signed, computed again with the signature", async () => {
    const signed = await serveNode([manifest], { evidence: true });
    const { file, saved, out } = await reportBy(signed);
    const { component, credentials } = JSON.parse(out);
    expect(component[0].results[0].requirements[0]).toMatchObject({
      reason: "met",
      evidence: [{ party: "declared", credential: credentials[0] }],
    });
    expect(await verify(file, "--verify", saved)).toMatchObject({ code: 0 });
    const touched = out.replaceAll('"party": "declared"', '"party": "attested"');
    expect(touched).not.toBe(out);
    await writeFile(saved, touched);
    expect(await verify(file, "--verify", saved)).toMatchObject({ code: 1 });
    await signed.stop();
  });

  test("holds where it was made without looking at credentials", async () => {
    const { file, saved, out } = await reportBy(node);
    expect(out).toContain("evidence-not-checked");
    expect(await verify(file, "--verify", saved)).toMatchObject({ code: 0 });
  });
});
