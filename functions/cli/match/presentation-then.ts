// The presentation that a match report rests on: verified again, but for what only the node that it was made for can know.
import type { MatchReport } from "../../compatibility/match/report.ts";
import type { VerifyPorts } from "../../trust/credential/verify.ts";
import { FAULTS as CREDENTIAL_FAULTS } from "../../trust/faults.ts";
import { CHECKS, FAULTS, type FaultCode } from "../../trust/presentation/faults.ts";
import type { Presented } from "../../trust/presentation/presented.ts";
import type { VerifiedCredential } from "../../trust/presentation/satisfies.ts";
import type { Shown } from "../../trust/presentation/shown.ts";
import { PROFILE } from "../../trust/presentation/verifier.ts";
import { verifyPresentation } from "../../trust/presentation/verify.ts";
import { OPEN } from "../../trust/policy/stock/open.ts";
import { readJws } from "../../trust/token/jws.ts";
import { localPorts } from "../credentials/secured-file.ts";

export interface PresentationThen {
  /** What the node found, as far as it can be: where that can be told here, it is what was found here. */
  readonly shown: Shown;
  /** What the node says and nobody else can check, as sentences. */
  readonly believed: readonly string[];
  /** What could have been checked then and cannot now, as sentences. */
  readonly lost: readonly string[];
}

/** Finds out again what the node found of a presentation, as of when it was signed; the rest is what the report says. */
export async function presentationThen(presented: Presented, report: MatchReport): Promise<PresentationThen> {
  const ports = localPorts(PROFILE);
  const found = await verifyPresentation(presented, {}, asOf(presented, ports), {
    profile: PROFILE,
    policy: OPEN,
  });
  const { digest } = found;
  const stated = report.presentationFaults ?? [];
  const own = found.checks.flatMap(({ code }) => code ?? []);
  const faults = CHECKS.flatMap((check) => {
    const [ours, theirs] = [own, stated].map((all) =>
      all.find((code) => rowOf(FAULTS, code)?.check === check),
    );
    return settled(FAULTS, ours === undefined ? [] : [ours], theirs === undefined ? [] : [theirs]);
  }) as FaultCode[];
  const word = [
    `Only the node that made it can tell whether the presentation ${digest.slice(0, 12)}… was made for it, came in time and was the first to answer its request, and whom its policy believes. That part is its word.`,
    ...faults.flatMap((code) =>
      own.includes(code) ? [] : [`It says that the presentation did not stand: ${code}.`],
    ),
  ];
  const lost = own.flatMap((code) =>
    faults.includes(code) ? [] : [`That the presentation stood cannot be verified any more: ${code}.`],
  );
  if (faults.some((code) => FAULTS[code].check !== "holder"))
    return { shown: { digest, faults }, believed: word, lost };
  const said = notValidIn(report);
  const credentials = found.credentials.map(({ asked }, index) =>
    credentialThen(asked, said.get(index) ?? [], `credential ${index}`),
  );
  return {
    shown: { digest, faults, credentials: credentials.map(({ credential }) => credential) },
    believed: [...word, ...credentials.flatMap(({ believed }) => believed)],
    lost: [...lost, ...credentials.flatMap((one) => one.lost)],
  };
}

/** Its times, and those of what is in it, count as of when it was signed: the report says no other time. */
function asOf({ text }: Presented, ports: VerifyPorts): VerifyPorts {
  // What the holder of an SD-JWT signs stands last, behind the disclosures (RFC 9901 §4).
  const signed = readJws(text.slice(text.lastIndexOf("~") + 1));
  const at = signed.ok ? signed.value.payload["iat"] : undefined;
  return typeof at === "number" ? { ...ports, now: () => at * 1000 } : ports;
}

interface CredentialThen extends Pick<PresentationThen, "believed" | "lost"> {
  readonly credential: VerifiedCredential;
}

function credentialThen(asked: VerifiedCredential, stated: readonly string[], which: string): CredentialThen {
  const faults = settled(CREDENTIAL_FAULTS, asked.faults, stated);
  if (faults.length === 0) {
    const now = asked.faults.join(", ");
    const lost = now === "" ? [] : [`That ${which} was valid cannot be verified any more: ${now}.`];
    return { credential: { ...asked, outcome: "valid", faults }, believed: [], lost };
  }
  const word = faults.filter((code) => !asked.faults.includes(code)).join(", ");
  // Only whether it is valid counts, and the report does not say what else it was.
  const outcome = asked.outcome === "valid" ? "indeterminate" : asked.outcome;
  const believed = word === "" ? [] : [`It says that ${which} was not valid: ${word}.`];
  return { credential: { ...asked, outcome, faults }, believed, lost: [] };
}

type Table = Readonly<Record<string, { readonly check: string; readonly outcome: string }>>;

const rowOf = (table: Table, code: string) => (Object.hasOwn(table, code) ? table[code] : undefined);

/** What was wrong then: what is wrong for good as it is found here, and of what changes what the report says. */
function settled(table: Table, own: readonly string[], stated: readonly string[]): string[] {
  const lasting = own.filter((code) => !changes(table, code));
  return lasting.length > 0 ? lasting : stated.filter((code) => changes(table, code));
}

/** Checks whose end depends on when, where and by whose policy they are made. */
const PASSING: ReadonlySet<string> = new Set(["time", "audience", "nonce", "status", "issuer"]);
/** A DID document may have been another one. */
const OF_DOCUMENT: ReadonlySet<string> = new Set([
  "did-mismatch",
  "malformed-did-document",
  "key-not-found",
  "key-not-authorised",
]);

function changes(table: Table, code: string): boolean {
  const row = rowOf(table, code);
  return row !== undefined && (PASSING.has(row.check) || row.outcome === "unknown" || OF_DOCUMENT.has(code));
}

/** Credentials that the report says were not valid, by their number in the presentation, with their faults. */
function notValidIn({ component }: MatchReport): ReadonlyMap<number, readonly string[]> {
  const missing = component.flatMap(({ results }) =>
    results.flatMap(({ obstacles }) => obstacles.flatMap((one) => one.missing ?? [])),
  );
  return new Map(
    missing.flatMap(({ code, presented, faults }) =>
      code === "credential-not-valid" && presented !== undefined && faults
        ? [[presented, faults] as const]
        : [],
    ),
  );
}
