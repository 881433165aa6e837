// `mpli check`: what it says of documents that conform and of those that do not.
import { expect, test } from "vitest";
import { mpli } from "./mpli.ts";

const CONTEXT = "https://w3id.org/mpli/context/v1";
const offer = { id: "/offers/a", class: "VirtualMachine", memory: "16 GiBy" };
const manifest = (...offers: readonly object[]) =>
  JSON.stringify({ "@context": CONTEXT, type: "Manifest", provider: "did:web:cloud.example", offer: offers });
const demand = (...must: readonly object[]) =>
  JSON.stringify({ "@context": CONTEXT, type: "Demand", component: [{ class: "VirtualMachine", must }] });
const check = (text: string, ...more: readonly string[]) => mpli(["check", "-", ...more], text);

test("a manifest that conforms is said to, with its provider and number of offers", async () => {
  const { code, out, err } = await check(manifest(offer));
  expect(out).toBe("conforms  standard input: a manifest of did:web:cloud.example with 1 offer\n");
  expect([code, err]).toEqual([0, ""]);
});

test("each violation is one line: where, what stands there, what was expected", async () => {
  const { code, out } = await check(manifest({ ...offer, memory: "16 GB", vcpus: "many" }));
  expect(code).toBe(1);
  const lines = out.trim().split("\n");
  expect(lines[0]).toBe("standard input: 2 violations");
  expect(lines.slice(1).sort()).toEqual([
    '  offers/a: memory is "16 GB". An amount of memory is a number, a space and a unit: write, for example, 16 GiBy.',
    expect.stringMatching(/^ {2}offers\/a: vcpus is "many"\. A number of virtual CPUs is a whole number/),
  ]);
});

test("as JSON, the outcome carries code, violations and how to mend them", async () => {
  const refused = await check(manifest({ ...offer, memory: "16 GB" }), "--json");
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({
    file: "standard input",
    kind: "manifest",
    conforms: false,
    code: "shape-violation",
    violations: [{ path: "https://w3id.org/mpli/ns#memory", value: "16 GB" }],
    mend: expect.any(String),
  });
  expect(JSON.parse((await check(manifest(offer), "--json")).out)).toEqual({
    file: "standard input",
    kind: "manifest",
    conforms: true,
  });
});

test("offers with addresses of their own must be at the provider's origin", async () => {
  expect(await check(manifest({ ...offer, id: "https://cloud.example/offers/a" }))).toMatchObject({
    code: 0,
  });
  const { code, out } = await check(manifest({ ...offer, id: "https://other.example/offers/a" }));
  expect(code).toBe(1);
  expect(out).toContain("An offer belongs to another origin.\n  offer: https://other.example/offers/a");
  const elsewhere = await check(
    manifest({ ...offer, id: "https://other.example/offers/a" }),
    "--base",
    "https://other.example/manifest",
  );
  expect(elsewhere).toMatchObject({ code: 0 });
});

test("Turtle is read as well as JSON-LD", async () => {
  const turtle = `<https://cloud.example/manifest> a <https://w3id.org/mpli/ns#Manifest> ;
    <https://w3id.org/mpli/ns#provider> <did:web:cloud.example> .`;
  expect(await check(turtle)).toMatchObject({ code: 0, out: expect.stringContaining("with 0 offers") });
});

test("a word that the context does not define is named", async () => {
  const { code, out } = await check(manifest({ ...offer, memmory: "16 GiBy" }));
  expect(code).toBe(1);
  expect(out).toContain("memmory");
});

test("a demand that conforms is said to; one that misspells a property is not", async () => {
  const good = await check(demand({ on: "memory", atLeast: "16 GiBy" }));
  expect(good).toMatchObject({ code: 0, out: "conforms  standard input: a demand for 1 component\n" });
  const bad = await check(demand({ on: "memmory", atLeast: "16 GiBy" }));
  expect(bad.code).toBe(1);
  expect(bad.out).toContain("A requirement is on a property that offers do not have.");
  expect(bad.out).toContain("Use a property of the vocabulary in `on`.");
});

test("a bound in the wrong unit is refused, with what was expected", async () => {
  const { code, out } = await check(demand({ on: "memory", atLeast: "16 s" }));
  expect(code).toBe(1);
  expect(out).toContain("16 s");
});

test("a graph that is neither manifest nor demand is refused with how to mend it", async () => {
  const { code, err } = await check(
    JSON.stringify({ "@context": CONTEXT, id: "https://a.example/", name: "A" }),
  );
  expect(code).toBe(1);
  expect(err).toContain("Give one node the type Manifest or Demand.");
});

test("a file that is not there cannot be checked", async () => {
  const { code, err } = await mpli(["check", "no-such-file.jsonld"]);
  expect(code).toBe(2);
  expect(err).toBe(
    "no-such-file.jsonld cannot be read: there is no such file. Give the path of a file, or - for standard input.\n",
  );
});
