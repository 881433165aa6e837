// The keys of a node: which sign, which are shown, and that no private half gets out.
import { compactVerify, importJWK } from "jose";
import { describe, expect, it } from "vitest";
import { readKeyRing } from "../../../functions/trust/issuing/keys.ts";
import { RFC_8037_KEY as KEY, ringOf } from "../../support/issuing.ts";

/** RFC 7515, appendix A.3. */
const P_256 = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
};
const { d: _, ...RETIRED } = KEY;
const { d: __, ...P_256_RETIRED } = P_256;
const AS = { did: "did:web:cloud.example", typ: "vc+jwt", cty: "vc" };
const namesOf = (key: object) => ringOf(key).keys.map(({ name }) => name);

describe("a ring", () => {
  it("is empty without keys, and signs nothing where all are retired", () => {
    expect(readKeyRing({ set: "", single: undefined })).toEqual({ ok: true, value: { keys: [] } });
    const ring = readKeyRing({ set: JSON.stringify({ keys: [RETIRED] }) });
    expect(ring).toMatchObject({ ok: true, value: { keys: [{ isRetired: true }] } });
    expect(ring.ok && ring.value).not.toHaveProperty("sign");
  });

  it("names a key by its kid, else by its thumbprint; one that was set alone has its old name", () => {
    // RFC 8037, appendix A.3.
    expect(namesOf({ keys: [KEY] })).toEqual(["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"]);
    expect(namesOf({ keys: [{ ...KEY, kid: "2026-11" }, P_256_RETIRED] })[0]).toBe("2026-11");
    expect(namesOf(KEY)).toEqual(["key-1"]);
  });

  it.each([
    ["EdDSA", { keys: [KEY, P_256] }, RETIRED],
    ["ES256", { keys: [P_256, KEY] }, P_256_RETIRED],
    ["ES256", { keys: [RETIRED, P_256] }, P_256_RETIRED],
  ])("signs by %s with the first key that has its private half", async (alg, set, open) => {
    const ring = ringOf(set);
    const token = await ring.sign({ a: 1 }, AS);
    const { protectedHeader, payload } = await compactVerify(token, await importJWK(open, alg));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ a: 1 });
    const name = ring.keys.find(({ jwk }) => jwk.x === open.x)?.name;
    expect(protectedHeader).toEqual({ alg, typ: "vc+jwt", cty: "vc", kid: `did:web:cloud.example#${name}` });
  });

  it.each([
    ["ed25519", { keys: [KEY] }],
    ["ecdsa-p256-sha256", { keys: [RETIRED, P_256] }],
  ])(
    "signs requests by %s with the same key, under the name that its DID document gives it",
    async (alg, set) => {
      const ring = ringOf(set);
      const signer = ring.signerOf?.(AS.did);
      const key = ring.keys.find(({ isRetired }) => !isRetired);
      expect(signer).toMatchObject({ alg, keyid: `${AS.did}#${key?.name}` });
      const signature = await signer?.sign(new Uint8Array(3));
      const imported = await importJWK(key?.jwk as object, alg === "ed25519" ? "EdDSA" : "ES256");
      const how = alg === "ed25519" ? { name: "Ed25519" } : { name: "ECDSA", hash: "SHA-256" };
      const holds = (bytes: Uint8Array) =>
        crypto.subtle.verify(how, imported as CryptoKey, signature ?? new Uint8Array(), bytes);
      expect([await holds(new Uint8Array(3)), await holds(new Uint8Array(4))]).toEqual([true, false]);
    },
  );

  it("shows public members alone", () => {
    const ring = ringOf({ keys: [{ ...KEY, use: "sig", key_ops: ["sign", "verify"] }, P_256] });
    expect(ring.keys.map(({ jwk }) => Object.keys(jwk))).toEqual([
      ["kty", "crv", "x"],
      ["kty", "crv", "x", "y"],
    ]);
    expect(JSON.stringify(ring)).not.toContain(KEY.d);
  });
});

describe("what is no set of keys is refused, without a word of it", () => {
  it.each<[string, unknown]>([
    ["no JSON", `{"d":"${KEY.d}`],
    ["a key in place of a set", KEY],
    ["a list", [KEY]],
    ["a key of another curve", { keys: [{ ...KEY, crv: "X25519" }] }],
    ["a shared secret", { keys: [{ kty: "oct", k: KEY.d }] }],
    ["a private half of another length", { keys: [{ ...KEY, d: KEY.d.slice(2) }] }],
    ["a public half of another length", { keys: [{ ...KEY, x: KEY.x.slice(2) }] }],
    ["a key with other private members", { keys: [{ ...KEY, p: KEY.d }] }],
    ["two keys of one name", { keys: [KEY, RETIRED] }],
    ["a name that is no fragment", { keys: [{ ...KEY, kid: "a b" }] }],
    ["too many keys", { keys: Array.from({ length: 61 }, (_, index) => ({ ...KEY, kid: `${index}` })) }],
  ])("%s", (_, set) => {
    const ring = readKeyRing({ set: typeof set === "string" ? set : JSON.stringify(set) });
    expect(ring).toMatchObject({ ok: false, refusal: { code: "malformed-signing-keys" } });
    expect(JSON.stringify(ring)).not.toContain(KEY.d.slice(2, 20));
  });

  it("halves that do not belong together sign nothing", async () => {
    const other = { ...KEY, d: "A".repeat(43) };
    await expect(ringOf({ keys: [other] }).sign({}, AS)).rejects.toThrow(/does not belong/);
  });
});
