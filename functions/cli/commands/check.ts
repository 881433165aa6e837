// `mpli check`: whether a file is a manifest or a demand that a node would take, and how to mend it where it is not.
import { parseArgs } from "node:util";
import { type DemandRefusal, readDemand } from "../../compatibility/demand/read-demand.ts";
import { DEMAND_BASE } from "../../compatibility/demand/read-bound.ts";
import { COMPATIBILITY_PROBLEMS } from "../../compatibility/refusals.ts";
import { type ManifestRefusal, checkManifest } from "../../discovery/check-manifest.ts";
import { DISCOVERY_PROBLEMS } from "../../discovery/refusals.ts";
import type { ProblemRow } from "../../edge/problem.ts";
import { mpli, rdf as rdfTerms } from "../../kernel/generated/vocabulary.ts";
import { type Store, objects, subjects } from "../../kernel/graph.ts";
import { type Violation, checkShapes } from "../../kernel/shape.ts";
import { type SyntaxRefusal, parse } from "../../kernel/syntax.ts";
import { type TextDocument, readDocument } from "../terminal/files.ts";
import { problemInWords } from "../node-client/refusal.ts";
import { only } from "../terminal/arguments.ts";
import { Stop } from "../terminal/stop.ts";
import { count, inJson, paint, plain, times } from "../terminal/print.ts";
import { shortName } from "../terminal/words.ts";

export const usage = `Usage: mpli check FILE [--base URL] [--json]

Checks a manifest or a demand in JSON-LD, Turtle, N-Triples, N-Quads or TriG; FILE - is standard input.

  --base URL  address at which the manifest will be published; by default the origin of the provider's did:web
  --json      the outcome as JSON

Exit codes: 0 it conforms; 1 it does not; 2 it cannot be read.`;

type Refusal = SyntaxRefusal | ManifestRefusal | DemandRefusal;

type Outcome =
  | { readonly conforms: true; readonly kind: "manifest" | "demand"; readonly says: string }
  | { readonly conforms: false; readonly kind?: "manifest" | "demand"; readonly refusal: Refusal };

const PROBLEMS: Readonly<Record<string, ProblemRow>> = { ...COMPATIBILITY_PROBLEMS, ...DISCOVERY_PROBLEMS };
/** Characters from which a check takes more than a second. */
const LONG = 2_000_000;
/** Stands for the origin of relative addresses until the manifest has one. */
const NOWHERE = "https://manifest.invalid";

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { base: { type: "string" }, json: { type: "boolean" } },
  });
  const file = only(positionals, "Name one file to check.");
  const document = await readDocument(file);
  if (document.text.length > LONG)
    console.error(`Checking ${count(document.text.length / 1e6)} MB; this takes some seconds.`);
  const outcome = await check(document, values.base);
  if (values.json) console.log(inJson({ file: document.name, ...asJson(outcome) }));
  else if (outcome.conforms)
    console.log(`${paint("green", "conforms")}  ${document.name}: ${plain(outcome.says)}`);
  else console.log(inWords(document.name, outcome.refusal));
  return outcome.conforms ? 0 : 1;
}

async function check({ text, syntax }: TextDocument, given: string | undefined): Promise<Outcome> {
  const base = given ?? `${NOWHERE}/manifest`;
  if (!URL.canParse(base))
    throw new Stop(
      2,
      `--base ${base} is not an address. Write, for example, --base https://cloud.example/manifest`,
    );
  const graph = await parse(text, syntax, base);
  if (!graph.ok) return { conforms: false, refusal: graph.refusal };
  if (subjects(graph.value, rdfTerms.type, mpli.Manifest).length > 0)
    return checkAsManifest(graph.value, given ?? addressOf(graph.value));
  if (subjects(graph.value, rdfTerms.type, mpli.Demand).length > 0) return checkAsDemand(text, syntax);
  throw new Stop(
    1,
    "The document holds neither a manifest nor a demand. Give one node the type Manifest or Demand.",
  );
}

