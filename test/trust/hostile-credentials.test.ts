// What attackers send to verifiers, at the door: each attack beside its sound twin, answered soon, and asking nobody it should not.
import { Buffer } from "node:buffer";
import { createHmac, createPublicKey, sign } from "node:crypto";
import { once } from "node:events";
import { type Server, createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PINNED_CONTEXTS } from "../../functions/trust/contexts/pinned.ts";
import {
  CREDENTIALS,
  type Issuer,
  credential,
  encode,
  enveloped,
  issuer,
  keyPair,
  respelt,
  signed,
  token,
} from "../conformance/steps/credentials.ts";
import { type Door, INSIDE, NOW, type Said, door, request } from "./door.ts";

const [ALICE, EVE, CAROL] = [issuer(), issuer(), issuer("ES256")];
const SECONDS = NOW / 1000;

/** Hosts that the test plays; all else is the real network, so that a request that should not be is really made. */
const played = new Map<string, () => Response>();
const asked: string[] = [];
const fetcher: typeof fetch = async (input, init) => {
  asked.push(String(input));
  return played.get(String(input))?.() ?? fetch(input as string, init);
};

/** A real server on this machine that no credential may have the node connect to. */
let trap: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  trap = createServer((socket) => {
    connections++;
    socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }).listen(0);
  await once(trap, "listening");
  port = (trap.address() as { port: number }).port;
});

afterAll(() => void trap.close());

/** Milliseconds of processor time; the better of a few, since garbage of earlier tests is collected meanwhile. */
async function timed(node: Door, body: string): Promise<{ said: Said; milliseconds: number }> {
  let milliseconds = Number.POSITIVE_INFINITY;
  for (let attempt = 0; ; attempt++) {
    const before = process.cpuUsage();
    const said = await node.post(body);
    const { user, system } = process.cpuUsage(before);
    milliseconds = Math.min(milliseconds, (user + system) / 1000);
    if (milliseconds <= MOST_MILLISECONDS || attempt === 4) return { said, milliseconds };
  }
}

const MOST_MILLISECONDS = 50;
const sound = (more: object = {}, by: Pick<Issuer, "did"> = ALICE) => credential(by, { ...more });
const fresh = () => door(fetcher);

/** The header and payload as texts, signed by Alice. */
const spelt = (header: string, payload = JSON.stringify(sound())) => signed(ALICE, header, payload);
const HEADER = { alg: "EdDSA", typ: "vc+jwt", cty: "vc", kid: ALICE.kid };

it("what the attacks start from is valid", async () => {
  for (const by of [ALICE, EVE, CAROL])
    expect(await fresh().verify(token(by, sound({}, by)))).toMatchObject({ outcome: "valid", codes: [] });
  expect(await fresh().verify(spelt(JSON.stringify(HEADER)))).toMatchObject({ outcome: "valid" });
});

type Row = readonly [attack: string, code: string, make: () => string];

/** A token with one of its parts written otherwise, but signed as it then is. */
function rewritten(part: 0 | 1 | 2, change: (text: string) => string): string {
  const parts = token(ALICE, sound({ id: "urn:x:1" })).split(".");
  parts[part] = change(parts[part] ?? "");
  const [header = "", payload = "", signature = ""] = parts;
  if (part === 2) return parts.join(".");
  const again = encode(sign(undefined, Buffer.from(`${header}.${payload}`), ALICE.privateKey));
  return `${header}.${payload}.${part < 2 ? again : signature}`;
}

/** Adds to a payload until its base64url has bits to spare. */
const withSpareBits = (payload: string) =>
  [payload, `${payload} `, `${payload}  `].find((text) => encode(text).length % 4 === 2) ?? payload;

function spare(part: 0 | 1): string {
  const texts = [JSON.stringify(HEADER), JSON.stringify(sound())].map((text) => encode(withSpareBits(text)));
  texts[part] = respelt(texts[part] ?? "");
  const input = texts.join(".");
  return `${input}.${encode(sign(undefined, Buffer.from(input), ALICE.privateKey))}`;
}

