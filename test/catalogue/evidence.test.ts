// What a catalogue makes of the credentials of a manifest: of those that it links, and of the one that signs it whole.
import { once } from "node:events";
import { createServer } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import { checkEvidence } from "../../functions/catalogue/evidence.ts";
import { MOST_CREDENTIALS, linkedCredentials } from "../../functions/catalogue/links.ts";
import type { Portion } from "../../functions/catalogue/evidence-schedule.ts";
import type { KeptEvidence, Snapshot } from "../../functions/catalogue/ports.ts";
import { type TextStore, keptClaims } from "../../functions/compatibility/evidence/kept-claims.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { memoryTexts } from "../../functions/host/memory.ts";
import { mpli } from "../../functions/kernel/generated/vocabulary.ts";
import { verifier } from "../../functions/trust/verifier.ts";
import type { JsonObject } from "../conformance/http.ts";
import { type Issuer, credential, issuer, keyPair, token } from "../conformance/steps/credentials.ts";
import { certificate, certificateOf, digestOf } from "../conformance/steps/evidence.ts";
import { type Clock, fixedClock } from "../support/clock.ts";
import { graphOf } from "../support/manifests.ts";
import { INSIDE } from "../trust/door.ts";

const ORIGIN = "https://cloud.example";
const PROVIDER = "did:web:cloud.example";
const MANIFEST = `${ORIGIN}/manifest`;
const HEAD = "a".repeat(64);
const BODY = issuer();
const OWNER: Issuer = { ...keyPair(), did: PROVIDER, kid: `${PROVIDER}#key-1` };

type Answer = (request: Request) => Response;

let clock: Clock;
let texts: TextStore;
let answers: Map<string, Answer>;
let asked: Request[];

beforeEach(() => {
  clock = fixedClock();
  texts = memoryTexts();
  asked = [];
  const method = { id: OWNER.kid, type: "JsonWebKey", controller: PROVIDER, publicKeyJwk: OWNER.jwk };
  const did = { id: PROVIDER, verificationMethod: [method], assertionMethod: [OWNER.kid] };
  answers = new Map([[`${ORIGIN}/.well-known/did.json`, () => Response.json(did)]]);
});

const serve = (address: string, text: string, type = "application/vc+jwt") =>
  answers.set(address, () => new Response(text, { headers: { "Content-Type": type } }));

/** Looks at a manifest with these links. */
function look(
  credentials: readonly string[] = [],
  previous?: KeptEvidence,
  more: Partial<Snapshot> = {},
  portion?: Portion,
): Promise<KeptEvidence> {
  const fetch = guardedFetch(
    async (input, init) => {
      const request = new Request(input as RequestInfo, init);
      asked.push(request);
      return answers.get(request.url)?.(request) ?? new Response("nothing", { status: 404 });
    },
    { loopback: false },
  );
  const { now } = clock;
  const document = { digest: HEAD, classes: [], offers: 1, credentials };
  const snapshot = { provider: PROVIDER, manifest: MANIFEST, digest: HEAD, documents: [document], ...more };
  const verify = verifier({ fetch, now, loopback: false });
  return checkEvidence(snapshot, previous, { fetch, verify, texts, claims: keptClaims(texts), now }, portion);
}

const claimsOf = async (evidence: KeptEvidence) => (await keptClaims(texts).read(evidence)) ?? [];
const faultsOf = ({ credentials }: KeptEvidence) =>
  Object.fromEntries(credentials.map(({ address, fault }) => [address.replace(ORIGIN, ""), fault]));

