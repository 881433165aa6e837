// The examples of the specification are files, the chapters show them unchanged, and the reference node does what they show.
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { asserted } from "../../functions/discovery/asserted.ts";
import { unknownTerm } from "../../functions/discovery/unknown-terms.ts";
import { sha256Hex } from "../../functions/kernel/digest.ts";
import type { ShapesName } from "../../functions/kernel/generated/shapes.ts";
import { mpli, rdf as rdfTerms } from "../../functions/kernel/generated/vocabulary.ts";
import type { Store } from "../../functions/kernel/graph.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import { checkShapes } from "../../functions/kernel/shape.ts";
import { withExamples } from "../../spec/tools/examples.ts";
import { disagreement } from "./agree.ts";
import { EXAMPLE_FILES, example, fencesOf, inclusionIn, parseMessage, requestOf } from "./examples.ts";
import { differences, shownOf } from "./exchange.ts";
import { digestOf, graphOf } from "./graphs.ts";
import { EXCHANGES, TOKEN, play } from "./story.ts";

const CHAPTERS = readdirSync("spec").filter((file) => file.endsWith(".md"));
const chapter = (file: string) => readFileSync(`spec/${file}`, "utf8");
/** Languages of fences that show what parties send; other fences hold commands and file trees. */
const SENT = ["json", "jsonld", "turtle", "http", "nquads"];
const SYNTAXES: Readonly<Record<string, Syntax>> = {
  jsonld: "application/ld+json",
  ttl: "text/turtle",
  nq: "application/n-quads",
};
const DOCUMENTS = EXAMPLE_FILES.flatMap((file) => {
  const syntax = SYNTAXES[file.split(".").at(-1) ?? ""];
  return syntax ? [{ file, syntax }] : [];
});
const answers = await play((exchange) => requestOf(example(`${exchange}.request.http`)));

test.for(CHAPTERS)("%s shows what is sent by files only, and shows them unchanged", (file) => {
  const text = chapter(file);
  const fences = fencesOf(text).filter(({ language }) => SENT.includes(language));
  expect(fences.filter((fence) => fence.file === undefined)).toEqual([]);
  const shown = withExamples(text, (name) => {
    expect(EXAMPLE_FILES).toContain(name.replace(/^examples\//, ""));
    return example(name.replace(/^examples\//, ""));
  });
  expect(text).toBe(shown);
});

test("every example is shown in a chapter, or sent by an example that is", () => {
  const shown = CHAPTERS.flatMap((file) => fencesOf(chapter(file)).flatMap((fence) => fence.file ?? []));
  const sent = EXAMPLE_FILES.filter((file) => file.endsWith(".http")).flatMap((file) => {
    const [, body = ""] = example(file).split("\n\n");
    return inclusionIn(body) ?? [];
  });
  const used = new Set([...shown.map((file) => file.replace(/^examples\//, "")), ...sent]);
  expect(EXAMPLE_FILES.filter((file) => !used.has(file))).toEqual([]);
});

test("every request of the examples is played, with the token that is none", () => {
  const requests = EXAMPLE_FILES.filter((file) => file.endsWith(".request.http"));
  const played = requests.map((file) => file.replace(".request.http", ""));
  expect(played.toSorted()).toEqual(EXCHANGES.toSorted());
  for (const file of requests)
    expect(parseMessage(example(file)).fields.get("Authorization") ?? `Bearer ${TOKEN}`).toBe(
      `Bearer ${TOKEN}`,
    );
});

test("every response belongs to a request", () => {
  const responses = EXAMPLE_FILES.flatMap((file) => /^(.*)\.response\./.exec(file)?.[1] ?? []);
  expect(responses.filter((exchange) => !EXCHANGES.includes(exchange))).toEqual([]);
});

test.for(EXCHANGES)("the reference node answers %s as shown", async (exchange) => {
  const answered = answers.get(exchange);
  expect(answered && (await differences(shownOf(exchange), answered))).toEqual([]);
});

test("a difference between an answer and its example is found", async () => {
  const answered = answers.get("publish");
  const shown = shownOf("publish");
  expect(answered && shown.body && shown.message).toBeDefined();
  if (!answered || !shown.body || !shown.message) return;
  const faults = await differences(
    {
      message: { start: "HTTP/1.1 201 Created", fields: new Map([["Location", "https://cloud.example/"]]) },
      body: shown.body.replace('"offers": 1', '"offers": 2'),
    },
    answered,
  );
  expect(faults).toHaveLength(3);
});

test("an example of another graph is found", async () => {
  const answered = answers.get("read-manifest");
  const body = example("manifest.ttl").replace("0.41", "0.40");
  expect(answered && (await differences({ body }, answered))).toHaveLength(1);
});

test("what an example leaves out may be there, and what it shows must", () => {
  expect(disagreement({ a: 1 }, { a: 1, b: 2 })).toBeUndefined();
  expect(disagreement({ a: 1 }, { b: 2 })).toContain("$.a");
  expect(disagreement(["…", { a: 2 }, "…"], [{ a: 1 }, { a: 2, b: 1 }])).toBeUndefined();
  expect(disagreement(["…", { a: 3 }], [{ a: 1 }, { a: 2 }])).toBeDefined();
  expect(disagreement([1, 2], [1, 2, 3])).toBeDefined();
  expect(disagreement([1, { a: 1 }], [1, { a: 2 }])).toContain("$[1].a");
});

test.for(DOCUMENTS)(
  "$file is a graph of known terms and has the shape of its kind",
  async ({ file, syntax }) => {
    const graph = await graphOf(example(file), syntax, baseOf(file));
    expect(graph.size).toBeGreaterThan(0);
    expect(unknownTerm(asserted(graph))).toBeUndefined();
    const shapes = shapesFor(graph);
    if (shapes) expect(await checkShapes(asserted(graph), shapes)).toEqual([]);
  },
);

test("the manifest means the same in JSON-LD and in Turtle, and has the digest that the examples name", async () => {
  const json = await digestOf(await graphOf(example("manifest.jsonld"), "application/ld+json"));
  const turtle = await digestOf(await graphOf(example("manifest.ttl"), "text/turtle"));
  expect(turtle).toBe(json);
  expect(example("read-manifest.response.http")).toContain(`ETag: "${json}.ttl"`);
});

test("the offer in canonical form has the digest that the change feed names", () => {
  const digest = sha256Hex(example("offer.nq"));
  expect(example("read-changes.response.ttl")).toContain(`mpli:digest "${digest}"`);
});

const baseOf = (file: string) =>
  file.startsWith("other-") ? "https://other.example/manifest" : "https://cloud.example/manifest";

/** Shapes by the type of what the document is about; a part of a manifest has those of the manifest. */
function shapesFor(graph: Store): ShapesName | undefined {
  const has = (type: { value: string }) => graph.getSubjects(rdfTerms.type, type.value, null).length > 0;
  if (has(mpli.Node)) return "node";
  if (has(mpli.Demand)) return "demand";
  return has(mpli.Manifest) || has(mpli.Offer) ? "manifest" : undefined;
}