function withSecret(secret: Buffer | string): string {
  const input = `${encode(JSON.stringify({ ...HEADER, kid: CAROL.kid, alg: "HS256" }))}.${encode(JSON.stringify(sound({}, CAROL)))}`;
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

const ALGORITHMS: readonly Row[] = [
  ["none, and no signature", "malformed", () => token(ALICE, sound(), { alg: "none" }).replace(/[^.]+$/, "")],
  ["none, with a signature", "alg-not-allowed", () => token(ALICE, sound(), { alg: "none" })],
  ["none in capitals", "alg-not-allowed", () => token(ALICE, sound(), { alg: "nOnE" })],
  ["several", "alg-not-allowed", () => token(ALICE, sound(), { alg: ["EdDSA"] })],
  ["a shared secret: the public key as JSON", "alg-not-allowed", () => withSecret(JSON.stringify(CAROL.jwk))],
  ["a shared secret: the public key as PEM", "alg-not-allowed", () => withSecret(pemOf(CAROL))],
  [
    "a shared secret: a coordinate of the public key",
    "alg-not-allowed",
    () => withSecret(Buffer.from(String(CAROL.jwk["x"]), "base64url")),
  ],
  ["that of another key", "key-unfit", () => token({ ...EVE, kid: CAROL.kid }, sound({}, CAROL))],
];

const pemOf = ({ jwk }: Issuer) =>
  createPublicKey({ key: { ...jwk } as never, format: "jwk" }).export({ type: "spki", format: "pem" });

/** n of P-256 and L of Ed25519: the orders of their groups. */
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const ofBytes = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
const toBytes = (number: bigint) => Buffer.from(number.toString(16).padStart(64, "0"), "hex");

/** A token whose signature is changed as bytes. */
function resigned(by: Issuer, change: (signature: Buffer) => Uint8Array): string {
  const [header, payload, signature = ""] = token(by, sound({}, by)).split(".");
  return `${header}.${payload}.${encode(change(Buffer.from(signature, "base64url")))}`;
}

const SIGNATURES: readonly Row[] = [
  ["of zeros", "bad-signature", () => resigned(ALICE, () => new Uint8Array(64))],
  ["of zeros, ECDSA", "bad-signature", () => resigned(CAROL, () => new Uint8Array(64))],
  [
    "of the order, ECDSA",
    "bad-signature",
    () => resigned(CAROL, () => Buffer.concat([toBytes(P256_ORDER), toBytes(P256_ORDER)])),
  ],
  [
    "with the order added",
    "bad-signature",
    () =>
      resigned(ALICE, (bytes) => {
        const s = ofBytes(bytes.subarray(32).toReversed()) + ED25519_ORDER;
        return Buffer.concat([bytes.subarray(0, 32), toBytes(s).toReversed()]);
      }),
  ],
  [
    "that is one byte longer",
    "bad-signature",
    () => resigned(ALICE, (bytes) => Buffer.concat([bytes, Buffer.of(0)])),
  ],
  ["that is cut short", "bad-signature", () => resigned(ALICE, (bytes) => bytes.subarray(0, 63))],
  [
    "in DER",
    "bad-signature",
    () => {
      const [header, payload] = token(CAROL, sound({}, CAROL)).split(".");
      const der = sign("sha256", Buffer.from(`${header}.${payload}`), CAROL.privateKey);
      return `${header}.${payload}.${encode(der)}`;
    },
  ],
  [
    "of another token",
    "bad-signature",
    () =>
      `${token(ALICE, sound()).split(".", 2).join(".")}.${token(ALICE, sound({ id: "urn:x:2" })).split(".")[2]}`,
  ],
];

const forged = (header: object) => token({ ...EVE, kid: ALICE.kid }, sound(), { ...header });
const URL_OF_TRAP = () => `http://127.0.0.1:${port}/keys`;

const KEYS: readonly Row[] = [
  ["in the header", "bad-signature", () => forged({ jwk: EVE.jwk })],
  ["in the header, without kid", "key-not-found", () => forged({ jwk: EVE.jwk, kid: undefined })],
  ["at jku", "bad-signature", () => forged({ jku: URL_OF_TRAP() })],
  ["at x5u", "bad-signature", () => forged({ x5u: URL_OF_TRAP() })],
  ["in x5c", "bad-signature", () => forged({ x5c: ["MIIB"] })],
  ["of another issuer", "kid-issuer-mismatch", () => token(EVE, sound())],
  [
    "of another issuer, by a fragment of ours",
    "kid-issuer-mismatch",
    () => token(EVE, sound(), { kid: `${EVE.did}#${ALICE.did}` }),
  ],
  ["with a query", "kid-issuer-mismatch", () => token(ALICE, sound(), { kid: `${ALICE.did}?version=1#0` })],
  ["with a path", "kid-issuer-mismatch", () => token(ALICE, sound(), { kid: `${ALICE.did}/a#0` })],
  ["with two fragments", "malformed-did", () => token(ALICE, sound(), { kid: `${ALICE.kid}#0` })],
  ["in a list", "key-not-found", () => token(ALICE, sound(), { kid: [ALICE.kid] })],
  ["that is its issuer's prototype", "key-not-found", () => token(ALICE, sound(), { kid: "#__proto__" })],
  ["with its private half", "key-unfit", () => privately()],
  ["off its curve", "key-unfit", () => token(...offCurve())],
];

function privately(): string {
  const one = keyPair();
  const did = `did:jwk:${encode(JSON.stringify(one.privateKey.export({ format: "jwk" })))}`;
  return token({ ...one, kid: `${did}#0` }, sound({}, { did }));
}

function offCurve(): [Issuer, ReturnType<typeof sound>] {
  const one = issuer("ES256", { y: CAROL.jwk["x"] ?? "" });
  return [one, sound({}, one)];
}

/** The header or payload as JSON, with a member more in front. */
const before = (member: string, json: object) => JSON.stringify(json).replace("{", `{${member},`);

const JSONS: readonly Row[] = [
  ["alg twice", "malformed", () => spelt(before('"alg":"none"', HEADER))],
  ["kid twice", "malformed", () => spelt(before(`"kid":"${EVE.kid}"`, HEADER))],
  ["issuer twice", "malformed", () => token(ALICE, before(`"issuer":"${EVE.did}"`, sound()))],
  [
    "issuer twice, once escaped",
    "malformed",
    () => token(ALICE, before(`"\\u0069ssuer":"${EVE.did}"`, sound())),
  ],
  [
    "a subject's id twice",
    "malformed",
    () => token(ALICE, JSON.stringify(sound()).replace('"id":', '"id":"urn:x:1","id":')),
  ],
  ["a prototype in the header", "malformed", () => spelt(before('"__proto__":{"alg":"none"}', HEADER))],
  ["a prototype in the payload", "malformed", () => token(ALICE, before('"__proto__":{}', sound()))],
  ["a comment", "malformed", () => token(ALICE, before('/**/"a":1', sound()))],
  ["a comma too many", "malformed", () => token(ALICE, JSON.stringify(sound()).replace(/\}$/, ",}"))],
  ["half a surrogate pair", "malformed", () => token(ALICE, before('"name":"\\ud800"', sound()))],
  ["a number that is rounded", "malformed", () => token(ALICE, before('"exp":9007199254740993', sound()))],
  ["a byte order mark", "malformed", () => token(ALICE, `\ufeff${JSON.stringify(sound())}`)],
  [
    "no UTF-8",
    "malformed",
    () => rewritten(1, () => encode(Buffer.from(JSON.stringify(sound({ name: "é" })), "latin1"))),
  ],
  ["UTF-16", "malformed", () => rewritten(1, () => encode(Buffer.from(JSON.stringify(sound()), "utf16le")))],
  ["null", "malformed", () => token(ALICE, "null")],
  [
    "a depth of 65",
    "malformed",
    () => token(ALICE, before(`"a":${"[".repeat(65)}${"]".repeat(65)}`, sound())),
  ],
  [
    "a depth of 50,000",
    "malformed",
    () => token(ALICE, before(`"a":${"[".repeat(5e4)}${"]".repeat(5e4)}`, sound())),
  ],
  ["more than 256 KiB", "malformed", () => token(ALICE, sound({ name: "x".repeat(2 ** 18) }))],
];