describe("a credential that is linked", () => {
  it("is fetched and verified, and what it states is kept apart", async () => {
    const compact = certificate(BODY, PROVIDER);
    serve(`${ORIGIN}/iso.jwt`, compact);
    const evidence = await look([`${ORIGIN}/iso.jwt`]);
    const digest = await digestOf(compact);
    const types = ["VerifiableCredential", "CertificationCredential"];
    expect(evidence).toEqual({
      checkedAt: "2026-11-01T12:00:00.000Z",
      claims: expect.stringMatching(/^[0-9a-f]{64}$/),
      credentials: [
        {
          address: `${ORIGIN}/iso.jwt`,
          digest,
          issuer: BODY.did,
          types,
          checkedAt: "2026-11-01T12:00:00.000Z",
        },
      ],
    });
    expect(await claimsOf(evidence)).toMatchObject([
      {
        digest,
        validFrom: Date.parse("2026-01-01T00:00:00Z"),
        stated: [
          [
            PROVIDER,
            [[`${mpli.certification.value} ${mpli.scheme.value}`, [{ value: `${mpli.ISO27001.value}` }]]],
          ],
        ],
      },
    ]);
  });

  it("is read out of the link itself, which keeps a name of its digest in the snapshot", async () => {
    const link = `data:application/vc+jwt,${certificate(BODY, PROVIDER)}`;
    const graph = await graphOf(
      `<did:web:cloud.example> <${mpli.credential.value}> <${link}>, "no link" .`,
      MANIFEST,
    );
    const addresses = await linkedCredentials(graph, texts);
    expect(addresses).toEqual([expect.stringMatching(/^urn:sha-256:[0-9a-f]{64}$/)]);
    expect((await look(addresses)).credentials).toMatchObject([{ address: addresses[0], issuer: BODY.did }]);
    expect(asked.map(({ url }) => url)).toEqual([MANIFEST]);
  });

  it("is not believed where its signature does not hold, and otherwise says what is wrong with it", async () => {
    serve(`${ORIGIN}/forged`, certificate({ ...BODY, privateKey: issuer().privateKey }, PROVIDER));
    serve(`${ORIGIN}/over`, certificate(BODY, PROVIDER, { validUntil: "2026-02-01T00:00:00Z" }));
    serve(`${ORIGIN}/page`, "<h1>Certified!</h1>", "text/html");
    serve(`${ORIGIN}/json`, "{}", "application/json");
    const evidence = await look(["/forged", "/over", "/page", "/json", "/none"].map((path) => ORIGIN + path));
    expect(faultsOf(evidence)).toEqual({
      "/forged": "bad-signature",
      "/over": "expired",
      "/page": "malformed",
      "/json": "credential-unreachable",
      "/none": "credential-unreachable",
    });
    expect(await claimsOf(evidence)).toMatchObject([{ address: `${ORIGIN}/over` }]);
    expect(evidence.credentials.find(({ address }) => address.endsWith("/forged"))).not.toHaveProperty(
      "digest",
    );
  });

  it("is not fetched from addresses that are not permitted, nor from where a redirect leads", async () => {
    answers.set(
      `${ORIGIN}/moved`,
      () => new Response("", { status: 302, headers: { Location: "/iso.jwt" } }),
    );
    serve(`${ORIGIN}/iso.jwt`, certificate(BODY, PROVIDER));
    const evidence = await look(["http://cloud.example/a", "https://10.0.0.1/b", `${ORIGIN}/moved`]);
    expect(Object.values(faultsOf(evidence))).toEqual(Array(3).fill("credential-unreachable"));
    expect(asked.map(({ url }) => url)).toEqual([MANIFEST, `${ORIGIN}/moved`]);
  });

  it.each(INSIDE)("is not fetched from inside, at %s, where something listens", async (address) => {
    let connections = 0;
    const trap = createServer((socket) => {
      connections++;
      socket.destroy();
    }).listen(0);
    await once(trap, "listening");
    const { port } = trap.address() as { port: number };
    const { now } = clock;
    const ask = (loopback: boolean) => guardedFetch(fetch, { loopback });
    const at = (scheme: string) => `${scheme}://${address.replace("P", String(port))}/iso.jwt`;
    const document = { digest: HEAD, classes: [], offers: 1, credentials: [at("https"), at("http")] };
    const snapshot = {
      provider: PROVIDER,
      manifest: "https://0.0.0.0/m",
      digest: HEAD,
      documents: [document],
    };
    const looked = async (loopback: boolean) => {
      const verify = verifier({ fetch: ask(loopback), now, loopback });
      const ports = { fetch: ask(loopback), verify, texts, claims: keptClaims(texts), now };
      return checkEvidence(snapshot, undefined, ports);
    };
    const evidence = await looked(false);
    expect(Object.values(faultsOf(evidence))).toEqual(Array(2).fill("credential-unreachable"));
    expect(connections).toBe(0);
    // Where this machine is permitted the trap tells.
    if (address === "127.0.0.1:P") await looked(true);
    expect(connections > 0).toBe(address === "127.0.0.1:P");
    trap.close();
  });

  it("may be linked by the head of a manifest with pages", async () => {
    const [ofHead, ofPage] = [`${ORIGIN}/head.jwt`, `${ORIGIN}/page.jwt`];
    const { credentials } = await look([ofPage], undefined, { credentials: [ofHead] });
    expect(credentials.map(({ address }) => address)).toEqual([ofHead, ofPage]);
  });

  it("that cannot be read again keeps what it stated, and is known to be out of reach", async () => {
    serve(`${ORIGIN}/iso.jwt`, certificate(BODY, PROVIDER));
    const before = await look([`${ORIGIN}/iso.jwt`]);
    answers.delete(`${ORIGIN}/iso.jwt`);
    const after = await look([`${ORIGIN}/iso.jwt`], before);
    expect(after.claims).toBe(before.claims);
    expect(after.credentials).toEqual([{ ...before.credentials[0], fault: "credential-unreachable" }]);
    expect((await look([], after)).credentials).toEqual([]);
  });

  it("is one of 64 at most, each once", async () => {
    const links = Array.from({ length: 70 }, (_, index) => `${ORIGIN}/${String(index).padStart(2, "0")}`);
    const { credentials } = await look([...links, ...links]);
    expect(credentials.map(({ address }) => address)).toEqual(links.slice(0, MOST_CREDENTIALS));
    const graph = await graphOf(
      links.map((link) => `<did:web:cloud.example> <${mpli.credential.value}> <${link}> .`).join("\n"),
      MANIFEST,
    );
    expect(await linkedCredentials(graph, texts)).toEqual(links.slice(0, MOST_CREDENTIALS));
  });

  it("is not waited for once a minute has gone into those before", async () => {
    for (const path of ["/1", "/2", "/3"])
      answers.set(ORIGIN + path, () => {
        clock.advance(31);
        return new Response(certificate(BODY, PROVIDER));
      });
    expect(faultsOf(await look(["/1", "/2", "/3"].map((path) => ORIGIN + path)))).toEqual({
      "/1": undefined,
      "/2": undefined,
    });
  });

  it("is looked at later where there is no time left, and what is known of the others stays", async () => {
    const links = ["/1", "/2", "/3"].map((path) => ORIGIN + path);
    for (const link of links) serve(link, certificate(BODY, PROVIDER));
    const since = clock.now().getTime();
    const first = await look(links, undefined, {}, { since, most: 2, seconds: 20 });
    expect(first).toMatchObject({
      pending: true,
      credentials: [{ address: links[0] }, { address: links[1] }],
    });
    clock.advance(60);
    asked = [];
    const second = await look(links, first, {}, { since, most: 2, seconds: 20 });
    expect(asked.map(({ url }) => url)).toEqual([MANIFEST, links[2]]);
    expect(second).not.toHaveProperty("pending");
    expect(second).toMatchObject({
      checkedAt: "2026-11-01T12:00:00.000Z",
      credentials: [{}, {}, { address: links[2], checkedAt: "2026-11-01T12:01:00.000Z" }],
    });
    expect(await claimsOf(second)).toHaveLength(3);
  });

  it("ends when the first of its dates does, those of its token included", async () => {
    serve(`${ORIGIN}/dated`, certificate(BODY, PROVIDER, { validUntil: "2027-01-01T00:00:00Z" }));
    const exp = Date.parse("2026-12-01T00:00:00Z") / 1000;
    serve(
      `${ORIGIN}/token`,
      token(BODY, { ...certificateOf(BODY, PROVIDER, { validUntil: "2027-01-01T00:00:00Z" }), exp }),
    );
    const { credentials } = await look([`${ORIGIN}/dated`, `${ORIGIN}/token`]);
    expect(credentials.map(({ until }) => until)).toEqual([Date.parse("2027-01-01T00:00:00Z"), exp * 1000]);
  });

  it("is not read beyond 256 KiB", async () => {
    serve(`${ORIGIN}/large`, certificate(BODY, PROVIDER, { name: "a".repeat(256 * 1024) }));
    expect(faultsOf(await look([`${ORIGIN}/large`]))).toEqual({ "/large": "credential-unreachable" });
  });
});

