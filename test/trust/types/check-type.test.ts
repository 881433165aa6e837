// The shapes of our own credentials: the examples have them, and each shape finds the one thing that it is for.
import { Parser, Store } from "n3";
import { describe, expect, it } from "vitest";
import { shapes } from "../../../functions/kernel/generated/shapes.ts";
import { rdf as rdfTerms, sh } from "../../../functions/kernel/generated/vocabulary.ts";
import { checkType } from "../../../functions/trust/types/check-type.ts";
import { EXAMPLES, type ExampleName, claimsIn, exampleCredential, withClaim } from "./examples.ts";

const SHAPE = "https://w3id.org/mpli/shapes#";

/** Local names of the shapes that a document breaks. */
async function brokenBy(document: ReturnType<typeof exampleCredential>): Promise<string[]> {
  const claims = await claimsIn(document);
  if (!claims.ok) throw new Error(JSON.stringify(claims.refusal));
  const checked = await checkType(claims.value);
  if (checked.ok) return [];
  return [...new Set(checked.refusal.violations.map(({ shape }) => shape.replace(SHAPE, "")))];
}

type Value = Parameters<typeof withClaim>[2];

const OBJECTIVES = "serviceLevel/objectives";

/** An example, a change of one claim, and the one shape that it breaks. */
const BREAKING: readonly (readonly [ExampleName, path: string, value: Value, shape: string])[] = [
  ["certification", "id", undefined, "certification-credential-subject"],
  ["certification", "certification", undefined, "certification-credential-claim"],
  ["certification", "certification/scheme", undefined, "certified-scheme"],
  ["certification", "certification/scheme", ["ISO27001", "SOC2"], "certified-scheme"],
  ["certification", "certification/schemeVersion", 2022, "certified-scheme-version"],
  ["certification", "certification/certificateNumber", ["1", "2"], "certificate-number"],
  ["certification", "certification/scope", "", "certification-scope"],
  ["certification", "certification/certificationBody", 7, "certification-body"],
  ["certification", "certification/services", [{ name: "Postgres" }], "certified-service"],
  ["certification", "certification/sites", [{ name: "Amsterdam" }], "certified-site"],
  [
    "certification",
    "certification/accreditation",
    ["https://a.example/1", "https://a.example/2"],
    "certified-under",
  ],
  ["certification", "certification/surveillanceDate", "next spring", "surveillance-date"],
  ["certification", "certification/evidenceDocument/digestSRI", undefined, "document-digest"],
  ["certification", "certification/evidenceDocument/digestSRI", "sha256-abc", "document-digest"],
  ["certification", "certification/evidenceDocument/digestSRI", `md5-${"A".repeat(22)}==`, "document-digest"],
  ["accreditation", "id", undefined, "accreditation-credential-subject"],
  ["accreditation", "accreditation", undefined, "accreditation-credential-claim"],
  ["accreditation", "accreditation/schemes", [], "accredited-scheme"],
  ["accreditation", "accreditation/standard", 17021, "accreditation-standard"],
  ["accreditation", "accreditation/accreditationNumber", 412, "accreditation-number"],
  ["accreditation", "accreditation/scope", ["a", "b"], "accreditation-scope"],
  ["accreditation", "accreditation/accreditationBody", "", "accreditation-body"],
  ["legal-identity", "id", undefined, "legal-identity-credential-subject"],
  [
    "legal-identity",
    "legalIdentity",
    [
      { legalName: "A", country: "NL", lei: "7LTWFZYICNSX8D621K86" },
      { legalName: "B", country: "NL", lei: "7LTWFZYICNSX8D621K86" },
    ],
    "legal-identity-credential-claim",
  ],
  ["legal-identity", "legalIdentity/legalName", undefined, "legal-name"],
  ["legal-identity", "legalIdentity/country", "EU-27", "legal-country"],
  ["legal-identity", "legalIdentity/euid", "12345678", "legal-euid"],
  ["legal-identity", "legalIdentity/vatId", "NL 8537.46.281.B01", "legal-vat"],
  ["legal-identity", "legalIdentity/lei", "7LTWFZYICNSX8D621K8", "legal-lei"],
  ["legal-identity", "legalIdentity/eori", "811128135", "legal-eori"],
  [
    "legal-identity",
    "legalIdentity",
    { legalName: "A", country: "NL", registrationNumber: "12345678" },
    "legal-number",
  ],
  ["service-level", "id", undefined, "service-level-credential-subject"],
  ["service-level", "serviceLevel", undefined, "service-level-credential-claim"],
  ["service-level", "serviceLevel/provider", "https://cloud.example/", "service-level-provider"],
  [
    "service-level",
    "serviceLevel/customer",
    ["did:web:a.example", "did:web:b.example"],
    "service-level-customer",
  ],
  ["service-level", "serviceLevel/order", { "https://x.example/number": "7" }, "service-level-order"],
  ["service-level", "serviceLevel/terms", { "https://x.example/page": "7" }, "service-level-terms"],
  ["service-level", OBJECTIVES, [], "service-level-objective"],
  ["service-level", `${OBJECTIVES}/0/id`, undefined, "service-level-objective"],
  ["service-level", `${OBJECTIVES}/0/metric`, undefined, "objective-metric"],
  [
    "service-level",
    `${OBJECTIVES}/0/comparator`,
    "http://www.w3.org/ns/shacl#hasValue",
    "objective-comparator",
  ],
  ["service-level", `${OBJECTIVES}/0/value`, undefined, "objective-target"],
  ["service-level", `${OBJECTIVES}/0/window`, "a month", "objective-window"],
  ["service-level", `${OBJECTIVES}/1/percentile`, "101", "objective-percentile"],
  ["service-level", `${OBJECTIVES}/0/value`, "99.95 s", "share-target"],
  ["service-level", `${OBJECTIVES}/1/value`, "20 %", "time-target"],
  ["service-level", "serviceLevel/remedies/0/objective", undefined, "remedy-objective"],
  ["service-level", "serviceLevel/remedies/1/missedBy", "a lot", "remedy-missed-by"],
  ["service-level", "serviceLevel/remedies/0/serviceCredit", "10 EUR", "remedy-credit"],
  ["measurement", "id", undefined, "measurement-credential-subject"],
  ["measurement", "measurement", undefined, "measurement-credential-claim"],
  ["measurement", "measurement/objective", undefined, "measurement-objective"],
  ["measurement", "measurement/value", "99.97", "measurement-value"],
  ["measurement", "measurement/from", "2026-10-01T00:00:00", "measurement-from"],
  ["measurement", "measurement/until", undefined, "measurement-until"],
  ["measurement", "measurement/samples", 0, "measurement-samples"],
  ["measurement", "measurement/met", "mostly", "measurement-met"],
  ["measurement", "measurement/method", "", "measurement-method"],
  ["trust-policy-credential", "id", undefined, "trust-policy-credential-subject"],
  ["trust-policy-credential", "trustPolicy", undefined, "trust-policy-credential-claim"],
  ["billing", "id", undefined, "billing-credential-subject"],
  ["billing", "invoice", undefined, "billing-credential-claim"],
  ["billing", "invoice/invoiceNumber", undefined, "invoice-number"],
  ["billing", "invoice/issueDate", "1 November", "invoice-issue-date"],
  ["billing", "invoice/dueDate", ["2026-11-29", "2026-11-30"], "invoice-due-date"],
  ["billing", "invoice/seller", "https://cloud.example/", "invoice-seller"],
  ["billing", "invoice/buyer", undefined, "invoice-buyer"],
  ["billing", "invoice/order", { "https://x.example/number": "7" }, "invoice-order"],
  ["billing", "invoice/currency", "Euro", "invoice-currency"],
  ["billing", "invoice/from", "October", "invoice-from"],
  ["billing", "invoice/until", "October", "invoice-until"],
  ["billing", "invoice/totalWithoutVat", "a lot", "invoice-total-without-vat"],
  ["billing", "invoice/totalVat", ["1.00", "2.00"], "invoice-total-vat"],
  ["billing", "invoice/totalWithVat", undefined, "invoice-total-with-vat"],
  ["billing", "invoice/amountDue", "362,15", "invoice-amount-due"],
  ["billing", "invoice/document", undefined, "invoice-document"],
  [
    "billing",
    "invoice/usage",
    { focusVersion: "1.2", digestSRI: `sha256-${"A".repeat(43)}=` },
    "invoice-usage",
  ],
];