const SPELLINGS: readonly Row[] = [
  ...([0, 1, 2] as const).flatMap((part): Row[] => {
    const name = ["header", "payload", "signature"][part];
    return [
      [`padding after the ${name}`, "malformed", () => rewritten(part, (text) => `${text}=`)],
      [
        `a space in the ${name}`,
        "malformed",
        () => rewritten(part, (text) => `${text.slice(0, 4)} ${text.slice(4)}`),
      ],
      [`a line's end after the ${name}`, "malformed", () => rewritten(part, (text) => `${text}\n`)],
      [
        `base64 of the other alphabet in the ${name}`,
        "malformed",
        () => rewritten(part, (text) => `${text.slice(0, -4)}+/+/`),
      ],
      [
        `letters of full width in the ${name}`,
        "malformed",
        () => rewritten(part, (text) => text.replace(/[a-z]/, "\uff41")),
      ],
    ];
  }),
  ["spare bits in the header", "malformed", () => spare(0)],
  ["spare bits in the payload", "malformed", () => spare(1)],
  ["spare bits in the signature", "malformed", () => rewritten(2, respelt)],
  ["five parts, as of something encrypted", "malformed", () => `${token(ALICE, sound())}.a.a`],
];

const TIMES: readonly Row[] = [
  ["exp in milliseconds", "malformed-time", () => token(ALICE, sound({ exp: NOW - 1 }))],
  ["iat in milliseconds", "malformed-time", () => token(ALICE, sound({ iat: NOW }))],
  ["nbf in milliseconds", "malformed-time", () => token(ALICE, sound({ nbf: NOW }))],
  ["exp as text", "malformed-time", () => token(ALICE, sound({ exp: String(SECONDS + 60) }))],
  ["exp below zero", "malformed-time", () => token(ALICE, sound({ exp: -1 }))],
  ["exp that is infinite to some", "malformed", () => token(ALICE, before('"exp":1e400', sound()))],
  ["exp that has come", "expired", () => token(ALICE, sound({ exp: SECONDS - 60 }))],
  ["nbf to come", "not-yet-valid", () => token(ALICE, sound({ nbf: SECONDS + 61 }))],
  [
    "an end in a year of five digits",
    "malformed-time",
    () => token(ALICE, sound({ validUntil: "12026-01-01T00:00:00Z" })),
  ],
  [
    "an end after a space",
    "malformed-time",
    () => token(ALICE, sound({ validUntil: " 2027-01-01T00:00:00Z" })),
  ],
];