/** The credential in which the provider signs its manifest: sound, but for what a test changes. */
function signatureOf({ by = OWNER, ...more }: JsonObject & { readonly by?: Issuer } = {}): string {
  const credentialSubject = { id: MANIFEST, type: mpli.Manifest.value, [mpli.digest.value]: HEAD };
  return token(by, credential(by, { credentialSubject, ...more } as JsonObject));
}
const subject = (id: string, digest: string): JsonObject => ({
  credentialSubject: { id, [mpli.digest.value]: digest },
});

describe("the manifest as its provider signs it", () => {
  it("is asked for by the media type of tokens, listed, and named as the signature", async () => {
    serve(MANIFEST, signatureOf());
    const evidence = await look();
    const digest = await digestOf(signatureOf());
    const types = ["VerifiableCredential"];
    expect(evidence).toMatchObject({
      signed: digest,
      credentials: [{ address: MANIFEST, digest, issuer: PROVIDER, types }],
    });
    expect(await claimsOf(evidence)).toMatchObject([{ digest, issuer: PROVIDER, types, stated: [] }]);
    expect(asked[0]?.headers.get("accept")).toBe("application/vc+jwt");
  });

  it("may have another name than its address", async () => {
    const iri = `${ORIGIN}/manifest#it`;
    serve(MANIFEST, signatureOf(subject(iri, HEAD)));
    expect((await look([], undefined, { iri })).signed).toBeDefined();
    expect((await look()).signed).toBeUndefined();
  });

  it.each<readonly [string, Parameters<typeof signatureOf>[0]]>([
    ["of another version", subject(MANIFEST, "b".repeat(64))],
    ["of two versions at once", { credentialSubject: { id: MANIFEST, [mpli.digest.value]: [HEAD, "b"] } }],
    ["of another manifest", subject("https://other.example/manifest", HEAD)],
    ["of nothing in particular", { credentialSubject: { [mpli.digest.value]: HEAD } }],
    ["without a digest", { credentialSubject: { id: MANIFEST } }],
    ["by somebody else", { by: BODY }],
    ["by a key of somebody else", { by: { ...OWNER, privateKey: BODY.privateKey } }],
  ])("%s counts for nothing and is not listed", async (_, changes) => {
    serve(MANIFEST, signatureOf(changes));
    const evidence = await look();
    expect([evidence.signed, evidence.claims, evidence.credentials]).toEqual([undefined, undefined, []]);
  });

  it.each<readonly [string, () => unknown]>([
    ["refuses to", () => answers.set(MANIFEST, () => new Response("", { status: 406 }))],
    ["answers with the graph", () => serve(MANIFEST, "<a> <b> <c> .", "text/turtle")],
    ["sends a token as text", () => serve(MANIFEST, signatureOf(), "text/plain")],
    ["sends something else as a token", () => serve(MANIFEST, "a.b.c")],
    ["sends nothing as a token", () => serve(MANIFEST, "")],
    ["sends a token that is too large", () => serve(MANIFEST, signatureOf({ name: "a".repeat(1 << 18) }))],
    [
      "points elsewhere",
      () => {
        serve(`${ORIGIN}/signed`, signatureOf());
        answers.set(MANIFEST, () => new Response("", { status: 302, headers: { Location: "/signed" } }));
      },
    ],
    [
      "hangs up",
      () =>
        answers.set(MANIFEST, () => {
          throw new TypeError("no connection");
        }),
    ],
  ])("is none where the node %s, and the links are looked at all the same", async (_, play) => {
    play();
    serve(`${ORIGIN}/iso.jwt`, certificate(BODY, PROVIDER));
    const evidence = await look([`${ORIGIN}/iso.jwt`]);
    expect(evidence.signed).toBeUndefined();
    expect(evidence.credentials).toMatchObject([{ address: `${ORIGIN}/iso.jwt`, issuer: BODY.did }]);
  });

  it.each([
    ["is over", { validUntil: "2026-02-01T00:00:00Z" }, "expired"],
    ["is to come", { validFrom: "2027-02-01T00:00:00Z" }, "not-yet-valid"],
    [
      "has a status that nobody can read",
      {
        credentialStatus: {
          type: "BitstringStatusListEntry",
          statusPurpose: "revocation",
          statusListIndex: "7",
          statusListCredential: `${ORIGIN}/no-list`,
        },
      },
      "status-unreachable",
    ],
  ] as const)("is listed with what is wrong where it %s", async (_, changes, fault) => {
    serve(MANIFEST, signatureOf(changes as JsonObject));
    expect((await look()).credentials).toMatchObject([{ address: MANIFEST, issuer: PROVIDER, fault }]);
  });

  it("is asked for with each look: a signature that is gone is none", async () => {
    serve(MANIFEST, signatureOf());
    const before = await look();
    answers.delete(MANIFEST);
    expect(await look([], before)).not.toHaveProperty("signed");
  });
});

