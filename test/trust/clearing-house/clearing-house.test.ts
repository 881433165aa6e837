// Registering at a clearing house: each way for it to go wrong beside the way it goes well, over real HTTP on loopback.
import { CompactSign } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../../functions/edge/guard.ts";
import { statusReader } from "../../../functions/trust/credential/status.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { housePolicy } from "../../../functions/trust/clearing-house/houses.ts";
import type { HousePorts, Progress, Sign } from "../../../functions/trust/clearing-house/ports.ts";
import { type RegisterRequest, register } from "../../../functions/trust/clearing-house/register.ts";
import { type Act, type Reply, type Signer, type StandIn, problem, sign, standIn } from "./stand-in.ts";

const NOW = Date.parse("2026-11-01T12:00:00Z");
let house: StandIn;
let participant: Signer;
let told: Progress[];
let slept: number[];

beforeAll(async () => {
  house = await standIn(() => NOW);
  participant = await house.signer("participant");
});
afterAll(() => house.stop());
beforeEach(() => {
  [told, slept] = [[], []];
  house.asked.length = 0;
});

function ports(more: Partial<HousePorts> = {}, seconds = 5): HousePorts {
  const now = () => NOW;
  const fetchNow = guardedFetch((...request) => fetch(...request), { loopback: true }, seconds);
  const resolveKey = resolver({ fetch: fetchNow, now, loopback: true, cache: new BoundedMap(1e6) });
  return {
    fetch: fetchNow,
    resolveKey,
    statusOf: statusReader({
      fetch: fetchNow,
      resolveKey,
      now,
      profile: "gaia-x",
      cache: new BoundedMap(1e7),
    }),
    now,
    sleep: async (milliseconds) => void slept.push(milliseconds / 1000),
    retries: { waits: [1, 2], longest: 60 },
    policy: housePolicy(house.house),
    tell: (progress) => void told.push(progress),
    ...more,
  };
}

const signerOf =
  ({ key, kid }: Signer, more: Record<string, unknown> = {}): Sign =>
  (payload, header) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: "ES256", kid, ...header, ...more })
      .sign(key);

function request(more: Partial<RegisterRequest["participant"]> = {}): RegisterRequest {
  const base = "https://cloud.example/gaia-x/";
  return {
    house: house.house,
    level: "standard-compliance",
    participant: {
      did: participant.did,
      legalName: "Cloud GmbH",
      country: "DE",
      legalCountry: "AT",
      base,
      ...more,
    },
    registration: { register: "vat-id", number: "DE123456789" },
    sign: signerOf(participant),
  };
}

const go = (more: Partial<RegisterRequest> = {}, world = ports()) =>
  register({ ...request(), ...more }, world);