const contexts = (...more: unknown[]) => sound({ "@context": [CREDENTIALS, ...more] });

const MEANINGS: readonly Row[] = [
  [
    "a vocabulary for all terms",
    "context-not-allowed",
    () =>
      token(ALICE, { ...contexts({ "@vocab": "https://w3id.org/gaia-x/development#" }), labelLevel: "L3" }),
  ],
  [
    "a vocabulary in the subject",
    "context-not-allowed",
    () =>
      token(ALICE, sound({ credentialSubject: { "@context": { "@vocab": "urn:x:" }, labelLevel: "L3" } })),
  ],
  ["a context that takes all terms back", "context-not-allowed", () => token(ALICE, contexts(null))],
  [
    "a context that imports another",
    "context-not-allowed",
    () => token(ALICE, contexts({ "@import": URL_OF_TRAP() })),
  ],
  ["a context in a list of its own", "context-not-allowed", () => token(ALICE, contexts([CREDENTIALS]))],
  ["a context that nobody knows", "context-not-allowed", () => token(ALICE, contexts(URL_OF_TRAP()))],
  [
    "a context named like a member of every object",
    "context-not-allowed",
    () => token(ALICE, contexts("constructor")),
  ],
  [
    "a context for a type alone",
    "context-not-allowed",
    () => token(ALICE, contexts({ VerifiableCredential: { "@id": "urn:x:y" } })),
  ],
  [
    "a term that nobody defines",
    "undefined-term",
    () => token(ALICE, sound({ credentialSubject: { iso27001: true } })),
  ],
  [
    "a term that nobody defines, further inside",
    "undefined-term",
    () => token(ALICE, sound({ evidence: { type: "urn:x:Evidence", level: "L3" } })),
  ],
  [
    "a type that nobody defines",
    "undefined-term",
    () => token(ALICE, sound({ type: ["VerifiableCredential", "IsoCertificate"] })),
  ],
  [
    "what looks like a keyword",
    "undefined-term",
    () => token(ALICE, sound({ credentialSubject: { "@certified": true, name: "x" } })),
  ],
];

