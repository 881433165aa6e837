import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type JsonObject, isObject } from "../../http.ts";
import { askForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

const VERDICTS = ["compatible", "undetermined", "incompatible"];
/** Numbers of a report may be rounded, so that nearly equal ones tell nothing. */
const NEARLY = 0.000_01;

export default defineCase({
  title: "What a node sells is ordered by verdict, score, price, provider and offer",
  requirements: [
    "MPLI-COMP-043@8e6c4075",
    "MPLI-COMP-044@9b6cc4fc",
    "MPLI-COMP-046@a1f4284c",
    "MPLI-COMP-047@7c4a7d8e",
  ],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "an order that holds within pages, within providers or for the first results only",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, a class that it has offers of", "Node-->>Kit: 200, results in order"],
  async run(t: Exam) {
    const { results } = onlyComponent(t, await askForWhatIsSold(t, "?limit=500"));
    if (results.length < 2) t.cannotTell("there are no two offers to put in order");
    for (const [index, next] of results.slice(1).entries()) {
      const before = results[index] ?? {};
      const wrong = `${JSON.stringify(keyOf(before))} before ${JSON.stringify(keyOf(next))}`;
      t.that(compare(keyOf(before), keyOf(next)) <= 0, "results in the order of the specification", wrong);
    }
  },
});

type Key = readonly [verdict: number, score: number, price: number, provider: string, offer: string];

function keyOf({ verdict, score, price, provider, offer }: JsonObject): Key {
  const monthly = isObject(price) && typeof price["monthly"] === "number" ? price["monthly"] : Infinity;
  return [VERDICTS.indexOf(String(verdict)), -Number(score), monthly, String(provider), String(offer)];
}

/** The first member that differs decides; what is nearly equal decides that nothing is wrong. */
function compare(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? left;
    if (left === right) continue;
    const isNear = typeof left === "number" && Math.abs(left - Number(right)) < NEARLY;
    return isNear ? 0 : left < right ? -1 : 1;
  }
  return 0;
}
