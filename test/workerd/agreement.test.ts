// Orders, agreements and access on the runtime that nodes run on: its WebCrypto signs and encrypts as Node's does.
import { describe, expect, it } from "vitest";
import { openAccess, sealAccess } from "../../functions/delivery/access.ts";
import { checkAgreement, countersign } from "../../functions/delivery/agreement/countersign.ts";
import { generateKeyPair, exportJWK } from "jose";
import { readAccessKey } from "../../functions/delivery/access.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { NOW, order, provider, resolveKey } from "../delivery/agreement/parties.ts";

describe("in workerd", () => {
  it("an order of Ed25519 is agreed with a signature of P-256", async () => {
    const mine = await order();
    const { document } = await countersign(mine, { sign: provider.sign, now: NOW });
    const checked = await checkAgreement(document, { order: mine.compact, resolveKey, now: NOW });
    expect(checked).toMatchObject({ ok: true });
  });

  it.each(["X25519", "P-256"])("access is encrypted to a key of %s, and opened", async (crv) => {
    const pair = await generateKeyPair("ECDH-ES+A256KW", { crv, extractable: true });
    const key = readAccessKey((await exportJWK(pair.publicKey)) as Json);
    if (!key.ok) throw new Error(key.refusal.reason);
    const sealed = await sealAccess({ host: "10.0.0.7" }, key.value, { order: "1" });
    if (!sealed.ok) throw new Error(sealed.refusal.code);
    const opened = await openAccess(sealed.value, await exportJWK(pair.privateKey), { order: "1" });
    expect(opened).toEqual({ ok: true, value: { host: "10.0.0.7" } });
    expect((await openAccess(sealed.value, await exportJWK(pair.privateKey), { order: "2" })).ok).toBe(false);
  });
});