const HEADERS: readonly Row[] = [
  ["crit", "crit-not-understood", () => token(ALICE, sound(), { crit: ["exp"], exp: 1 })],
  ["crit that is empty", "crit-not-understood", () => token(ALICE, sound(), { crit: [] })],
  [
    "a payload that is not encoded",
    "crit-not-understood",
    () => token(ALICE, sound(), { b64: false, crit: ["b64"] }),
  ],
  ["b64 without crit", "crit-not-understood", () => token(ALICE, sound(), { b64: true })],
  ...["JWT", "vp+jwt", "at+jwt", "kb+jwt", "statuslist+jwt", "dc+sd-jwt", "VC+JWT ", ""].map(
    (typ): Row => [`the type "${typ}"`, "type-mismatch", () => token(ALICE, sound(), { typ })],
  ),
];

const ISSUERS: readonly Row[] = [
  ["two in a list", "issuer-mismatch", () => token(ALICE, sound({ issuer: [ALICE.did, EVE.did] }))],
  [
    "one in the claims, another in the credential",
    "issuer-mismatch",
    () => token(ALICE, sound({ iss: ALICE.did, issuer: EVE.did })),
  ],
  ["a number in the claims", "issuer-mismatch", () => token(ALICE, sound({ iss: 1 }))],
  ["none", "issuer-mismatch", () => token(ALICE, sound({ issuer: { name: "Alice" } }))],
  ["a web address", "kid-issuer-mismatch", () => token(ALICE, sound({ issuer: "https://alice.example" }))],
  ["a credential in the wrapper of old", "wrapper-claim", () => token(ALICE, sound({ vc: sound({}, EVE) }))],
  ["a presentation in its wrapper", "wrapper-claim", () => token(ALICE, sound({ vp: {} }))],
];

const many = (length: number, make: (index: number) => unknown) =>
  Array.from({ length }, (_, at) => make(at));

