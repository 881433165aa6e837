// What an order may set: read from plain configuration, and every value held to it.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type Parameter,
  checkValues,
  readParameters,
} from "../../../functions/delivery/agreement/parameters.ts";
import { mpli, sh } from "../../../functions/kernel/generated/vocabulary.ts";
import { objects, rdf } from "../../../functions/kernel/graph.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import { parse, serialize } from "../../../functions/kernel/syntax.ts";
import { graphOfJson } from "../../schemas/documents.ts";

const VOLUME = {
  id: "/offers/volume-s",
  delivery: {
    by: "ansible",
    binding: "ansible:volume",
    parameter: [
      {
        name: "name",
        datatype: "string",
        required: true,
        matches: "^[a-z][a-z0-9-]{0,30}$",
        description: "Of the volume.",
      },
      { name: "size", datatype: "ucum", unit: "GiBy", required: true, atLeast: "1 GiBy", atMost: "100 GiBy" },
      { name: "copies", datatype: "integer", atLeast: 1, atMost: 3, default: 2 },
      { name: "ratio", datatype: "decimal", atLeast: 0.1, default: 0.5 },
      { name: "encrypted", datatype: "boolean", default: true },
      { name: "class", datatype: "string", isOneOf: ["fast", "cheap"] },
    ],
  },
};

async function parametersOf(document: object) {
  const graph = await graphOfJson(document);
  const [binding] = graph.getObjects(null, mpli.delivery, null);
  if (!binding) throw new Error("no binding");
  return readParameters(graph, binding);
}

const parameters = await parametersOf(VOLUME);
const GOOD = { name: "data1", size: "1 GiBy" };
const check = (given: Record<string, Json>, by = parameters) =>
  checkValues(given, { parameters: by, isDescribedElsewhere: false });
const problems = (given: Record<string, Json>, by = parameters) => {
  const found = check(given, by);
  return found.ok ? [] : found.refusal.faults.map(({ pointer, problem }) => `${pointer} ${problem}`);
};

describe("parameters in plain configuration", () => {
  it("are properties of SHACL underneath", async () => {
    const graph = await graphOfJson(VOLUME);
    const [size] = graph.getSubjects(sh.name, rdf.literal("size"), null);
    expect(objects(graph, size ?? rdf.blankNode(), sh.minInclusive).map(({ value }) => value)).toEqual([
      "1 GiBy",
    ]);
  });

  it("are data that a form can be drawn from", () => {
    expect(parameters.map((one) => (one === "unreadable" ? one : one.name))).toEqual(
      "class copies encrypted name ratio size".split(" "),
    );
    expect(parameters[5]).toEqual({
      name: "size",
      datatype: "ucum",
      unit: "GiBy",
      required: true,
      atLeast: "1 GiBy",
      atMost: "100 GiBy",
    });
    expect(parameters[3]).toMatchObject({ description: "Of the volume.", matches: "^[a-z][a-z0-9-]{0,30}$" });
  });

  it("come back from every syntax as they went in", async () => {
    const graph = await graphOfJson(VOLUME);
    for (const syntax of ["application/ld+json", "text/turtle", "application/n-quads"] as const) {
      const text = await serialize(graph, syntax);
      const again = text.ok ? await parse(text.value, syntax, "https://cloud.example/manifest") : text;
      if (!again.ok) throw new Error(JSON.stringify(again.refusal));
      const [binding] = again.value.getObjects(null, mpli.delivery, null);
      expect(readParameters(again.value, binding ?? rdf.blankNode())).toEqual(parameters);
    }
    const json = await serialize(graph, "application/ld+json");
    expect(json.ok && JSON.parse(json.value)).toMatchObject({
      delivery: {
        parameter: expect.arrayContaining([
          expect.objectContaining({ name: "copies", default: { type: "xsd:integer", "@value": "2" } }),
        ]),
      },
    });
  });

  it("that say a thing twice are not read, and let nothing pass", async () => {
    const twice = await parametersOf({
      id: "/offers/a",
      delivery: { by: "ansible", parameter: { name: "size", datatype: "integer", atMost: [1, 2] } },
    });
    expect(twice).toEqual(["unreadable"]);
    expect(problems({}, twice)).toEqual(["/parameters unreadable"]);
  });
});

