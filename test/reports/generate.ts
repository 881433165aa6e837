// Writes the EARL reports of the implementations that this repository holds, for the matrix of the site.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "../conformance/cases.ts";
import { httpTransport } from "../conformance/http.ts";
import type { Outcome } from "../conformance/outcome.ts";
import { realNetwork } from "../conformance/parties/network.ts";
import { earl } from "../conformance/report/earl.ts";
import { type CaseResult, type Run, run } from "../conformance/run.ts";
import { readStatements } from "../conformance/statements.ts";
import { SPEC_VERSION, VERSION } from "../conformance/version.ts";
import { TOKEN, minimalParties } from "../kit/minimal-parties.ts";
import { onStage, STAGE_NAMES } from "../mutants/stages.ts";

const RELEASE = "0.1.0";
/** The worst of several runs of a case is what counts; what decided nothing gives way to what decided something. */
const WEIGHT: Record<Outcome, number> = {
  error: 5,
  failed: 4,
  passed: 3,
  cantTell: 2,
  untested: 1,
  inapplicable: 0,
};

const cases = await loadCases();
const statements = await readStatements();

const parties = await minimalParties();
write("minimal-provider", "Minimal provider", await overHttp(parties.provider));
write("minimal-catalogue", "Minimal catalogue", await overHttp(parties.catalogue));
await parties.close();
write("reference-node", "MPLI reference node", await reference());

function overHttp(origin: string): Promise<Run> {
  return run(cases, statements, {
    origin,
    send: httpTransport(10_000),
    network: realNetwork([{ host: "127.0.0.1", port: 0 }]),
    token: TOKEN,
    patienceMs: 5_000,
    write: true,
  });
}

/** All stages together: each shows a part of what the node does. */
async function reference(): Promise<Run> {
  const runs: Run[] = [];
  for (const stage of STAGE_NAMES) {
    const node = await onStage(stage);
    const { origin, send, network, token } = node;
    const settings = {
      origin,
      send,
      network,
      token,
      withoutOperator: token === undefined,
      isThrownAway: true,
      patienceMs: 2_500,
      write: true,
    };
    runs.push(await run(cases, statements, settings));
    node.close();
  }
  const union = (of: "roles" | "features") => new Set(runs.flatMap(({ declared }) => [...declared[of]]));
  const results = cases.map(({ id }) =>
    runs
      .flatMap(({ results: all }) => all.filter((result) => result.case.id === id))
      .reduce((worst: CaseResult, one) => (WEIGHT[one.outcome] > WEIGHT[worst.outcome] ? one : worst)),
  );
  const [first] = runs;
  if (!first) throw new Error("there are no stages");
  return { declared: { ...first.declared, roles: union("roles"), features: union("features") }, results };
}

function write(file: string, name: string, { declared, results }: Run): void {
  const report = {
    target: `https://w3id.org/mpli/implementations/${file}`,
    started: new Date(),
    declared,
    results,
    statements,
  };
  const text = earl({ ...report, name, release: RELEASE, kit: VERSION, spec: SPEC_VERSION });
  writeFileSync(join(import.meta.dirname, `${file}.ttl`), text);
}
