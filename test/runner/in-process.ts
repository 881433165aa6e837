// A runner within the test's own process: the same loop, client and journal, with tools that are a few lines of script.
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bound } from "../../functions/cli/runner/adapters/adapters.ts";
import { askNode, jobSource } from "../../functions/cli/runner/client.ts";
import { configurationOf } from "../../functions/cli/runner/configuration.ts";
import { multikeyOf } from "../../functions/cli/runner/identity.ts";
import { work } from "../../functions/cli/runner/loop.ts";
import { signerWith } from "../../functions/edge/http-signature.ts";
import { requestSigner } from "../../functions/cli/keys/request-signer.ts";
import type { Json } from "../../functions/kernel/json.ts";

export interface InProcess {
  readonly did: string;
  readonly folder: string;
  readonly log: string[];
  /** Names of the journals that there are. */
  readonly journals: () => Promise<string[]>;
  /** What a tool wrote into a file of the folder. */
  readonly wrote: (name: string) => Promise<string>;
  /** Lets what is under way end. */
  readonly stop: () => Promise<void>;
  /** Kills the tools and leaves. */
  readonly abandon: () => Promise<void>;
}

export interface Options {
  readonly concurrency?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** A shell script as a tool; `$FOLDER` is the runner's folder, and the job is on standard input. */
export const script = (text: string, more: object = {}) => ({
  adapter: "command",
  command: ["/bin/sh", "-c", text],
  environment: ["FOLDER"],
  graceSeconds: 1,
  ...more,
});

export async function startInProcess(
  node: string,
  bindings: object,
  options: Options = {},
): Promise<InProcess> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "mpli-work-")));
  const read = configurationOf({ node, state: "state", bindings: bindings as Json }, folder);
  if (!read.value) throw new Error(read.faults.join());
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const { x = "" } = (await crypto.subtle.exportKey("jwk", pair.publicKey)) as JsonWebKey;
  const id = multikeyOf({ kty: "OKP", crv: "Ed25519", x });
  const sign = requestSigner(signerWith(pair.privateKey, `did:key:${id}#${id}`), Date.now);
  const ask = askNode(node, sign);
  const [stopping, abandoning] = [new AbortController(), new AbortController()];
  const log: string[] = [];
  const environment = { ...process.env, FOLDER: folder, ...options.environment };
  const working = work(
    {
      bindings: new Map([...read.value.bindings].map(([name, each]) => [name, bound(each, environment)])),
      concurrency: options.concurrency ?? 4,
      state: read.value.state,
      reached: () => undefined,
    },
    {
      jobs: jobSource(ask),
      ask,
      sign,
      now: Date.now,
      random: () => 0.5,
      pause: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
      log: (line) => log.push(line),
      environment,
    },
    { stop: stopping.signal, abandon: abandoning.signal },
  );
  const end = async (...controllers: AbortController[]) => {
    for (const controller of controllers) controller.abort();
    await working;
    if (!options.folder) await rm(folder, { recursive: true, force: true });
  };
  return {
    did: `did:key:${id}`,
    folder,
    log,
    journals: () => readdir(join(folder, "state/journal")).catch(() => []),
    wrote: (name) => readFile(join(folder, name), "utf8").catch(() => ""),
    stop: () => end(stopping),
    abandon: () => end(stopping, abandoning),
  };
}

/** Resolves when it holds; throws when it does not within ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error(`it never came to be: ${holds}`);
}
