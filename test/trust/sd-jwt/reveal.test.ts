// Where disclosures go, and everything that a holder may not do with them.
import { describe, expect, it } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { ok, refused } from "../../../functions/kernel/result.ts";
import { splitSdJwt } from "../../../functions/trust/sd-jwt/disclosures.ts";
import { MAX_DEPTH, reveal } from "../../../functions/trust/sd-jwt/reveal.ts";
import { digestOf, disclose, encode } from "./issuer.ts";

const split = (...disclosures: string[]) => splitSdJwt(["h.p.s", ...disclosures, ""].join("~"));

async function shown(payload: { [name: string]: Json }, ...disclosures: string[]) {
  const parts = split(...disclosures);
  if (!parts.ok) return parts;
  return reveal(payload, parts.value.disclosures);
}

const NAME = disclose("s1", "name", "Example AS");
const OTHER_NAME = disclose("s2", "name", "Other AS");
const COUNTRY = disclose("s3", "NO");
const reserved = refused({
  code: "malformed-sd-jwt",
  reason: "a reserved name stands where it has no meaning",
});

describe("a disclosure", () => {
  it.each([
    ["null", null],
    ["an empty array", []],
    ["an empty object", {}],
    ["false", false],
  ])("may have %s as value", async (_, value) => {
    const member = disclose("s", "n", value);
    const element = disclose("s", value);
    expect(
      await shown({ _sd: [digestOf(member)], a: [{ "...": digestOf(element) }] }, member, element),
    ).toEqual(ok({ a: [value], n: value }));
  });

  it("that no digest asks for is refused", async () => {
    expect(await shown({ _sd: [digestOf(NAME)] }, NAME, COUNTRY)).toEqual(
      refused({ code: "disclosure-unused", index: 1 }),
    );
    expect(await shown({ _sd: [] }, NAME)).toMatchObject({ ok: false });
    expect(await shown({}, NAME)).toMatchObject({ ok: false });
  });

  it("that is presented twice is refused", async () => {
    expect(await shown({ _sd: [digestOf(NAME)] }, NAME, NAME)).toMatchObject({
      ok: false,
      refusal: { code: "disclosure-unused" },
    });
  });

  it("inside one that is withheld is refused", async () => {
    const outer = disclose("s", "organisation", { _sd: [digestOf(NAME)] });
    const payload = { _sd: [digestOf(outer)] };
    expect(await shown(payload, NAME, outer)).toEqual(ok({ organisation: { name: "Example AS" } }));
    expect(await shown(payload, outer)).toEqual(ok({ organisation: {} }));
    expect(await shown(payload, NAME)).toEqual(refused({ code: "disclosure-unused", index: 0 }));
  });

  it("of an array's element cannot be a member, nor the reverse", async () => {
    const misplaced = { ok: false, refusal: { code: "disclosure-malformed", index: 0 } };
    expect(await shown({ _sd: [digestOf(COUNTRY)] }, COUNTRY)).toMatchObject(misplaced);
    expect(await shown({ countries: [{ "...": digestOf(NAME) }] }, NAME)).toMatchObject(misplaced);
    expect(await shown({ countries: [{ "...": digestOf(COUNTRY) }] }, COUNTRY)).toEqual(
      ok({ countries: ["NO"] }),
    );
  });

  it("matches only a digest in base64url without padding", async () => {
    const padded = Buffer.from(digestOf(NAME), "base64url").toString("base64");
    expect(await shown({ _sd: [padded] }, NAME)).toMatchObject({
      ok: false,
      refusal: { code: "disclosure-unused" },
    });
  });

  it("keeps a number as its issuer wrote it", async () => {
    const spaced = encode('["s" , "n",\t1.50 ]');
    expect(await shown({ _sd: [digestOf(spaced)] }, spaced)).toEqual(ok({ n: 1.5 }));
    expect(split(encode('["s","n",0.1234567890123456789]'))).toMatchObject({ ok: false });
  });
});

