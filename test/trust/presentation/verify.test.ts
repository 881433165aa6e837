// Presentations through all checks: each way to be wrong next to the sound one, and requests that are answered once.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { memoryNonces } from "../../../functions/host/memory.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import { refused } from "../../../functions/kernel/result.ts";
import { statusReader } from "../../../functions/trust/credential/status.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import { answerRequest, presentationDocument } from "../../../functions/trust/presentation/answer.ts";
import { readAsked } from "../../../functions/trust/presentation/asked.ts";
import { readQuery } from "../../../functions/trust/presentation/dcql.ts";
import { readPresented } from "../../../functions/trust/presentation/presented.ts";
import { OPEN_MS, openRequest, readRequest } from "../../../functions/trust/presentation/request.ts";
import {
  type Expected,
  type PresentationVerification,
  verdictOf,
  verifyPresentation,
} from "../../../functions/trust/presentation/verify.ts";
import { PROFILES, type ProfileName } from "../../../functions/trust/token/profiles.ts";
import { credential, enveloped, issuer, keyAsDid } from "../../conformance/steps/credentials.ts";
import {
  envelopedPresentation,
  held,
  keyBound,
  presentation,
  presentationToken,
  sdJwt,
} from "../../conformance/steps/presentations.ts";
import { proved } from "../../conformance/steps/proofs.ts";

const NOW = Date.parse("2026-11-02T12:00:00Z");
const SECONDS = NOW / 1000;
const ports = (() => {
  const now = () => NOW;
  const fetch = async (url: string) => refused({ code: "unreachable" as const, url, reason: "no network" });
  const resolveKey = resolver({ fetch, now, loopback: false, cache: new BoundedMap(1e6) });
  const statusOf = statusReader({ fetch, resolveKey, now, profile: "w3c", cache: new BoundedMap(1e6) });
  return { resolveKey, statusOf, now };
})();
const HOLDER = issuer("ES256");
const ME = "did:web:node.example";
const options = (profile: ProfileName = "w3c") => ({ profile, policy: OPEN });

function presented(text: string, mediaType?: string, profile: ProfileName = "w3c") {
  const read = readPresented(envelopedPresentation(text, mediaType) as Json, PROFILES[profile]);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}
const found = (text: string, expected: Expected = {}, mediaType?: string) =>
  verifyPresentation(presented(text, mediaType), expected, ports, options());
const made = (more: object = {}, header = {}, credentials = [held(HOLDER)]) =>
  presentationToken(HOLDER, presentation(HOLDER, credentials, more as never), header);
const codesOf = ({ checks }: PresentationVerification) => checks.flatMap(({ code }) => code ?? []);

describe("a sound presentation is valid", () => {
  it("of a did:jwk", async () => {
    const it = await found(made({ nonce: "n", aud: ME }), { nonce: "n", audience: ME });
    expect([verdictOf(it), codesOf(it), it.holder]).toEqual(["valid", [], HOLDER.did]);
    expect(it.checks.map(({ outcome }) => outcome)).toEqual(Array(8).fill("passed"));
  });

  it("of a did:key, with several audiences", async () => {
    const holder = keyAsDid();
    const text = presentationToken(holder, presentation(holder, [held(holder)], { aud: ["x", ME] }));
    expect(verdictOf(await found(text, { audience: ME }))).toBe("valid");
  });

  it("without any credential, and with the holder as an object or only as issuer", async () => {
    for (const more of [
      { verifiableCredential: undefined },
      { holder: { id: HOLDER.did } },
      { iss: HOLDER.did },
    ])
      expect(verdictOf(await found(made(more)))).toBe("valid");
    expect(verdictOf(await found(made({ holder: undefined }, { iss: HOLDER.did })))).toBe("valid");
  });

  it("where nobody asked for audience and nonce, which it then says", async () => {
    const { checks } = await found(made());
    expect(checks.map(({ outcome }) => outcome)).toEqual([
      ...Array(5).fill("passed"),
      "not-asked",
      "not-asked",
      "passed",
    ]);
  });

  it("in the spelling of Gaia-X, where the profile says so", async () => {
    const text = made({}, { typ: "vp+ld+jwt", cty: "vp+ld" });
    const read = presented(text, "application/vp+ld+jwt", "gaia-x");
    expect(verdictOf(await verifyPresentation(read, {}, ports, options("gaia-x")))).toBe("valid");
    expect(codesOf(await found(text))).toEqual(["type-mismatch"]);
    expect(codesOf(await found(text, {}, "application/vp+ld+jwt"))).toEqual(["form-unsupported"]);
  });
});

