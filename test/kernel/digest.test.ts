// The digest names what a graph says, not how it was written; graphs that would cost too much to name are refused.
import { describe, expect, it } from "vitest";
import { canonicalize, sha256Hex } from "../../functions/kernel/digest.ts";
import { Store, rdf } from "../../functions/kernel/graph.ts";
import { parse } from "../../functions/kernel/syntax.ts";

const { blankNode, literal, namedNode, quad } = rdf;

async function nameOf(trig: string) {
  const graph = await parse(trig, "application/trig", "https://cloud.example/");
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  const result = await canonicalize(graph.value);
  return result.ok ? result.value.digest : result.refusal.code;
}

describe("the digest", () => {
  it("is the SHA-256 of the canonical form", async () => {
    expect(await nameOf("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256Hex("é😀")).toBe(await nameOfBytes("é😀"));
  });

  it("is the same for other labels, another order, and statements said twice", async () => {
    const digest = await nameOf("<a> <p> [ <q> 1 ], [ <q> 2 ] .");
    expect(await nameOf("_:y <q> 2 . _:x <q> 1 . <a> <p> _:x, _:y, _:x .")).toBe(digest);
  });

  it("does not take a canonical label at its word", async () => {
    const graph = (label: string) => new Store([quad(blankNode(label), namedNode("urn:p"), literal("x"))]);
    const results = await Promise.all(
      ["x", "c14n0", "c14n7", "_c14n7"].map((label) => canonicalize(graph(label))),
    );
    for (const result of results) expect(result).toEqual(results[0]);
    const both = new Store([...graph("c14n1"), ...graph("_c14n1")]);
    expect(both.size).toBe(2);
    expect(await canonicalize(both)).toEqual(await canonicalize(new Store([...graph("x"), ...graph("y")])));
  });

  it("is another for another value, datatype, language or graph", async () => {
    const names = await Promise.all(
      [
        '<a> <p> "1" .',
        "<a> <p> 1 .",
        "<a> <p> 1.0 .",
        '<a> <p> "1"@en .',
        '<a> <p> "1"@fr .',
        '<g> { <a> <p> "1" }',
      ].map(nameOf),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

async function nameOfBytes(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("blank nodes that are alike", () => {
  const many = (n: number, line: (index: number) => string) =>
    Array.from({ length: n }, (_, i) => line(i)).join("\n");

  it.each([
    [
      "5,000 equal prices of different offers",
      many(5000, (i) => `<o${i}> <price> [ <amount> 1 ; <tier> [ <from> 1 ], [ <from> 2 ] ] .`),
    ],
    ["1,000 equal nodes of one subject", many(1000, () => "<o> <price> [ <amount> 1 ] .")],
    ["a list of 50 equal members", `<a> <p> (${"1 ".repeat(50)}) .`],
    ["a list of 2,000 different members", `<a> <p> (${many(2000, String)}) .`],
    ["a circle of 20", many(20, (i) => `_:b${i} <p> _:b${(i + 1) % 20} .`)],
  ])("are told apart where that is cheap: %s", async (_, trig) => {
    expect(await nameOf(trig)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["a list of 1,000 equal members", `<a> <p> (${"1 ".repeat(1000)}) .`],
    ["a list of 20,000 equal members", `<a> <p> (${"1 ".repeat(20_000)}) .`],
    ["a chain of 2,000", many(2000, (i) => `_:b${i} <p> _:b${i + 1} .`)],
    ["a circle of 500", many(500, (i) => `_:b${i} <p> _:b${(i + 1) % 500} .`)],
    ["all of 30 knowing each other", many(900, (i) => `_:b${i % 30} <p> _:b${Math.floor(i / 30)} .`)],
    [
      "a grid of 20 by 20",
      many(400, (i) => `_:b${i} <r> _:b${i - (i % 20) + ((i + 1) % 20)} ; <d> _:b${(i + 20) % 400} .`),
    ],
  ])("are refused soon where it is not: %s", async (_, trig) => {
    const before = performance.now();
    expect(await nameOf(trig)).toBe("poison-graph");
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
