// A credential as SD-JWT VC: its type, what may not be withheld from its reader, and its times.
import { describe, expect, it } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { ok, refused } from "../../../functions/kernel/result.ts";
import { readSdJwtVc } from "../../../functions/trust/sd-jwt/sd-jwt-vc.ts";
import { CLAIMS, NOW, STRANGER, digestOf, disclose, present, sign, verifyIssuer } from "./issuer.ts";

type Claims = { readonly [name: string]: Json };

const read = async (claims: Claims, disclosures: readonly string[] = [], typ?: string) =>
  readSdJwtVc(await present(disclosures, claims, typ), verifyIssuer);

const without = (name: string): Claims =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([claim]) => claim !== name));

const malformed = { ok: false, refusal: { code: "malformed-sd-jwt" } };

describe("a credential", () => {
  it("is read with its claims, type, issuer, times and what a key binding is over", async () => {
    const name = disclose("salt", "name", "Example AS");
    const text = await present([name], {
      ...CLAIMS,
      nbf: NOW,
      _sd: [digestOf(name, "sha512")],
      _sd_alg: "sha-512",
    });
    expect(await readSdJwtVc(`${text}k.b.j`, verifyIssuer)).toEqual(
      ok({
        header: { alg: "ES256", typ: "dc+sd-jwt" },
        claims: { ...CLAIMS, nbf: NOW, name: "Example AS" },
        vct: CLAIMS["vct"],
        issuer: CLAIMS["iss"],
        issuedAt: CLAIMS["iat"],
        notBefore: NOW,
        expires: CLAIMS["exp"],
        presented: text,
        hash: "sha-512",
        keyBinding: "k.b.j",
      }),
    );
  });

  it("needs no issuer, times or key of a holder", async () => {
    expect(await read({ vct: "urn:a" })).toMatchObject({
      ok: true,
      value: { claims: { vct: "urn:a" }, vct: "urn:a" },
    });
  });

  it("is refused as its signature is, before its claims are looked at", async () => {
    const forged = `${await sign({ _sd_alg: "md5" }, { typ: "dc+sd-jwt" }, STRANGER)}~`;
    expect(await readSdJwtVc(forged, verifyIssuer)).toEqual(refused({ code: "bad-signature" }));
  });

  it("is refused unverified where it has no form", async () => {
    const never = () => Promise.reject(new Error("asked"));
    expect(await readSdJwtVc("h.p.s", never)).toMatchObject(malformed);
    expect(await readSdJwtVc("h.p.s~x~", never)).toMatchObject({ ok: false });
  });

  it("is refused where the verifier of signatures gives no objects", async () => {
    for (const [header, payload] of [
      [[], {}],
      [{}, []],
      [null, {}],
      [{}, "x"],
    ] as [Json, Json][])
      expect(await readSdJwtVc("h.p.s~", async () => ok({ header, payload }))).toMatchObject(malformed);
  });
});

describe("the type of the token", () => {
  it.each(["sd-jwt", "vc+jwt", "kb+jwt", "JWT", "DC+SD-JWT", "application/dc+sd-jwt", ""])(
    "%j is refused",
    async (typ) => {
      expect(await read(CLAIMS, [], typ)).toMatchObject(malformed);
    },
  );

  it("must be there", async () => {
    expect(await readSdJwtVc(`${await sign(CLAIMS, {})}~`, verifyIssuer)).toMatchObject(malformed);
  });

  it("may be vc+sd-jwt, but for W3C's format of that name", async () => {
    expect(await read(CLAIMS, [], "vc+sd-jwt")).toMatchObject({ ok: true });
    expect(await read({ ...CLAIMS, "@context": [] }, [], "vc+sd-jwt")).toMatchObject(malformed);
    expect(await read(without("vct"), [], "vc+sd-jwt")).toEqual(refused({ code: "vct-missing" }));
    const context = disclose("salt", "@context", ["https://www.w3.org/ns/credentials/v2"]);
    expect(await read({ ...CLAIMS, _sd: [digestOf(context)] }, [context], "vc+sd-jwt")).toMatchObject(
      malformed,
    );
  });
});

describe("vct", () => {
  it.each<[string, Claims]>([
    ["absent", without("vct")],
    ["empty", { ...CLAIMS, vct: "" }],
    ["a list", { ...CLAIMS, vct: ["urn:a"] }],
    ["null", { ...CLAIMS, vct: null }],
  ])("that is %s is refused", async (_, claims) => {
    expect(await read(claims)).toEqual(refused({ code: "vct-missing" }));
  });
});

describe("what decides on validity", () => {
  const values: { readonly [claim: string]: Json } = {
    ...CLAIMS,
    nbf: NOW,
    status: { status_list: { idx: 1, uri: "https://issuer.example/status" } },
    "vct#integrity": "sha256-x",
  };

  it.each(Object.keys(values))("%s cannot be disclosed", async (claim) => {
    const { [claim]: value = null, ...rest } = values;
    const one = disclose("salt", claim, value);
    expect(await read(values)).toMatchObject({ ok: true });
    expect(await read({ ...rest, _sd: [digestOf(one)] }, [one])).toEqual(
      refused({ code: "claim-not-disclosable", claim }),
    );
    expect(await read({ ...values, _sd: [digestOf(one)] }, [one])).toEqual(
      refused({ code: "claim-collision", claim }),
    );
  });

  it("cannot be disclosed in part, nor withheld in part", async () => {
    const one = disclose("salt", "status_list", { idx: 1, uri: "https://issuer.example/status" });
    const claims = { ...CLAIMS, status: { _sd: [digestOf(one)] } };
    const no = refused({ code: "claim-not-disclosable", claim: "status" });
    expect(await read(claims, [one])).toEqual(no);
    expect(await read(claims)).toEqual(no);
  });

  it("is free below the top, and sub is free everywhere", async () => {
    const one = disclose("salt", "status", "active");
    const sub = disclose("salt", "sub", "urn:a");
    const claims = { ...CLAIMS, company: { _sd: [digestOf(one)] }, _sd: [digestOf(sub)] };
    expect(await read(claims, [one, sub])).toMatchObject({
      ok: true,
      value: { claims: { company: { status: "active" }, sub: "urn:a" } },
    });
  });

  it("is refused where the issuer is no text", async () => {
    expect(await read({ ...CLAIMS, iss: ["https://issuer.example"] })).toMatchObject(malformed);
  });
});

describe("a time", () => {
  it.each<[string, Json]>([
    ["in milliseconds", NOW * 1000],
    ["of the limit", 1e11],
    ["with a fraction", NOW + 0.5],
    ["before 1970", -1],
    ["as text", String(NOW)],
    ["that is null", null],
  ])("%s is refused", async (_, time) => {
    for (const claim of ["iat", "nbf", "exp"])
      expect(await read({ ...CLAIMS, [claim]: time })).toEqual(refused({ code: "malformed-time", claim }));
  });

  it("may be the first second and the last below the limit", async () => {
    expect(await read({ ...CLAIMS, nbf: 0, exp: 1e11 - 1 })).toMatchObject({
      ok: true,
      value: { notBefore: 0, expires: 1e11 - 1 },
    });
  });
});
