import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, placed, sell, standing } from "../../steps/orders.ts";
import { ask, signRequest } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A signature that the key in `keyid` did not make is refused",
  requirements: ["MPLI-ORD-005@9591b196"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a key that is found and never tried",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const { by, address } = order;
    const stranger = { ...customer(), did: by.did, kid: by.kid };
    t.refusal(await ask(t, stranger, address), 401, "signature-invalid");
    const sent = signRequest(t, by, address);
    t.status(await t.request(address, sent), 200);
    t.refusal(await t.request(`${address}/events`, sent), 401, "signature-invalid");
    t.refusal(await t.request(`${address}?after=1`, sent), 401, "signature-invalid");
    const posted = signRequest(t, by, address, { method: "DELETE" });
    t.refusal(await t.request(address, { ...posted, method: "GET" }), 401, "signature-invalid");
    await standing(t, order);
  },
});
