import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";

const sellingTo = (customerIn: string) => ({ prerequisite: { customerIn } });
const from = (country: string) => ({ customer: { country } });
const ELSEWHERE = ["customer-elsewhere violated"];
const UNKNOWN = ["customer-place-unknown unknown"];

export default defineCase({
  title: "A customer's country must lie where an offer is sold to, and one that is not stated tells nothing",
  requirements: ["MPLI-COMP-075@ed9128e0", "MPLI-COMP-053@3872706e", "MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing codes in place of areas, or leaving a customer from elsewhere undetermined",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      country: sellingTo("NL"),
      union: sellingTo("EU"),
      continent: sellingTo("Europe"),
    });
    await expectUnmet(t, shelf, [
      { customer: from("NL"), left: { country: [], union: [], continent: [] } },
      { customer: from("AT"), left: { country: ELSEWHERE, union: [], continent: [] } },
      { customer: from("CH"), left: { country: ELSEWHERE, union: ELSEWHERE, continent: [] } },
      { customer: from("US"), left: { country: ELSEWHERE, union: ELSEWHERE, continent: ELSEWHERE } },
      { customer: {}, left: { country: UNKNOWN, union: UNKNOWN, continent: UNKNOWN } },
      { customer: { presents: ["NL", "EU", "Europe"] }, left: { country: UNKNOWN, union: UNKNOWN } },
    ]);
  },
});
