import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RARE, shelfOf } from "../../steps/demands.ts";
import { changesIn, proposals } from "../../steps/relaxations.ts";
import { onlyComponent } from "../../steps/reports.ts";

/** What the demand says of the customer, and the offers that no change to it can make compatible for that customer. */
const HELPLESS = [
  [{}, ["gone", "retired", "placed"]],
  [{ customer: { country: "CH" } }, ["gone", "retired", "placed"]],
  [{ customer: { country: "NL" } }, ["gone", "retired"]],
] as const;

export default defineCase({
  title: "No change is proposed for what is no longer sold, or not to this customer",
  requirements: ["MPLI-COMP-097@ad35d504", "MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "proposing to lower a bound for an offer that is withdrawn",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const small = { vcpus: 2 };
    const shelf = await shelfOf(t, {
      gone: { ...small, status: "endOfSale" },
      retired: { ...small, status: "retired" },
      placed: { ...small, prerequisite: { customerIn: "EU" } },
      sold: small,
    });
    const must = [{ on: "vcpus", atLeast: "4" }];
    for (const [customer, offers] of HELPLESS) {
      const answer = await shelf.ask({ ...customer, component: [{ class: RARE, must }] });
      const { component, results } = onlyComponent(t, answer);
      const changes = (name: string) =>
        changesIn(results.find(({ offer }) => offer === shelf.offer(name))?.["relaxation"]);
      const said = `for ${JSON.stringify(customer)} the number of changes for`;
      t.equal(changes("sold").length, 1, `${said} an offer that is sold is`);
      for (const name of offers) {
        t.equal(changes(name).length, 0, `${said} ${name} is`);
        const isProposed = proposals(component).some(({ offer }) => offer === shelf.offer(name));
        t.that(!isProposed, `no entry of \`relaxations\` with the offer ${name}`, "one");
      }
    }
  },
});
