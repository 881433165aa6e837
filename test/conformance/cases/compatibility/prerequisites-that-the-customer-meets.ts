import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { TERMS, expectUnmet } from "../../steps/prerequisites.ts";

const TOKEN = "prerequisite-not-presented unknown";
const ACCEPTANCE = "terms-not-accepted unknown";

export default defineCase({
  title:
    "A token must be presented and terms accepted, each as it is asked for, or the offer is undetermined",
  requirements: ["MPLI-COMP-075@ed9128e0", "MPLI-COMP-053@3872706e", "MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what is not said as a no, or taking a token of the same name for an acceptance",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      open: {},
      token: { prerequisite: { ask: "legal-person" } },
      terms: { prerequisite: { terms: TERMS } },
    });
    await expectUnmet(t, shelf, [
      { customer: {}, left: { open: [], token: [TOKEN], terms: [ACCEPTANCE] } },
      { customer: { presents: "legal-person" }, left: { token: [], terms: [ACCEPTANCE] } },
      { customer: { accepts: TERMS }, left: { token: [TOKEN], terms: [] } },
      { customer: { presents: ["legal", TERMS] }, left: { token: [TOKEN], terms: [ACCEPTANCE] } },
      {
        customer: { presents: "LEGAL-PERSON", accepts: [`${TERMS}/v2`, `${TERMS}#v2`] },
        left: { token: [TOKEN], terms: [ACCEPTANCE] },
      },
      {
        customer: { presents: ["vat-number", "legal-person"], accepts: [`${TERMS}/v2`, TERMS] },
        left: { open: [], token: [], terms: [] },
      },
    ]);
  },
});