describe("a presentation is not valid", () => {
  const other = issuer();
  it.each<[string, string, string]>([
    ["malformed", "that is no token", "a.b.c"],
    ["alg-not-allowed", "of no algorithm", made({}, { alg: "none" })],
    ["alg-not-allowed", "of a shared secret", made({}, { alg: "HS256" })],
    ["crit-not-understood", "with a critical header", made({}, { crit: ["b64"], b64: true })],
    ["type-mismatch", "that is a credential", made({}, { typ: "vc+jwt" })],
    ["type-mismatch", "of other content", made({}, { cty: "vc" })],
    ["wrapper-claim", "in a wrapper", made({ vp: {} })],
    ["holder-mismatch", "without a holder", made({ holder: undefined })],
    ["holder-mismatch", "with a holder that is none", made({ holder: 7, iss: HOLDER.did })],
    ["holder-mismatch", "of another issuer", made({ iss: other.did })],
    ["holder-mismatch", "of another issuer in its header", made({}, { iss: other.did })],
    ["kid-holder-mismatch", "with somebody else's key", made({}, { kid: other.kid })],
    ["key-not-found", "with a key that there is not", made({}, { kid: `${HOLDER.did}#1` })],
    ["key-not-found", "without a key", made({}, { kid: undefined })],
    [
      "bad-signature",
      "of a forger",
      presentationToken({ ...HOLDER, privateKey: issuer("ES256").privateKey }, presentation(HOLDER, [])),
    ],
    ["not-a-presentation", "of another type", made({ type: ["VerifiableCredential"] })],
    ["not-a-presentation", "of another context", made({ "@context": ["https://example.org/"] })],
    ["too-many-credentials", "of 33", made({}, {}, Array(33).fill("a.b.c"))],
    ["unsecured-credential", "of a bare credential", made({ verifiableCredential: [credential(other)] })],
    [
      "unsecured-credential",
      "of a token without its envelope",
      made({ verifiableCredential: [held(HOLDER)] }),
    ],
    [
      "unsecured-credential",
      "of a presentation",
      made({ verifiableCredential: [envelopedPresentation(made())] }),
    ],
    ["malformed-time", "with milliseconds", made({ exp: NOW + 60_000 })],
    ["expired", "that has expired", made({ exp: SECONDS - 61 })],
    ["not-yet-valid", "of tomorrow", made({ iat: SECONDS + 86_400 })],
    ["malformed-time", "with milliseconds in its header", made({}, { exp: NOW + 60_000 })],
    ["expired", "that has expired by its header", made({}, { exp: SECONDS - 61 })],
    ["not-yet-valid", "of tomorrow by its header", made({}, { nbf: SECONDS + 86_400 })],
  ])("%s: %s", async (code, _, text) => {
    const it = await found(text);
    expect([verdictOf(it), codesOf(it)]).toEqual(["invalid", [code]]);
    if (!["expired", "not-yet-valid", "malformed-time"].includes(code)) expect(it.credentials).toEqual([]);
  });

  it.each<[string, Expected, object]>([
    ["audience-mismatch", { audience: ME }, { aud: "did:web:other.example" }],
    ["audience-mismatch", { audience: ME }, {}],
    ["nonce-mismatch", { nonce: "n" }, { nonce: "m" }],
    ["nonce-mismatch", { nonce: "n" }, {}],
    ["too-old", { nonce: "n" }, { nonce: "n", iat: SECONDS - 361 }],
    ["request-expired", { fault: { code: "request-expired" } }, { nonce: "n" }],
  ])("%s, asked for %j with %j", async (code, expected, more) => {
    const it = await found(made(more), expected);
    expect([verdictOf(it), codesOf(it)]).toEqual(["invalid", [code]]);
  });

  it("too-old: by its header, whatever its payload says", async () => {
    const it = await found(made({ nonce: "n", iat: SECONDS }, { iat: SECONDS - 361 }), { nonce: "n" });
    expect(codesOf(it)).toEqual(["too-old"]);
  });

  it("holder-not-subject: about somebody else, several, or nobody", async () => {
    const subjects = [{ id: other.did, a: 1 }, [{ id: HOLDER.did }, { id: other.did }], { name: "Anybody" }];
    for (const credentialSubject of subjects) {
      const it = await found(made({}, {}, [held(HOLDER, { credentialSubject } as never)]));
      expect([verdictOf(it), codesOf(it)]).toEqual(["invalid", ["holder-not-subject"]]);
    }
  });

  it("while one of its credentials is not, which has a record of its own", async () => {
    const expired = held(HOLDER, { validUntil: "2026-10-01T00:00:00Z" });
    const it = await found(made({}, {}, [held(HOLDER), expired]));
    expect([verdictOf(it), codesOf(it)]).toEqual(["invalid", []]);
    expect(it.credentials.map(({ verification }) => verification.outcome)).toEqual(["valid", "invalid"]);
    const unknown = held(HOLDER, { credentialStatus: { type: "urn:x:PlainListEntity" } });
    expect(verdictOf(await found(made({}, {}, [unknown])))).toBe("indeterminate");
  });

  it("is never thrown at, whatever it says", async () => {
    for (const more of [
      { aud: [1, null] },
      { nonce: {} },
      { type: 3 },
      { verifiableCredential: 5 },
      { iat: "x" },
    ])
      expect(verdictOf(await found(made(more), { nonce: "n", audience: ME }))).toBe("invalid");
  });
});