describe("the claims of a credential of our own", () => {
  it.each(EXAMPLES)("have the shape of their type: %s", async (name) => {
    expect(await brokenBy(exampleCredential(name))).toEqual([]);
  });

  it.each(BREAKING)("do not have it: %s, %s as %j", async (name, path, value, shape) => {
    expect(await brokenBy(withClaim(exampleCredential(name), path, value))).toEqual([shape]);
  });

  it("are examined by every shape of a property", () => {
    const graph = new Store(new Parser().parse(shapes.credentials));
    const all = graph
      .getSubjects(rdfTerms.type, sh.PropertyShape, null)
      .map(({ value }) => value.slice(SHAPE.length));
    expect([...new Set(BREAKING.map(([, , , shape]) => shape))].toSorted()).toEqual(all.toSorted());
  });

  it("name schemes and metrics that the context has, or whole IRIs", async () => {
    const scheme = (value: string) =>
      brokenBy(withClaim(exampleCredential("certification"), "certification/scheme", value));
    expect(await scheme("https://scheme.example/cloud")).toEqual([]);
    expect(await scheme("mpli:ISO27001")).toEqual([]);
    const misspelt = withClaim(exampleCredential("certification"), "certification/scheme", "ISO2701");
    expect(await claimsIn(misspelt)).toMatchObject({ ok: false, refusal: { code: "undefined-term" } });
  });

  it("are told with the way to each fault, and how to mend it", async () => {
    const claims = await claimsIn(
      withClaim(exampleCredential("certification"), "certification/scheme", undefined),
    );
    expect(claims.ok && (await checkType(claims.value))).toMatchObject({
      ok: false,
      refusal: {
        code: "type-violation",
        violations: [
          { focus: "did:web:cloud.example", message: expect.stringContaining("scheme") as string },
        ],
      },
    });
  });
});

describe("the claims of other credentials", () => {
  it("pass unseen, whatever they say", async () => {
    const claims = await claimsIn({
      ...exampleCredential("certification"),
      type: ["VerifiableCredential"],
      credentialSubject: { name: "x" },
    });
    expect(claims.ok && (await checkType(claims.value)).ok).toBe(true);
  });
});

describe("a message", () => {
  const graph = new Store(new Parser().parse(shapes.credentials));

  it("of every shape says what is expected and how to mend it", () => {
    for (const shape of graph.getSubjects(rdfTerms.type, sh.PropertyShape, null))
      for (const { value } of graph.getObjects(shape, sh.message, null))
        expect(value, shape.value).toMatch(/^[A-Z][^{}]+: [^{}]+\.$/);
  });
});
