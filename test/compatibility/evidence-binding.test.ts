// Whose a credential is that names neither the provider nor an offer by its IRI: by a label's digests, or by an identifier.
import { describe, expect, it } from "vitest";
import { labelled } from "../../functions/compatibility/evidence/bindable.ts";
import type { Claims } from "../../functions/compatibility/evidence/claims.ts";
import { supportOf } from "../../functions/compatibility/evidence/weigh.ts";
import type { CredentialFault } from "../../functions/compatibility/ports.ts";
import { OPEN } from "../../functions/trust/policy/stock/open.ts";
import type { TrustPolicy } from "../../functions/trust/policy/policy.ts";
import type { IdentifierScheme } from "../../functions/trust/types/organisation-identifier.ts";
import { MPLI, criterion } from "./reading.ts";

const PROVIDER = "did:web:cloud.example";
const OTHER = "did:web:other.example";
const OFFER = "https://cloud.example/offers/a";
const KEY = `${MPLI}certification ${MPLI}scheme`;
const LABEL = "1".repeat(64);
const PERSON = "2".repeat(64);
const NUMBER = "3".repeat(64);
const SERVICE = "4".repeat(64);

const claims = (
  digest: string,
  issuer: string,
  types: readonly string[],
  more: Partial<Claims> = {},
): Claims => ({
  digest,
  address: `https://cloud.example/${digest}`,
  issuer,
  types: ["VerifiableCredential", ...types],
  schemes: [],
  stated: [],
  ...more,
});

const stating = (subject: string, scheme: string): Partial<Claims> => ({
  schemes: [MPLI + scheme],
  stated: [[subject, [[KEY, [{ type: "uri", value: MPLI + scheme }]]]]],
});

const person = claims(PERSON, PROVIDER, ["gx:LegalPerson"], { subject: "https://cloud.example/lp#cs" });
const number = claims(NUMBER, "did:web:notary.example", [], { subjectTypes: ["VatID"] });
const service = claims(SERVICE, PROVIDER, ["gx:ServiceOffering"], { subject: OFFER });
const entry = (digest: string | undefined, type: string) => ({
  types: [type],
  ...(digest ? { digest } : {}),
});
const ENTRIES = [entry(PERSON, "LegalPerson"), entry(NUMBER, "VatID")];

const labelOf = (
  entries: readonly ReturnType<typeof entry>[] = ENTRIES,
  scheme = "GaiaXLabelLevel2",
): Claims =>
  claims(LABEL, "did:web:house.example", ["gx:LabelCredential"], {
    label: { entries },
    ...stating(labelled(LABEL), scheme),
  });

interface Case {
  readonly held: readonly Claims[];
  readonly faults?: Readonly<Record<string, CredentialFault>>;
  readonly policy?: TrustPolicy;
  readonly is?: string;
  readonly offer?: string;
  readonly party?: string;
}

/** What a requirement on a certification comes to, and what the report says of the credential. */
async function stand({
  held,
  faults = {},
  policy = OPEN,
  is = "GaiaXLabelLevel1",
  offer,
  party = "attested",
}: Case) {
  const states = held.map(({ digest }) => ({
    credential: digest,
    ...(faults[digest] ? { fault: faults[digest] } : {}),
  }));
  const source = { provider: PROVIDER, manifest: "m", stale: false, head: { digest: "m" }, documents: [] };
  const evidence = { checkedAt: "2026-06-01T12:00:00.000Z", states };
  const support = supportOf({ ...source, evidence }, held, policy);
  const asked = await criterion({ on: "certification", is, evidence: party });
  const { reason, by } = (offer ? support.about(offer) : support).stands(asked, {
    type: "uri",
    value: MPLI + is,
    inherited: true,
  });
  return [reason, by?.binding ?? by?.unbound, by?.fault].filter((one) => one !== undefined);
}

