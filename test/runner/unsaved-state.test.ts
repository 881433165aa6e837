// A node that does not take the state at the end of an apply: nothing is forgotten, mixed up or left in the open.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Action } from "../../functions/cli/runner/job.ts";
import { type Coordinator, type Order, startCoordinator } from "./coordinator.ts";
import { type InProcess, startInProcess, until } from "./in-process.ts";

const MODULE = `
terraform {
  backend "http" {}
}
variable "name" { type = string }
resource "terraform_data" "x" { input = var.name }
output "password" {
  value     = "secret-of-\${terraform_data.x.output}"
  sensitive = true
}
`;
const LOCKS = "# versions of providers\n";

const installed = ["tofu", "terraform"].find((program) => {
  try {
    execFileSync(program, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
const programs = [
  { what: "the stand-in", program: resolve("test/runner/tofu-stand-in.mjs") },
  { what: installed ?? "neither tofu nor terraform is installed", program: installed },
];

let root: string;
let module: string;
let coordinator: Coordinator;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mpli-unsaved-"));
  module = join(root, "environments/one");
  await mkdir(module, { recursive: true });
  await writeFile(join(module, "main.tf"), MODULE);
  await writeFile(join(module, ".terraform.lock.hcl"), LOCKS);
  coordinator = await startCoordinator({ leaseSeconds: 30 });
});
afterEach(async () => {
  await coordinator.stop();
  await rm(root, { recursive: true });
});

const start = (program: string) =>
  startInProcess(
    coordinator.origin,
    {
      tofu: {
        adapter: "opentofu",
        program,
        module,
        stop: {},
        parameters: { name: "title" },
        environment: ["TF_CLI_CONFIG_FILE"],
      },
    },
    { environment: { TF_CLI_CONFIG_FILE: "/dev/null" } },
  );

const order = (title: string, actions: readonly Action[] = ["apply"]) =>
  coordinator.order({ binding: "tofu", actions, parameters: { title } });

/** Goes on with an order that has ended. */
async function goOn(ordered: Order, action: Action) {
  ordered.todo = [action];
  ordered.state = "waiting";
  await coordinator.settled(40_000);
  return endOf(ordered);
}

const endOf = ({ runs }: Order) => runs.at(-1)?.events.at(-1);
const atNode = ({ id }: Order) => coordinator.states.of(id) ?? "";
const kept = (runner: InProcess, path = "") => join(runner.folder, "state/kept", path);
const entries = (folder: string) => readdir(folder).catch(() => []);
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

/** Of the module nothing is other than before, and nobody was told a secret. */
async function expectDiscretion(runner: InProcess) {
  expect((await readdir(module)).sort()).toEqual([".terraform.lock.hcl", "main.tf"]);
  expect(await readFile(join(module, ".terraform.lock.hcl"), "utf8")).toBe(LOCKS);
  await until(async () => (await entries(join(runner.folder, "state/runs"))).length === 0);
  const events = coordinator.requests.filter(({ path }) => path.startsWith("/jobs/"));
  expect([...runner.log, ...events.map(({ body }) => body)].join()).not.toContain("secret-of-");
}

describe.each(programs)("$what", { timeout: 60_000 }, ({ program = "" }) => {
  test.skipIf(program === "")(
    "a state that was refused once is handed over again, and the run succeeds",
    async () => {
      const runner = await start(program);
      coordinator.states.refuseWrites(1);
      const one = order("a");
      await coordinator.settled(40_000);
      expect(endOf(one)).toMatchObject({ type: "succeeded", data: { changed: 1 } });
      expect(atNode(one)).toContain("secret-of-a");
      expect(await entries(kept(runner))).toEqual([]);
      await expectDiscretion(runner);
      await runner.stop();
    },
  );

  test.skipIf(program === "")(
    "a node that was away for a while gets the state, and its lock is no obstacle",
    async () => {
      const runner = await start(program);
      let times = 0;
      coordinator.setFault((path, method) => {
        const isWrite = method === "POST" && /^\/states\/[^/]+(\/unlock)?$/.test(path);
        return isWrite && times++ < 3 ? "away" : "none";
      });
      const one = order("a");
      await coordinator.settled(40_000);
      expect(endOf(one)).toMatchObject({ type: "succeeded", data: { changed: 1 } });
      expect(atNode(one)).toContain("secret-of-a");
      await expectDiscretion(runner);
      await runner.stop();
    },
  );

  test.skipIf(program === "")(
    "a state that is refused for good fails the run, and the next run of its order hands it over first",
    async () => {
      const runner = await start(program);
      coordinator.states.refuseWrites(Number.POSITIVE_INFINITY);
      const [one, other] = [order("a"), order("b")];
      await coordinator.settled(40_000);
      for (const [each, secret] of [
        [one, "secret-of-a"],
        [other, "secret-of-b"],
      ] as const) {
        expect(endOf(each)).toMatchObject({ type: "failed", data: { code: "state-not-saved", retry: true } });
        const file = kept(runner, `${each.id}/errored.tfstate`);
        expect(await readFile(file, "utf8")).toContain(secret);
        expect([await modeOf(file), await modeOf(kept(runner, each.id))]).toEqual(["600", "700"]);
        expect(runner.log.join()).toContain(file);
      }
      await expectDiscretion(runner);
      // Nothing is done on what is not recorded.
      expect(await goOn(one, "apply")).toMatchObject({ type: "failed", data: { code: "state-not-saved" } });
      coordinator.states.refuseWrites(0);
      expect(await goOn(one, "lookup")).toMatchObject({ type: "found", data: { exists: "complete" } });
      expect(await goOn(other, "destroy")).toMatchObject({ type: "succeeded", data: { changed: 1 } });
      expect(await entries(kept(runner))).toEqual([]);
      await expectDiscretion(runner);
      await runner.stop();
    },
  );

  test.skipIf(program === "")(
    "a state that the node's own does not follow from is put aside for a person",
    async () => {
      const runner = await start(program);
      coordinator.states.refuseWrites(Number.POSITIVE_INFINITY);
      const one = order("a");
      await coordinator.settled(40_000);
      coordinator.states.refuseWrites(0);
      const door = new URL(`${coordinator.origin}/states/${one.id}?epoch=${one.epoch + 1}`);
      const newer = {
        version: 4,
        terraform_version: "1.5.0",
        serial: 3,
        lineage: "another",
        outputs: {},
        resources: [],
      };
      coordinator.states.answer("POST", door, JSON.stringify(newer));
      expect(await goOn(one, "lookup")).toMatchObject({ type: "found", data: { exists: "none" } });
      expect(JSON.parse(atNode(one))).toMatchObject({ lineage: "another" });
      const [aside = "", ...more] = await entries(kept(runner, one.id));
      expect(more).toEqual([]);
      expect(await readFile(kept(runner, `${one.id}/${aside}`), "utf8")).toContain("secret-of-a");
      expect(runner.log.join()).toContain(aside);
      await expectDiscretion(runner);
      await runner.stop();
    },
  );
});

test.skipIf(!installed)("a module finds its parts, what is beside it, and what is above", async () => {
  const parts = { "environments/one/part": "p", "environments/two": "q", "modules/three": "r" };
  for (const [folder, text] of Object.entries(parts)) {
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, folder, "text"), text);
    await writeFile(join(root, folder, "main.tf"), 'output "text" { value = file("${path.module}/text") }');
  }
  const calls = [
    'module "p" { source = "./part" }',
    'module "q" { source = "../two" }',
    'module "r" { source = "../../modules/three" }',
    'output "texts" { value = [module.p.text, module.q.text, module.r.text, path.module] }',
    'output "cwd" { value = path.cwd }',
  ];
  await writeFile(join(module, "main.tf"), [MODULE, ...calls].join("\n"));
  const runner = await start(installed ?? "");
  const one = order("a", ["apply", "lookup"]);
  await coordinator.settled(40_000);
  expect(one.runs[0]?.events.at(-1)?.data).toMatchObject({ outputs: { texts: ["p", "q", "r", "."] } });
  // The folder has the same path in each run, or things that bear it would be others each time.
  expect(endOf(one)).toMatchObject({ type: "found", data: { exists: "complete" } });
  expect((await readdir(module)).sort()).toEqual([".terraform.lock.hcl", "main.tf", "part"]);
  await runner.stop();
});
