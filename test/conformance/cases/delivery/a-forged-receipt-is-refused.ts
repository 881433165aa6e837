import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { below, receiptOf } from "../../steps/layers.ts";
import { digestOf } from "../../steps/orders.ts";
import { provisioning } from "../../steps/runner.ts";

export default defineCase({
  title: "A receipt that its provider did not sign is refused",
  requirements: ["MPLI-DEL-095@7c8e5c2a"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a reseller that vouches for layers which never signed anything",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const sound = below(one.id);
    const [head = "", body = "", signature = ""] = sound.receipt.split(".");
    const payload = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const better = Buffer.from(JSON.stringify({ ...payload, certifications: ["SOC2"] })).toString(
      "base64url",
    );
    const { sequence, time } = run.next("succeeded");
    for (const forged of [
      [head, better, signature].join("."),
      [head, body, ""].join("."),
      below(one.id, {}, issuer()).receipt,
      below(one.id, { provider: issuer().did }).receipt,
      "a receipt",
    ]) {
      const data = { receipts: [sound.receipt, forged] };
      const answer = await run.reports({ sequence, time, type: "succeeded", data });
      t.refusal(answer, 422, "receipt-invalid");
    }
    const data = { receipts: [sound.receipt] };
    t.status(await run.reports({ sequence, time, type: "succeeded", data }), 200);
    const shown = await receiptOf(t, one);
    t.equal(
      shown.below.map(({ digest }) => digest),
      [digestOf(sound.receipt)],
      "the digests in `below` are",
    );
  },
});
