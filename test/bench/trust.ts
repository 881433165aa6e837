// Verification inside workerd against its bars, in processor time: the whole pipeline next to bare libraries in the same run.
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CREDENTIALS_V2 } from "../../functions/trust/contexts/credentials-v2.ts";
import { type BenchOptions, type Figure, atLeast, atMost, median, noted } from "./figures.ts";
import { BASE_PORT } from "./rig.ts";
import { HOSTILE, HOSTILE_PROOFS, ISSUERS, WORLD, proofs, tokens } from "./trust-inputs.ts";
import { type Cost, type WorkerRun, withBundle, withWorker } from "./trust-rig.ts";
import type { Job, World } from "./trust-worker.ts";

const ROUNDS = 5;
const TOKENS = 200;
const ENTRY = join(import.meta.dirname, "trust-worker.ts");
const PORT = BASE_PORT + 80;
type Run = WorkerRun<World, Job>;
type Others = Pick<Job, "inputs" | "times">;

export async function trust({ digitalbazaar }: BenchOptions): Promise<Figure[]> {
  const { documents, by } = await proofs(50);
  return withBundle(ENTRY, async (folder) => [
    ...(await withWorker<World, Job, Figure[]>({ folder, port: PORT }, async (run) => {
      await run.tell(WORLD);
      return [
        ...(await pipeline(run, "ES256")),
        ...(await pipeline(run, "EdDSA")),
        ...(await sets(run)),
        ...(await proofsCompared(run, documents, by.jwk, digitalbazaar)),
      ];
    })),
    ...(await hostile(folder, documents[0] ?? {})),
  ]);
}

/** Runs a second, about, for the processor: so many that a tick more or less does not matter. */
const TIMES = { jose: 8000, pipeline: 2000, set: 100, proof: 500 } as const;

async function perSecond(run: Run, job: keyof typeof TIMES, inputs: Job["inputs"]): Promise<number> {
  const { milliseconds } = await run.cost({ job, inputs, times: TIMES[job] }, ["valid"]);
  return (1000 * TIMES[job]) / milliseconds;
}

async function pipeline(run: Run, alg: keyof typeof ISSUERS): Promise<Figure[]> {
  const inputs = tokens(ISSUERS[alg], TOKENS);
  const [bare, whole, ratio]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const jose = await perSecond(run, "jose", inputs);
    const ours = await perSecond(run, "pipeline", inputs);
    // The first round warms up.
    if (round === 0) continue;
    bare.push(jose);
    whole.push(ours);
    ratio.push(ours / jose);
  }
  return [
    noted(`${alg}: jose's compactVerify alone, imported key`, median(bare), "/s"),
    atLeast(`${alg}: the whole pipeline`, median(whole), "/s", 4000),
    atLeast(`${alg}: the pipeline against jose`, median(ratio), "×", 0.5),
  ];
}

/** Twenty credentials, as one manifest may have them. */
async function sets(run: Run): Promise<Figure[]> {
  const all = [...tokens(ISSUERS.ES256, 10), ...tokens(ISSUERS.EdDSA, 10)];
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) times.push(1000 / (await perSecond(run, "set", [all])));
  return [atMost("20 credentials of one manifest, warm", median(times.slice(1)), "ms", 10)];
}