const LOADS: readonly Row[] = [
  [
    "20,000 types",
    "malformed-json-ld",
    () => token(ALICE, sound({ type: ["VerifiableCredential", ...many(2e4, (at) => `a:${at}`)] })),
  ],
  [
    "one context 4,000 times",
    "malformed-json-ld",
    () => token(ALICE, contexts(...many(4000, () => CREDENTIALS))),
  ],
  ["one context twice", "malformed-json-ld", () => token(ALICE, contexts(CREDENTIALS))],
  [
    "five contexts",
    "malformed-json-ld",
    () => token(ALICE, contexts(...many(4, (at) => `https://a.example/${at}`))),
  ],
  [
    "10,000 pieces of evidence",
    "malformed-json-ld",
    () => token(ALICE, sound({ evidence: many(1e4, () => ({ type: "a:b" })) })),
  ],
  [
    "9,000 subjects",
    "malformed-json-ld",
    () => token(ALICE, sound({ credentialSubject: many(9000, (at) => ({ id: `a:${at}` })) })),
  ],
  ["700 names", "malformed-json-ld", () => token(ALICE, sound({ name: many(700, () => "x") }))],
  [
    "1,200 entries of status",
    "malformed-json-ld",
    () =>
      token(
        ALICE,
        sound({
          credentialStatus: many(1200, (at) => ({
            type: "BitstringStatusListEntry",
            statusPurpose: "revocation",
            statusListIndex: "5",
            statusListCredential: `https://a.example/${at}`,
          })),
        }),
      ),
  ],
];

describe.each<[string, readonly Row[]]>([
  ["algorithms", ALGORITHMS],
  ["signatures", SIGNATURES],
  ["keys", KEYS],
  ["issuers", ISSUERS],
  ["headers", HEADERS],
  ["JSON", JSONS],
  ["base64url", SPELLINGS],
  ["times", TIMES],
  ["meanings", MEANINGS],
  ["load", LOADS],
])("attacks by %s", (_, rows) => {
  it.each(rows)("%s: %s", async (_attack, code, make) => {
    const { said, milliseconds } = await timed(fresh(), request(enveloped(make())));
    expect(said).toMatchObject({ status: 200, outcome: "invalid", codes: [code] });
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
    expect([asked, connections]).toEqual([[], 0]);
  });
});

const PINNED = Object.keys(PINNED_CONTEXTS);

it("a credential of 600 names and four contexts is read", async () => {
  const others = PINNED.filter((one) => one !== CREDENTIALS).slice(0, 3);
  const large = { ...contexts(...others), name: many(600, (at) => `name ${at}`) };
  expect(await fresh().verify(token(ALICE, large as never))).toMatchObject({ outcome: "valid" });
});

it("contexts in ever new orders cost little, under a proof as well", async () => {
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    proofPurpose: "assertionMethod",
  };
  const signed = { ...proof, verificationMethod: ALICE.kid, proofValue: `z${"2".repeat(88)}` };
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const order = many(15, (at) => PINNED[((seed * 7919 + at * 31) >> (at % 5)) % PINNED.length] ?? "");
    const { said, milliseconds } = await timed(fresh(), request({ ...contexts(...order), proof: signed }));
    expect(said.codes).toEqual(["malformed-json-ld"]);
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  }
});

it("an ECDSA signature has a second spelling, under which a token says the same", async () => {
  const other = resigned(CAROL, (bytes) =>
    Buffer.concat([bytes.subarray(0, 32), toBytes(P256_ORDER - ofBytes(bytes.subarray(32)))]),
  );
  expect(await fresh().verify(other)).toMatchObject({ outcome: "valid" });
});

const listedAt = (statusListCredential: string, by = ALICE) =>
  token(
    by,
    sound(
      {
        credentialStatus: {
          type: "BitstringStatusListEntry",
          statusPurpose: "revocation",
          statusListIndex: "5",
          statusListCredential,
        },
      },
      by,
    ),
  );

/** A token of an issuer whose document lies elsewhere. */
const from = (did: string) => token({ ...ALICE, kid: `${did}#0` }, sound({}, { did }));

