// `mpli match` and `mpli show` against a node over HTTP, and against a stub for what no node of ours answers.
import { afterAll, beforeAll, expect, test } from "vitest";
import { mpli } from "./mpli.ts";
import { type Served, serveNode, serveStub } from "./serve.ts";

const CONTEXT = "https://w3id.org/mpli/context/v1";
const EVIL = "Cloud\u001b[2J\u202e Example";

const manifest = (origin: string) =>
  JSON.stringify({
    "@context": CONTEXT,
    type: "Manifest",
    attribution: "Made up for a test.",
    provider: {
      id: `did:web:${encodeURIComponent(new URL(origin).host)}`,
      type: "Provider",
      name: EVIL,
      country: "NL",
      certification: { scheme: "ISO27001" },
    },
    place: [{ id: "regions/ams", type: "Region", name: "Amsterdam", within: "NL" }],
    offer: [
      vm("small", { memory: "16 GiBy", price: [price(0.1)] }),
      vm("large", { memory: "32 GiBy", price: [price(0.25)] }),
      vm("huge", { memory: "64 GiBy", status: "retired", price: [price(0.5)] }),
      vm("secret", {}),
      // More offers than one page holds, so that a reader has pages to put together.
      ...Array.from({ length: 300 }, (_, index) => ({
        id: `offers/lb-${index}`,
        class: "LoadBalancer",
        price: [price(index)],
      })),
    ],
  });
const vm = (name: string, facts: object) => ({
  id: `offers/${name}`,
  class: "VirtualMachine",
  name,
  region: "regions/ams",
  ...facts,
});
const price = (amount: number) => ({ amount, currency: "EUR", per: "hour" });
const demand = JSON.stringify({
  "@context": CONTEXT,
  type: "Demand",
  currency: "EUR",
  component: [
    {
      name: "box",
      class: "VirtualMachine",
      must: [
        { on: "memory", atLeast: "32 GiBy" },
        { on: "region", within: "EU" },
      ],
    },
  ],
});

let node: Served;
beforeAll(async () => {
  node = await serveNode([manifest]);
});
afterAll(() => node.stop());
const match = (text: string, ...more: readonly string[]) =>
  mpli(["match", "-", "--at", node.origin, ...more], text);

test("what fits stands first, with provider, offer, price and address; what does not says why", async () => {
  const { code, out, err } = await match(demand);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("box: VirtualMachine: 4 offers, 1 compatible, 1 undetermined, 2 incompatible");
  const lines = out.split("\n").map((line) => line.trim().replace(/ {2,}/g, "  "));
  const row = (name: string) => lines.findIndex((line) => line.includes(`  ${name}  `));
  expect(lines[row("large")]).toBe(
    `compatible  Cloud [2J Example  large  182.50 EUR  ${node.origin}/offers/large`,
  );
  expect(row("large")).toBeLessThan(row("secret"));
  expect(row("secret")).toBeLessThan(row("small"));
  expect(lines[row("secret") + 1]).toMatch(/^\? memory is not stated/);
  expect(lines[row("small") + 1]).toMatch(/^✗ memory is 16 GiBy/);
  expect(lines[row("huge") + 1]).toMatch(/^✗ .*retired/);
});

test("a histogram says how many offers each requirement costs", async () => {
  const { out } = await match(demand);
  expect(out).toContain("1 of 4 fail memory ≥ 32 GiBy");
  expect(out).toContain("1 of 4 leave open: memory ≥ 32 GiBy (1 not stated)");
  expect(out).toContain("1 of 4 fail status");
});

test("only as many offers are shown as asked for, and the rest is counted", async () => {
  const { out } = await match(demand, "--limit", "1");
  expect(out).toContain("… and 3 more (--limit shows more)");
  expect(out).not.toContain("offers/small");
});

test("a pipe gets no colours, and names of strangers no control characters", async () => {
  const { out } = await match(demand);
  expect(Array.from(out).filter((character) => /\p{C}/u.test(character) && character !== "\n")).toEqual([]);
});

test("as JSON, the report is the node's own", async () => {
  const { code, out } = await match(demand, "--json");
  const headers = { "Content-Type": "application/ld+json" };
  const answer = await fetch(`${node.origin}/matches?limit=10`, { method: "POST", headers, body: demand });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(await answer.json());
});

test("a demand that the node refuses ends with its reason and how to mend it", async () => {
  const { code, err } = await match(demand.replace("memory", "memmory"));
  expect(code).toBe(1);
  expect(err).toContain("A requirement is on a property that offers do not have.");
  expect(err).toContain("Use a property of the vocabulary in `on`.");
});

