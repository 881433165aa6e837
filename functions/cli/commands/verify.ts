// `mpli verify`: what can be found out about a credential, check by check.
import { parseArgs } from "node:util";
import { type Verification, verificationDocument } from "../../trust/credential/verify.ts";
import { OPEN } from "../../trust/policy/stock/open.ts";
import { type CheckReport } from "../../trust/verification.ts";
import { readTextFile } from "../terminal/files.ts";
import { localVerifier, securedIn } from "../credentials/secured-file.ts";
import { only } from "../terminal/arguments.ts";
import { inJson, paint, plain, table } from "../terminal/print.ts";

export const usage = `Usage: mpli verify FILE [--json]

Verifies the credential in FILE, or on standard input for -: a token, or a credential in JSON. Asks the issuer's DID
document and its status list, and nobody else.

  --json   the record of all checks as JSON

Exit codes: 0 it is valid; 1 it is invalid, or that cannot be told for certain; 2 there is no credential to verify.`;

const OPTIONS = { profile: "w3c", policy: OPEN } as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const file = only(positionals, "Name one file with a credential.");
  const secured = securedIn(await readTextFile(file), file);
  const found = await localVerifier()(secured, OPTIONS);
  if (values.json) console.log(inJson(verificationDocument(found, OPTIONS)));
  else console.log(foundInWords(found));
  return found.outcome === "valid" ? 0 : 1;
}

const STYLES = { valid: "green", invalid: "red", indeterminate: "yellow" } as const;
const MARKS = { passed: "✓", failed: "✗", unknown: "?", "not-checked": "·" } as const;

function foundInWords({ outcome, checks, signed, statusAsOf }: Verification): string {
  const credential = signed?.credential;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["type", credential?.types.filter((name) => name !== "VerifiableCredential").join(", ")],
    ["issuer", credential?.issuer],
    ["about", credential?.subjects.join(", ")],
    [
      "valid",
      credential && [credential.validFrom, credential.validUntil].map((at) => at ?? "…").join(" to "),
    ],
    ["status as of", statusAsOf],
    ["digest", signed?.digest],
  ];
  const stated = facts.flatMap(([name, value]) => (value ? [[name, plain(value)]] : []));
  return [
    paint(STYLES[outcome], outcome),
    ...(stated.length > 0
      ? [stated.map(([name = "", value = ""]) => `  ${name.padEnd(13)}${value}`).join("\n")]
      : []),
    table([{ title: "" }, { title: "check" }, { title: "finding" }], checks.map(row)),
  ].join("\n\n");
}

function row({ check, outcome, message = "", code, detail }: CheckReport): string[] {
  const finding = [message, code && `(${code}${detail ? `: ${detail}` : ""})`].filter(Boolean).join(" ");
  return [MARKS[outcome], check, plain(finding)];
}