describe("values", () => {
  it("that fit are kept, and defaults are filled in", () => {
    expect(check(GOOD)).toEqual({
      ok: true,
      value: { ...GOOD, copies: 2, ratio: 0.5, encrypted: true },
    });
    expect(check({ ...GOOD, copies: 3, class: "fast", encrypted: false, ratio: 0.1 })).toMatchObject({
      ok: true,
    });
  });

  test.each<[string, Record<string, Json>]>([
    ["/parameters/name required", { size: "1 GiBy" }],
    ["/parameters/name datatype", { ...GOOD, name: 7 }],
    ["/parameters/name no-match", { ...GOOD, name: "Data 1" }],
    ["/parameters/name datatype", { ...GOOD, name: "a".repeat(5000) }],
    ["/parameters/size datatype", { ...GOOD, size: 1 }],
    ["/parameters/size datatype", { ...GOOD, size: "1" }],
    ["/parameters/size datatype", { ...GOOD, size: "1 GHz" }],
    ["/parameters/size below", { ...GOOD, size: "1 GBy" }],
    ["/parameters/size above", { ...GOOD, size: "102401 MiBy" }],
    ["/parameters/copies below", { ...GOOD, copies: 0 }],
    ["/parameters/copies above", { ...GOOD, copies: 4 }],
    ["/parameters/copies datatype", { ...GOOD, copies: 1.5 }],
    ["/parameters/copies datatype", { ...GOOD, copies: "2" }],
    ["/parameters/ratio below", { ...GOOD, ratio: "0.0999999999999999999999" }],
    ["/parameters/ratio datatype", { ...GOOD, ratio: "half" }],
    ["/parameters/encrypted datatype", { ...GOOD, encrypted: "true" }],
    ["/parameters/class not-one-of", { ...GOOD, class: "slow" }],
    ["/parameters/class datatype", { ...GOOD, class: null }],
    ["/parameters/colour unknown", { ...GOOD, colour: "red" }],
    ["/parameters/constructor unknown", { ...GOOD, constructor: "red" }],
    ["/parameters/a~1b unknown", { ...GOOD, "a/b": 1 }],
  ])("are refused with a pointer: %s", (expected, given) => {
    expect(problems(given)).toEqual([expected]);
  });

  it("are compared exactly, whatever unit they are in", () => {
    expect(problems({ ...GOOD, size: "102400 MiBy" })).toEqual([]);
    expect(problems({ ...GOOD, size: "100.000000001 GiBy" })).toEqual(["/parameters/size above"]);
    expect(problems({ ...GOOD, ratio: "0.1000000000000000000000" })).toEqual([]);
  });

  it("are told all at once", () => {
    expect(problems({ size: "0 By", copies: 9, x: 1 })).toEqual([
      "/parameters/copies above",
      "/parameters/name required",
      "/parameters/size below",
      "/parameters/x unknown",
    ]);
  });
});

describe("a parameter whose bounds nobody can read", () => {
  const one = (more: Partial<Parameter>): Parameter[] => [
    { name: "a", datatype: "string", required: false, ...more },
  ];

  test.each<[string, Partial<Parameter>, Json]>([
    ["a pattern that could stall the node", { matches: "(?=a)a" }, "a"],
    ["an order of text", { atLeast: "a" }, "b"],
    ["a number that is none", { datatype: "integer", atMost: "many" }, 1],
    ["quantities of two dimensions", { datatype: "ucum", unit: "By", atMost: "1 s" }, "1 By"],
  ])("lets nothing pass: %s", (_, more, value) => {
    expect(problems({ a: value }, one(more))).toEqual(["/parameters/a unreadable"]);
    expect(problems({}, one(more))).toEqual([]);
  });

  it("lets not even its own default pass", () => {
    expect(problems({}, one({ datatype: "integer", atMost: "3", default: "4" }))).toEqual([
      "/parameters/a above",
    ]);
    expect(problems({}, one({ datatype: "boolean", default: "maybe" }))).toEqual(["/parameters/a datatype"]);
  });

  it("is one of two by the same name", () => {
    expect(problems({ a: "x" }, [...one({}), ...one({})])).toContain("/parameters/a unreadable");
  });
});

test("an integer passes exactly where it is within its bounds", () => {
  const bound = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(bound, bound, bound, (atLeast, atMost, value) => {
      const [only] = [
        { name: "a", datatype: "integer", required: true, atLeast: `${atLeast}`, atMost: `${atMost}` },
      ] as const;
      expect(check({ a: value }, [only]).ok).toBe(value >= atLeast && value <= atMost);
    }),
    { seed: 3, numRuns: 1000 },
  );
});

test("any JSON is taken or refused, and what is taken can be taken again with the same effect", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("name", "size", "copies", "class", "x"), fc.jsonValue()),
      (given) => {
        const found = check(given as Record<string, Json>);
        if (found.ok) expect(check(found.value)).toEqual(found);
        else expect(found.refusal.faults.length).toBeGreaterThan(0);
      },
    ),
    { seed: 9, numRuns: 500 },
  );
});
