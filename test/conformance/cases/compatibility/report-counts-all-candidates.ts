import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type JsonObject, isObject } from "../../http.ts";
import { askWith, demandForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

const [LIMIT, VERDICTS] = [1000, ["compatible", "undetermined", "incompatible"]];

export default defineCase({
  title: "The counts are of all candidates, however few are listed",
  requirements: ["MPLI-COMP-048@16735c67"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting the results after they were cut",
  since: "0.1",
  sequence: [
    "Kit->>Node: POST matches?limit=1",
    "Kit->>Node: POST matches?limit=1000",
    "Node-->>Kit: the same counts",
  ],
  async run(t: Exam) {
    const demand = await demandForWhatIsSold(t);
    const all = onlyComponent(t, await askWith(t, demand, `?limit=${LIMIT}`));
    const few = onlyComponent(t, await askWith(t, demand, "?limit=1"));
    const counts = countsOf(t, all.component);
    t.equal(countsOf(t, few.component), counts, "the counts where one candidate is listed are");
    const listed = VERDICTS.map((verdict) => all.results.filter((one) => one["verdict"] === verdict).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    // Every candidate is listed, or so many that the node lists no more.
    if (total <= all.results.length) t.equal(counts, listed, "the counts of what is listed are");
    else
      t.that(
        listed.every((count, index) => count <= (counts[index] ?? 0)),
        "no more listed than counted",
        listed.join(),
      );
    t.that(total > 0, "at least one candidate of a class that is sold", "none");
  },
});

function countsOf(t: Exam, { counts }: JsonObject): number[] {
  t.that(isObject(counts), "`counts` of the component", JSON.stringify(counts));
  const numbers = VERDICTS.map((verdict) => counts[verdict]);
  const areCounts = numbers.every((one) => typeof one === "number" && Number.isInteger(one) && one >= 0);
  t.that(areCounts, "a whole number for each verdict", JSON.stringify(counts));
  return numbers.map(Number);
}
