import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { feedPages } from "../../steps/feed.ts";

const DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";

export default defineCase({
  title: "Each change states its offer, its number and its time",
  requirements: ["MPLI-DISC-041@34f2691f"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "tombstones without their offer, or times that are numbers",
  since: "0.1",
  async run(t: Exam) {
    const pages = await feedPages(t, t.endpoint("changes"), 4);
    if (pages.every(({ changes }) => changes.length === 0)) t.cannotTell("nothing has changed yet");
    for (const { graph, changes } of pages)
      for (const { iri: change } of changes) {
        const one = (property: string) => {
          const [term, ...more] = graph.terms(change, property);
          t.that(
            term !== undefined && more.length === 0,
            `one ${property} of ${change}`,
            String(more.length + (term ? 1 : 0)),
          );
          return term;
        };
        t.equal(one("dct:isVersionOf").termType, "NamedNode", `the kind of the offer of ${change} is`);
        const number = one("mpli:sequence").value;
        t.that(/^[1-9]\d*$/.test(number), `a whole number as mpli:sequence of ${change}`, number);
        const time = one("dct:modified");
        const isTime =
          time.termType === "Literal" &&
          time.datatype.value === DATE_TIME &&
          !Number.isNaN(Date.parse(time.value));
        t.that(isTime, `an xsd:dateTime as dct:modified of ${change}`, time.value);
      }
  },
});
