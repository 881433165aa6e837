// The engine against its oracles: random demands over random manifests end alike, offer by offer.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, ask } from "./answer.ts";
import { condition, customer, demand, oneByOne } from "./demands.ts";
import { PATIENCE, TIMES, demandGraph, manifestAt, tries } from "./documents.ts";
import { answerOf, report } from "./engine.ts";
import { openGraphs } from "./graphs.ts";
import type { Outcome } from "./logic.ts";
import { manifestDocument } from "./manifests.ts";
import type { Members } from "./topics.ts";

const manifest = manifestDocument({ min: 8, max: 14 });
const market = fc.array(manifestDocument({ min: 2, max: 8 }), { minLength: 1, maxLength: 3 });
const requirements = fc.array(condition, { minLength: 12, maxLength: 12 });

/** Answers of both to the same question about manifests at different origins. */
async function both(
  manifests: readonly Members[],
  question: Members,
): Promise<readonly [found: Answer, expected: Answer]> {
  const documents = await Promise.all(manifests.map((manifest, index) => manifestAt(manifest, index)));
  const graph = await demandGraph(question);
  const graphs = documents.map(({ nquads }) => openGraphs(nquads));
  try {
    return [answerOf(await report(graph, documents)), ask(graph, graphs)];
  } finally {
    for (const each of graphs) each.free();
  }
}

const outcomesIn = (answer: Answer): Outcome[] =>
  [...answer.values()].flatMap((offers) => offers.flatMap(({ must }) => must));

test(
  "MPLI-COMP-017: each of 10,000 outcomes is the one that SPARQL finds, and all three are frequent",
  async () => {
    const seen: Outcome[] = [];
    await fc.assert(
      fc.asyncProperty(manifest, requirements, customer, async (offered, asked, who) => {
        const [found, expected] = await both([offered], oneByOne(asked, who));
        expect(found).toEqual(expected);
        seen.push(...outcomesIn(expected));
      }),
      tries(1, 85),
    );
    expect(seen.length).toBeGreaterThan(10_000 * TIMES);
    for (const outcome of ["satisfied", "violated", "unknown"] as const) {
      const share = seen.filter((each) => each === outcome).length / seen.length;
      expect([outcome, share > 0.15]).toEqual([outcome, true]);
    }
  },
  PATIENCE,
);

test(
  "MPLI-COMP-023, -040 and -043: verdict, score, price and order of whole demands are those of the oracle",
  async () => {
    const verdicts = new Set<string>();
    const priced = { known: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(market, demand, async (manifests, asked) => {
        const [found, expected] = await both(manifests, asked);
        expect(found).toEqual(expected);
        for (const { verdict, price } of [...expected.values()].flat()) {
          verdicts.add(verdict);
          priced[typeof price === "number" ? "known" : "unknown"] += 1;
        }
      }),
      tries(2, 80),
    );
    expect(verdicts.size).toBe(3);
    const share = priced.known / (priced.known + priced.unknown);
    expect([share > 0.15, share < 0.85]).toEqual([true, true]);
  },
  PATIENCE,
);

test("MPLI-COMP-075: of several places in customerIn, one is enough", async () => {
  const manifest = {
    "@context": "https://w3id.org/mpli/context/v1",
    id: "/manifest",
    type: "Manifest",
    provider: { id: "did:web:a.example", type: "Provider", prerequisite: [{ customerIn: ["DE", "NL"] }] },
    offer: [{ id: "/offers/0", type: "Offer", class: "Cache" }],
  };
  const verdictsIn = async (country: string) => {
    const question = oneByOne([{ on: "class", is: "Cache" }], { customer: { country } });
    return (await both([manifest], question)).map((answer) => answer.get("r0")?.[0]?.verdict);
  };
  expect(await verdictsIn("NL")).toEqual(["compatible", "compatible"]);
  expect(await verdictsIn("DE")).toEqual(["compatible", "compatible"]);
  expect(await verdictsIn("US")).toEqual(["incompatible", "incompatible"]);
});
