import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  AGREEMENT_TYPE,
  accept,
  acceptanceOf,
  agreementIn,
  documentIn,
  placed,
  sell,
  standing,
  verify,
} from "../../steps/orders.ts";
import { readDocument } from "../../steps/agreements.ts";

export default defineCase({
  title: "An offer that is held is agreed upon when its customer accepts it",
  requirements: ["MPLI-ORD-030@2b8639b1", "MPLI-ORD-036@3e884467"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an acceptance that waits for somebody else",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t), { hold: 600 });
    t.status(await accept(t, one, acceptanceOf(one)), 200);
    const order = await standing(t, one);
    t.equal(agreementIn(t, order)["state"], "AGREED", "the state of the agreement is");
    const document = documentIn(t, order);
    const { header } = await readDocument(t, document);
    t.equal(header["typ"], AGREEMENT_TYPE, "the `typ` of the agreement is");
    t.status(await verify(t, one, document), 200);
  },
});
