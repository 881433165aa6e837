// The report as data: EARL 1.0 in Turtle, one assertion for each case and each statement that it cites.
import { createHash } from "node:crypto";
import type { Outcome } from "../outcome.ts";
import type { CaseResult } from "../run.ts";
import { citedBy } from "../statements.ts";
import type { Report } from "./report.ts";
import { transcript } from "./transcript.ts";

const PREFIXES = `@prefix dct: <http://purl.org/dc/terms/> .
@prefix doap: <http://usefulinc.com/ns/doap#> .
@prefix earl: <http://www.w3.org/ns/earl#> .
@prefix kit: <https://w3id.org/mpli/conformance/ns#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix spec: <http://www.w3.org/ns/spec#> .
@prefix st: <https://w3id.org/mpli/statements/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const CASES = "https://w3id.org/mpli/conformance/";
/** A fault of the kit is no verdict on the target. */
const IN_EARL = { error: "untested" } as const satisfies Partial<Record<Outcome, string>>;

/** Turtle; the subject is the node that was examined, which a report for publication names with `doap:`. */
export function earl({ target, started, declared, results, kit, spec, name, release }: Report): string {
  const head = `<${target}> a earl:TestSubject ;
  doap:name ${quote(name ?? target)} ;${release ? `\n  doap:release [ doap:revision ${quote(release)} ] ;` : ""}
  mpli:role ${list([...declared.roles])} ;
  mpli:feature ${list([...declared.features])} .

<${CASES}kit/${kit}> a earl:Software, earl:Assertor ;
  dct:title "MPLI conformance kit" ;
  dct:hasVersion ${quote(kit)} ;
  dct:conformsTo <https://w3id.org/mpli/spec/${spec}> .
`;
  const date = `${quote(started.toISOString())}^^xsd:dateTime`;
  const assertions = results.map(
    (result) => `
[] a earl:Assertion ;
  earl:assertedBy <${CASES}kit/${kit}> ;
  earl:subject <${target}> ;
  earl:test <${CASES}${result.case.id}> ;
  earl:mode earl:automatic ;
  spec:requirementReference ${citedBy(result.case)
    .map((id) => `st:${id}`)
    .join(", ")} ;
  kit:reviewed ${result.case.requirements.map(quote).join(", ")} ;
  earl:result [ ${resultText(result, date)} ] .
`,
  );
  return PREFIXES + head + assertions.join("");
}

function resultText({ outcome, expected, came, reason, exchanges }: CaseResult, date: string): string {
  const earlOutcome = outcome in IN_EARL ? IN_EARL[outcome as keyof typeof IN_EARL] : outcome;
  const why = expected === undefined ? reason : `expected ${expected}; came ${came}`;
  const wire = createHash("sha256").update(transcript(exchanges)).digest("hex");
  return [
    "a earl:TestResult",
    `earl:outcome earl:${earlOutcome}`,
    `dct:date ${date}`,
    ...(outcome === "error" ? ["kit:outcome kit:error"] : []),
    ...(why === undefined ? [] : [`dct:description ${quote(why)}`]),
    ...(exchanges.length > 0 ? [`kit:transcript ${quote(`sha256:${wire}`)}`] : []),
  ].join(" ; ");
}

const list = (names: readonly string[]) => names.map(quote).join(", ") || '""';
/** Escapes of JSON strings are escapes of Turtle strings (Turtle §2.5.1), but for those of halves of characters. */
const quote = (text: string) => JSON.stringify(text.toWellFormed());