const payloadOf = (compact: string) =>
  JSON.parse(Buffer.from(compact.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
const replace =
  (change: (payload: Record<string, unknown>) => Record<string, unknown>, by?: Signer): Act =>
  async (honest) => ({
    ...honest,
    body: await sign(change(payloadOf(honest.body)), by ?? signerFor(honest)),
  });
const signerFor = ({ status }: Reply) => house.signers[status === 201 ? "compliance" : "notary"];
const inSubject = (more: Record<string, unknown>) =>
  replace((payload) => ({
    ...payload,
    credentialSubject: { ...(payload["credentialSubject"] as object), ...more },
  }));
const busy =
  (status: number, retryAfter?: string): Act =>
  () => ({
    ...problem(status, "Come back later"),
    ...(retryAfter === undefined ? {} : { headers: { "retry-after": retryAfter } }),
  });

describe("a participant that a house accepts", () => {
  it("gets a number and a label, each genuine, and has its own two credentials", async () => {
    const done = await go();
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const { legalPerson, registration, terms, label } = done.value;
    const all = [legalPerson, registration, terms, label].map(({ signed: { credential } }) => [
      credential.id,
      credential.types.at(-1),
      credential.issuer,
    ]);
    const base = "https://cloud.example/gaia-x/";
    expect(all).toEqual([
      [`${base}legal-person.jwt`, "gx:LegalPerson", participant.did],
      [`${base}registration-number.jwt`, "gx:VatID", house.signers.notary.did],
      [`${base}terms-and-conditions.jwt`, "gx:Issuer", participant.did],
      [`${base}compliance.jwt`, "gx:LabelCredential", house.signers.compliance.did],
    ]);
    expect([label.level, label.binding]).toEqual(["SC", "digest"]);
    expect(legalPerson.signed.credential.document["credentialSubject"]).toEqual({
      id: participant.did,
      type: "gx:LegalPerson",
      name: "Cloud GmbH",
      "gx:registrationNumber": { id: `${base}registration-number.jwt#cs` },
      "gx:headquartersAddress": { type: "gx:Address", "gx:countryCode": "DE" },
      "gx:legalAddress": { type: "gx:Address", "gx:countryCode": "AT" },
    });
    expect(slept).toEqual([]);
  });

  it("has asked in the words of the protocol, and told of each step", async () => {
    await go();
    expect(house.asked.map(({ method, url, accept, type }) => [method, url.pathname, accept, type])).toEqual([
      ["GET", "/notary/v2/registration-numbers/vat-id/DE123456789", "application/vc+jwt", ""],
      [
        "POST",
        "/compliance/v2/api/credential-offers/standard-compliance",
        "application/vc+jwt",
        "application/vp+jwt",
      ],
    ]);
    expect(Object.fromEntries(house.asked.flatMap(({ url }) => [...url.searchParams]))).toEqual({
      vcId: "https://cloud.example/gaia-x/registration-number.jwt",
      subjectId: "https://cloud.example/gaia-x/registration-number.jwt#cs",
      vcid: "https://cloud.example/gaia-x/compliance.jwt",
    });
    expect(told.map(({ event }) => event)).toEqual(["asking", "received", "asking", "received"]);
  });

  test.each([
    ["lei-code", "529900T8BM49AURSDO55"],
    ["eori", "DE12345"],
    ["tax-id", "12-34 5/6"],
  ] as const)("may be known by its %s", async (name, number) => {
    expect(await go({ registration: { register: name, number } })).toMatchObject({ ok: true });
  });

  it("gets the level that it asked for", async () => {
    expect(await go({ level: "label-level-1" })).toMatchObject({ value: { label: { level: "L1" } } });
  });

  test.each(["vp+jwt", "vp+ld+jwt"])("may head its presentation with %s", async (typ) => {
    const plain = signerOf(participant);
    const older = signerOf(participant, { typ });
    const one: Sign = (payload, header) => (header.typ === "vp+jwt" ? older : plain)(payload, header);
    expect(await go({ sign: one })).toMatchObject({ ok: true });
  });

  it("gets a label whose digests nobody can explain, bound by addresses alone", async () => {
    house.play(
      "compliance",
      replace(
        (payload) =>
          JSON.parse(JSON.stringify(payload).replaceAll(/sha256-\w+/g, "sha256-xxxx")) as object as Record<
            string,
            unknown
          >,
      ),
    );
    expect(await go()).toMatchObject({ value: { label: { binding: "id" } } });
  });

  it("gets a label with the digests of its credentials interchanged, bound by addresses alone", async () => {
    house.play(
      "compliance",
      replace((payload) => {
        const subject = payload["credentialSubject"] as Record<string, unknown>;
        const listed = subject["gx:compliantCredentials"] as Record<string, unknown>[];
        const others = listed.map((one, index) => ({
          ...one,
          "gx:digestSRI": listed.at(index - 1)?.["gx:digestSRI"],
        }));
        return { ...payload, credentialSubject: { ...subject, "gx:compliantCredentials": others } };
      }),
    );
    expect(await go()).toMatchObject({ value: { label: { binding: "id" } } });
  });

  it("gets a label with digests in base64", async () => {
    const spell = (hex: string) => `sha256-${Buffer.from(hex, "hex").toString("base64")}`;
    house.play(
      "compliance",
      replace(
        (payload) =>
          JSON.parse(
            JSON.stringify(payload).replaceAll(/sha256-(\w+)/g, (_, hex: string) => spell(hex)),
          ) as Record<string, unknown>,
      ),
    );
    expect(await go()).toMatchObject({ value: { label: { binding: "digest" } } });
  });
});

describe("a house that is busy or out of reach", () => {
  it("is asked again after each wait of the schedule", async () => {
    house.play("notary", busy(503), busy(502));
    expect(await go()).toMatchObject({ ok: true });
    expect(slept).toEqual([1, 2]);
    expect(told.filter(({ event }) => event === "waiting")).toMatchObject([
      { why: "status 503" },
      { why: "status 502" },
    ]);
  });

  it("is given up after the last wait", async () => {
    house.play("compliance", busy(503), busy(503), busy(503, "1"));
    expect(await go()).toMatchObject({
      refusal: { code: "house-busy", status: 503, attempts: 3, retryAfter: "1", said: /Come back later/ },
    });
    expect(house.asked.filter(({ service }) => service === "compliance")).toHaveLength(3);
  });

  test.each([
    ["seconds", "7", [7]],
    ["a date", "Sun, 01 Nov 2026 12:00:30 GMT", [30]],
    ["fewer seconds than the schedule has", "0", [1]],
    ["a date in the past", "Sun, 01 Nov 2026 11:00:00 GMT", [1]],
    ["nothing that can be read", "soon", [1]],
  ])("may say when, in %s", async (_, retryAfter, waits) => {
    house.play("notary", busy(429, retryAfter));
    expect(await go()).toMatchObject({ ok: true });
    expect(slept).toEqual(waits);
  });

  it("that asks for an hour is not waited for", async () => {
    house.play("notary", busy(429, "3600"));
    expect(await go()).toMatchObject({
      refusal: { code: "house-busy", status: 429, attempts: 1, retryAfter: "3600" },
    });
    expect(slept).toEqual([]);
  });

  it("that does not answer in time is asked again, and given up", async () => {
    const never: Act = () => new Promise(() => {});
    house.play("notary", never, never, never);
    expect(await go({}, ports({}, 0.2))).toMatchObject({
      refusal: { code: "house-unreachable", attempts: 3, reason: "no answer within 0.2 seconds" },
    });
  });

  it("that nobody listens at is unreachable", async () => {
    const nowhere = { ...house.house, notary: "http://127.0.0.1:1/v2" };
    expect(await go({ house: nowhere })).toMatchObject({
      refusal: { code: "house-unreachable", attempts: 3 },
    });
  });
});

describe("a house that says no is not asked again", () => {
  test.each([400, 401, 403, 404, 409, 422])("with status %i", async (status) => {
    house.play("compliance", () => problem(status, "Unable to validate compliance", ["first", "second"]));
    expect(await go()).toMatchObject({
      refusal: {
        code: "house-refused",
        status,
        said: "Unable to validate compliance; Invalid verifiable presentation; first; second",
      },
    });
    expect(house.asked).toHaveLength(2);
  });

  it("for a number that no register knows", async () => {
    const registration = { register: "vat-id", number: "DE000000000" } as const;
    expect(await go({ registration })).toMatchObject({
      refusal: { code: "house-refused", status: 404, said: expect.stringContaining("not in the register") },
    });
    expect(house.asked).toHaveLength(1);
  });

  it("for a key without a certificate", async () => {
    const bare = await house.signer("bare", {});
    const refused = await register({ ...request({ did: bare.did }), sign: signerOf(bare) }, ports());
    expect(refused).toMatchObject({
      refusal: { code: "house-refused", status: 400, said: expect.stringContaining("x5u nor x5c") },
    });
  });

  it("for a presentation with a signature of somebody else", async () => {
    const { key } = await house.signer("stranger");
    const plain = signerOf(participant);
    const forged = signerOf({ ...participant, key });
    const one: Sign = (payload, header) => (header.typ === "vp+jwt" ? forged : plain)(payload, header);
    expect(await go({ sign: one })).toMatchObject({
      refusal: { code: "house-refused", said: expect.stringContaining("signature verification failed") },
    });
  });

  it("in a hundred faults, of which the first ten are repeated", async () => {
    const faults = Array.from({ length: 109 }, (_, index) => `fault ${index}\u001b[2J ${"x".repeat(50)}`);
    house.play("compliance", () => problem(400, "No", faults));
    const refused = await go();
    if (refused.ok || refused.refusal.code !== "house-refused") throw new Error("not refused");
    expect(refused.refusal.said).toMatch(/fault 9 \[2J x+; and 99 more$/);
    expect(refused.refusal.said).not.toMatch(/\p{Cc}/u);
  });

  it("in a page, or in a text without an end", async () => {
    house.play("notary", () => ({ status: 403, type: "text/html", body: "<h1>Scheduled maintenance</h1>" }));
    expect(await go()).toMatchObject({ refusal: { said: "a page of HTML" } });
    house.play("notary", () => ({ status: 403, type: "text/plain", body: "no ".repeat(5000) }));
    const refused = await go();
    expect(!refused.ok && "said" in refused.refusal && refused.refusal.said.length).toBe(2000);
  });
});

describe("an answer that is not what was asked for is refused", () => {
  const faulty = (code: string) => ({ code: "answer-not-valid", faults: [{ code }] });
  const mismatch = (member: string) => ({ code: "answer-mismatch", member });
  const services = ["notary", "compliance"] as const;

  describe.each(services)("of the %s", (service) => {
    test.each<[string, Act, object]>([
      ["that is no token", (honest) => ({ ...honest, body: "{}" }), faulty("malformed")],
      [
        "with another signature",
        async (honest) => ({
          ...honest,
          body: `${honest.body.split(".").slice(0, 2).join(".")}.${"A".repeat(86)}`,
        }),
        faulty("bad-signature"),
      ],
      [
        "that was changed on its way",
        (honest) => {
          const [header, , signature] = honest.body.split(".");
          const changed = JSON.stringify({ ...payloadOf(honest.body), validUntil: "2036-01-01T00:00:00Z" });
          return {
            ...honest,
            body: [header, Buffer.from(changed).toString("base64url"), signature].join("."),
          };
        },
        faulty("bad-signature"),
      ],
      [
        "of an issuer that nobody has chosen",
        async (honest) => {
          const other = await house.signer("other/v2");
          return replace((payload) => ({ ...payload, issuer: other.did }), other)(honest);
        },
        faulty("issuer-not-trusted"),
      ],
      [
        "signed by somebody else in the name of the house",
        async (honest) => {
          const { key } = await house.signer("thief/v2");
          return replace((payload) => payload, { ...signerFor(honest), key })(honest);
        },
        faulty("bad-signature"),
      ],
      [
        "that has expired",
        replace((payload) => ({ ...payload, validUntil: "2026-10-31T00:00:00Z" })),
        faulty("expired"),
      ],
      [
        "that begins tomorrow",
        replace((payload) => ({ ...payload, validFrom: "2026-11-02T12:00:00Z" })),
        faulty("not-yet-valid"),
      ],
      [
        "whose status nobody here can read",
        replace((payload) => ({ ...payload, credentialStatus: { type: "urn:x:PlainListEntity" } })),
        faulty("status-unsupported"),
      ],
      [
        "of another address",
        replace((payload) => ({ ...payload, id: "https://evil.example/" })),
        mismatch("id"),
      ],
      ["about another subject", inSubject({ id: "did:web:evil.example" }), mismatch("credentialSubject.id")],
      [
        "about two subjects",
        replace((payload) => ({
          ...payload,
          credentialSubject: [payload["credentialSubject"], { id: "urn:x" }],
        })),
        mismatch("credentialSubject"),
      ],
      [
        "of another type",
        replace((payload) => ({
          ...payload,
          type: ["VerifiableCredential", service === "notary" ? "gx:LeiCode" : "gx:LabelCredential2"],
        })),
        service === "notary"
          ? { code: "answer-of-another-kind", expected: "gx:VatID" }
          : faulty("issuer-not-trusted"),
      ],
      [
        "longer than is read",
        (honest) => ({ ...honest, body: "x".repeat(300_000) }),
        { code: "answer-unreadable" },
      ],
      [
        "with another success",
        (honest) => ({ ...honest, status: 202 }),
        { code: "answer-unexpected", status: 202 },
      ],
      [
        "at another address",
        (honest) => ({ ...honest, status: 307, headers: { location: `${house.origin}/elsewhere` } }),
        { code: "house-redirects" },
      ],
    ])("%s", async (_, act, refusal) => {
      house.play(service, act);
      expect(await go()).toMatchObject({ ok: false, refusal });
      expect(slept).toEqual([]);
    });
  });

  test.each<[string, Act, object]>([
    ["about another number", inSubject({ "gx:vatID": "DE999999999" }), mismatch("credentialSubject")],
  ])("of the notary %s", async (_, act, refusal) => {
    house.play("notary", act);
    expect(await go()).toMatchObject({ refusal });
  });

  test.each<[string, Act, object]>([
    ["of another level", inSubject({ "gx:labelLevel": "L3" }), mismatch("gx:labelLevel")],
    ["without a level", inSubject({ "gx:labelLevel": undefined }), mismatch("gx:labelLevel")],
    ["over nothing", inSubject({ "gx:compliantCredentials": [] }), mismatch("gx:compliantCredentials")],
    [
      "over the credentials of others",
      inSubject({ "gx:compliantCredentials": [{ id: "https://other.example/legal-person.jwt" }] }),
      mismatch("gx:compliantCredentials"),
    ],
  ])("of the compliance service, %s", async (_, act, refusal) => {
    house.play("compliance", act);
    expect(await go()).toMatchObject({ refusal });
  });

  it("of a compliance service under the name of the notary", async () => {
    house.play("compliance", async (honest) => {
      const by = house.signers.notary;
      return replace((payload) => ({ ...payload, issuer: by.did }), by)(honest);
    });
    expect(await go()).toMatchObject({ refusal: faulty("issuer-not-trusted") });
  });

  it("of a notary under the name of the compliance service", async () => {
    house.play("notary", async (honest) => {
      const by = house.signers.compliance;
      return replace((payload) => ({ ...payload, issuer: by.did }), by)(honest);
    });
    expect(await go()).toMatchObject({ refusal: faulty("issuer-not-trusted") });
  });
});

describe("nothing is sent", () => {
  test.each<[string, Partial<RegisterRequest["participant"]>]>([
    ["did", { did: "did:key:z6Mk" }],
    ["legalName", { legalName: " " }],
    ["country", { country: "Germany" }],
    ["legalCountry", { legalCountry: "de" }],
    ["base", { base: "https://cloud.example" }],
  ])("for a participant with another %s than a house takes", async (member, more) => {
    const refused = await go({ participant: request(more).participant });
    expect(refused).toMatchObject({ refusal: { code: "malformed-participant", member } });
    expect(house.asked).toEqual([]);
  });

  test.each(["123456789", "DE", "DE12345678901234567", "DE1234/../x"])(
    "for the VAT number %s",
    async (number) => {
      expect(await go({ registration: { register: "vat-id", number } })).toMatchObject({
        refusal: { code: "malformed-participant", member: "vat-id" },
      });
      expect(house.asked).toEqual([]);
    },
  );

  it("for a key that the participant's DID document does not have", async () => {
    const { key } = await house.signer("another");
    expect(await go({ sign: signerOf({ ...participant, key }) })).toMatchObject({
      refusal: { code: "own-credential-not-valid", faults: [{ code: "bad-signature" }] },
    });
    expect(house.asked).toEqual([]);
  });

  it("for a DID that nobody has published", async () => {
    const did = `${participant.did}:unpublished`;
    const own = { ...participant, did, kid: `${did}#key-1` };
    const refused = await register({ ...request({ did }), sign: signerOf(own) }, ports());
    expect(refused).toMatchObject({
      refusal: { code: "own-credential-not-valid", faults: [{ code: "did-unreachable" }] },
    });
    expect(house.asked).toEqual([]);
  });

  test.each(["http://10.0.0.1/v2", "https://169.254.169.254/v2", "http://cloud.example/v2", "file:///etc"])(
    "to the address %s",
    async (notary) => {
      expect(await go({ house: { ...house.house, notary } })).toMatchObject({
        refusal: { code: "address-not-permitted" },
      });
      expect(slept).toEqual([]);
    },
  );
});

test("an answer whose context nodes do not know is kept, and says so", async () => {
  const known = "https://www.w3.org/ns/credentials/v2";
  const inContext = (...more: string[]) =>
    replace((payload) => ({ ...payload, "@context": [known, ...more] }));
  house.play("compliance", inContext("https://context.example/unknown"));
  const done = await go();
  expect(done.ok && done.value.label.meaning?.code).toBe("context-not-allowed");
});
