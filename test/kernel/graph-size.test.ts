// What a document may cost by the number of what it says: counted while it is parsed, at every door alike.
import { describe, expect, it } from "vitest";
import { MOST_HASHES, MOST_VALUES } from "../../functions/compatibility/demand/read-demand.ts";
import { canonicalize } from "../../functions/kernel/digest.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import { parse } from "../../functions/kernel/syntax.ts";

const BASE = "https://cloud.example/demand";
const DEMAND_BYTES = 256 * 1024;
/** A quiet machine takes 300 at most, and a busy one three times as long. */
const CPU_MS = 900;

const read = (text: string, most: number, syntax: Syntax = "application/ld+json") =>
  parse(text, syntax, BASE, most);
const tooLarge = (limit: number) => ({ ok: false, refusal: { code: "graph-too-large", limit } });

describe("a document", () => {
  it.each([
    ["objects", '[{"@id":"urn:a","urn:p":[{"urn:q":[]}]}]', 6],
    ["texts, numbers, booleans and nulls", '{"urn:p":["a",1,true,null]}', 6],
    ["members of JSON that stays as it is", '{"urn:p":{"@type":"@json","@value":[1,2]}}', 6],
  ])("of as many values as are read is read, and one of more is not: %s", async (_, text, values) => {
    expect(await read(text, values)).toMatchObject({ ok: true });
    expect(await read(text, values - 1)).toEqual(tooLarge(values - 1));
  });

  it("that says more than it has values is refused for its statements", async () => {
    const text = '{"urn:p":{"@list":[1,2,3,4,5]}}';
    expect(await read(text, 11)).toMatchObject({ ok: true });
    expect(await read(text, 10)).toEqual(tooLarge(10));
  });

  it.each([
    ["text/turtle", "<urn:a> <urn:p> (1), []."],
    ["application/trig", "<urn:g> { <urn:a> <urn:p> 1, 2, [] } <urn:a> <urn:p> 1 ."],
    ["application/n-triples", '<urn:a> <urn:p> "x" .\n'.repeat(4)],
    ["application/n-quads", '<urn:a> <urn:p> "x" <urn:g> .\n'.repeat(4)],
  ] as [Syntax, string][])("in %s is counted by its statements, said twice or once", async (syntax, text) => {
    expect(await read(text, 4, syntax)).toMatchObject({ ok: true });
    expect(await read(text, 3, syntax)).toEqual(tooLarge(3));
  });

  it("that is much too large is refused long before its end", { timeout: 5000 }, async () => {
    const before = process.cpuUsage();
    expect(await read(`{"urn:p":[${"{},".repeat(5_000_000)}{}]}`, 1000)).toEqual(tooLarge(1000));
    expect(await read(`<urn:a> <urn:p> ${"[],".repeat(5_000_000)}[] .`, 1000, "text/turtle")).toEqual(
      tooLarge(1000),
    );
    expect(milliseconds(before)).toBeLessThan(CPU_MS);
  });
});

const milliseconds = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const nested = (open: string, close: string, core: string, depth: number) =>
  open.repeat(depth) + core + close.repeat(depth);

/** What one member of a document is, as small as it can be, and what stands around all of them. */
const SHAPES: Record<string, [member: (index: number) => string, around?: [string, string]]> = {
  "empty objects": [() => "{}"],
  "empty arrays": [() => "[]"],
  numbers: [String],
  "members of a list": [() => "{}", ['{"a:":{"@list":[', "]}}"]],
  "lists of lists": [() => nested('{"@list":[', "]}", "{}", 28)],
  "objects in objects": [() => nested('{"a:":', "}", "1", 58)],
  "arrays in objects": [() => nested('{"a:":[', "]}", "{}", 29)],
  sets: [() => nested('{"@set":', "}", "{}", 58)],
  "reverse properties": [() => nested('{"@reverse":{"a:":', "}}", "{}", 28)],
  graphs: [() => nested('{"a:":1,"@graph":', "}", '{"a:":1}', 56)],
  "included nodes": [() => nested('{"a:":1,"@included":', "}", '{"a:":1}', 56)],
  "nested properties": [(i) => `{"a:${i}":1}`, ['{"@nest":[', "]}"]],
  identifiers: [(i) => `{"@id":"${i}"}`],
  "values with types": [(i) => `{"@value":"${i}","@type":"a:"}`],
  "types that bring a context": [() => '{"type":"MatchReport"}'],
  "such types within each other": [() => nested('{"type":"MatchReport","a:":', "}", "1", 8)],
  "terms that bring a context": [() => '{"per":{}}'],
  "contexts in each node": [() => '{"@context":{},"a:":1}'],
  "contexts within contexts": [() => nested('{"@context":{},"a:":', "}", "1", 7)],
  "a map by index": [
    (i) => `"${i}":{}`,
    ['{"@context":{"l":{"@id":"a:","@container":"@index"}},"l":{', "}}"],
  ],
  "a map by identifier": [
    (i) => `"${i}":{}`,
    ['{"@context":{"l":{"@id":"a:","@container":"@id"}},"l":{', "}}"],
  ],
  "a map by type": [
    (i) => `"a:${i}":{}`,
    ['{"@context":{"l":{"@id":"a:","@container":"@type"}},"l":{', "}}"],
  ],
  "maps by language": [
    () => '{"l":{"en":""}}',
    ['{"@context":{"l":{"@id":"a:","@container":"@language"}},"@graph":[', "]}"],
  ],
  "a long vocabulary": [
    (i) => `{"${i}":1}`,
    [`{"@context":{"@vocab":"urn:${"x".repeat(240)}/"},"@graph":[`, "]}"],
  ],
  "a long base": [
    (i) => `{"@id":"../${i}","a:":1}`,
    [`{"@context":{"@base":"https://a.example/${"x/".repeat(12)}"},"@graph":[`, "]}"],
  ],
  "paths of dots": [() => `{"@id":"${"../".repeat(100)}","a:":1}`],
};
const IN_A_PROPERTY: [string, string] = ['{"@context":"https://w3id.org/mpli/context/v1","a:":[', "]}"];

/** The largest document of a shape that keeps both limits of a demand. */
async function largest(shape: string): Promise<string> {
  const [member, [open, close] = IN_A_PROPERTY] = SHAPES[shape] ?? [String];
  const make = (count: number) => open + Array.from({ length: count }, (_, i) => member(i)).join() + close;
  let count = Math.floor(DEMAND_BYTES / (member(10_000).length + 1));
  while (!(await read(make(count), MOST_VALUES)).ok) count = Math.floor(count * 0.85);
  expect(count).toBeGreaterThan(100);
  return make(count);
}

describe("the largest demand that is not too large costs little", () => {
  it.each(Object.keys(SHAPES))("to read and to name: %s", { timeout: 60_000 }, async (shape) => {
    const text = await largest(shape);
    const before = process.cpuUsage();
    const graph = await read(text, MOST_VALUES);
    if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
    await canonicalize(graph.value, MOST_HASHES);
    expect(milliseconds(before)).toBeLessThan(CPU_MS);
  });
});