describe("a query sees what was verified", () => {
  const [club, state] = [issuer(), issuer()];
  /** An SD-JWT that the holder has written and nobody has signed. */
  const forged = sdJwt(
    HOLDER,
    { sub: HOLDER.did, vct: "urn:eudi:pid:1", family_name: "Doe" },
    {
      ...state,
      privateKey: issuer().privateKey,
    },
  );
  const shows = async (one: object) => {
    const it = await found(made({ verifiableCredential: [one] }));
    return it.credentials[0];
  };

  it("and not what the id of a credential with a proof looks like", async () => {
    const id = `data:application/dc+sd-jwt,${forged}`;
    for (const [subject, isOfHolder] of [
      [HOLDER.did, true],
      ["did:web:victim.example", false],
    ] as const) {
      const shown = await shows(proved(club, { id, subject }));
      expect(shown?.asked).toMatchObject({ format: "ldp_vc", outcome: "valid", isOfHolder });
      expect(shown?.asked.types).toEqual(["https://www.w3.org/2018/credentials#VerifiableCredential"]);
      expect(shown?.asked.claims).toMatchObject({ issuer: club.did, credentialSubject: { name: "Subject" } });
    }
  });

  it("and nothing of an SD-JWT that its issuer has not signed", async () => {
    const shown = await shows({ ...enveloped(""), id: `data:application/dc+sd-jwt,${forged}` });
    expect(shown?.asked).toMatchObject({ format: "dc+sd-jwt", claims: {}, isOfHolder: false });
    expect(shown?.asked.types).toBeUndefined();
  });

  it("and not a proof beside an envelope", async () => {
    const token = held(HOLDER);
    expect((await shows({ ...enveloped(token), proof: {} }))?.asked).toMatchObject({ format: "vc+jwt" });
  });
});

describe("credentials may have 1,400 values together", () => {
  const large = (names: number, at: number) =>
    held(HOLDER, { id: `urn:x:${at}`, name: Array.from({ length: names }, (_, index) => `name ${index}`) });

  it("and no more, wherever they are", async () => {
    const of = async (names: number, more: object[] = []) => {
      const list = [large(600, 1), large(names, 2)].map((text) => enveloped(text));
      return codesOf(await found(made({ verifiableCredential: [...list, ...more] })));
    };
    expect(await of(600)).toEqual([]);
    expect(await of(690)).toEqual([]);
    expect(await of(690, [enveloped(large(690, 3))])).toEqual(["too-many-credentials"]);
    const name = Array.from({ length: 690 }, () => "x");
    expect(await of(690, [proved(issuer(), { more: { name } })])).toEqual(["too-many-credentials"]);
  });
});

