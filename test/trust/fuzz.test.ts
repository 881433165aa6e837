// A hundred thousand spoilt credentials at the door: none is valid that says anything else than what was signed, none breaks the node, none takes long.
import { Buffer } from "node:buffer";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Issuer,
  credential,
  encode,
  enveloped,
  signed,
  token,
} from "../conformance/steps/credentials.ts";
import { parseJson } from "../../functions/kernel/json.ts";
import { verifyProof } from "../../functions/trust/data-integrity/verify.ts";
import { type JsonObject, isObject } from "../../functions/trust/token/jws.ts";
import { CREDENTIAL, PORTS } from "./data-integrity/documents.ts";
import { NOW, type Said, door, request } from "./door.ts";
import { LETTERS, type Mutation, member, tokenMutations } from "./mutations.ts";

const RUNS = Number(process.env["MPLI_FUZZ_RUNS"] ?? 100_000);
const SEED = Number(process.env["MPLI_FUZZ_SEED"] ?? 20_261_101);
const MOST_MILLISECONDS = 50;

/** An issuer with a key of Ed25519 that is the same in every run. */
function fixed(seed: number, did?: string): Issuer {
  const pkcs8 = Buffer.from(`302e020100300506032b657004220420${"00".repeat(31)}0${seed}`, "hex");
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const jwk = createPublicKey(privateKey).export({ format: "jwk" }) as JsonObject;
  const name = did ?? `did:jwk:${encode(JSON.stringify(jwk))}`;
  return { alg: "EdDSA", jwk, privateKey, did: name, kid: `${name}#0` };
}

const decode = (part: string) => Buffer.from(part, "base64url").toString();

const [ALICE, BOB, EVE] = [fixed(1), fixed(2, "did:web:bob.example"), fixed(3)];
const LIST = "https://bob.example/status";
const status = { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "5" };

const document = {
  id: BOB.did,
  verificationMethod: [{ id: BOB.kid, type: "JsonWebKey", controller: BOB.did, publicKeyJwk: BOB.jwk }],
  assertionMethod: [BOB.kid],
};
const list = token(
  BOB,
  credential(BOB, {
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    credentialSubject: {
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: `u${encode(gzipSync(new Uint8Array(16_384)))}`,
    },
  }),
);
const WORLD: Readonly<Record<string, [type: string, body: string]>> = {
  "https://bob.example/.well-known/did.json": ["application/did+json", JSON.stringify(document)],
  [LIST]: ["application/vc+jwt", list],
};

const seconds = NOW / 1000;
const ORIGINALS = [
  token(ALICE, credential(ALICE)),
  token(ALICE, credential(ALICE, { iss: ALICE.did, iat: seconds, exp: seconds + 60, name: "Zoë 🦊" }), {
    kid: "#0",
  }),
  token(BOB, credential(BOB, { credentialStatus: { ...status, statusListCredential: LIST } })),
];

const node = door(async (input) => {
  const [type, body] = WORLD[String(input)] ?? [];
  return new Response(body ?? "", {
    status: body ? 200 : 404,
    headers: { "content-type": type ?? "text/plain" },
  });
});

/** Known by the digests that the door itself gives for them. */
const known = new Set(await Promise.all(ORIGINALS.map(async (one) => (await node.verify(one)).digest)));

const SOUND = new Set(ORIGINALS.map((one) => request(enveloped(one))));

/** Bodies of requests: mostly with a spoilt token in a sound envelope, else spoilt themselves. */
const BODY = fc
  .oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...ORIGINALS), tokenMutations({ others: ORIGINALS, stranger: EVE }))
        .map(([original, mutate]) => request(enveloped(mutate(original)))),
    },
    fc
      .tuple(
        fc.constantFrom(...ORIGINALS),
        fc.oneof<fc.Arbitrary<Mutation>[]>(LETTERS, member([EVE.did, EVE.kid])),
      )
      .map(([original, mutate]) => mutate(request(enveloped(original)))),
  )
  .filter((body) => !SOUND.has(body));

interface Tally {
  readonly codes: Map<string, number>;
  slowest: number;
}

/** Posts a body; more than once where it took long, since the processor is shared. */
async function posted(body: string, tally: Tally): Promise<Said> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; ; attempt++) {
    const started = performance.now();
    const said = await node.post(body);
    least = Math.min(least, performance.now() - started);
    if (least > MOST_MILLISECONDS && attempt < 5) continue;
    tally.slowest = Math.max(tally.slowest, least);
    return said;
  }
}

/** Posts the body, and counts it by how it ended. */
async function tallied(body: string, tally: Tally): Promise<Said> {
  const said = await posted(body, tally);
  const ended = said.codes[0] ?? said.outcome;
  tally.codes.set(ended, (tally.codes.get(ended) ?? 0) + 1);
  if (said.status >= 500) throw new Error(`status ${said.status}`);
  if (tally.slowest > MOST_MILLISECONDS) throw new Error(`${tally.slowest} ms`);
  return said;
}

