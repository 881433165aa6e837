// The engine against SHACL: conditions as shapes, validated over the graph of a manifest.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Asked, readAsked } from "./asked.ts";
import { condition, customer, oneByOne } from "./demands.ts";
import { PATIENCE, TIMES, demandGraph, manifestOf, tries } from "./documents.ts";
import { answerOf, report } from "./engine.ts";
import { manifestDocument } from "./manifests.ts";
import { nonConforming, speaksFor } from "./shacl.ts";

const requirements = fc.array(condition, { minLength: 12, maxLength: 12 });

/** Conditions of a demand with one must a component, by the component's name, where SHACL has a say. */
function spoken({ components }: Asked) {
  return components.flatMap(({ name, must: [only] }) => {
    const says = only && speaksFor(only.condition);
    return only && says ? [{ name, says, condition: only.condition }] : [];
  });
}

test(
  "where SHACL has a say, an offer that conforms is satisfied, and one that does not is not",
  async () => {
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(
        manifestDocument({ min: 4, max: 8 }),
        requirements,
        customer,
        async (manifest, asked, who) => {
          const [document, graph] = [await manifestOf(manifest), await demandGraph(oneByOne(asked, who))];
          const found = answerOf(await report(graph, [document]));
          const said = spoken(readAsked(graph));
          const failed = await nonConforming(
            said.map(({ condition: one }) => one),
            document.nquads,
          );
          for (const [index, { name, says }] of said.entries())
            for (const { offer, must } of found.get(name) ?? []) {
              const conforms = says === "satisfied" ? must[0] === "satisfied" : must[0] !== "violated";
              expect([name, offer, !failed[index]?.has(offer)]).toEqual([name, offer, conforms]);
              pairs += 1;
            }
        },
      ),
      tries(3, 50),
    );
    expect(pairs).toBeGreaterThan(1_200 * TIMES);
  },
  PATIENCE,
);
