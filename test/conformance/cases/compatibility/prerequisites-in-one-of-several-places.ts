import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";

const ELSEWHERE = ["customer-elsewhere violated"];
const from = (country: string) => ({ customer: { country } });

export default defineCase({
  title: "Of several places that one prerequisite names, the customer's country has to lie in one",
  requirements: ["MPLI-COMP-075@ed9128e0", "MPLI-COMP-053@3872706e", "MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading the first place only, or asking the customer to be in all of them",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      one: { prerequisite: { customerIn: ["NL", "CH", "AT"] } },
      // Two prerequisites are two conditions: one place of each.
      both: { prerequisite: [{ customerIn: ["NL", "CH"] }, { customerIn: ["US", "EU"] }] },
    });
    await expectUnmet(t, shelf, [
      { customer: from("NL"), left: { one: [], both: [] } },
      { customer: from("CH"), left: { one: [], both: ELSEWHERE } },
      { customer: from("AT"), left: { one: [], both: ELSEWHERE } },
      { customer: from("DE"), left: { one: ELSEWHERE, both: ELSEWHERE } },
      { customer: from("US"), left: { one: ELSEWHERE, both: ELSEWHERE } },
    ]);
  },
});
