// A provider's own row: who it is, and the certifications that are claimed for it.
import type { Json } from "../../kernel/json.ts";
import type { LeaveOut } from "./left-out.ts";
import { origin } from "./origin.ts";
import { codeNamed } from "./region.ts";
import { type CloudRow, lookUp, objectOf, textOf, textsOf } from "./rows.ts";

/** The provider of a manifest, under its DID. Its country is the one whose law it is under, as far as stated. */
export function providerOf(row: CloudRow, did: string, leaveOut: LeaveOut): Record<string, Json> {
  const homepage = webAddress(row.homepage);
  if (row.homepage !== undefined && !homepage) leaveOut("malformed", "provider.homepage");
  const stated = textOf(row.country);
  const country = stated && codeNamed(stated);
  if (stated && !country) leaveOut("unknown-word", "provider.country");
  const certification = certifications(row, leaveOut);
  for (const column of Object.keys(row)) if (!READ.has(column)) leaveOut("no-term", `provider.${column}`);
  return {
    id: did,
    type: "Provider",
    name: textOf(row.name) ?? textOf(row.id) ?? did,
    ...(homepage ? { homepage } : {}),
    ...(country ? { country } : {}),
    ...(certification.length > 0 ? { certification } : {}),
    ...origin([{ ...row, source: [...new Set([...textsOf(row.source), ...certificationSources(row)])] }]),
  };
}

const READ: ReadonlySet<string> = new Set([
  "id",
  "name",
  "homepage",
  "country",
  "certifications",
  "source",
  "licence",
  "note",
]);

/** Frameworks as the sources spell them. A report of type 2 covers more than one of type 1, and is a SOC 2 report. */
const SCHEMES: Readonly<Record<string, string>> = {
  "iso/iec 27001": "ISO27001",
  "iso 27001": "ISO27001",
  "iso/iec 27017": "ISO27017",
  "iso/iec 27018": "ISO27018",
  "iso/iec 27701": "ISO27701",
  "iso 9001": "ISO9001",
  "iso 14001": "ISO14001",
  "iso 50001": "ISO50001",
  "soc 1 type 2": "SOC1",
  "soc 2 type 2": "SOC2",
  "soc 3": "SOC3",
  "pci dss": "PCIDSS",
  c5: "C5",
  ens: "ENS",
  hds: "HDS",
  hipaa: "HIPAA",
  fedramp: "FedRAMP",
  secnumcloud: "SecNumCloud",
  tisax: "TISAX",
};

const claimsOf = ({ certifications }: CloudRow) =>
  Array.isArray(certifications) ? certifications.map(objectOf) : [];
const certificationSources = (row: CloudRow) => claimsOf(row).flatMap(({ source }) => textsOf(source));

function certifications(row: CloudRow, leaveOut: LeaveOut): Json[] {
  return claimsOf(row).flatMap((claim) => {
    const scheme = lookUp(SCHEMES, textOf(claim.framework)?.toLowerCase());
    if (!scheme) {
      leaveOut("unknown-word", "provider.certifications");
      return [];
    }
    const evidencePage = textsOf(claim.evidence).flatMap((page) => webAddress(page) ?? []);
    return { type: "Certification", scheme, ...(evidencePage.length > 0 ? { evidencePage } : {}) };
  });
}

/** An address as it stands, when it can stand in a graph. */
function webAddress(value: Json | undefined): string | undefined {
  const text = textOf(value);
  return text && /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(text) && URL.canParse(text) ? text : undefined;
}
