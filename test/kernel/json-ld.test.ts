// JSON-LD in and out: nothing fetched, nothing dropped, nothing rounded, and every refusal names its culprit.
import { describe, expect, it } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { prefixes } from "../../functions/kernel/generated/vocabulary.ts";
import { contexts } from "../../functions/kernel/generated/context.ts";
import type { Store } from "../../functions/kernel/graph.ts";
import { readJsonLd, CONTEXT } from "../../functions/kernel/json-ld.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import { parse, serialize } from "../../functions/kernel/syntax.ts";

const BASE = "https://cloud.example/manifest";

async function graphOf(text: string, syntax: Syntax): Promise<Store> {
  const result = await parse(text, syntax, BASE);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function nquadsOf(graph: Store): Promise<string[]> {
  const result = await canonicalize(graph);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.nquads.split("\n").filter((line) => line !== "");
}

const read = async (document: unknown) =>
  nquadsOf(await graphOf(JSON.stringify(document), "application/ld+json"));

async function refusalOf(document: unknown) {
  const result = await parse(JSON.stringify(document), "application/ld+json", BASE);
  return result.ok ? undefined : result.refusal;
}

/** Turtle in, JSON-LD out. */
async function written(turtle: string, root?: string) {
  const text = await serialize(await graphOf(turtle, "application/trig"), "application/ld+json", root);
  if (!text.ok) throw new Error(text.refusal.code);
  return text.value;
}

async function expectRoundTrip(trig: string) {
  const again = await graphOf(await written(trig), "application/ld+json");
  expect(await nquadsOf(again)).toEqual(await nquadsOf(await graphOf(trig, "application/trig")));
}

const offer = (members: object) => ({ "@context": CONTEXT, id: "/offers/a", ...members });

describe("a context", () => {
  it.each([
    ["https://evil.example/context", "https://evil.example/context"],
    [[CONTEXT, "https://schema.org/"], "https://schema.org/"],
    [{ "@import": "https://evil.example/context" }, "https://evil.example/context"],
    ["constructor", "https://cloud.example/constructor"],
    [`${CONTEXT}#`, `${CONTEXT}#`],
  ])("that the node does not know is refused by name: %j", async (context, named) => {
    expect(await refusalOf({ "@context": context, "@id": "/a", name: "x" })).toEqual({
      code: "unknown-context",
      context: named,
    });
  });

  it("that another reader knows stays unknown here, whoever has read with it before", async () => {
    const theirs = { "https://theirs.example/v1": { "@context": { name: "https://theirs.example/name" } } };
    const text = JSON.stringify({ "@context": "https://theirs.example/v1", "@id": "urn:a", name: "x" });
    expect(await readJsonLd(text, "urn:x:base", theirs)).toMatchObject({ ok: true });
    expect(await readJsonLd(text, "urn:x:base")).toEqual({
      ok: false,
      refusal: { code: "unknown-context", context: "https://theirs.example/v1" },
    });
  });

  it("inside a node is held to the same rule", async () => {
    expect(await refusalOf(offer({ price: { "@context": "https://evil.example/", amount: "1" } }))).toEqual({
      code: "unknown-context",
      context: "https://evil.example/",
    });
  });

  it("written in the document adds terms of its own", async () => {
    const context = [CONTEXT, { ex: "https://ex.example/", colour: "ex:colour" }];
    expect(await read({ "@context": context, id: "/offers/a", colour: "red", "ex:size": "big" })).toEqual([
      '<https://cloud.example/offers/a> <https://ex.example/colour> "red" .',
      '<https://cloud.example/offers/a> <https://ex.example/size> "big" .',
    ]);
  });

  it("cannot give a term of ours another meaning, nor take it away", async () => {
    for (const change of [{ name: "https://ex.example/name" }, { name: null }, null])
      expect(
        await refusalOf({ "@context": [CONTEXT, change], "@id": "/a", "schema:name": "x" }),
      ).toMatchObject({
        code: "malformed-json-ld",
      });
  });

  it("of ours has no prefix that could not be told from a scheme", () => {
    const { "@context": terms } = contexts[CONTEXT] as { "@context": Record<string, unknown> };
    const inContext = Object.keys(terms).filter((term) => /[#/]$/.test(String(terms[term])));
    expect(Object.keys(prefixes)).toEqual(
      expect.arrayContaining(inContext.filter((term) => !term.startsWith("@"))),
    );
  });
});

describe("what no context defines", () => {
  it.each([
    [{ namee: "x" }, "namee"],
    [{ price: { amounts: "1" } }, "amounts"],
    [{ "@foo": "x" }, "@foo"],
    [{ constructor: "x" }, "constructor"],
    [{ "_:p": "x" }, "_:p"],
    [{ homepage: "https://a b.example/" }, "https://a b.example/"],
    [{ "mpli:x": { "@value": "x", "@type": "no type" } }, "no type"],
    [{ "mpli:x": { "@value": "x", "@language": "not a language" } }, "not a language"],
  ])("is refused by name, not dropped: %j", async (members, path) => {
    expect(await refusalOf(offer(members))).toMatchObject({ code: "malformed-json-ld", path });
  });

  it.each([[[1, 2]], [{}], [{ "@context": CONTEXT }], [{ "@value": "x" }], ["text"], [null], [5]])(
    "is refused where it says nothing: %j",
    async (document) => {
      expect(await refusalOf(document)).toMatchObject({ code: "malformed-json-ld" });
    },
  );

  it("is refused where an IRI holds what no IRI can", async () => {
    for (const homepage of [
      "https://ex.example/<script>",
      'https://ex.example/"',
      "https://ex.example/\u0000",
    ])
      expect(await refusalOf(offer({ homepage }))).toMatchObject({ code: "malformed-json-ld" });
  });

  it("is refused where it only looks like an IRI of a prefix", async () => {
    const document = { "@context": { p: "https://ex.example/p" }, "@id": "mpli:Offer", p: "x" };
    expect(await refusalOf(document)).toMatchObject({ code: "unsupported-term" });
    expect(await refusalOf({ ...document, "@context": [CONTEXT, document["@context"]] })).toBeUndefined();
  });
});

describe("a number", () => {
  const AMOUNT = "http://schema.org/price";
  const literals = async (json: string, property: string) => {
    const text = `{ "@context": "${CONTEXT}", "id": "/offers/a", "${property}": ${json} }`;
    const [literal] = (await graphOf(text, "application/ld+json")).getObjects(null, null, null);
    return literal?.id.replace("http://www.w3.org/2001/XMLSchema#", "xsd:");
  };

  it.each([
    ["0.41", "0.41"],
    ["1e-7", "0.0000001"],
    ["1.25E-7", "0.000000125"],
    ["-2.5e-10", "-0.00000000025"],
    ["0.30000000000000004", "0.30000000000000004"],
    ["1e21", "1000000000000000000000"],
    ["1.5e22", "15000000000000000000000"],
    ["100.00", "100"],
    ['"100.00"', "100.00"],
    ["5e-324", `0.${"0".repeat(323)}5`],
  ])("%s as an amount is the decimal %s", async (json, decimal) => {
    expect(await literals(json, "amount")).toBe(`"${decimal}"^^xsd:decimal`);
    expect(await literals(json, AMOUNT)).not.toContain("decimal");
  });

  it.each([
    ["0.41", '"4.1E-1"^^xsd:double'],
    ["1e-7", '"1.0E-7"^^xsd:double'],
    ["1e21", '"1.0E21"^^xsd:double'],
    ["1E2", '"100"^^xsd:integer'],
    ["-0", '"0"^^xsd:integer'],
    ["true", '"true"^^xsd:boolean'],
  ])("%s without a type is %s, as every JSON-LD processor has it", async (json, literal) => {
    expect(await literals(json, "mpli:x")).toBe(literal);
  });

  it.each(["INF", "-INF", "NaN", "1e0", "+1.50", "abc"])(
    "the double %j keeps its lexical form",
    async (lexical) => {
      expect(await literals(JSON.stringify({ "@value": lexical, "@type": "xsd:double" }), "mpli:x")).toBe(
        `"${lexical}"^^xsd:double`,
      );
    },
  );

  it("inside a JSON literal is left alone", async () => {
    expect(
      await literals('{ "@type": "@json", "@value": { "b": [1e-7, 1.0], "a": 1 } }', "mpli:x"),
    ).toContain('"{"a":1,"b":[1e-7,1]}"');
  });

  it("that is an integer is written as a number, anything else as it was", async () => {
    const json = JSON.parse(
      await written(`@prefix mpli: <https://w3id.org/mpli/ns#> .
        </offers/a> mpli:vcpus 4, 05, "4" ; mpli:iops 12345678901234567890 ; <http://schema.org/price> 0.50 .`),
    );
    expect(json).toMatchObject({ iops: "12345678901234567890", amount: "0.50" });
    expect(json.vcpus).toEqual([4, "05"]);
    expect(json["mpli:vcpus"]).toBe("4");
  });
});

describe("an IRI", () => {
  it.each([
    ["../x/./y?z#f", "https://cloud.example/x/y?z#f"],
    ["", BASE],
    ["#a", `${BASE}#a`],
    ["?q", `${BASE}?q`],
    ["//other.example/", "https://other.example/"],
    ["did:web:cloud.example", "did:web:cloud.example"],
  ])("%j resolves against the document's address", async (homepage, iri) => {
    expect(await read(offer({ homepage }))).toEqual([
      `<https://cloud.example/offers/a> <http://schema.org/url> <${iri}> .`,
    ]);
  });
});

describe("lists, graphs and nodes without a name", () => {
  it.each([
    ["a list", '<a> <p> (1 "2" <c> _:d), () .'],
    ["lists in lists", "<a> <p> ((()) (1 (2))) ."],
    ["a list that two statements share", "<a> <p> _:l . <b> <p> _:l . _:l <urn:first> 1 ."],
    [
      "a list with a loose end",
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <a> <p> _:l . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 .",
    ],
    [
      "a list whose end is text",
      '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <a> <p> _:l . _:l rdf:first 1 ; rdf:rest "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil" .',
    ],
    [
      "a list that closes on itself",
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <a> <p> _:l . _:l rdf:first 1 ; rdf:rest _:l .",
    ],
    [
      "a list cell that says more in another graph",
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <a> <p> _:l . _:l rdf:first 1 ; rdf:rest () . <g> { _:l <p> 2 }",
    ],
    ["a circle of blank nodes", "_:a <p> _:b . _:b <p> _:c . _:c <p> _:a ."],
    ["a blank node that refers to itself", "_:a <p> _:a ."],
    ["a blank node that two statements share", "<a> <p> _:x . <b> <p> _:x . _:x <q> 1 ."],
    ["a blank node in two graphs", "_:s <p> <o> . <g> { _:s <p> <o> }"],
    ["a blank node that names a graph", "_:g { <a> <p> <b> } _:g <p> 1 . <x> <p> _:g ."],
    ["a blank node that is a type", "<a> a _:t, <T> . _:t <p> 1 ."],
    ["a literal as a type", '<a> a "T" .'],
    ["a leaf", "<a> <p> [], [] ."],
    [
      "JSON as a literal, well-formed or not",
      '<a> <p> "{ \\"b\\": 1.0, \\"a\\": 2 }"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>, "no"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .',
    ],
    ["nested nodes", "<a> <p> [ <q> [ <r> 1, [ <s> 2 ] ] ] ."],
  ])("%s comes back", async (_, trig) => {
    await expectRoundTrip(trig);
  });

  it.each([
    [
      "chain",
      (n: number) => Array.from({ length: n }, (_, i) => `_:b${i} <p> _:b${i + 1} ; <n> ${i} .`).join("\n"),
    ],
    [
      "circle",
      (n: number) =>
        Array.from({ length: n }, (_, i) => `_:b${i} <p> _:b${(i + 1) % n} ; <n> ${i} .`).join("\n"),
    ],
    ["list", (n: number) => `<a> <p> (${Array.from({ length: n }, (_, i) => i).join(" ")}) .`],
    [
      "nest of lists",
      (n: number) => `<a> <p> ${"(".repeat(n / 10)}${") ".repeat(n / 10).replaceAll(") ", " 1)")} .`,
    ],
  ])("a %s of 10,000 is written flat enough for any reader", async (_, make) => {
    const text = await written(make(10_000));
    const read = await parse(text, "application/ld+json", BASE);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value.size).toBe((await graphOf(make(10_000), "text/turtle")).size);
  });

  it("stand where the one statement is that refers to them", async () => {
    const text = await written(
      "@prefix mpli: <https://w3id.org/mpli/ns#> . </m> mpli:offer </o> . </o> mpli:price [ <http://schema.org/price> 1.5 ] .",
      "https://cloud.example/m",
    );
    expect(JSON.parse(text)).toEqual({
      "@context": CONTEXT,
      id: "https://cloud.example/m",
      offer: { id: "https://cloud.example/o", price: { amount: "1.5" } },
    });
  });
});

describe("an empty dataset", () => {
  it("is a document with a context", async () => {
    expect(JSON.parse(await written(""))).toEqual({ "@context": CONTEXT });
  });
});
