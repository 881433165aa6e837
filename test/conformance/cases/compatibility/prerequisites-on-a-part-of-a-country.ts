import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";

export default defineCase({
  title: "Whether a customer is in a part of its country cannot be told, and elsewhere it is not",
  requirements: ["MPLI-COMP-075@ed9128e0", "MPLI-COMP-053@3872706e", "MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting every country that is not within the area as elsewhere, whatever it contains",
  since: "0.1",
  writes: true,
  async run(t) {
    // The vocabulary does not say that one of these codes lies in the other; the manifest does.
    const place = [{ id: "https://w3id.org/mpli/place/RE", within: "FR" }];
    const shelf = await shelfOf(t, { island: { prerequisite: { customerIn: "RE" } } }, { place });
    const from = (country: string, ...island: string[]) => ({
      customer: { customer: { country } },
      left: { island },
    });
    await expectUnmet(t, shelf, [
      from("RE"),
      from("FR", "customer-place-unknown unknown"),
      from("DE", "customer-elsewhere violated"),
    ]);
  },
});
