// The test vectors of the two Recommendations: the same bytes are signed, and the same signature comes out.
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../../functions/kernel/digest.ts";
import { CREDENTIALS_V2 } from "../../../functions/trust/contexts/credentials-v2.ts";
import { DATA_INTEGRITY_V2 } from "../../../functions/trust/contexts/data-integrity-v2.ts";
import { curveOf } from "../../../functions/trust/data-integrity/curves.ts";
import { hashData } from "../../../functions/trust/data-integrity/hash-data.ts";
import { proofStatements } from "../../../functions/trust/data-integrity/proof-statements.ts";
import { signDocument } from "../../support/sign-document.ts";
import { fromMultibase } from "../../../functions/trust/did/multibase.ts";
import { readMultikey } from "../../../functions/trust/did/multikey.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { CONTEXTS, PORTS, VECTORS } from "./documents.ts";
import { verifyProof } from "../../../functions/trust/data-integrity/verify.ts";

describe.each(VECTORS)("the alumni credential under $curve", (vector) => {
  const curve = curveOf(vector.curve)!;
  const proof = vector.signed["proof"] as JsonObject;
  const read = readMultikey(vector.publicKeyMultibase);
  const jwk = read.ok ? read.value : { kty: "" };
  const secret = fromMultibase(vector.secretKeyMultibase)!.slice(2);
  const key: JsonWebKey = { ...(jwk as JsonWebKey), d: base64url.encode(secret) };

  it("comes to the published bytes", async () => {
    const said = proofStatements(proof);
    const data = await hashData(vector.signed, said.ok ? said.value : "", curve, CONTEXTS);
    expect(data.ok && bytesToHex(data.value.bytes)).toBe(vector.hashData);
  });

  it("holds by the published signature", async () => {
    const imported = await crypto.subtle.importKey("jwk", jwk as JsonWebKey, curve.key, false, ["verify"]);
    const signature = fromMultibase(proof["proofValue"] as string)!;
    const bytes = Uint8Array.from(hexToBytes(vector.hashData));
    expect(await crypto.subtle.verify(curve.signature, imported, signature, bytes)).toBe(true);
  });

  it("is by an issuer that is no DID, which is refused", async () => {
    const found = await verifyProof(vector.signed, { purpose: "assertionMethod" }, PORTS);
    expect(found).toMatchObject({ ok: false, refusal: { code: "issuer-mismatch" } });
  });

  it("is signed with the published key: by Ed25519 to the same signature, by ECDSA to one that holds", async () => {
    const did = `did:key:${vector.publicKeyMultibase}`;
    const { proof: _, ...document } = vector.signed;
    const options = {
      created: proof["created"] as string,
      verificationMethod: proof["verificationMethod"] as string,
      proofPurpose: "assertionMethod" as const,
    };
    if (vector.curve === "Ed25519") {
      const same = await signDocument(document, options, { key, contexts: CONTEXTS });
      expect(same).toEqual({ ok: true, value: vector.signed });
    }
    const verificationMethod = `${did}#${vector.publicKeyMultibase}`;
    const signing = { key, contexts: CONTEXTS };
    const ours = await signDocument(
      { ...document, issuer: did },
      { ...options, verificationMethod },
      signing,
    );
    const found = ours.ok && (await verifyProof(ours.value, { purpose: "assertionMethod" }, PORTS));
    expect(found).toMatchObject({ ok: true, value: { signer: did, suite: curve.suite } });
  });
});

describe("contexts of known content", () => {
  it("are those whose hashes the Recommendations state", () => {
    expect(sha256Hex(CREDENTIALS_V2)).toBe(
      "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    );
    expect(sha256Hex(DATA_INTEGRITY_V2)).toBe(
      "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
    );
  });
});
