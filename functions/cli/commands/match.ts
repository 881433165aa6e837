// `mpli match`: a demand to a node, and its answer in words: what fits, at what price, and why the rest does not.
import { parseArgs } from "node:util";
import type { MatchReport } from "../../compatibility/match/report.ts";
import { readDocument } from "../terminal/files.ts";
import { lacksInWords } from "../match/lacks.ts";
import { reportInWords } from "../match/report-table.ts";
import { endpointOf, findNode } from "../node-client/node.ts";
import { askWithDemand } from "../node-client/report.ts";
import { nodeIn, only } from "../terminal/arguments.ts";
import { Stop } from "../terminal/stop.ts";
import { inJson, plain } from "../terminal/print.ts";
import { verifyReport } from "../match/verify-report.ts";

export const usage = `Usage: mpli match DEMAND --at URL [--provider DID] [--limit n] [--explain | --lacks] [--json]
       mpli match DEMAND --verify REPORT [--from URL ...]

Sends the demand in the file DEMAND (- for standard input) to the node at URL, and shows what fits and why not.
With --verify, reads the manifests that REPORT names from their providers, computes the report again on this machine,
and compares it byte for byte. Of a presentation in DEMAND it says what only the node that made the report could check.

  --at URL       a provider's node, or a catalogue
  --provider DID what this provider of a catalogue sells, and nothing else
  --limit n      most offers to show for each component, 1 to 1000 (10)
  --explain      every requirement with the statements behind it, and what each price is made of
  --lacks        for a provider: what its manifest lacks to win the demand, and what to do about it
  --json         the report as the node sent it
  --verify FILE  a report that a node sent (--json)
  --from URL     with --verify: a node that serves a manifest of the report, where the provider's DID does not say so

Exit codes: 0 the node answered, or the report holds; 1 it refuses the demand, or the report does not hold; 2 it cannot
be asked, or whether the report holds cannot be told.`;

const REPORT = { type: "MatchReport", list: "component" } as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      at: { type: "string" },
      limit: { type: "string", default: "10" },
      explain: { type: "boolean", default: false },
      lacks: { type: "boolean", default: false },
      json: { type: "boolean" },
      provider: { type: "string" },
      verify: { type: "string" },
      from: { type: "string", multiple: true, default: [] },
    },
  });
  const file = only(positionals, "Name one file with a demand.");
  const document = await readDocument(file);
  if (values.verify !== undefined) return verifyReport(document, values.verify, values.from);
  const at = nodeIn(values.at);
  if (!/^[1-9]\d{0,2}$|^1000$/.test(values.limit))
    throw new Stop(2, `--limit ${plain(values.limit)} is not a number from 1 to 1000.`);
  const endpoint = endpointOf(await findNode(at), "matches");
  const { provider, limit } = values;
  const report = await askWithDemand<MatchReport>(
    endpoint,
    document,
    { limit, ...(provider ? { provider } : {}) },
    REPORT,
  );
  if (values.json) console.log(inJson(report));
  else if (values.lacks) {
    const market = provider
      ? await askWithDemand<MatchReport>(endpoint, document, { limit: "1" }, REPORT)
      : undefined;
    console.log(lacksInWords(report, market));
  } else console.log(reportInWords(report, { explain: values.explain }));
  return 0;
}