describe("an SD-JWT with key binding is a presentation", () => {
  const request = { nonce: "n", audience: ME };
  const holder = issuer("ES256");
  const text = sdJwt(holder);
  const bound = keyBound(holder, text, request, { iat: SECONDS });
  const TYPE = "application/dc+sd-jwt";
  const expected = { nonce: "n", audience: ME };

  it("whose own checks pass", async () => {
    const it = await found(bound, expected, TYPE);
    expect(codesOf(it)).toEqual([]);
    expect(it.credentials[0]?.asked).toMatchObject({
      format: "dc+sd-jwt",
      types: ["https://credentials.example/membership"],
      isOfHolder: true,
    });
  });

  it.each<[string, string]>([
    ["key-binding-missing", text],
    ["malformed", "a.b.c"],
    ["key-binding-invalid", keyBound(issuer("ES256"), text, request, { iat: SECONDS })],
    ["key-binding-invalid", keyBound(holder, text, request, { iat: SECONDS, sd_hash: "x" })],
    ["audience-mismatch", keyBound(holder, text, { ...request, audience: "x" }, { iat: SECONDS })],
    ["nonce-mismatch", keyBound(holder, text, { ...request, nonce: "x" }, { iat: SECONDS })],
    ["too-old", keyBound(holder, text, request, { iat: SECONDS - 400 })],
    ["malformed-time", keyBound(holder, text, request, { iat: NOW })],
    ["expired", keyBound(holder, text, request, { iat: SECONDS, exp: SECONDS - 100 })],
  ])("unless %s", async (code, text) => {
    expect(codesOf(await found(text, expected, TYPE))).toEqual([code]);
  });
});