describe("addresses inside", () => {
  const at = (address: string) => address.replace("P", String(port));
  const unasked = async (node: Door, compact: string) => {
    const [before, calls] = [connections, asked.length];
    const said = await node.verify(compact);
    expect([connections, asked.length]).toEqual([before, calls]);
    return said;
  };

  it.each(INSIDE)("%s is not asked for a status list, whatever the scheme", async (address) => {
    for (const scheme of ["https", "http"]) {
      const said = await unasked(fresh(), listedAt(`${scheme}://${at(address)}/status`));
      expect(said).toMatchObject({ outcome: "indeterminate", codes: ["status-unreachable"] });
    }
  });

  it.each(INSIDE)("%s is not asked for a DID document", async (address) => {
    for (const id of [at(address).replaceAll(":", "%3A"), encodeURIComponent(at(address))]) {
      const { outcome, codes } = await unasked(fresh(), from(`did:web:${id}`));
      expect(outcome).not.toBe("valid");
      expect(["malformed-did", "did-unreachable"]).toContain(codes.join());
    }
  });

  it.each([
    "file:///etc/passwd",
    "data:application/vc+jwt,a.b.c",
    "ftp://a.example/",
    "javascript:1",
    "urn:x:1",
  ])("%s is not asked for a status list", async (url) => {
    expect((await unasked(fresh(), listedAt(url))).outcome).toBe("indeterminate");
  });

  it.each([301, 302, 303, 307, 308])("a public host does not lead there by %i", async (status) => {
    const headers = () => ({
      location: `http://127.0.0.1:${port}/inside`,
      "content-type": "application/did+json",
    });
    const moved = () => new Response(null, { status, headers: headers() });
    for (const url of ["https://public.example/status", "https://public.example/.well-known/did.json"])
      played.set(url, moved);
    const before = connections;
    for (const node of [fresh(), door(fetcher, { loopback: true })]) {
      expect(await node.verify(listedAt("https://public.example/status"))).toMatchObject({
        codes: ["status-unreachable"],
      });
      expect(await node.verify(from("did:web:public.example"))).toMatchObject({ codes: ["did-unreachable"] });
    }
    expect(connections).toBe(before);
  });

  it("are not asked though permitted, where a credential only mentions them", async () => {
    const url = URL_OF_TRAP();
    const mentioned = {
      id: url,
      credentialSchema: { id: url, type: "JsonSchema" },
      termsOfUse: { id: url, type: "urn:x:T" },
    };
    const more = {
      ...mentioned,
      evidence: { id: url, type: "urn:x:E" },
      refreshService: { id: url, type: "urn:x:R" },
    };
    const compact = token(ALICE, sound(more), { jku: url, x5u: url });
    expect(await unasked(door(fetcher, { loopback: true }), compact)).toMatchObject({ outcome: "valid" });
  });

  it("are asked where they are permitted, so that the trap would have told", async () => {
    const node = door(fetcher, { loopback: true });
    const before = connections;
    await node.verify(listedAt(`http://127.0.0.1:${port}/status`));
    expect(connections).toBe(before + 1);
    await node.verify(from(`did:web:127.0.0.1%3A${port}`));
    expect(connections).toBe(before + 2);
  });
});