/** Where a manifest belongs: relative offers go wherever it goes, others must share the origin of its did:web. */
function addressOf(graph: Store): string {
  const [root] = subjects(graph, rdfTerms.type, mpli.Manifest);
  const offers = root ? objects(graph, root, mpli.offer) : [];
  const provider = root ? objects(graph, root, mpli.provider)[0] : undefined;
  const host = /^did:web:([\w.-]+(?:%3A\d+)?)$/i.exec(provider?.value ?? "")?.[1]?.replace(/%3A/i, ":") ?? "";
  const origin = `${host.startsWith("localhost") ? "http" : "https"}://${host}`;
  const isRelative = offers.some((offer) => offer.value.startsWith(`${NOWHERE}/`));
  return `${host && !isRelative && URL.canParse(origin) ? origin : NOWHERE}/manifest`;
}

async function checkAsManifest(graph: Store, address: string): Promise<Outcome> {
  const checked = await checkManifest(graph, address);
  if (!checked.ok) return { conforms: false, kind: "manifest", refusal: checked.refusal };
  const { provider, offers } = checked.value;
  return {
    conforms: true,
    kind: "manifest",
    says: `a manifest of ${provider} with ${times(offers.length, "offer")}`,
  };
}

/** Read against the base that every node takes, so that it means the same here. */
async function checkAsDemand(text: string, syntax: TextDocument["syntax"]): Promise<Outcome> {
  const graph = await parse(text, syntax, DEMAND_BASE);
  if (!graph.ok) return { conforms: false, refusal: graph.refusal };
  const violations = await checkShapes(graph.value, "demand");
  if (violations.length > 0)
    return {
      conforms: false,
      kind: "demand",
      refusal: { code: "shape-violation", violations, truncated: false },
    };
  const demand = readDemand(graph.value);
  if (!demand.ok) return { conforms: false, kind: "demand", refusal: demand.refusal };
  const { components, notEvaluated } = demand.value;
  const unread = notEvaluated.length > 0 ? `; not evaluated: ${notEvaluated.join(", ")}` : "";
  return {
    conforms: true,
    kind: "demand",
    says: `a demand for ${times(components.length, "component")}${unread}`,
  };
}

function asJson(outcome: Outcome): Record<string, unknown> {
  if (outcome.conforms) return { conforms: true, kind: outcome.kind };
  const { title, mend } = rowOf(outcome.refusal);
  return {
    conforms: false,
    ...(outcome.kind ? { kind: outcome.kind } : {}),
    ...outcome.refusal,
    title,
    mend,
  };
}

function inWords(file: string, refusal: Refusal): string {
  if (refusal.code === "shape-violation") {
    const lines = refusal.violations.map((violation) => `  ${inOneLine(violation)}`);
    const more = refusal.truncated ? ["  … and perhaps more: mend these and check again"] : [];
    const head = `${file}: ${times(refusal.violations.length, "violation")}`;
    return [paint("red", head), ...lines, ...more].join("\n");
  }
  const { title, mend } = rowOf(refusal);
  const { code: _, ...evidence } = refusal;
  return `${paint("red", file)}: ${problemInWords({ title, mend, evidence })}`;
}

/** Where, what stands there, and what was expected. */
function inOneLine({ focus, path, value, message }: Violation): string {
  const where = focus === "_:" ? "a node without an id" : focus.replace(`${NOWHERE}/`, "");
  const property = path ? `: ${path.split("|").map(shortName).join(" or ")}` : "";
  const found =
    value === undefined ? "" : ` is ${value === "_:" ? "a node without an id" : JSON.stringify(value)}`;
  return plain(`${where}${property}${found}. ${message}`);
}

const rowOf = ({ code }: Refusal): Pick<ProblemRow, "title" | "mend"> =>
  PROBLEMS[code] ?? { title: code, mend: "" };
