import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { turtleWith } from "../../steps/publications.ts";

/** More than any provider sells. */
const MANY = 25_000;

export default defineCase({
  title: "Too many offers are refused with the number that would do",
  requirements: ["MPLI-DISC-058@7bff5602"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "finding out by running out of memory",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: ["Kit->>Provider: PUT manifest with 25,000 offers", "Provider-->>Kit: 413 too-many-offers"],
  async run(t: Exam) {
    const address = t.endpoint("manifest");
    const offers = Array.from({ length: MANY }, (_, index) => `<o/${index}>`);
    const facts = offers.map((offer) => `${offer} mpli:serviceClass mpli:Cache .`);
    const body = turtleWith(t, `<${address}> mpli:offer ${offers.join(",")} .\n${facts.join("\n")}`);
    if (body.length > (t.declared.limits["manifestBytes"] ?? Infinity))
      t.cannotTell(`a manifest of ${MANY} offers is larger than the target takes`);
    const answer = await t.publish(body);
    if (answer.status < 400)
      t.cannotTell(`the target takes ${MANY} offers, which is as many as the kit sends`);
    if (answer.status === 413 && answer.json()["code"] === "body-too-large")
      t.cannotTell(`a manifest of ${MANY} offers is larger than the target takes`);
    const { limit } = t.refusal(answer, 413, "too-many-offers");
    const isNumber = typeof limit === "number" && Number.isInteger(limit) && limit > 0 && limit < MANY;
    t.that(isNumber, "a whole number of offers in `limit`, fewer than were sent", JSON.stringify(limit));
  },
});
