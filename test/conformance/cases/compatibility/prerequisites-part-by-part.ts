import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { TERMS, expectUnmet } from "../../steps/prerequisites.ts";

const TOKEN = "prerequisite-not-presented unknown";
const ACCEPTANCE = "terms-not-accepted unknown";
const NOWHERE = "customer-place-unknown unknown";
const ELSEWHERE = "customer-elsewhere violated";

export default defineCase({
  title: "Each part of a prerequisite is judged by itself, and the provider's hold for all of its offers",
  requirements: ["MPLI-COMP-075@ed9128e0", "MPLI-COMP-053@3872706e", "MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking one part that is met for the whole, or stopping at the first that is not",
  since: "0.1",
  writes: true,
  async run(t) {
    const all = { ask: "legal-person", terms: TERMS, customerIn: "EU" };
    const shelf = await shelfOf(
      t,
      { plain: {}, strict: { prerequisite: { ask: "business-email" } } },
      { provider: { prerequisite: all } },
    );
    const [token, accepted, dutch, swiss] = [
      { presents: ["legal-person"] },
      { accepts: [TERMS] },
      { customer: { country: "NL" } },
      { customer: { country: "CH" } },
    ];
    await expectUnmet(t, shelf, [
      {
        customer: {},
        left: { plain: [TOKEN, ACCEPTANCE, NOWHERE], strict: [TOKEN, TOKEN, ACCEPTANCE, NOWHERE] },
      },
      { customer: token, left: { plain: [ACCEPTANCE, NOWHERE], strict: [TOKEN, ACCEPTANCE, NOWHERE] } },
      { customer: accepted, left: { plain: [TOKEN, NOWHERE] } },
      { customer: dutch, left: { plain: [TOKEN, ACCEPTANCE] } },
      { customer: swiss, left: { plain: [TOKEN, ACCEPTANCE, ELSEWHERE] } },
      {
        customer: { ...token, ...accepted, ...swiss },
        left: { plain: [ELSEWHERE], strict: [TOKEN, ELSEWHERE] },
      },
      { customer: { ...token, ...accepted, ...dutch }, left: { plain: [], strict: [TOKEN] } },
    ]);
  },
});
