// The runner that `npm start` keeps beside a provider's node: set up from an example, watched, and stopped.
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type FederationManifest,
  RESELLER,
  VOLUMES,
  manifestsOfTheFederation,
} from "../../functions/cli/federation/manifests.ts";
import { type Provider, federation } from "../../functions/cli/federation/members.ts";
import {
  type RunnerSetup,
  configure,
  keepRunning,
  missingPackages,
} from "../../functions/cli/federation/runner.ts";
import { secretsIn } from "../../functions/cli/federation/secrets.ts";
import { readConfiguration } from "../../functions/cli/runner/configuration.ts";

const PATIENCE = 30_000;
const originOf = () => "http://supplier.example";
const OFFER = "http://supplier.example/offers/volume";

let folder: string;
let provider: Provider;
let setup: RunnerSetup;
let key: JsonWebKey;
const member = async (manifests: readonly FederationManifest[], name: string) =>
  (await federation(9000, manifests, (each) => secretsIn(folder, each))).providers.find(
    (each) => each.name === name,
  ) ?? expect.fail();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-federation-"));
  provider = await member(await manifestsOfTheFederation(), VOLUMES.name);
  setup = provider.publishes.runner ?? expect.fail();
  key = provider.runnerKey ?? expect.fail();
});
afterAll(() => rm(folder, { recursive: true }));

it("a provider that delivers knows its runner, and others know none", async () => {
  expect(provider.bindings["MPLI_RUNNERS"]).toMatch(/^did:key:z6Mk/);
  const other = await member(await manifestsOfTheFederation(), "linode");
  expect(other.bindings).not.toHaveProperty("MPLI_RUNNERS");
});

it("its configuration is the example's, with the node, the folders and the tools of this federation", async () => {
  const {
    node,
    state,
    key: file,
    bindings,
  } = await readConfiguration(await configure(provider, setup, { folder, originOf }));
  expect({ node, state, file }).toEqual({
    node: provider.origin,
    state: join(folder, "state"),
    file: undefined,
  });
  const binding = bindings.get("ansible:volume");
  if (binding?.adapter !== "ansible") expect.fail();
  expect(binding.variables).toEqual({ root: join(folder, "things") });
  await Promise.all(Object.values(binding.playbook).map((path) => access(path)));
});

it("a reseller's runner orders at the federation's own supplier", async () => {
  const reseller = await member(await manifestsOfTheFederation(), RESELLER.name);
  const file = await configure(reseller, reseller.publishes.runner ?? expect.fail(), { folder, originOf });
  const binding = (await readConfiguration(file)).bindings.get("mpli:safe-volume");
  if (binding?.adapter !== "mpli") expect.fail();
  expect(binding.components.map(({ offer }) => offer)).toEqual([OFFER, OFFER]);
});

it("the packages of programs that are missing are named, those of others are not", async () => {
  const programs = { sh: "dash", "no-such-program": "no-such-package" };
  expect(await missingPackages({ ...setup, programs })).toEqual(["no-such-package"]);
});

it(
  "a runner that ends by itself is started again, until it is to stop",
  async () => {
    const stopping = new AbortController();
    const said: string[] = [];
    // Nothing answers at its node, and it has no key to work with: it ends at once.
    await keepRunning(provider, setup, {
      key: { kty: "OKP" },
      folder,
      originOf,
      signal: stopping.signal,
      step: (done) => {
        if (said.push(done) === 2) stopping.abort();
      },
    });
    expect(said).toEqual([
      expect.stringContaining("exit code 2"),
      expect.stringContaining("is started again"),
    ]);
    expect(await readFile(join(folder, "runner.log"), "utf8")).toContain("MPLI_RUNNER_KEY");
  },
  PATIENCE,
);

it(
  "a runner that works is stopped",
  async () => {
    const stopping = new AbortController();
    const running = keepRunning(provider, setup, {
      key,
      folder,
      originOf,
      signal: stopping.signal,
      step: () => expect.fail("it ended by itself"),
    });
    await expect
      .poll(() => readFile(join(folder, "runner.log"), "utf8").catch(() => ""), { timeout: PATIENCE })
      .toContain(`takes jobs of ${provider.origin}`);
    stopping.abort();
    await running;
  },
  PATIENCE,
);
