import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { createHash } from "node:crypto";
import { isObject } from "../../http.ts";
import {
  bill,
  claimIn,
  credentialIn,
  ended,
  invoice,
  monthOf,
  rows,
  sumOf,
  use,
  usageFile,
  used,
} from "../../steps/accounts.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A bill binds an invoice to the usage behind it",
  requirements: ["MPLI-DEL-126@f0184609"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "totals that nobody can recompute",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await ended(t);
    t.status(await use(t, it, [used(it)]), 200);
    const asked = invoice();
    const answer = await bill(t, it, asked);
    t.status(answer, 201);
    const found = credentialIn(t, answer);
    t.equal(found.payload["issuer"], it.ware.provider, "the issuer is");
    const said = claimIn(t, found, "invoice");
    t.equal(said["invoiceNumber"], asked["invoiceNumber"], "the invoice is");
    t.equal(said["seller"], it.ware.provider, "the seller is");
    t.equal(said["buyer"], it.one.by.did, "the buyer is");
    t.equal(said["currency"], "EUR", "the currency is");
    const document = isObject(said["document"]) ? said["document"] : {};
    t.equal(
      document["digestSRI"],
      (asked["document"] as { digestSRI: string }).digestSRI,
      "the digest of the invoice is",
    );
    const net = Math.round(sumOf(await rows(t, it), "BilledCost") / 10_000);
    t.equal(Math.round(Number(said["totalWithoutVat"]) * 100), net, "the total in cents is");
    t.equal(Math.round(Number(said["totalWithVat"]) * 100), net + 100, "the total with VAT in cents is");
    const file = await usageFile(t, it, "text/csv");
    t.status(file, 200);
    const usage = isObject(said["usage"]) ? said["usage"] : {};
    const digest = `sha256-${createHash("sha256").update(file.bytes).digest("base64")}`;
    t.equal(usage["digestSRI"], digest, "the digest of the usage file is");
    const read = await ask(t, it.one.by, `${it.one.address}/bills/${monthOf(it)}`);
    t.status(read, 200);
    t.equal(read.text, answer.text, "what the customer reads is");
    const again = await bill(t, it, asked);
    t.status(again, 200);
    t.equal(again.text, answer.text, "the same bill is");
  },
});
