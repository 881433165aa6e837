// A label is bound to a provider by the digests of the credentials that it labels, and by nothing else.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { followLabel, readLabel, schemeOf } from "../../../functions/trust/types/label.ts";
import { typesOf } from "../../../functions/trust/types/members.ts";

/** A credential that was verified, as far as a label looks at it. */
interface Presented {
  readonly digest: string;
  readonly credential: { readonly document: JsonObject; readonly issuer: string };
}

/** Reads a label and follows it to these. */
function bindLabel(document: JsonObject, presented: readonly Presented[]) {
  const label = readLabel(document);
  if (!label) return { ok: false, refusal: { code: "not-a-label" } } as const;
  const roles = presented.map(({ digest, credential: { document: shown, issuer } }) => ({
    digest,
    issuer,
    types: [shown, shown["credentialSubject"] as JsonObject].flatMap(typesOf),
  }));
  const { level, rules } = label;
  const bound = followLabel(label, roles);
  return bound.ok ? { ok: true, value: { ...bound.value, level, rules } } : bound;
}

const PROVIDER = "did:web:cloud.example";
const hash = (token: string) => createHash("sha256").update(token).digest();

/** A verified credential, as far as labels look at it; its token stands for all the letters of one. */
function credential(type: string, issuer: string): Presented & { token: string } {
  const token = `${type}.of.${issuer}`;
  const document = { type: ["VerifiableCredential", type], issuer, credentialSubject: { id: `${token}#cs` } };
  return { token, digest: hash(token).toString("hex"), credential: { document, issuer } };
}

const person = credential("gx:LegalPerson", PROVIDER);
const number = credential("gx:VatID", "did:web:notary.example");
const terms = credential("gx:Issuer", PROVIDER);
const shown = [person, number, terms];

const entry = (
  { token }: { token: string },
  type: string,
  encoding: "hex" | "base64" = "base64",
): JsonObject => ({
  id: "https://cloud.example/x.json",
  type,
  "gx:digestSRI": `sha256-${hash(token).toString(encoding)}`,
});

/** A label in the words of the clearing houses of the release Loire. */
const label = (entries: readonly JsonObject[], subject: JsonObject = {}): JsonObject => ({
  type: ["VerifiableCredential", "gx:LabelCredential"],
  issuer: "did:web:compliance.example",
  credentialSubject: {
    id: "https://house.example/credential-offers/1#cs",
    "gx:labelLevel": "SC",
    "gx:rulesVersion": "CD25.03",
    "gx:compliantCredentials": [...entries],
    ...subject,
  },
});

const ENTRIES = [
  entry(person, "gx:LegalPerson,gx:LegalPerson"),
  entry(number, "gx:VatID, gx:VatID", "hex"),
  entry(terms, "gx:Issuer"),
];

describe("a label", () => {
  it("is that of whoever signed the legal person, with digests in both encodings and types joined by commas", () => {
    expect(bindLabel(label(ENTRIES), shown)).toMatchObject({
      ok: true,
      value: { provider: PROVIDER, level: "SC", rules: "CD25.03", services: [] },
    });
  });

  it("is read in the words of the ontology, too", () => {
    const { token } = person;
    const ontology = {
      "https://w3id.org/gaia-x/2511#credentialType": "gx:LegalPerson",
      "cred:digestSRI": `sha256-${hash(token).toString("hex").toUpperCase()}`,
    };
    expect(bindLabel(label([ontology, ...ENTRIES.slice(1)]), shown).ok).toBe(true);
  });

  it("of a service is that of the provider of the service", () => {
    const service = credential("gx:ServiceOffering", PROVIDER);
    const entries = [...ENTRIES, entry(service, "gx:ServiceOffering")];
    expect(bindLabel(label(entries, { "gx:labelLevel": "L2" }), [...shown, service])).toMatchObject({
      ok: true,
      value: { provider: PROVIDER, level: "L2", services: [{ digest: service.digest }] },
    });
  });

  const thief = credential("gx:LegalPerson", "did:web:thief.example");
  const doubled = credential("gx:ServiceOffering", "did:web:thief.example");

  it.each<[string, JsonObject, Presented[]]>([
    ["not-a-label", { ...label(ENTRIES), type: ["VerifiableCredential"] }, shown],
    ["not-a-label", label(ENTRIES, { "gx:labelLevel": 1 }), shown],
    ["not-a-label", label(ENTRIES, { "x:labelLevel": "L3" }), shown],
    ["label-without-digests", label([]), shown],
    ["malformed-digest", label([{ ...ENTRIES[0], "gx:digestSRI": "sha256-xxxx" }]), shown],
    ["malformed-digest", label([{ id: "https://cloud.example/x.json", type: "gx:LegalPerson" }]), shown],
    [
      "malformed-digest",
      label(ENTRIES, { "gx:compliantCredentials": [...ENTRIES, "https://cloud.example/x.json"] }),
      shown,
    ],
    ["malformed-digest", label([{ ...ENTRIES[0], "gx:digestSRI": `sha512-${"A".repeat(86)}==` }]), shown],
    ["credential-not-presented", label(ENTRIES), [person, number]],
    ["credential-not-presented", label(ENTRIES), [thief, number, terms]],
    ["credential-not-presented", label(ENTRIES), []],
    ["type-differs", label([entry(number, "gx:LegalPerson")]), shown],
    ["too-many-digests", label(Array.from({ length: 65 }, () => ENTRIES[0] ?? {})), shown],
    ["no-provider", label(ENTRIES.slice(1)), shown],
    ["several-providers", label([...ENTRIES, entry(doubled, "gx:ServiceOffering")]), [...shown, doubled]],
  ])("is nobody's: %s", (code, document, presented) => {
    expect(bindLabel(document, presented)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("is not bound by the id of its subject, which whoever asks for it may choose", () => {
    const claimed = label(ENTRIES.slice(1), { id: PROVIDER });
    expect(bindLabel(claimed, shown)).toEqual({ ok: false, refusal: { code: "no-provider" } });
  });

  it("says which of its entries leads nowhere", () => {
    expect(bindLabel(label(ENTRIES), [person, terms])).toEqual({
      ok: false,
      refusal: { code: "credential-not-presented", entry: 1 },
    });
  });

  it("with one digest for all its entries is followed to one credential only", () => {
    const same = [entry(person, "gx:LegalPerson"), { ...entry(person, "gx:VatID"), id: "urn:criteria:dp-2" }];
    expect(bindLabel(label(same), shown)).toEqual({ ok: false, refusal: { code: "type-differs", entry: 1 } });
  });
});

describe("the level of a label", () => {
  const said = (level: string, rules?: string) =>
    schemeOf({ level, entries: [], ...(rules === undefined ? {} : { rules }) });

  it("is a certification scheme under the Compliance Document of Gaia-X", () => {
    expect(["SC", "L1", "L2", "L3"].map((level) => said(level, "CD25.10"))).toEqual(
      ["GaiaXStandardCompliance", "GaiaXLabelLevel1", "GaiaXLabelLevel2", "GaiaXLabelLevel3"].map(
        (name) => `https://w3id.org/mpli/ns#${name}`,
      ),
    );
  });

  it.each([
    ["P", "CD25.10"],
    ["BL", undefined],
    ["L2", undefined],
    ["L2", "DOME 1"],
    ["l2", "CD25.10"],
    ["constructor", "CD25.10"],
  ])("is none of ours where it is %s under %s", (level, rules) => {
    expect(said(level, rules)).toBeUndefined();
  });
});
