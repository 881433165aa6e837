// DIDs and DID URLs: the grammar of DID Core, and nothing beside it.
import { describe, expect, it, test } from "vitest";
import { parseDid, parseDidUrl } from "../../../functions/trust/did/did.ts";

describe("a DID", () => {
  test.each([
    ["did:web:cloud.example", "web", "cloud.example"],
    ["did:web:cloud.example%3A8443:a:b", "web", "cloud.example%3A8443:a:b"],
    ["did:0x9::a", "0x9", ":a"],
    ["did:a:..-_%c3%A9", "a", "..-_%c3%A9"],
  ])("%s is read", (did, method, id) => {
    expect(parseDid(did)).toEqual({ ok: true, value: { did, method, id } });
  });

  test.each([
    "",
    "did:",
    "did:web",
    "did:web:",
    "did:web:a:",
    "did::a",
    "DID:web:a",
    "did:Web:a",
    "did:we-b:a",
    "did:web:a%",
    "did:web:a%3",
    "did:web:a%3g",
    "did:web:a b",
    "did:web:a\n",
    " did:web:a",
    "did:web:é",
    "did:web:a~",
    "did:web:user@cloud.example",
    "did:web:[::1]",
    "did:web:a/b",
    "did:web:a?b",
    "did:web:a#b",
    `did:web:${"a".repeat(4096)}`,
  ])("%j is refused", (text) => {
    expect(parseDid(text)).toMatchObject({ ok: false, refusal: { code: "malformed-did" } });
  });

  it("is refused in time that grows with its length only", () => {
    const before = performance.now();
    for (const part of ["a:", ":", "%41", "a"]) parseDid(`did:web:${part.repeat(4000 / part.length)}!`);
    expect(performance.now() - before).toBeLessThan(100);
  });
});

describe("a DID URL", () => {
  const did = { did: "did:web:a", method: "web", id: "a" };
  test.each([
    ["did:web:a", { ...did, path: "" }],
    ["did:web:a#key-1", { ...did, path: "", fragment: "key-1" }],
    ["did:web:a#", { ...did, path: "", fragment: "" }],
    ["did:web:a/b//c?d=e/f?#g/h?", { ...did, path: "/b//c", query: "d=e/f?", fragment: "g/h?" }],
    ["did:web:a?versionId=1", { ...did, path: "", query: "versionId=1" }],
  ])("%s is read", (url, value) => {
    expect(parseDidUrl(url)).toEqual({ ok: true, value });
  });

  test.each([
    "#key-1",
    "did:web:#key-1",
    "did:web:a#b#c",
    "did:web:a#b c",
    "did:web:a#b\n",
    "did:web:a#%zz",
    "did:web:a?[]",
    "did:web:a/é",
    `did:web:a#${"a".repeat(9000)}`,
  ])("%j is refused", (text) => {
    expect(parseDidUrl(text)).toMatchObject({ ok: false, refusal: { code: "malformed-did" } });
  });

  it("is refused with no more of it than 200 characters", () => {
    const refused = parseDidUrl("x".repeat(9000));
    expect(refused).toMatchObject({ refusal: { detail: "x".repeat(200) } });
  });
});