describe("a digest", () => {
  const d = digestOf(NAME);
  it.each<[string, { [name: string]: Json }]>([
    ["in one _sd", { _sd: [d, d] }],
    ["in two objects", { _sd: [d], organisation: { _sd: [d] } }],
    ["in two elements", { a: [{ "...": d }, { "...": d }] }],
    ["in a member and an element", { a: [{ "...": d }], _sd: [d] }],
  ])("that stands twice %s is refused, disclosed or not", async (_, payload) => {
    expect(await shown(payload)).toEqual(refused({ code: "digest-repeated", digest: d }));
    expect(await shown(payload, NAME)).toMatchObject({ ok: false });
  });

  it("that stands again inside what is disclosed is refused", async () => {
    const outer = disclose("s", "organisation", { _sd: [d] });
    expect(await shown({ _sd: [digestOf(outer), d] }, NAME, outer)).toEqual(
      refused({ code: "digest-repeated", digest: d }),
    );
    expect(await shown({ _sd: [digestOf(outer), d] }, NAME)).toEqual(ok({ name: "Example AS" }));
  });

  it("without a disclosure leaves no trace", async () => {
    const payload = {
      _sd: [d, "decoy"],
      a: [1, { "...": "decoy-2" }, [{ "...": "decoy-3" }]],
      b: { _sd: ["decoy-4"] },
    };
    expect(await shown(payload)).toEqual(ok({ a: [1, []], b: {} }));
  });

  it.each<[string, Json]>([
    ["_sd is a text", { _sd: d }],
    ["_sd is null", { _sd: null }],
    ["_sd holds a number", { _sd: [1] }],
    ["an element holds more than its digest", { a: [{ "...": d, b: 1 }] }],
    ["an element's digest is a number", { a: [{ "...": 1 }] }],
  ])("is refused where %s", async (_, payload) => {
    for (const nested of [payload, { b: payload }, { b: [payload] }])
      expect(await shown(nested as { [name: string]: Json })).toMatchObject({
        ok: false,
        refusal: { code: "malformed-sd-jwt" },
      });
  });

  it("outside an array is refused", async () => {
    expect(await shown({ "...": d })).toEqual(reserved);
    expect(await shown({ a: { "...": d } })).toEqual(reserved);
    const twice = disclose("s", { "...": d });
    expect(await shown({ a: [{ "...": digestOf(twice) }] }, twice)).toEqual(reserved);
  });
});

describe("a claim", () => {
  it("that is there already cannot be disclosed", async () => {
    const collision = refused({ code: "claim-collision", claim: "name" });
    expect(await shown({ name: "In the clear", _sd: [digestOf(NAME)] }, NAME)).toEqual(collision);
    expect(await shown({ _sd: [digestOf(NAME), digestOf(OTHER_NAME)] }, NAME, OTHER_NAME)).toEqual(collision);
    expect(await shown({ a: { name: null, _sd: [digestOf(NAME)] } }, NAME)).toEqual(collision);
  });

  it("may have the name of one at another level, or of one that is withheld", async () => {
    expect(await shown({ name: 1, a: { _sd: [digestOf(NAME)] } }, NAME)).toEqual(
      ok({ name: 1, a: { name: "Example AS" } }),
    );
    expect(await shown({ _sd: [digestOf(NAME), digestOf(OTHER_NAME)] }, OTHER_NAME)).toEqual(
      ok({ name: "Other AS" }),
    );
  });

  it.each(["constructor", "toString", "hasOwnProperty"])("may be named %s", async (name) => {
    const one = disclose("s", name, 1);
    expect(await shown({ _sd: [digestOf(one)] }, one)).toEqual(ok({ [name]: 1 }));
  });
});

describe("the hash", () => {
  it.each([
    ["sha-256", "sha256"],
    ["sha-384", "sha384"],
    ["sha-512", "sha512"],
  ])("%s is taken for every digest", async (_sd_alg, hash) => {
    expect(await shown({ _sd_alg, _sd: [digestOf(NAME, hash)] }, NAME)).toEqual(ok({ name: "Example AS" }));
    const other = hash === "sha256" ? "sha512" : "sha256";
    expect(await shown({ _sd_alg, _sd: [digestOf(NAME, other)] }, NAME)).toMatchObject({ ok: false });
  });

  it.each<Json>(["sha-1", "md5", "SHA-256", "sha-256-32", "sha3-256", "", "toString", null, ["sha-256"]])(
    "%j is refused",
    async (_sd_alg) => {
      expect(await shown({ _sd_alg })).toEqual(
        refused({ code: "sd-alg-not-allowed", algorithm: JSON.stringify(_sd_alg) }),
      );
    },
  );

  it("may not be named below the top", async () => {
    expect(await shown({ a: { _sd_alg: "sha-256" } })).toEqual(reserved);
    const nested = disclose("s", "a", { _sd_alg: "sha-256" });
    expect(await shown({ _sd: [digestOf(nested)] }, nested)).toEqual(reserved);
  });
});

describe("depth", () => {
  /** Each level is disclosed by its own disclosure. */
  function chain(levels: number): { payload: { [name: string]: Json }; disclosures: string[] } {
    let payload: { [name: string]: Json } = {};
    const disclosures: string[] = [];
    for (let level = 1; level < levels; level++) {
      const one = disclose("s", "a", payload);
      disclosures.push(one);
      payload = { _sd: [digestOf(one)] };
    }
    return { payload, disclosures };
  }

  it("up to the limit is revealed, beyond it refused", async () => {
    const deep = chain(MAX_DEPTH);
    expect(await shown(deep.payload, ...deep.disclosures)).toMatchObject({ ok: true });
    const deeper = chain(MAX_DEPTH + 1);
    expect(await shown(deeper.payload, ...deeper.disclosures)).toEqual(
      refused({ code: "malformed-sd-jwt", reason: `nested deeper than ${MAX_DEPTH}` }),
    );
  });
});