describe("a label", () => {
  const all = [labelOf(), person, number];

  it("is the provider's that signed the legal person to which its digests lead", async () => {
    expect(await stand({ held: all })).toEqual(["met", "label"]);
    expect(await stand({ held: all, offer: OFFER })).toEqual(["met", "label"]);
  });

  it("stands for the level that it states and for those below, not for one above", async () => {
    const at = (is: string) => stand({ held: all, is });
    expect([await at("GaiaXLabelLevel2"), await at("GaiaXStandardCompliance")]).toEqual(
      Array(2).fill(["met", "label"]),
    );
    expect(await at("GaiaXLabelLevel3")).toEqual(["evidence-missing"]);
  });

  it("of a service is the one of the offer that the service is, and of no other", async () => {
    const held = [labelOf([...ENTRIES, entry(SERVICE, "ServiceOffering")]), person, number, service];
    expect(await stand({ held, offer: OFFER })).toEqual(["met", "label"]);
    expect(await stand({ held, offer: `${OFFER}b` })).toEqual(["evidence-of-another"]);
    expect(await stand({ held })).toEqual(["evidence-of-another"]);
  });

  it("of a service that calls itself by the name of its provider is nobody's", async () => {
    const whole = { ...service, subject: PROVIDER };
    const held = [labelOf([entry(SERVICE, "ServiceOffering")]), whole];
    expect(await stand({ held, offer: OFFER })).toEqual(["evidence-of-another", "no-service"]);
  });

  const theirs = { ...person, issuer: OTHER };
  it.each<[string, readonly Claims[]]>([
    [
      "credential-not-presented",
      [labelOf([entry("9".repeat(64), "LegalPerson"), ...ENTRIES.slice(1)]), person, number],
    ],
    ["credential-not-presented", [labelOf(), person]],
    ["credential-not-presented", [labelOf()]],
    [
      "credential-not-presented",
      [labelOf([entry("8".repeat(64), "LabelCredential"), ...ENTRIES]), person, number],
    ],
    ["malformed-digest", [labelOf([entry(undefined, "LegalPerson"), ...ENTRIES]), person, number]],
    ["type-differs", [labelOf([entry(NUMBER, "LegalPerson")]), number]],
    ["other-provider", [labelOf(), theirs, number]],
    [
      "several-providers",
      [labelOf([...ENTRIES, entry(SERVICE, "ServiceOffering")]), theirs, number, service],
    ],
    ["no-provider", [labelOf(ENTRIES.slice(1)), number]],
    ["no-provider", [labelOf([entry(LABEL, "LabelCredential")])]],
    ["label-without-digests", [labelOf([])]],
    ["too-many-digests", [labelOf(Array.from({ length: 65 }, () => entry(PERSON, "LegalPerson"))), person]],
  ])("is nobody's here, and the report says why: %s", async (code, held) => {
    expect(await stand({ held })).toEqual(["evidence-of-another", code]);
  });

  it.each<[string, CredentialFault]>([
    ["evidence-revoked", "revoked"],
    ["evidence-expired", "expired"],
    ["evidence-invalid", "issuer-mismatch"],
    ["evidence-indeterminate", "credential-unreachable"],
  ])("is worth no more than each credential that it rests on: %s", async (reason, fault) => {
    expect(await stand({ held: all, faults: { [NUMBER]: fault } })).toEqual([reason, "label", fault]);
    expect(await stand({ held: all, faults: { [LABEL]: fault } })).toEqual([reason, "label", fault]);
  });

  it("is weighed by its own issuer", async () => {
    const policy: TrustPolicy = {
      name: "houses",
      title: "Houses",
      version: 1,
      rules: [{ effect: "accept", issuers: ["did:web:house.example"], confers: ["certification-body"] }],
    };
    expect(await stand({ held: all, policy, party: "certified" })).toEqual(["met", "label"]);
    const by = (issuer: string) => stand({ held: [{ ...labelOf(), issuer }, person, number], policy });
    expect(await by(PROVIDER)).toEqual(["evidence-too-weak", "label"]);
    expect(await by("did:web:forger.example")).toEqual(["evidence-issuer-not-trusted", "label"]);
  });
});

const CERTIFICATE = "5".repeat(64);
const IDENTITY = "6".repeat(64);
const named = (subject: string, scheme: IdentifierScheme, value: string): Partial<Claims> => ({
  organisation: { subject, identifiers: [{ scheme, value }] },
});
const VAT = "ESB12345678";
const COMPANY = "did:elsi:VATES-B12345678";
const certificate = claims(CERTIFICATE, "did:web:body.example", ["CertificationCredential"], {
  ...stating(COMPANY, "ISO27001"),
  ...named(COMPANY, "vat", VAT),
});
const identity = (more: Partial<Claims> = {}): Claims =>
  claims(IDENTITY, "did:web:register.example", ["LegalIdentityCredential"], {
    ...named(PROVIDER, "vat", VAT),
    ...more,
  });

describe("a certificate for an organisation", () => {
  const judged = (held: readonly Claims[], more: Partial<Case> = {}) =>
    stand({ held, is: "ISO27001", ...more });

  it("is the provider's where somebody else says that the provider has this identifier", async () => {
    expect(await judged([certificate, identity()])).toEqual(["met", "legal-identifier"]);
  });

  it.each<[string, readonly Claims[]]>([
    ["organisation-unknown", [certificate]],
    ["organisation-unknown", [certificate, identity(named(OTHER, "vat", VAT))]],
    ["other-organisation", [certificate, identity(named(PROVIDER, "vat", "ESB87654321"))]],
    ["other-organisation", [certificate, identity(named(PROVIDER, "eori", VAT))]],
    ["identity-not-trusted", [certificate, identity({ issuer: PROVIDER })]],
    ["identity-not-trusted", [certificate, identity({ issuer: `${PROVIDER}:legal` })]],
  ])("is nobody's here otherwise, and the report says why: %s", async (code, held) => {
    expect(await judged(held)).toEqual(["evidence-of-another", code]);
  });

  it("is nobody's here where the policy does not accept who says so", async () => {
    const policy: TrustPolicy = {
      name: "bodies",
      title: "Bodies",
      version: 1,
      rules: [{ effect: "accept", types: ["CertificationCredential"] }],
    };
    expect(await judged([certificate, identity()], { policy })).toEqual([
      "evidence-of-another",
      "identity-not-trusted",
    ]);
  });

  it("is worth no more than the credential that says so, unless another does", async () => {
    const faults = { [IDENTITY]: "revoked" } as const;
    const held = [certificate, identity()];
    expect(await judged(held, { faults })).toEqual(["evidence-revoked", "legal-identifier", "revoked"]);
    const second = identity({ digest: "7".repeat(64) });
    expect(await judged([...held, second], { faults })).toEqual(["met", "legal-identifier"]);
  });
});