describe("what else ties a credential to a provider", () => {
  const GAIA_X = ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/gaia-x/development#"];
  const gaiaX = (by: Issuer, type: string, credentialSubject: JsonObject, header: JsonObject = {}) =>
    token(
      by,
      credential(by, { "@context": GAIA_X, type: ["VerifiableCredential", type], credentialSubject }),
      header,
    );
  const person = gaiaX(OWNER, "gx:LegalPerson", { id: `${ORIGIN}/lp#cs`, "gx:legalName": "Cloud" });
  const label = async (header: JsonObject = {}) =>
    gaiaX(
      BODY,
      "gx:LabelCredential",
      {
        id: PROVIDER,
        "gx:labelLevel": "L1",
        "gx:rulesVersion": "CD25.10",
        "gx:compliantCredentials": [
          { type: "gx:LegalPerson", "gx:digestSRI": `sha256-${await digestOf(person)}` },
        ],
      },
      header,
    );

  it("is taken down with the claims: what a label rests on, and under which scheme it is one", async () => {
    serve(`${ORIGIN}/label`, await label({ typ: "vc+ld+jwt", cty: "vc+ld" }), "application/vc+ld+jwt");
    serve(`${ORIGIN}/person`, person);
    const evidence = await look([`${ORIGIN}/label`, `${ORIGIN}/person`]);
    expect(faultsOf(evidence)).toEqual({ "/label": undefined, "/person": undefined });
    const scheme = mpli.GaiaXLabelLevel1.value;
    const digest = await digestOf(await label({ typ: "vc+ld+jwt", cty: "vc+ld" }));
    expect(await claimsOf(evidence)).toEqual([
      expect.objectContaining({
        label: { entries: [{ digest: await digestOf(person), types: ["LegalPerson"] }] },
        schemes: [scheme],
        stated: [[`urn:sha-256:${digest}`, [[expect.any(String), [{ type: "uri", value: scheme }]]]]],
      }),
      expect.objectContaining({ subject: `${ORIGIN}/lp#cs`, issuer: PROVIDER, stated: [] }),
    ]);
  });

  it("is not read from a token whose type no profile has", async () => {
    serve(`${ORIGIN}/label`, await label({ typ: "vc+zip" }));
    expect(faultsOf(await look([`${ORIGIN}/label`]))).toEqual({ "/label": "type-mismatch" });
  });

  it("is the identifier of an organisation, in a credential about it alone", async () => {
    const identity = (subjects: JsonObject | readonly JsonObject[]) =>
      token(
        BODY,
        credential(BODY, {
          "@context": ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/mpli/credentials/v1"],
          type: ["VerifiableCredential", "LegalIdentityCredential"],
          credentialSubject: subjects as JsonObject,
        }),
      );
    const one = { id: PROVIDER, legalIdentity: { legalName: "Cloud", vatId: "NL853746281B01" } };
    serve(`${ORIGIN}/one`, identity(one));
    serve(`${ORIGIN}/two`, identity([one, { id: "did:web:other.example" }]));
    serve(`${ORIGIN}/elsi`, certificate(BODY, "did:elsi:VATES-B12345678"));
    const evidence = await look(["/elsi", "/one", "/two"].map((path) => ORIGIN + path));
    expect((await claimsOf(evidence)).map(({ organisation }) => organisation)).toEqual([
      { subject: "did:elsi:VATES-B12345678", identifiers: [{ scheme: "vat", value: "ESB12345678" }] },
      { subject: PROVIDER, identifiers: [{ scheme: "vat", value: "NL853746281B01" }] },
      undefined,
    ]);
  });
});