test("a provider sees what its manifest lacks, the most decisive first, with advice", async () => {
  const { code, out } = await match(demand, "--lacks");
  expect(code).toBe(0);
  expect(out).toContain("box: VirtualMachine: 1 of 4 offers compatible");
  expect(out).toContain("memory ≥ 32 GiBy: 2 offers, 2 by this alone");
  expect(out).toContain("1 not-stated: State the fact in the manifest.");
  expect(out.indexOf("memory ≥ 32 GiBy")).toBeLessThan(out.indexOf("status: 1 offer"));
  expect(out).toMatch(/The nearest offers:\n {2}secret {2}.*\/offers\/secret\n {4}\? memory is not stated/);
});

test("and next to the whole market, whose offer comes first", async () => {
  const did = `did:web:${encodeURIComponent(new URL(node.origin).host)}`;
  const { out } = await match(demand, "--lacks", "--provider", did);
  expect(out).toContain("The market's first is yours: large, 182.50 EUR a month.");
  const nothing = await match(demand.replace('"VirtualMachine"', '"GraphDatabase"'), "--lacks");
  expect(nothing.out).toContain("The manifest has no offer of this class.");
});

test("a provider that the node does not know is refused", async () => {
  const { code, err } = await match(demand, "--provider", "did:web:nobody.example");
  expect(code).toBe(1);
  expect(err).toContain("The market has no such provider.");
});

test("a limit that no node takes is not sent", async () => {
  for (const limit of ["0", "1001", "ten"])
    expect(await match(demand, "--limit", limit)).toMatchObject({ code: 2 });
});

test("where nothing answers, that is said, with what to do", async () => {
  const { code, err } = await mpli(["match", "-", "--at", "http://127.0.0.1:9"], demand);
  expect(code).toBe(2);
  expect(err).toContain("Nothing answers at http://127.0.0.1:9/.well-known/mpli");
  expect(err).toContain("npm start");
});

test("an address without a scheme is refused with an example", async () => {
  const { code, err } = await mpli(["match", "-", "--at", "localhost:8787"], demand);
  expect(code).toBe(2);
  expect(err).toContain("http://localhost:8787");
});

test("a server that is no node, and a node that does not match, are told apart", async () => {
  const page = await serveStub(() => Response.json({ hello: "world" }));
  const mute = await serveStub(() =>
    Response.json({ type: "Node", endpoint: { manifest: "https://a.example/manifest" } }),
  );
  try {
    const first = await mpli(["match", "-", "--at", page.origin], demand);
    expect(first).toMatchObject({ code: 2, err: expect.stringContaining("is no node document") });
    const second = await mpli(["match", "-", "--at", mute.origin], demand);
    expect(second).toMatchObject({
      code: 1,
      err: expect.stringContaining('no endpoint "matches"; it has: manifest'),
    });
  } finally {
    await Promise.all([page.stop(), mute.stop()]);
  }
});

test("a node is shown with its manifest in numbers, every page of it read", async () => {
  const { code, out, err } = await mpli(["show", node.origin]);
  expect([code, err]).toEqual([0, ""]);
  const lines = out.split("\n").map((line) => line.trim().replace(/ {2,}/g, "  "));
  expect(lines).toContain("roles  provider");
  expect(
    lines.some((line) => line.endsWith("304 offers in 1 region (established in NL; states ISO27001)")),
  ).toBe(true);
  expect(lines).toContain("LoadBalancer  300  not stated  0  299  EUR / hour");
  expect(lines).toContain("VirtualMachine  4  1  0.1  0.5  EUR / hour");
  expect(lines).toContain("Regions: Amsterdam");
  expect(lines).toContain("Made up for a test.");
});

test("as JSON, the node document and the summary are shown", async () => {
  const { out } = await mpli(["show", node.origin, "--json"]);
  expect(JSON.parse(out)).toMatchObject({
    node: { type: "Node", role: ["provider"] },
    manifest: {
      offers: 304,
      classes: [
        { name: "LoadBalancer", offers: 300 },
        { name: "VirtualMachine", offers: 4 },
      ],
    },
  });
});

test("a catalogue is shown with the providers registered there", async () => {
  const provider = [
    { id: "did:web:a.example", name: "A", node: "https://a.example", state: "fresh", offers: 1200 },
  ];
  const stub = await serveStub((origin, path) =>
    Response.json(
      path === "/providers"
        ? { provider }
        : { type: "Node", role: ["catalogue"], endpoint: { providers: `${origin}/providers` } },
    ),
  );
  try {
    const { out } = await mpli(["show", stub.origin]);
    expect(out.replace(/ {2,}/g, "  ")).toContain("A  1,200  fresh  https://a.example");
  } finally {
    await stub.stop();
  }
});
