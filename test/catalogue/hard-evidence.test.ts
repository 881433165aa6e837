// The look at a provider's credentials, where the provider makes it hard: many, large, and broken ones.
import { describe, expect, it } from "vitest";
import { type EvidencePorts, checkEvidence } from "../../functions/catalogue/evidence.ts";
import { withFewLinks } from "../../functions/catalogue/links.ts";
import { keptClaims } from "../../functions/compatibility/evidence/kept-claims.ts";
import { memoryTexts } from "../../functions/host/memory.ts";
import { ok } from "../../functions/kernel/result.ts";
import { FAULTS, type FaultCode } from "../../functions/trust/faults.ts";
import { verifier } from "../../functions/trust/verifier.ts";
import { issuer } from "../conformance/steps/credentials.ts";
import { certificate } from "../conformance/steps/evidence.ts";
import { fixedClock } from "../support/clock.ts";

const BODY = issuer();
const ORIGIN = "https://cloud.example";
const document = (credentials: readonly string[]) => ({ digest: "d", classes: [], offers: 1, credentials });

/** What is found where tokens lie at these addresses. */
async function look(tokens: Readonly<Record<string, string>>, more: Partial<EvidencePorts> = {}) {
  const { now } = fixedClock();
  const texts = memoryTexts();
  const claims = keptClaims(texts);
  const fetch: EvidencePorts["fetch"] = async (url) => ok({ status: 200, text: tokens[url] ?? "" });
  const verify = verifier({ fetch, now, loopback: false });
  const documents = [document(Object.keys(tokens))];
  const snapshot = {
    provider: "did:web:cloud.example",
    manifest: `${ORIGIN}/manifest`,
    digest: "d",
    documents,
  };
  const evidence = await checkEvidence(snapshot, undefined, { fetch, verify, texts, claims, now, ...more });
  return { ...evidence, stated: (await claims.read(evidence)) ?? [] };
}

describe("one credential keeps no other from being looked at", () => {
  const tokens: Readonly<Record<string, string>> = {
    [`${ORIGIN}/1`]: certificate(BODY, "did:web:one.example"),
    [`${ORIGIN}/2`]: certificate(BODY, "did:web:two.example"),
  };

  it("though reading it breaks", async () => {
    const { now } = fixedClock();
    const fetch: EvidencePorts["fetch"] = async (url) => ok({ status: 200, text: tokens[url] ?? "" });
    const whole = verifier({ fetch, now, loopback: false });
    const broken: string[] = [];
    const found = await look(tokens, {
      verify: (secured, ...rest) => {
        if (secured.form === "token" && secured.compact === tokens[`${ORIGIN}/1`]) throw new Error("broken");
        return whole(secured, ...rest);
      },
      log: (message) => void broken.push(message),
    });
    expect(found.credentials).toMatchObject([
      { address: `${ORIGIN}/1`, fault: "credential-unreachable" },
      { address: `${ORIGIN}/2`, issuer: BODY.did },
    ]);
    expect(broken).toEqual([`credential not checked: ${ORIGIN}/1`]);
  });
});

describe("of several things that are wrong with a credential", () => {
  const wrong = (...codes: FaultCode[]): Partial<EvidencePorts> => ({
    verify: async () => ({
      outcome: "invalid",
      checks: codes.map((code) => ({ check: FAULTS[code].check, outcome: FAULTS[code].outcome, code })),
      notChecked: [],
    }),
  });
  it.each<[FaultCode, FaultCode[]]>([
    ["revoked", ["expired", "revoked"]],
    ["suspended", ["not-yet-valid", "suspended"]],
    ["expired", ["expired", "status-unreachable"]],
  ])("%s is the first that counts of %s", async (fault, codes) => {
    const found = await look({ [`${ORIGIN}/1`]: certificate(BODY, "did:web:one.example") }, wrong(...codes));
    expect(found.credentials).toMatchObject([{ address: `${ORIGIN}/1`, fault }]);
  });
});

describe("what is kept of a provider's credentials stays small", () => {
  it("though their types are long", async () => {
    const type = ["VerifiableCredential", `urn:${"x".repeat(10_000)}`];
    const found = await look({ [`${ORIGIN}/1`]: certificate(BODY, "did:web:one.example", { type }) });
    expect(found.credentials[0]).toMatchObject({ address: `${ORIGIN}/1`, issuer: BODY.did });
    expect(found.credentials[0]?.types).toBeUndefined();
  });

  it("though they state a lot", async () => {
    const schemes = Array.from({ length: 8 }, (_, index) => `https://x.example/${index}${"x".repeat(8_000)}`);
    const many = Array.from({ length: 8 }, (_, index): [string, string] => [
      `${ORIGIN}/${index}`,
      certificate(BODY, `did:web:${index}.example`, {
        credentialSubject: {
          id: `did:web:${index}.example`,
          certification: schemes.map((scheme) => ({ type: "Certification", scheme })),
        },
      }),
    ]);
    const found = await look(Object.fromEntries(many));
    expect(found.credentials).toHaveLength(8);
    expect(found.stated.map(({ address }) => address)).toEqual([0, 1].map((index) => `${ORIGIN}/${index}`));
  });

  it("though its pages link many", () => {
    const pages = [0, 1, 2].map((page) =>
      document(Array.from({ length: 64 }, (_, index) => `${ORIGIN}/${page}/${index}`)),
    );
    expect(withFewLinks(pages).map(({ credentials }) => credentials.length)).toEqual([64, 0, 0]);
    expect(withFewLinks([document(["https://a.example/1"])])).toEqual([document(["https://a.example/1"])]);
  });
});