const forgeries = (tally: Tally) =>
  fc.asyncProperty(BODY, async (body) => {
    const said = await tallied(body, tally);
    // What the stranger signs in her own name is hers to say.
    if (said.outcome === "valid" && said.issuer !== EVE.did && !known.has(said.digest))
      throw new Error("valid, and not what was signed");
  });

/** A header or payload that is spoilt before its issuer signs it, so that what comes after the signature is reached. */
const SIGNED = fc
  .tuple(fc.constantFrom(0, 1, 1, 1), member([EVE.did, BOB.did, LIST]))
  .map(([part, mutate]) => {
    const [header = "", payload = ""] = (ORIGINALS[1] ?? "").split(".").map(decode);
    const [first = "", second = ""] = [header, payload].map((text, at) =>
      at === part ? mutate(text) : text,
    );
    return request(enveloped(signed(ALICE, first, second)));
  });

const mischief = (tally: Tally) =>
  fc.asyncProperty(SIGNED, async (body) => void (await tallied(body, tally)));

/** Documents with a proof inside, spoilt; what holds says to the letter what was signed. */
const inside = (original: JsonObject, statements: string) =>
  fc.asyncProperty(member([EVE.did, "assertionMethod"]), async (mutate) => {
    const json = parseJson(mutate(JSON.stringify(original)));
    if (!json.ok || !isObject(json.value)) return;
    const found = await verifyProof(json.value, { purpose: "assertionMethod" }, PORTS);
    if (found.ok && found.value.nquads !== statements) throw new Error("holds, and is not what was signed");
  });

function report(what: string, { codes, slowest }: Tally, started: number): void {
  const counts = [...codes].toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.info(
    `${what} of seed ${SEED} in ${took} s, slowest ${slowest.toFixed(1)} ms: ${counts.join(", ")}`,
  );
}

describe("spoilt credentials", () => {
  it("start from sound ones", async () => {
    expect(known.size).toBe(ORIGINALS.length);
    for (const one of ORIGINALS)
      expect(await node.verify(one)).toMatchObject({ outcome: "valid", codes: [] });
  });

  it(`are none of them valid: ${RUNS} of seed ${SEED}`, async () => {
    const tally: Tally = { codes: new Map(), slowest: 0 };
    const started = performance.now();
    await fc.assert(forgeries(tally), { numRuns: RUNS, seed: SEED });
    report(`${RUNS} spoilt credentials`, tally, started);
    // Each stage up to the signature was reached.
    for (const code of ["malformed", "alg-not-allowed", "kid-issuer-mismatch", "bad-signature", "valid"])
      expect(tally.codes.get(code)).toBeGreaterThan(RUNS / 1000);
  }, 600_000);

  it(`signed by their issuer all the same do no harm: ${RUNS / 20} of seed ${SEED}`, async () => {
    const tally: Tally = { codes: new Map(), slowest: 0 };
    const started = performance.now();
    await fc.assert(mischief(tally), { numRuns: RUNS / 20, seed: SEED });
    report(`${RUNS / 20} signed all the same`, tally, started);
    for (const code of ["not-a-credential", "undefined-term", "malformed-time"])
      expect(tally.codes.get(code)).toBeGreaterThan(0);
  }, 600_000);

  it(`with a proof inside hold only where they say the same: ${RUNS / 10} of seed ${SEED}`, async () => {
    const found = await verifyProof(CREDENTIAL, { purpose: "assertionMethod" }, PORTS);
    if (!found.ok) throw new Error(found.refusal.code);
    await fc.assert(inside(CREDENTIAL, found.value.nquads), { numRuns: RUNS / 10, seed: SEED });
  }, 600_000);
});

describe("where signatures are not looked at", () => {
  const settings = { numRuns: 1000, seed: SEED, endOnFailure: true };
  beforeEach(() => void vi.spyOn(crypto.subtle, "verify").mockResolvedValue(true));
  afterEach(() => void vi.restoreAllMocks());

  it("spoilt credentials show it within the first thousand", async () => {
    const found = await fc.check(forgeries({ codes: new Map(), slowest: 0 }), settings);
    expect([found.failed, String(found.errorInstance)]).toEqual([
      true,
      "Error: valid, and not what was signed",
    ]);
    console.info(`a verifier that skips signatures is found out after ${found.numRuns}`);
  });

  it("so do documents with a proof inside", async () => {
    const found = await fc.check(inside(CREDENTIAL, ""), settings);
    expect([found.failed, String(found.errorInstance)]).toEqual([
      true,
      "Error: holds, and is not what was signed",
    ]);
  });
});