describe("status lists", () => {
  const LIST = "https://lists.example/1";
  const list = (encodedList: string, more: object = {}) =>
    sound({
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      credentialSubject: { type: "BitstringStatusList", statusPurpose: "revocation", encodedList },
      ...more,
    });
  const publish = (body: () => BodyInit) => played.set(LIST, () => new Response(body()));
  const compressed = (bytes: Uint8Array) => `u${encode(gzipSync(bytes))}`;
  const SOUND = compressed(new Uint8Array(16_384));

  it("that are sound leave a credential valid", async () => {
    publish(() => token(ALICE, list(SOUND)));
    expect(await fresh().verify(listedAt(LIST))).toMatchObject({ outcome: "valid" });
  });

  it.each<[string, string, () => () => BodyInit]>([
    [
      "64 MiB of zeros in 64 KiB",
      "status-list-too-large",
      () => {
        const compact = token(ALICE, list(compressed(new Uint8Array(64 * 1024 * 1024))));
        return () => compact;
      },
    ],
    [
      "a bomb in a bomb",
      "status-list-too-large",
      () => {
        const compact = token(
          ALICE,
          list(compressed(gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 0 }))),
        );
        return () => compact;
      },
    ],
    [
      "two streams after another",
      "malformed-status-list",
      () => {
        const one = gzipSync(new Uint8Array(16_384));
        const compact = token(ALICE, list(`u${encode(Buffer.concat([one, one]))}`));
        return () => compact;
      },
    ],
    [
      "no compression",
      "malformed-status-list",
      () => () => token(ALICE, list(`u${encode(new Uint8Array(16_384))}`)),
    ],
    ["no algorithm", "status-not-trusted", () => () => token(ALICE, list(SOUND), { alg: "none" })],
    ["another's signature", "status-not-trusted", () => () => token({ ...EVE, kid: ALICE.kid }, list(SOUND))],
    ["another's list", "status-not-trusted", () => () => token(EVE, { ...list(SOUND), issuer: EVE.did })],
    [
      "no end",
      "status-unreachable",
      () => () => new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(97)) }),
    ],
    ["nothing", "status-not-trusted", () => () => ""],
  ])("of %s leave it open: %s", async (_, code, make) => {
    publish(make());
    expect(await fresh().verify(listedAt(LIST))).toMatchObject({ outcome: "indeterminate", codes: [code] });
  });

  it("that vouch for themselves are read once, and not believed", async () => {
    const { credentialStatus = null } = JSON.parse(
      Buffer.from(listedAt(LIST).split(".")[1] ?? "", "base64url").toString(),
    );
    publish(() => token(ALICE, list(SOUND, { credentialStatus })));
    asked.length = 0;
    expect(await fresh().verify(listedAt(LIST))).toMatchObject({
      outcome: "indeterminate",
      codes: ["status-not-trusted"],
    });
    expect(asked).toEqual([LIST]);
  });
});

describe("requests that are none", () => {
  const envelope = enveloped(token(ALICE, sound()));
  it.each<[string, number, string, BodyInit, string?]>([
    ["no body", 400, "malformed-json", ""],
    ["no JSON", 400, "malformed-json", "{"],
    ["JSON of another kind", 415, "unsupported-media-type", request(envelope), "text/plain"],
    ["a form", 415, "unsupported-media-type", "verifiableCredential=a", "application/x-www-form-urlencoded"],
    [
      "the credential twice",
      400,
      "duplicate-name",
      request(envelope).replace("{", '{"verifiableCredential":1,'),
    ],
    ["a depth of 100,000", 400, "too-deep", "[".repeat(1e5)],
    ["more than the limit", 413, "body-too-large", " ".repeat(2 ** 19 + 1)],
    ["no UTF-8", 400, "not-utf-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["a prototype", 400, "malformed-json", '{"__proto__":{"verifiableCredential":1}}'],
    ["a list", 422, "no-credential", "[]"],
    ["nothing in it", 422, "no-credential", "{}"],
    ["a token that is not in an envelope", 422, "no-credential", request(token(ALICE, sound()))],
    ["a list of credentials", 422, "no-credential", request([envelope])],
    ["an envelope without an address", 422, "no-credential", request({ ...envelope, id: undefined })],
    [
      "an envelope with a list of addresses",
      422,
      "no-credential",
      request({ ...envelope, id: [envelope["id"]] }),
    ],
  ])("%s: %i %s", async (_, status, code, body, type = "application/json") => {
    expect(await fresh().post(body, type)).toMatchObject({ status, outcome: code });
  });

  it.each(["application/vp+jwt", "application/vc+jwt;base64", "APPLICATION/VC+JWT", "text/plain", ""])(
    "an envelope of %s is not taken for that of a credential as a token",
    async (mediaType) => {
      const id = `data:${mediaType},${token(ALICE, sound())}`;
      const said = await fresh().post(request({ ...envelope, id }));
      expect(["indeterminate", "no-credential", "invalid"]).toContain(said.outcome);
    },
  );
});
