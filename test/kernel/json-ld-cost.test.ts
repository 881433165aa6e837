// JSON-LD that would cost more to read than it says is refused soon; what documents really hold is read.
import { describe, expect, it } from "vitest";
import { CONTEXT, readJsonLd } from "../../functions/kernel/json-ld.ts";

const BASE = "https://cloud.example/manifest";
const SIZE = 64 * 1024;

/** As many members, parted by commas, as a document of `SIZE` holds. */
function many(one: (index: number) => string): string {
  const members: string[] = [];
  for (let size = 0, index = 0; size < SIZE; index++) {
    const member = one(index);
    members.push(member);
    size += member.length + 1;
  }
  return members.join(",");
}

/** As long arrays as sound documents hold. */
const rows = many((i) => `["${i}"]`)
  .slice(0, 8000)
  .replace(/,[^,]*$/, "");

const document = (members: string, context = `"${CONTEXT}"`) =>
  `{"@context":${context},"@id":"urn:a",${members}}`;
const terms = ["per", "scope", "class", "country", "within", "kind", "path", "on", "scheme", "datatype"];

/** jsonld takes seconds to minutes for each. */
const COSTLY: [string, string][] = [
  ["one type over and over, which brings a context", document(`"type":[${many(() => '"MatchReport"')}]`)],
  [
    "terms with contexts inside each other in every order",
    document(`"offer":[${many((i) => `{"${terms[i % 10]}":{"MatchReport":{}}}`)}]`),
  ],
  ["a context over and over", document('"name":"x"', `[${many(() => `"${CONTEXT}"`)}]`)],
  ["empty contexts", document('"name":"x"', `["${CONTEXT}",${many(() => "{}")}]`)],
  ["contexts of one term", document('"name":"x"', `["${CONTEXT}",${many((i) => `{"a${i}":"urn:b"}`)}]`)],
  [
    "a context in each node, each another",
    document(`"offer":[${many((i) => `{"@context":{"a${i}":"urn:b"},"a${i}":1}`)}]`),
  ],
  ["contexts that begin anew", `[${many(() => `{"@context":[null,"${CONTEXT}"],"name":"x"}`)}]`],
  [
    "a context within itself",
    `[${many(() => `${`{"@context":"${CONTEXT}","urn:p":`.repeat(30)}1${"}".repeat(30)}`)}]`,
  ],
  ["names like IRIs", document('"urn:p":1', `{"e":"urn:",${many((i) => `"e:${i}":"urn:${i}"`)}}`)],
  [
    "terms with contexts of the document's own",
    document('"urn:p":1', '{"a":{"@id":"urn:a","@context":{"b":"urn:b"}}}'),
  ],
  ["a context that does not reach inside", document('"urn:p":1', '{"@propagate":false,"b":"urn:b"}')],
  ["a word of its own for types", document('"kind":"urn:T"', '{"kind":"@type"}')],
  [
    "a long prefix",
    document(
      many((i) => `"a:${i}":1`),
      `{"a":"urn:${"x".repeat(300)}/"}`,
    ),
  ],
  ["arrays in an array", document(`"presents":[${many((i) => `["${i}"]`)}]`)],
  ["sets in an array", document(`"presents":[${many(() => `{"@set":[1]}`)}]`)],
  ["a word of its own for sets", document('"p":{"set":[1]}', '{"p":"urn:p","set":"@set"}')],
  [
    "a base of many segments",
    document(
      `"presents":[${many((i) => `{"@id":"${i}"}`)}]`,
      `{"@base":"https://a.example/${"x/".repeat(17)}"}`,
    ),
  ],
  ["a path of many segments", `{"@context":"${CONTEXT}","@id":"${"a/".repeat(20_000)}","name":"x"}`],
  ["a name of many segments", document(`"${"../".repeat(20_000)}":"x"`)],
];

const SOUND: [string, string][] = [
  ["a property of many texts", document(`"presents":[${many((i) => `"s${i}"`)}]`)],
  ["many types", document(`"type":[${many((i) => `"urn:t${i}"`)}]`)],
  [
    "many nodes of one type that brings a context",
    document(`"offer":[${many(() => '{"type":"MatchReport"}')}]`),
  ],
  ["the context in each node", document(`"offer":[${many(() => `{"@context":"${CONTEXT}","name":"x"}`)}]`)],
  [
    "one context of the author's in each node",
    document(`"offer":[${many(() => `{"@context":["${CONTEXT}",{"ex":"urn:ex:"}],"ex:a":1}`)}]`),
  ],
  [
    "words for the keywords",
    document('"id":"urn:b","type":"urn:T"', '{"id":"@id","type":"@type"}').replace('"@id":"urn:a",', ""),
  ],
  ["a map by types", document('"q":{"urn:T":{}}', '{"q":{"@id":"urn:q","@container":"@type"}}')],
  ["a thousand arrays in an array", document(`"presents":[${rows}]`)],
  ["a text with slashes", document(`"name":"${"a/".repeat(8000)}"`)],
  ["what looks like a context inside JSON", document('"urn:p":{"@type":"@json","@value":[1,{"a":[2]}]}')],
];

describe("JSON-LD", () => {
  it.each(COSTLY)("that costs too much is refused soon: %s", { timeout: 2000 }, async (_, text) => {
    const started = performance.now();
    expect(await readJsonLd(text, BASE)).toMatchObject({
      ok: false,
      refusal: { code: "malformed-json-ld", reason: expect.stringContaining("too costly to read") },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each(SOUND)("that is only long is read: %s", { timeout: 5000 }, async (_, text) => {
    expect(await readJsonLd(text, BASE)).toMatchObject({ ok: true });
  });
});
