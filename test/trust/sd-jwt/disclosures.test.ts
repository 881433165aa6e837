// The parts of an SD-JWT: anything but the one spelling of each is refused before a signature is looked at.
import { describe, expect, it } from "vitest";
import { ok, refused } from "../../../functions/kernel/result.ts";
import { MAX_DISCLOSURES, MAX_LENGTH, splitSdJwt } from "../../../functions/trust/sd-jwt/disclosures.ts";
import { disclose, encode } from "./issuer.ts";

const split = (...disclosures: string[]) => splitSdJwt(["h.p.s", ...disclosures, ""].join("~"));

const NAME = disclose("s1", "name", "Example AS");

describe("an SD-JWT in parts", () => {
  it("keeps what comes before the key binding, to the letter", () => {
    expect(splitSdJwt(`h.p.s~${NAME}~k.b.j`)).toEqual(
      ok({
        jwt: "h.p.s",
        disclosures: [{ encoded: NAME, name: "name", value: "Example AS" }],
        presented: `h.p.s~${NAME}~`,
        keyBinding: "k.b.j",
      }),
    );
    expect(splitSdJwt("h.p.s~")).toEqual(ok({ jwt: "h.p.s", disclosures: [], presented: "h.p.s~" }));
  });

  it.each([
    ["nothing", ""],
    ["a JWT alone", "h.p.s"],
    ["no JWT", "~"],
    ["two parts of a JWT", "h.p~"],
    ["four parts of a JWT", "h.p.s.x~"],
    ["an unsigned JWT", "h.p.~"],
    ["white space", " h.p.s~"],
    ["a line's end", "h.p.s~\n"],
    ["a disclosure without its tilde", `h.p.s~${NAME}`],
    ["key binding of two parts", "h.p.s~k.b"],
  ])("of %s is refused", (_, text) => {
    expect(splitSdJwt(text)).toMatchObject({ ok: false, refusal: { code: "malformed-sd-jwt" } });
  });

  it("may be as long as the limit and no longer", () => {
    const room = MAX_LENGTH - "h.p.~".length;
    expect(splitSdJwt(`h.p.${"s".repeat(room)}~`).ok).toBe(true);
    expect(splitSdJwt(`h.p.${"s".repeat(room + 1)}~`)).toMatchObject({ ok: false });
  });

  it("may have as many disclosures as the limit and no more", () => {
    const many = Array.from({ length: MAX_DISCLOSURES + 1 }, (_, index) => disclose("s", `c${index}`, index));
    expect(split(...many.slice(1)).ok).toBe(true);
    expect(split(...many)).toEqual(refused({ code: "too-many-disclosures", limit: MAX_DISCLOSURES }));
  });
});

describe("a disclosure", () => {
  const cases: [string, string][] = [
    ["that is empty", ""],
    ["with padding", `${encode('["s","n",10]')}=`],
    ["in base64 of the other alphabet", Buffer.from('["s","n","??>"]').toString("base64")],
    ["with bits left over", encode('["s","n",1]').replace(/0$/, "1")],
    ["of bytes that are not UTF-8", Buffer.from('["s","\xff",1]', "latin1").toString("base64url")],
    ["with a byte order mark", encode('\ufeff["s","n",1]')],
    ["that is not JSON", encode("['s','n',1]")],
    ["whose value has a name twice", encode('["s","n",{"a":1,"a":2}]')],
    ["whose value sets a prototype", encode('["s","n",{"__proto__":1}]')],
    ["of an object", encode('{"0":"s","1":"n","2":1}')],
    ["of one part", disclose("s")],
    ["of four parts", disclose("s", "n", 1, 2)],
    ["whose salt is a number", disclose(1, "n", 1)],
    ["whose name is a number", disclose("s", 1, 1)],
    ["that claims _sd", disclose("s", "_sd", [])],
    ["that claims ...", disclose("s", "...", "x")],
    ["that claims _sd_alg", disclose("s", "_sd_alg", "sha-256")],
    ["that claims __proto__", disclose("s", "__proto__", { admin: true })],
  ];

  it.each(cases)("%s is refused", (_, bad) => {
    expect(split(NAME, bad)).toMatchObject({
      ok: false,
      refusal: { code: "disclosure-malformed", index: 1 },
    });
  });
});
