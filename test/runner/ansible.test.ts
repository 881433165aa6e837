// Ansible for real: a volume is planned, made, looked up, handed over, stopped, exported and removed by a playbook.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseJson } from "../../functions/kernel/json.ts";
import { type Coordinator, type Order, startCoordinator } from "./coordinator.ts";
import { type Customer, customer } from "./customer.ts";
import { startInProcess } from "./in-process.ts";
import { type House, settle, startRunner } from "./runner.ts";

const EXAMPLE = "schemas/examples/delivery/volume";
const BINDING = "ansible:volume";
/** Ansible needs a second or two of one core for each action. */
const PATIENCE = 240_000;

/** What is to be installed, in words. The whole check fails without it; whoever develops something else goes on. */
const { status, stderr } = spawnSync(".ci/packages", ["--check"], { encoding: "utf8" });
const missing = status === 0 ? "" : stderr.trim();
if (missing && process.env["CI"]) throw new Error(missing);

describe.skipIf(missing !== "")(missing || "ansible", () => {
  let coordinator: Coordinator;
  let house: House;
  let root: string;
  let buyer: Customer;

  beforeAll(async () => {
    root = join(await mkdtemp(join(tmpdir(), "mpli-volumes-")), "volumes");
    buyer = await customer();
    coordinator = await startCoordinator({ leaseSeconds: 4 });
    const example = JSON.parse(await readFile(join(EXAMPLE, "runner.json"), "utf8")) as {
      bindings: { [BINDING]: { playbook: Record<string, string> } };
    };
    const binding = example.bindings[BINDING];
    const playbook = Object.fromEntries(
      Object.entries(binding.playbook).map(([action, file]) => [action, resolve(EXAMPLE, file)]),
    );
    house = await settle(coordinator.origin, { [BINDING]: { ...binding, playbook, variables: { root } } });
  }, PATIENCE);

  afterAll(async () => {
    await coordinator.stop();
    await house.remove();
    await rm(resolve(root, ".."), { recursive: true, force: true });
  });

  const MALICE = "{{ lookup('pipe', 'touch /tmp/mpli-injected') }}";
  const volume = (actions: Parameters<Coordinator["order"]>[0]["actions"]) =>
    coordinator.order({
      binding: BINDING,
      actions,
      parameters: { name: MALICE, size: "16 MiBy" },
      accessKey: buyer.accessKey,
    });

  const endOf = (order: Order, action: string, time = 0) =>
    order.runs.filter((run) => run.action === action)[time]?.events.at(-1);
  const milestones = (order: Order, action: string) =>
    order.runs
      .find((run) => run.action === action)
      ?.events.flatMap(({ type, data }) => (type === "progress" ? (data["milestone"] ?? []) : []));

  test(
    "a volume lives its whole life, and a second apply changes nothing",
    async () => {
      const order = volume([
        "plan",
        "apply",
        "apply",
        "rotate",
        "stop",
        "export",
        "destroy",
        "stop",
        "destroy",
      ]);
      const runner = startRunner(house);
      await coordinator.settled(PATIENCE);
      await runner.stop();
      expect(order.state, JSON.stringify(order.runs.at(-1))).toBe("done");
      expect(order.runs[0]?.events[0]).toMatchObject({ type: "started", data: { tool: "ansible" } });
      expect(endOf(order, "plan")).toMatchObject({
        type: "planned",
        data: { create: 1, change: 0, destroy: 0 },
      });
      expect(milestones(order, "apply")).toEqual([
        "folder-made",
        "filesystem-made",
        "disk-made",
        "described",
      ]);
      const made = endOf(order, "apply")?.data;
      expect(made).toMatchObject({ changed: 7, outputs: { size: "16777216" } });
      expect(endOf(order, "apply", 1)?.data).toMatchObject({ changed: 0, outputs: made?.["outputs"] });
      const exported = endOf(order, "export")?.data["export"] as { digest: string };
      expect(exported.digest).toBe((made as { outputs: { digest: string } }).outputs.digest);
      expect(existsSync(join(root, order.id))).toBe(false);
      expect((await readFile(join(root, "ledger", order.id), "utf8")).trim().split("\n")).toHaveLength(1);
      expect(existsSync("/tmp/mpli-injected")).toBe(false);

      const [first, second] = [made?.["access"], endOf(order, "rotate")?.data["access"]];
      const [before, after] = [await buyer.open(first), await buyer.open(second)];
      expect(before).toMatchObject({ user: "volume", path: join(root, order.id, "volume.img") });
      expect(after["password"]).not.toBe(before["password"]);
      const said = [
        runner.printed(),
        await house.remembered(),
        ...coordinator.requests.map(({ body }) => body),
      ].join();
      for (const { password } of [before, after]) expect(said).not.toContain(password);
    },
    PATIENCE,
  );

  test(
    "killed while the playbook runs, the runner looks up what there is, clears it away and makes it once",
    async () => {
      const order = volume(["apply"]);
      await startRunner(house, { crashAt: "event:3" }).ended;
      const runner = startRunner(house);
      await coordinator.settled(PATIENCE);
      await runner.stop();
      expect(order.state).toBe("done");
      expect(order.runs.map(({ action }) => action)).toContain("lookup");
      expect((await stat(join(root, order.id, "volume.img"))).size).toBe(16 << 20);
      expect((await readFile(join(root, "ledger", order.id), "utf8")).trim().split("\n")).toHaveLength(1);
    },
    PATIENCE,
  );

  test(
    "a volume grows with its order, keeps what is in it, and does not shrink",
    async () => {
      // What the order has when each of its jobs is leased.
      const sizes = ["16 MiBy", "32 MiBy", "8 MiBy"];
      const actions = ["apply", "apply", "apply"] as const;
      const order = coordinator.order({
        binding: BINDING,
        actions,
        parameters: { toJSON: () => ({ size: sizes.shift() }) },
        accessKey: buyer.accessKey,
      });
      const runner = startRunner(house);
      await coordinator.settled(PATIENCE);
      await runner.stop();
      const [made, grown, refused] = [0, 1, 2].map((time) => endOf(order, "apply", time)?.data);
      expect(made).toMatchObject({ outputs: { size: String(16 << 20) } });
      expect(grown).toMatchObject({ outputs: { size: String(32 << 20) } });
      expect(refused).toMatchObject({
        code: "tool-failed",
        detail: expect.stringContaining("cannot shrink"),
      });
      const image = join(root, order.id, "volume.img");
      expect((await stat(image)).size).toBe(32 << 20);
      const said = spawnSync("debugfs", ["-R", "cat order", image], { encoding: "utf8" });
      expect(said.stdout.trim()).toBe(order.id);
    },
    PATIENCE,
  );

  test(
    "a playbook that fails says which task, and why",
    async () => {
      const order = coordinator.order({ binding: BINDING, actions: ["apply"], parameters: { size: "big" } });
      const runner = startRunner(house);
      await coordinator.settled(PATIENCE);
      await runner.stop();
      expect(endOf(order, "apply")).toMatchObject({
        type: "failed",
        data: {
          code: "tool-failed",
          detail: "The size is a number and a unit: size has to be such as 1 GiBy",
        },
      });
    },
    PATIENCE,
  );

  test(
    "what a task says of itself may be a template, and what cannot be evaluated is left out",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "mpli-playbook-"));
      const task = (vars: string) => `    - ansible.builtin.debug: { msg: hello }\n      vars: { ${vars} }\n`;
      const playbook = join(folder, "site.yml");
      await writeFile(
        playbook,
        `- hosts: all\n  gather_facts: false\n  vars: { step: disk }\n  tasks:\n${[
          task('mpli_milestone: "{{ step }}-made", mpli_percent: "{{ 20 * 2 }}"'),
          task(
            'mpli_milestone: "{{ nowhere }}", mpli_percent: 50, mpli_past_point_of_no_return: "{{ false }}"',
          ),
          task("mpli_percent: 60, mpli_past_point_of_no_return: \"{{ step == 'disk' }}\""),
        ].join("")}`,
      );
      const templates = await startInProcess(coordinator.origin, {
        templates: { adapter: "ansible", playbook },
      });
      const order = coordinator.order({ binding: "templates", actions: ["apply"] });
      await coordinator.settled(PATIENCE);
      await templates.stop();
      await rm(folder, { recursive: true });
      const progress = order.runs[0]?.events.filter(({ type }) => type === "progress");
      expect(progress?.map(({ data }) => data)).toEqual([
        { milestone: "disk-made", percent: 40 },
        { percent: 50 },
        { pastPointOfNoReturn: true },
        { percent: 60 },
      ]);
      expect(endOf(order, "apply")?.type).toBe("succeeded");
    },
    PATIENCE,
  );

  test(
    "an action for which there is no playbook fails in words",
    async () => {
      const order = volume(["suspend"]);
      const runner = startRunner(house);
      await coordinator.settled(PATIENCE);
      await runner.stop();
      expect(endOf(order, "suspend")?.data).toMatchObject({ code: "action-not-supported" });
    },
    PATIENCE,
  );
});

test("the example is a configuration as it stands, without its key", async () => {
  const json = parseJson(await readFile(join(EXAMPLE, "runner.json"), "utf8"));
  const { configurationOf } = await import("../../functions/cli/runner/configuration.ts");
  expect(json.ok && configurationOf(json.value, resolve(EXAMPLE)).faults).toEqual([]);
});
