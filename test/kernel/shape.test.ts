// Shapes on hostile graphs: what is told is short, true, the same each time, and told soon.
import { describe, expect, it } from "vitest";
import { MAX_VIOLATIONS, checkShapes } from "../../functions/kernel/shape.ts";
import { parse } from "../../functions/kernel/syntax.ts";

const PREFIXES = `@prefix mpli: <https://w3id.org/mpli/ns#> . @prefix schema: <http://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`;
const MANIFEST = "</manifest> a mpli:Manifest ; mpli:provider <did:web:cloud.example> .";

async function violationsOf(turtle: string) {
  const graph = await parse(PREFIXES + turtle, "application/trig", "https://cloud.example/");
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  return checkShapes(graph.value, "manifest");
}

describe("a graph", () => {
  it("that says nothing of ours conforms, and so does the smallest manifest", async () => {
    expect(await violationsOf("<a> <p> <b> .")).toEqual([]);
    expect(await violationsOf(MANIFEST)).toEqual([]);
  });

  it("that breaks a shape is told where, what and how to mend it", async () => {
    expect(
      await violationsOf(
        `${MANIFEST} </o> a mpli:Offer ; mpli:serviceClass mpli:Cache ; mpli:vcpus "four" .`,
      ),
    ).toEqual([
      {
        focus: "https://cloud.example/o",
        path: "https://w3id.org/mpli/ns#vcpus",
        value: "four",
        message: expect.stringContaining("whole number"),
        shape: "https://w3id.org/mpli/shapes#vcpus",
      },
    ]);
  });

  it("is checked in its named graphs as well", async () => {
    expect(await violationsOf(`${MANIFEST} <g> { </o> mpli:vcpus "four" }`)).toHaveLength(1);
  });
});

describe("a report", () => {
  it("names the nearest node with a name, or none where blank nodes go in circles", async () => {
    const [named] = await violationsOf(`${MANIFEST} </o> <p> [ <q> [ mpli:vcpus "four" ] ] .`);
    expect(named).toMatchObject({
      focus: "https://cloud.example/o",
      path: "https://cloud.example/p/https://cloud.example/q/https://w3id.org/mpli/ns#vcpus",
    });
    const [circle] = await violationsOf(`${MANIFEST} _:a <p> _:b . _:b <p> _:a ; mpli:vcpus "four" .`);
    expect(circle).toMatchObject({ focus: "_:", path: "https://w3id.org/mpli/ns#vcpus" });
  });

  it("ends soon, and its values are short", async () => {
    const long = "x".repeat(100_000);
    const offers = Array.from({ length: 500 }, (_, i) => `</o${i}> mpli:vcpus "${long.slice(0, 300)}${i}" .`);
    const violations = await violationsOf(`${MANIFEST} ${offers.join("\n")}`);
    expect(violations).toHaveLength(MAX_VIOLATIONS);
    for (const { value } of violations) expect(value).toHaveLength(201);
  });

  it("is the same for the same graph, also when several are checked at once", async () => {
    const bad = `${MANIFEST} </o> mpli:vcpus "four", "five" ; mpli:memory "much" .`;
    const [first, good, second] = await Promise.all([
      violationsOf(bad),
      violationsOf(MANIFEST),
      violationsOf(bad),
    ]);
    expect(first).toHaveLength(3);
    expect(second).toEqual(first);
    expect(good).toEqual([]);
  });
});

describe("a check", () => {
  it.each([
    [
      "regions within each other",
      "</a> a mpli:Region ; mpli:within </b> . </b> a mpli:Region ; mpli:within </a>, </b> .",
    ],
    [
      "a chain of 5,000 nodes",
      Array.from({ length: 5000 }, (_, i) => `_:b${i} mpli:price _:b${i + 1} .`).join("\n"),
    ],
    [
      "5,000 values of one property",
      `</o> mpli:vcpus ${Array.from({ length: 5000 }, (_, i) => i).join(", ")} .`,
    ],
    ["a text of a million characters", `</o> mpli:cpuModel "${"0".repeat(1_000_000)}" .`],
    [
      "a quantity of a million digits",
      `</o> mpli:memory "${"0".repeat(1_000_000)} x"^^<https://w3id.org/cdt/ucum> .`,
    ],
  ])("ends soon on %s", async (_, turtle) => {
    const before = performance.now();
    expect((await violationsOf(MANIFEST + turtle)).length).toBeLessThanOrEqual(MAX_VIOLATIONS);
    expect(performance.now() - before).toBeLessThan(4000);
  });
});
