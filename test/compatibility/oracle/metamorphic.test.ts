// What must hold of any two demands that are related, whatever the outcomes are: no oracle is asked.
import fc from "fast-check";
import { Writer } from "n3";
import { describe, expect, test } from "vitest";
import { Store, quadsOf, rdf } from "../../../functions/kernel/graph.ts";
import type { Quad, Term } from "../../../functions/kernel/graph.ts";
import { serialize } from "../../../functions/kernel/syntax.ts";
import { DEMAND_BASE } from "../../../functions/compatibility/demand/read-bound.ts";
import type { Answer, OfferAnswer } from "./answer.ts";
import { demand, demandDocument } from "./demands.ts";
import { MANIFEST, PATIENCE, demandGraph, document, graphOf, tries } from "./documents.ts";
import { answerOf, report } from "./engine.ts";
import { manifestDocument } from "./manifests.ts";
import { factual, relaxed, same } from "./rewriting.ts";
import type { Members } from "./topics.ts";

const manifest = manifestDocument({ min: 8, max: 14 });
const graphOfManifest = (members: Members) =>
  graphOf(JSON.stringify(members), "application/ld+json", MANIFEST);

/** Two lists of musts for each pair, as two components of one demand. */
async function compare(
  market: Members,
  pairs: readonly (readonly [readonly Members[], readonly Members[]])[],
): Promise<readonly (readonly [readonly OfferAnswer[], readonly OfferAnswer[]])[]> {
  const components = pairs.flatMap(([left, right], index) => [
    { name: `left${index}`, class: "Service", must: left },
    { name: `right${index}`, class: "Service", must: right },
  ]);
  const graph = await demandGraph(demandDocument(components));
  const answer: Answer = answerOf(await report(graph, [await document(await graphOfManifest(market))]));
  return pairs.map((_, index) => [answer.get(`left${index}`) ?? [], answer.get(`right${index}`) ?? []]);
}

const compatible = (offers: readonly OfferAnswer[]) =>
  offers.flatMap(({ offer, verdict }) => (verdict === "compatible" ? [offer] : [])).sort();
const possible = (offers: readonly OfferAnswer[]) =>
  offers.flatMap(({ offer, verdict }) => (verdict === "incompatible" ? [] : [offer])).sort();
const outcomes = (offers: readonly OfferAnswer[]) =>
  new Map(offers.map(({ offer, verdict, must }) => [offer, [verdict, ...must]]));

const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 12, maxLength: 12 });

describe("a demand", () => {
  test(
    "with one more must has no offer that it had not without",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          manifest,
          several(fc.tuple(fc.array(factual, { maxLength: 2 }), factual)),
          async (market, lists) => {
            const pairs = lists.map(([musts, more]) => [[...musts, more], musts] as const);
            for (const [more, fewer] of await compare(market, pairs)) {
              expect(compatible(fewer)).toEqual(expect.arrayContaining(compatible(more)));
              expect(possible(fewer)).toEqual(expect.arrayContaining(possible(more)));
            }
          },
        ),
        tries(6, 20),
      );
    },
    PATIENCE,
  );

  test(
    "that asks for less loses no offer",
    async () => {
      let gained = 0;
      await fc.assert(
        fc.asyncProperty(manifest, several(relaxed), async (market, drawn) => {
          const pairs = drawn.map(([strict, loose]) => [[strict], [loose]] as const);
          for (const [strict, loose] of await compare(market, pairs)) {
            expect(compatible(loose)).toEqual(expect.arrayContaining(compatible(strict)));
            expect(possible(loose)).toEqual(expect.arrayContaining(possible(strict)));
            gained += compatible(loose).length - compatible(strict).length;
          }
        }),
        tries(7, 20),
      );
      expect(gained).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  test(
    "that means the same has the same outcomes: double negation, De Morgan, absorption, other units",
    async () => {
      await fc.assert(
        fc.asyncProperty(manifest, several(same), async (market, drawn) => {
          const pairs = drawn.map(([one, other]) => [[one], [other]] as const);
          for (const [one, other] of await compare(market, pairs))
            expect(outcomes(one)).toEqual(outcomes(other));
        }),
        tries(8, 25),
      );
    },
    PATIENCE,
  );
});

/** The same statements in another order, about blank nodes with other names. */
function disguised(graph: Store, seed: number): Store {
  const label = (term: Term) =>
    term.termType === "BlankNode" ? rdf.blankNode(`z${(seed * 7919) % 9973}-${term.value}`) : term;
  const quads = quadsOf(graph).map(({ subject, predicate, object }) =>
    rdf.quad(label(subject) as Quad["subject"], predicate, label(object) as Quad["object"]),
  );
  const keyed = quads.map((quad, index) => ({ quad, key: (index * seed) % 10_007 }));
  return new Store(keyed.sort((a, b) => a.key - b.key).map(({ quad }) => quad));
}

async function inTurtle(graph: Store): Promise<Store> {
  const turtle = await serialize(graph, "text/turtle");
  if (!turtle.ok) throw new Error(turtle.refusal.code);
  return graphOf(turtle.value, "text/turtle", DEMAND_BASE);
}

describe("MPLI-COMP-057: a report is the same, byte for byte,", () => {
  const seed = fc.integer({ min: 2, max: 10_000 });

  test(
    "whatever the syntax of the demand, the order of its statements and the names of its blank nodes",
    async () => {
      await fc.assert(
        fc.asyncProperty(manifest, demand, seed, async (market, asked, chance) => {
          const kept = [await document(await graphOfManifest(market))];
          const graph = await demandGraph(asked);
          const { digest } = await document(graph);
          const expected = JSON.stringify(await report(graph, kept, digest));
          for (const other of [disguised(graph, chance), await inTurtle(graph)]) {
            expect((await document(other)).digest).toBe(digest);
            expect(JSON.stringify(await report(other, kept, digest))).toBe(expected);
          }
        }),
        tries(9, 30),
      );
    },
    PATIENCE,
  );

  test(
    "whatever the order of a manifest's statements and the names of its blank nodes",
    async () => {
      await fc.assert(
        fc.asyncProperty(manifest, demand, seed, async (market, asked, chance) => {
          const [graph, stated] = [await demandGraph(asked), await graphOfManifest(market)];
          const kept = await document(stated);
          const lines = await serialize(disguised(stated, chance), "text/turtle");
          if (!lines.ok) throw new Error(lines.refusal.code);
          const again = await document(await graphOf(lines.value, "text/turtle", MANIFEST));
          expect(again).toEqual(kept);
          // The engine itself, too, must not care in which order a store has statements and names.
          const nquads = new Writer({ format: "N-Quads" }).quadsToString(quadsOf(disguised(stated, chance)));
          const digest = [...kept.digest].reverse().join("");
          const [one, two] = [await report(graph, [kept]), await report(graph, [{ digest, nquads }])];
          expect(JSON.stringify(two).replaceAll(digest, kept.digest)).toBe(JSON.stringify(one));
        }),
        tries(10, 30),
      );
    },
    PATIENCE,
  );
});
