// The engine against the oracle over the manifests of real providers.
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { ask } from "./answer.ts";
import { clouds, topicsOf } from "./clouds.ts";
import { conditionOn, customer, demandOn, oneByOne } from "./demands.ts";
import { PATIENCE, TIMES, demandGraph, tries } from "./documents.ts";
import { answerOf, report } from "./engine.ts";
import { openGraphs } from "./graphs.ts";
import type { Members } from "./topics.ts";

const documents = await clouds();
const graphs = documents.map(({ nquads }) => openGraphs(nquads));
const topics = topicsOf(graphs);
afterAll(() => {
  for (const each of graphs) each.free();
});

async function agree(question: Members): Promise<number> {
  const graph = await demandGraph(question);
  const [found, expected] = [answerOf(await report(graph, documents)), ask(graph, graphs)];
  expect(found).toEqual(expected);
  return [...expected.values()].reduce((sum, offers) => sum + offers.length, 0);
}

test(
  "over real manifests, outcomes are those of the oracle",
  async () => {
    let pairs = 0;
    const requirements = fc.array(conditionOn(topics), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(requirements, customer, async (asked, who) => {
        pairs += await agree(oneByOne(asked, who));
      }),
      tries(4, 4),
    );
    expect(pairs).toBeGreaterThan(10_000 * TIMES);
  },
  PATIENCE,
);

test(
  "over real manifests, verdicts, prices and order of whole demands are those of the oracle",
  async () => {
    await fc.assert(
      fc.asyncProperty(demandOn(topics), async (question) => {
        await agree(question);
      }),
      tries(5, 8),
    );
  },
  PATIENCE,
);
