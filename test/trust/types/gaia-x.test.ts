// The context of Gaia-X: one content for its address, and no meaning for a word that it does not define.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { loader } from "../../../functions/kernel/json-ld.ts";
import { GAIA_X_25_11 } from "../../../functions/trust/contexts/gaia-x/context.ts";
import { PINNED_CONTEXTS } from "../../../functions/trust/contexts/pinned.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { verifier } from "../../../functions/trust/verifier.ts";
import { CREDENTIALS, credential, issuer, token } from "../../conformance/steps/credentials.ts";

const ADDRESS = "https://w3id.org/gaia-x/development#";
const published = JSON.parse(GAIA_X_25_11) as { "@context": Record<string, JsonObject | string> };
const verify = verifier({
  fetch: async (url) => ({ ok: false, refusal: { code: "unreachable", url, reason: "none is needed" } }),
  now: () => new Date("2026-11-01T12:00:00Z"),
  loopback: false,
});

/** What comes of a credential of Gaia-X that is signed as it is. */
async function found(members: JsonObject, header: JsonObject = { typ: "vc+ld+jwt", cty: "vc+ld" }) {
  const by = issuer();
  const compact = token(
    by,
    { ...credential(by, { "@context": [CREDENTIALS, ADDRESS] }), ...members },
    header,
  );
  const result = await verify({ form: "token", compact }, { profile: "gaia-x", policy: OPEN });
  return [result.outcome, ...result.checks.flatMap(({ code }) => code ?? [])];
}

describe("the context of Gaia-X", () => {
  it("has the content that its readme and the specification state", () => {
    const digest = createHash("sha256").update(GAIA_X_25_11).digest("hex");
    expect(readFileSync("functions/trust/contexts/README.md", "utf8")).toContain(digest);
    expect(readFileSync("spec/credentials.md", "utf8")).toContain(digest);
  });

  it("gives each word that it defines the meaning that it was published with, and none to others", async () => {
    const strict = PINNED_CONTEXTS[ADDRESS] as typeof published;
    const words = Object.keys(published["@context"]).filter((word) => !word.startsWith("@"));
    const said = ({ "@context": context }: typeof published, word: string) =>
      jsonld.expand(
        { "@context": context, [word]: "2026-01-01" },
        {
          base: "",
          safe: true,
          documentLoader: loader({}),
        },
      );
    expect(words.length).toBeGreaterThan(500);
    for (const word of words) expect(await said(strict, word), word).toEqual(await said(published, word));
    expect(await said(published, "leaglName")).toHaveLength(1);
    await expect(said(strict, "leaglName")).rejects.toThrow(/Safe mode/);
  });

  it.each<[string, JsonObject]>([
    [
      "a legal person, by prefix",
      {
        type: ["VerifiableCredential", "gx:LegalPerson"],
        credentialSubject: {
          id: "https://cloud.example/lp#cs",
          "gx:registrationNumber": { id: "https://cloud.example/vat#cs" },
          "gx:legalAddress": { type: "gx:Address", "gx:countryCode": "NL" },
        },
      },
    ],
    [
      "a label, with types joined by commas",
      {
        type: ["VerifiableCredential", "gx:LabelCredential"],
        credentialSubject: {
          id: "https://cloud.example/label#cs",
          "gx:labelLevel": "SC",
          "gx:compliantCredentials": [
            {
              id: "https://cloud.example/lp",
              type: "gx:LegalPerson,gx:LegalPerson",
              "gx:digestSRI": "sha256-x",
            },
          ],
          "gx:validatedCriteria": ["https://docs.gaia-x.eu/criteria#PA1.1"],
        },
      },
    ],
    [
      "a number, in words without a prefix",
      {
        type: ["VerifiableCredential", "VatID"],
        credentialSubject: { id: "https://cloud.example/vat#cs", vatID: "NL853746281B01", countryCode: "NL" },
      },
    ],
  ])("is read in %s", async (_, members) => {
    expect(await found(members)).toEqual(["valid"]);
  });

  it.each<[string, JsonObject]>([
    ["a misspelt word", { credentialSubject: { id: "urn:a", leaglName: "Cloud" } }],
    ["a misspelt type", { type: ["VerifiableCredential", "LeaglPerson"] }],
    ["a word of others", { credentialSubject: { id: "urn:a", certification: "ISO27001" } }],
    [
      "a word of MPLI without its type",
      { credentialSubject: { id: "urn:a", legalIdentity: { vatId: "x" } } },
    ],
  ])("does not give a meaning to %s", async (_, members) => {
    expect(await found(members)).toEqual(["invalid", "undefined-term"]);
  });

  it("is known by this address alone", async () => {
    for (const other of ["https://w3id.org/gaia-x/2511#", "https://w3id.org/gaia-x/development"])
      expect(await found({ "@context": [CREDENTIALS, other] })).toEqual(["invalid", "context-not-allowed"]);
  });
});

it("a legal person of the federated catalogue is read, which names no context of Gaia-X", async () => {
  const text = readFileSync("test/trust/types/gaia-x/loire_legalPerson_valid.jsonld", "utf8");
  const [member] = (JSON.parse(text) as { verifiableCredential: JsonObject[] }).verifiableCredential;
  const { issuer: _, ...members } = member ?? {};
  expect(await found(members)).toEqual(["valid"]);
});
