// What is written can be read back: random graphs through all five syntaxes, named by the same digest on the other side.
import { expect, it } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { Store, quadsOf } from "../../functions/kernel/graph.ts";
import { SYNTAXES, type Syntax } from "../../functions/kernel/media.ts";
import { parse, serialize } from "../../functions/kernel/syntax.ts";
import { randomGraph } from "./random-graph.ts";

const BASE = "https://cloud.example/manifest";
const defaultGraph = (graph: Store) =>
  new Store(quadsOf(graph).filter((quad) => quad.graph.termType === "DefaultGraph"));

/** The syntaxes that lose something of `graph`. */
async function losses(graph: Store): Promise<string[] | undefined> {
  const lost: string[] = [];
  for (const syntax of Object.keys(SYNTAXES) as Syntax[]) {
    const before = await canonicalize(SYNTAXES[syntax].dataset ? graph : defaultGraph(graph));
    if (!before.ok) return undefined;
    const text = await serialize(graph, syntax, BASE);
    const read = text.ok ? await parse(text.value, syntax, "https://elsewhere.example/") : text;
    const after = read.ok ? await canonicalize(read.value) : read;
    if (!after.ok || after.value.digest !== before.value.digest)
      lost.push(
        `${syntax}\n${before.value.nquads}\n${text.ok ? text.value : ""}\n${after.ok ? after.value.nquads : JSON.stringify(after)}`,
      );
  }
  return lost;
}

it("random graphs keep their digest through every syntax", async () => {
  let poison = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const lost = await losses(randomGraph(seed, 4 + (seed % 20)));
    if (lost) expect(lost, `seed ${seed}`).toEqual([]);
    else poison++;
  }
  expect(poison).toBeLessThan(20);
});
