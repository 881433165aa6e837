import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { PRICE, accessPair, customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order with a member that is not in its form is refused",
  requirements: ["MPLI-ORD-014@9e716900"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "values that are mended in silence",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const { jwk, privateKey } = accessPair();
    const sound = orderOf(await sell(t), by, { accessKey: jwk });
    for (const spoilt of [
      { type: "Demand" },
      { manifest: String(sound["manifest"]).replace("sha256:", "") },
      { price: { ...PRICE, amount: "four" } },
      { price: { amount: "4.00", per: "month" } },
      { price: "4.00 EUR" },
      { parameters: ["2 GiBy"] },
      { terms: "accepted" },
      { hold: "60" },
      { hold: -1 },
      { deadline: "tomorrow" },
      { exp: "2027-01-01T00:00:00Z" },
      { callback: "here" },
      { price: { ...PRICE, vat: "21" } },
      { wish: "a quiet room" },
      // Whoever sends the private half has shown it.
      { accessKey: privateKey.export({ format: "jwk" }) },
      { accessKey: by.jwk },
    ])
      await refusesOrder(t, by, { ...sound, ...spoilt }, [422, "order-malformed"]);
    t.status(await place(t, by, sound), 201);
  },
});
