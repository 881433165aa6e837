// What a credential states: of its own subjects, in its own words, and of nobody that it merely speaks of.
import { describe, expect, it } from "vitest";
import { claimsIn } from "../../functions/compatibility/evidence/claims.ts";
import { claimsOf } from "../../functions/trust/credential/claims.ts";
import { readCredential } from "../../functions/trust/credential/model.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";
import { certificateOf } from "../conformance/steps/evidence.ts";
import { MPLI } from "./reading.ts";

const PROVIDER = "did:web:provider.example";
const OTHER = { id: "did:web:other.example", name: "Other" };
const CERTIFIED = { [`${MPLI}certification`]: { [`${MPLI}scheme`]: { id: `${MPLI}ISO27001` } } };
const ABOUT_PROVIDER = { id: PROVIDER, ...CERTIFIED };

/** Whom a credential certifies. */
async function certified(more: JsonObject): Promise<string[]> {
  const plain = certificateOf({ did: "did:web:body.example" }, PROVIDER) as JsonObject;
  const credential = readCredential({ ...plain, ...more });
  if (!credential.ok) throw new Error(credential.refusal.detail);
  const quads = await claimsOf(credential.value);
  if (!quads.ok) throw new Error(quads.refusal.detail);
  return claimsIn(quads.value, credential.value.subjects).stated.map(([subject]) => subject);
}

describe("a credential states of its subject", () => {
  it.each<[string, JsonObject]>([
    ["what it says in terms", {}],
    ["what it says by full IRIs", { credentialSubject: ABOUT_PROVIDER }],
    ["what it says beside another subject", { credentialSubject: [OTHER, ABOUT_PROVIDER] }],
  ])("%s", async (_, more) => {
    expect(await certified(more)).toEqual([PROVIDER]);
  });
});

describe("a credential about somebody else states nothing of the provider", () => {
  const vc = { type: ["VerifiableCredential"], issuer: PROVIDER, credentialSubject: ABOUT_PROVIDER };
  it.each<[string, JsonObject]>([
    ["on the way to something", { credentialSubject: { ...OTHER, [`${MPLI}provider`]: ABOUT_PROVIDER } }],
    ["in a graph that it quotes", { credentialSubject: { ...OTHER, "@graph": [ABOUT_PROVIDER] } }],
    ["in a credential inside", { credentialSubject: { ...OTHER, "https://body.example/holds": vc } }],
    ["beside its subject", { credentialSubject: OTHER, "@included": [ABOUT_PROVIDER] }],
    ["in its evidence", { credentialSubject: OTHER, evidence: { type: `${MPLI}Audit`, ...ABOUT_PROVIDER } }],
    ["of its issuer", { credentialSubject: OTHER, issuer: { ...ABOUT_PROVIDER } }],
    [
      "against the arrow",
      { credentialSubject: { ...OTHER, "@reverse": { [`${MPLI}page`]: ABOUT_PROVIDER } } },
    ],
  ])("%s", async (_, more) => {
    expect(await certified(more)).toEqual([]);
  });

  it("nor in a graph that it quotes, of its own subject", async () => {
    expect(
      await certified({ credentialSubject: { id: PROVIDER, name: "P", "@graph": [ABOUT_PROVIDER] } }),
    ).toEqual([]);
  });
});
