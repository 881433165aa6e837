import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { TERMS } from "../../steps/prerequisites.ts";
import { type Change, expectRelaxations } from "../../steps/relaxations.ts";

const TOKEN: Change = { how: "bring", need: { kind: "presentation", of: "legal-person" } };
const ACCEPTANCE: Change = { how: "bring", need: { kind: "acceptance", of: TERMS } };

export default defineCase({
  title: "What the customer has yet to present or to accept is a change as well, each by itself",
  requirements: ["MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "proposing changes of the requirements alone, under which the offer is still undetermined",
  since: "0.1",
  writes: true,
  async run(t) {
    const asks = [{ ask: "legal-person" }, { ask: "business-email", terms: TERMS }];
    const shelf = await shelfOf(t, {
      token: { vcpus: 4, prerequisite: { ask: "legal-person" } },
      both: { vcpus: 4, prerequisite: asks },
      placed: { vcpus: 4, prerequisite: { ask: "legal-person", customerIn: "EU" } },
    });
    const fits = { on: "vcpus", atLeast: "4" };
    const large = { on: "vcpus", atLeast: "8" };
    const move: Change = { how: "move", on: "vcpus", from: { atLeast: "8" }, to: { atLeast: "4" } };
    const rows = [
      { offer: "token", must: [fits], changes: [TOKEN] },
      { offer: "both", must: [fits], changes: [TOKEN, ACCEPTANCE] },
      { offer: "both", must: [large], changes: [TOKEN, ACCEPTANCE, move] },
      { offer: "placed", must: [fits], changes: [TOKEN] },
    ];
    const customer = { presents: ["business-email"], customer: { country: "NL" } };
    await expectRelaxations(t, shelf, rows, customer);
  },
});