async function proofsCompared(
  run: Run,
  documents: Job["inputs"],
  jwk: object,
  digitalbazaar: string | undefined,
): Promise<Figure[]> {
  const ours: number[] = [];
  const rate = async () => ours.push(await perSecond(run, "proof", documents));
  if (digitalbazaar === undefined) {
    for (let round = 0; round <= ROUNDS; round++) await rate();
    return [noted("eddsa-rdfc-2022", median(ours.slice(1)), "/s")];
  }
  const entry = join(digitalbazaar, "mpli-bench.mjs");
  await writeFile(entry, OTHERS);
  try {
    const theirs: number[] = [];
    await withBundle(entry, (folder) =>
      withWorker<object, Others, void>({ folder, port: PORT + 1 }, async (other) => {
        await other.tell({ context: CREDENTIALS_V2, jwk });
        for (let round = 0; round <= ROUNDS; round++) {
          await rate();
          const { milliseconds } = await other.cost({ times: TIMES.proof, inputs: documents }, ["valid"]);
          theirs.push((1000 * TIMES.proof) / milliseconds);
        }
      }),
    );
    const ratios = ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN)).slice(1);
    return [
      noted("eddsa-rdfc-2022 by @digitalbazaar/data-integrity", median(theirs.slice(1)), "/s"),
      noted("eddsa-rdfc-2022", median(ours.slice(1)), "/s"),
      atLeast("eddsa-rdfc-2022 against @digitalbazaar/data-integrity", median(ratios), "×", 1.5),
    ];
  } finally {
    await rm(entry, { force: true });
  }
}

/** A Worker for packages that this project does not depend on. */
const OTHERS = `
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import signatures from "jsonld-signatures";
let world;
let method;
const suite = new DataIntegrityProof({ cryptosuite });
const purpose = new signatures.purposes.AssertionProofPurpose();
async function documentLoader(documentUrl) {
  if (documentUrl === "https://www.w3.org/ns/credentials/v2")
    return { documentUrl, document: world.context, tag: "static" };
  if (documentUrl === method.id) return { documentUrl, document: method };
  if (documentUrl === method.controller)
    return { documentUrl, document: { "@context": "https://w3id.org/security/v2", id: documentUrl, assertionMethod: [method.id] } };
  throw new Error("unknown " + documentUrl);
}
export default {
  async fetch(request) {
    if (request.method === "GET") return new Response("ready");
    if (request.method === "PUT") {
      world = await request.json();
      return new Response("told");
    }
    const { inputs, times } = await request.json();
    const { verificationMethod: id } = inputs[0].proof;
    const key = await Ed25519Multikey.fromJwk({ jwk: world.jwk });
    method = { ...(await key.export({ publicKey: true, includeContext: true })), id, controller: id.split("#")[0] };
    const outcomes = new Set();
    for (let at = 0; at < times; at++) {
      const found = await signatures.verify(inputs[at % inputs.length], { suite, purpose, documentLoader });
      outcomes.add(found.verified ? "valid" : String(found.error?.errors?.[0] ?? found.error));
    }
    return Response.json([...outcomes]);
  },
};
`;

/** Each input in a process of its own, so that its memory is not hidden in what others left behind. */
async function hostile(folder: string, sound: Parameters<typeof HOSTILE_PROOFS>[0]): Promise<Figure[]> {
  const measure = (what: string, job: Job, outcome: string) =>
    withWorker<World, Job, Figure[]>({ folder, port: PORT }, async (run) => {
      await run.tell(WORLD);
      await run.cost({ job: "pipeline", inputs: tokens(ISSUERS.ES256, 20), times: 100 }, ["valid"]);
      const costs: Cost[] = [];
      for (let round = 0; round < ROUNDS; round++) costs.push(await run.cost(job, [outcome]));
      const milliseconds = median(costs.map((cost) => cost.milliseconds));
      const megabytes = Math.max(...costs.map((cost) => cost.megabytes));
      return [
        atMost(`hostile: ${what}`, milliseconds, "ms", 50),
        atMost(`hostile: ${what}, memory`, megabytes, "MB", 16),
      ];
    });
  const figures: Figure[] = [];
  for (const [what, body, outcome] of HOSTILE)
    figures.push(...(await measure(what, { job: "door", inputs: [body], times: 1 }, outcome)));
  for (const [what, document, outcome] of HOSTILE_PROOFS(sound))
    figures.push(
      ...(await measure(`proof inside: ${what}`, { job: "proof", inputs: [document], times: 1 }, outcome)),
    );
  return figures;
}
