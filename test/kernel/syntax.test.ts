// The door between text and graph: what RDF 1.1 has comes in and goes out, what it has not is refused by name.
import { describe, expect, it } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { quadsOf } from "../../functions/kernel/graph.ts";
import { SYNTAX_NAMES, type Syntax, syntaxOf } from "../../functions/kernel/media.ts";
import { parse, readCanonical, serialize } from "../../functions/kernel/syntax.ts";

const BASE = "https://cloud.example/manifest";

async function graphOf(text: string, syntax: Syntax = "application/trig") {
  const result = await parse(text, syntax, BASE);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function refusalOf(text: string, syntax: Syntax = "text/turtle") {
  const result = await parse(text, syntax, BASE);
  return result.ok ? undefined : result.refusal;
}

describe("a document", () => {
  it("that breaks its syntax is refused at the line", async () => {
    expect(await refusalOf("<a> <p> 1 .\n\n<b> <p> .\n")).toMatchObject({ code: "malformed-graph", line: 3 });
    expect(await refusalOf('<a:a> <a:p> "\n" .', "application/n-triples")).toMatchObject({ line: 1 });
  });

  it.each([
    ["relative IRIs in N-Triples", "<a> <p> <b> .", "application/n-triples"],
    ["prefixes in N-Quads", "@prefix a: <a:> . a:b a:c a:d .", "application/n-quads"],
    ["graphs in Turtle", "<g> { <a> <p> 1 }", "text/turtle"],
    ["a fourth term in N-Triples", "<a:a> <a:p> <a:b> <a:g> .", "application/n-triples"],
    ["rules of N3", "<a> => <b> .", "text/turtle"],
    ["formulas of N3", "<a> <p> { <b> <p> 1 } .", "text/turtle"],
    ["literals as subjects", '"a" <p> 1 .', "text/turtle"],
    ["blank nodes as predicates", "<a> _:p 1 .", "text/turtle"],
    ["half of a surrogate pair", String.raw`<a> <p> "\uD800" .`, "text/turtle"],
    ["what is beyond Unicode", String.raw`<a> <p> "\U00110000" .`, "text/turtle"],
    ["a space in an IRI", String.raw`<a\u0020b> <p> 1 .`, "text/turtle"],
    ["a language that cannot be", '<a> <p> "x"@abcdefghijk .', "text/turtle"],
  ] as const)("with %s is refused", async (_, text, syntax) => {
    expect(await refusalOf(text, syntax)).toMatchObject({ code: "malformed-graph" });
  });

  it.each([
    ["a triple term", "<a> <p> <<( <b> <p> <c> )>> ."],
    ["a reified triple", "<< <a> <p> <b> >> <q> 1 ."],
    ["an annotation", "<a> <p> <b> {| <q> 1 |} ."],
    ["a base direction", '<a> <p> "x"@ar--rtl .'],
  ])("with %s of RDF 1.2 is refused", async (_, text) => {
    expect(await refusalOf(text)).toMatchObject({ code: "unsupported-term" });
  });

  it.each([
    "<schema:name> <p> 1 .",
    "<a> <mpli:offer> 1 .",
    "<a> a <mpli:Offer> .",
    '<a> <p> "1"^^<xsd:integer> .',
  ])("that writes a prefixed name in brackets is refused: %s", async (text) => {
    expect(await refusalOf(text)).toMatchObject({
      code: "unsupported-term",
      reason: expect.stringMatching(/^<(schema|mpli|xsd):/),
    });
  });

  it("may name a graph so, in no syntax", async () => {
    expect(await refusalOf("<mpli:g> { <a> <p> 1 }", "application/trig")).toMatchObject({
      code: "unsupported-term",
    });
    expect(await refusalOf("<mplis:g> { <a> <p> 1 }", "application/trig")).toBeUndefined();
  });

  it("that is empty is an empty graph", async () => {
    for (const syntax of [
      "text/turtle",
      "application/n-triples",
      "application/n-quads",
      "application/trig",
    ] as const)
      expect((await graphOf("", syntax)).size).toBe(0);
  });
});

describe("schema.org", () => {
  it("is one vocabulary, with https or without: in subjects, predicates, objects and datatypes", async () => {
    const graph = await graphOf(
      '<https://schema.org/a> <https://schema.org/b> <https://schema.org/c>, "d"^^<https://schema.org/Date> .',
    );
    const ids = quadsOf(graph).flatMap(({ subject, predicate, object }) => [
      subject.id,
      predicate.id,
      object.id,
    ]);
    expect(new Set(ids)).toEqual(
      new Set([
        "http://schema.org/a",
        "http://schema.org/b",
        "http://schema.org/c",
        '"d"^^http://schema.org/Date',
      ]),
    );
  });

  it("makes one statement of two spellings, and leaves text and other hosts alone", async () => {
    const twice = "<a> <https://schema.org/name> 1 . <a> <http://schema.org/name> 1 .";
    expect((await graphOf(twice)).size).toBe(1);
    const others = '<https://schema.org.example/a> <https://schema.orgx/> "https://schema.org/" .';
    expect(quadsOf(await graphOf(others)).map((quad) => quad.object.value)).toEqual(["https://schema.org/"]);
    expect(quadsOf(await graphOf(others)).map((quad) => quad.subject.value)).toEqual([
      "https://schema.org.example/a",
    ]);
  });

  it("is read so in JSON-LD, too", async () => {
    const json = '{ "@id": "/a", "https://schema.org/name": "x", "@type": "https://schema.org/Offer" }';
    const graph = await graphOf(json, "application/ld+json");
    expect(quadsOf(graph).every(({ predicate }) => !predicate.value.startsWith("https://schema.org/"))).toBe(
      true,
    );
    expect(graph.countQuads(null, null, "http://schema.org/Offer", null)).toBe(1);
  });
});

describe("a media type", () => {
  it("names a syntax, whatever its case and parameters", () => {
    for (const name of SYNTAX_NAMES) expect(syntaxOf(`${name.toUpperCase()} ;charset=utf-8`)).toBe(name);
    expect(syntaxOf("application/json")).toBe("application/ld+json");
  });

  it.each([undefined, "", "text/html", "turtle", "text/turtle, application/trig", "application/ld+jsonx"])(
    "that names none is not guessed: %s",
    (contentType) => {
      expect(syntaxOf(contentType)).toBeUndefined();
    },
  );
});

describe("what is written", () => {
  it("as N-Triples is the default graph, also when only a named graph tells its nodes apart", async () => {
    const cells = Array.from({ length: 300 }, (_, i) => `_:b${i} <p> _:b${i + 1} .`).join("\n");
    const marks = Array.from({ length: 301 }, (_, i) => `_:b${i} <n> ${i} .`).join("\n");
    const graph = await graphOf(`${cells} <g> { ${marks} <a> <p> "<a> <b> <c> <d> ." }`);
    const text = await serialize(graph, "application/n-triples");
    if (!text.ok) throw new Error(text.refusal.code);
    expect((await graphOf(text.value, "application/n-triples")).size).toBe(300);
  });

  it("as N-Triples keeps text that looks like statements", async () => {
    const text = String.raw`"\u2028<a:a> <a:b> <a:c> <a:d> .", "\\\" <a:b> <a:c> .", "> <g> ."`;
    const graph = await graphOf(`<a:a> <a:p> ${text} . <a:g> { <a:a> <a:p> ${text}, 1 }`);
    const written = await serialize(graph, "application/n-triples");
    expect(written.ok && (await graphOf(written.value, "application/n-triples")).size).toBe(3);
  });

  it("from a stored document is the same each time, labels and all", async () => {
    const stored = await canonicalize(
      await graphOf("<a> <p> _:x . <b> <p> _:x . _:x <q> _:y . _:y <q> _:x ."),
    );
    if (!stored.ok) throw new Error(stored.refusal.code);
    for (const syntax of SYNTAX_NAMES) {
      const [one, other] = [readCanonical(stored.value.nquads), readCanonical(stored.value.nquads)];
      expect(await serialize(one, syntax), syntax).toEqual(await serialize(other, syntax));
    }
  });
});