describe("a request", () => {
  const secret = createHash("sha256").update("secret").digest();
  let last = 0;
  const chance = (bytes: number) => new Uint8Array(bytes).fill(++last);
  const QUERY = { credentials: [{ id: "any", format: "vc+jwt", meta: {} }] };
  const open = (audience = ME) => openRequest(QUERY, audience, { secret, chance, now: NOW });
  const read = (id: unknown, now = NOW, audience = ME) => readRequest(String(id), audience, { secret, now });

  it("is known again, with its query, until it expires", async () => {
    const { id, nonce, expires } = await open();
    expect(Date.parse(String(expires))).toBe(NOW + OPEN_MS);
    expect(await read(id, NOW + OPEN_MS - 1000)).toMatchObject({
      ok: true,
      value: { nonce, audience: ME, expires: NOW + OPEN_MS, query: { credentials: [{ id: "any" }] } },
    });
    expect(await read(id, NOW + OPEN_MS)).toMatchObject({ refusal: { code: "request-expired" } });
  });

  it("has a nonce of 192 bits that no other has", async () => {
    const [one, two] = [await open(), await open()];
    expect(String(one["nonce"])).toMatch(/^[\w-]{32}$/);
    expect(one["nonce"]).not.toBe(two["nonce"]);
  });

  it("of another node, of nobody, or changed, is not known", async () => {
    const { id } = await open("did:web:other.example");
    const [header = "", payload = "", signature = ""] = String((await open())["id"]).split(".");
    const changed = Buffer.from(payload, "base64url").toString().replace("any", "all");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const stranger of [
      id,
      "",
      "x",
      `${header}.${Buffer.from(changed).toString("base64url")}.${signature}`,
      `${none}.${payload}.`,
    ])
      expect(await read(stranger)).toMatchObject({ refusal: { code: "request-unknown" } });
  });

  it("is answered once, even by two at the same time", async () => {
    const request = await read((await open())["id"]);
    if (!request.ok) throw new Error();
    const nonces = memoryNonces(secret, () => new Date(NOW));
    const answer = (text: string) =>
      answerRequest(presented(text), request.value, { ...ports, nonces }, options());
    const text = made({ nonce: request.value.nonce, aud: ME });
    const both = await Promise.all([answer(text), answer(text)]);
    expect(both.map(({ decision }) => decision.satisfied).sort()).toEqual([false, true]);
    expect(both.flatMap(({ found }) => codesOf(found))).toEqual(["request-used"]);
    expect((await answer(text)).decision).toEqual({ satisfied: false, missing: [] });
    const digest = createHash("sha256").update(text).digest("hex");
    expect(nonces.used()).toEqual([
      { nonce: request.value.nonce, until: NOW + OPEN_MS + 300_000, satisfied: true, digest },
    ]);
  });

  it("is used up by a presentation that stands, and by no other", async () => {
    const query = readQuery({ credentials: [{ id: "x", format: "dc+sd-jwt", meta: {} }] });
    if (!query.ok) throw new Error();
    const request = { nonce: "n", audience: ME, query: query.value, expires: NOW + OPEN_MS };
    const nonces = memoryNonces(secret, () => new Date(NOW));
    const answer = (more: object) =>
      answerRequest(presented(made(more)), request, { ...ports, nonces }, options());
    expect((await answer({ nonce: "m", aud: ME })).decision).toEqual({ satisfied: false, missing: [] });
    expect(nonces.used()).toEqual([]);
    expect((await answer({ nonce: "n", aud: ME })).decision).toEqual({
      satisfied: false,
      missing: [{ credential: "x", code: "credential-absent" }],
    });
    expect(nonces.used()).toMatchObject([{ satisfied: false }]);
  });

  it("asks for types by their IRIs", async () => {
    const type = "https://www.w3.org/2018/credentials#VerifiableCredential";
    const query = (value: string) =>
      readQuery({ credentials: [{ id: "x", format: "vc+jwt", meta: { type_values: [[value]] } }] });
    for (const [value, satisfied] of [
      [type, true],
      ["VerifiableCredential", false],
    ] as const) {
      const read = query(value);
      if (!read.ok) throw new Error();
      const request = { nonce: "n", audience: ME, query: read.value, expires: NOW + OPEN_MS };
      const nonces = memoryNonces(secret, () => new Date(NOW));
      const text = presented(made({ nonce: "n", aud: ME }));
      const { found, decision } = await answerRequest(text, request, { ...ports, nonces }, options());
      expect(decision.satisfied).toBe(satisfied);
      expect(presentationDocument(found, decision, options())).toMatchObject({
        satisfied,
        holder: HOLDER.did,
      });
    }
  });

  it("leaves no claim behind, only digest and decision", () => {
    const nonces = memoryNonces(secret, () => new Date(NOW));
    void nonces.consume({ nonce: "n", until: NOW - 1, satisfied: true, digest: "" });
    void nonces.consume({ nonce: "m", until: NOW + 1, satisfied: true, digest: "" });
    expect(nonces.used().map(({ nonce }) => nonce)).toEqual(["m"]);
  });
});

describe("options", () => {
  it("have the names of the VC API and of tokens", () => {
    expect(readAsked({ challenge: "n", domain: "d" })).toEqual({
      ok: true,
      value: { nonce: "n", audience: "d" },
    });
    expect(readAsked({ nonce: "n", challenge: "n" })).toEqual({ ok: true, value: { nonce: "n" } });
    expect(readAsked(undefined)).toEqual({ ok: true, value: {} });
  });

  it.each<[Json, string]>([
    ["x", "options"],
    [[], "options"],
    [{ challenge: "" }, "challenge"],
    [{ challenge: 7 }, "challenge"],
    [{ challenge: "a", nonce: "b" }, "nonce"],
    [{ domain: "a", audience: "b" }, "audience"],
    [{ request: "r", nonce: "n" }, "request"],
  ])("%j are malformed", (options, member) => {
    expect(readAsked(options)).toEqual({ ok: false, refusal: { code: "malformed-options", member } });
  });
});

it("a presentation is in an envelope, or has a proof", () => {
  const read = (json: Json) => readPresented(json, PROFILES.w3c);
  for (const json of [
    null,
    "a.b.c",
    [],
    {},
    { type: "EnvelopedVerifiablePresentation", id: "a.b.c" },
    enveloped("x"),
  ])
    expect(read(json as Json)).toMatchObject({ refusal: { code: "no-presentation" } });
  expect(read({ type: "VerifiablePresentation", proof: {} })).toMatchObject({
    value: { form: "unsupported" },
  });
});
