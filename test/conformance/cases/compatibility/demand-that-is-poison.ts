import { defineCase } from "../../case.ts";
import { RARE, componentsOf, send } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";
import { iri } from "../../graph.ts";
import { brief } from "../../http.ts";

const DEMAND = `_:d a <${iri("mpli:Demand")}> ; <${iri("mpli:component")}> _:c .
_:c <${iri("mpli:serviceClass")}> <${iri(`mpli:${RARE}`)}> .
`;

/** Sixteen blank nodes, each related to all others: their permutations all look the same. */
function everyPair(label: string): string {
  const nodes = Array.from({ length: 16 }, (_, index) => `_:${label}${index}`);
  const pairs = nodes.flatMap((one) =>
    nodes.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  return pairs.map(([one, other]) => `${one} <https://terms.example/ns#by> ${other} .\n`).join("");
}

export default defineCase({
  title: "A demand whose blank nodes cannot be told apart at any reasonable cost is refused",
  requirements: ["MPLI-COMP-061@eed6dd4c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "canonicalising whatever is sent, however long it takes",
  since: "0.1",
  async run(t: Exam) {
    const turtle = { "content-type": "text/turtle" };
    componentsOf(t, await send(t, DEMAND, turtle));
    const answer = await send(t, DEMAND + everyPair("n"), turtle);
    if (answer.status !== 200) return void t.refusal(answer, 422, "poison-graph");
    // Whoever can spend that much names the same graph alike whatever its labels are.
    const again = await send(t, everyPair("m") + DEMAND, turtle);
    t.header(again, "content-type", /json/);
    const digest = answer.json()["demand"];
    t.that(typeof digest === "string", "a refusal, or the digest of the graph", brief(answer.text));
    t.equal(again.json()["demand"], digest, "the digest of the same graph with other labels is");
    t.cannotTell("the canonical form of this graph does not cost the target too much");
  },
});
