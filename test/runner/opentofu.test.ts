// OpenTofu: a stand-in that speaks its protocols everywhere, and the program itself, or Terraform, where it is installed.
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Coordinator, type Order, startCoordinator } from "./coordinator.ts";
import { type Customer, customer } from "./customer.ts";
import { settle, startRunner } from "./runner.ts";

const MODULE = `
terraform {
  backend "http" {}
}
variable "name" { type = string }
resource "terraform_data" "x" {
  input = var.name
  lifecycle {
    precondition {
      condition     = var.name != "fail"
      error_message = "the cloud says no"
    }
  }
}
output "name" { value = terraform_data.x.output }
output "password" {
  value     = "secret-of-\${terraform_data.x.output}"
  sensitive = true
}
`;

const installed = ["tofu", "terraform"].find((program) => {
  try {
    execFileSync(program, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

let modules: string;
let buyer: Customer;
beforeAll(async () => {
  modules = await mkdtemp(join(tmpdir(), "mpli-module-"));
  await writeFile(join(modules, "main.tf"), MODULE);
  buyer = await customer("P-256");
});
afterAll(() => rm(modules, { recursive: true }));

const BINDING = "tofu:data";
const endOf = (order: Order, action: string, time = 0) =>
  order.runs.filter((run) => run.action === action)[time]?.events.at(-1);

/** Orders that are delivered by a runner with this program, to their ends. */
async function deliver(
  program: string,
  order: (coordinator: Coordinator) => Order,
  more: object = {},
): Promise<{ readonly order: Order; readonly coordinator: Coordinator; readonly said: string }> {
  const coordinator = await startCoordinator({ leaseSeconds: 30 });
  const binding = {
    adapter: "opentofu",
    program,
    module: modules,
    stop: { name: "stopped" },
    parameters: { name: "title" },
    environment: ["TF_CLI_CONFIG_FILE"],
    ...more,
  };
  const house = await settle(coordinator.origin, { [BINDING]: binding });
  const ordered = order(coordinator);
  const runner = startRunner(house, { TF_CLI_CONFIG_FILE: "/dev/null" });
  try {
    await coordinator.settled(30_000).catch((error: unknown) => {
      throw new Error(runner.printed(), { cause: error });
    });
    await runner.stop();
    const jobs = coordinator.requests.filter(({ path }) => path.startsWith("/jobs/"));
    const said = [runner.printed(), await house.remembered(), ...jobs.map(({ body }) => body)].join();
    return { order: ordered, coordinator, said };
  } finally {
    runner.child.kill("SIGKILL");
    await coordinator.stop();
    await house.remove();
  }
}

const of = (actions: Order["todo"], title: string) => (coordinator: Coordinator) =>
  coordinator.order({ binding: BINDING, actions, parameters: { title }, accessKey: buyer.accessKey });

const programs = [
  { what: "the stand-in", program: resolve("test/runner/tofu-stand-in.mjs") },
  { what: installed ?? "neither tofu nor terraform is installed", program: installed },
];

describe.each(programs)("$what", ({ program = "" }) => {
  test.skipIf(program === "")(
    "plans, applies, applies again without a change, stops, and destroys twice, all with the state at the node",
    async () => {
      // A template that must stay a text.
      const title = "${path.cwd}";
      const { order, coordinator, said } = await deliver(
        program,
        of(["destroy", "stop", "plan", "apply", "apply", "stop", "destroy"], title),
      );
      expect(order.state, JSON.stringify(order.runs.at(-1)?.events)).toBe("done");
      expect(endOf(order, "destroy")?.data).toMatchObject({ changed: 0 });
      expect(endOf(order, "stop")?.data).toMatchObject({ changed: 0 });
      expect(endOf(order, "plan")).toMatchObject({
        type: "planned",
        data: { create: 1, change: 0, destroy: 0, artefact: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      });
      const made = endOf(order, "apply")?.data;
      expect(made).toMatchObject({ changed: 1, outputs: { name: title } });
      expect(await buyer.open(made?.["access"])).toEqual({ password: `secret-of-${title}` });
      expect(endOf(order, "apply", 1)?.data).toMatchObject({ changed: 0, outputs: { name: title } });
      expect(endOf(order, "stop", 1)?.data).toMatchObject({ outputs: { name: "stopped" } });
      expect(endOf(order, "destroy", 1)?.data).toMatchObject({ changed: 1 });
      expect(said).not.toContain("secret-of-");
      expect(JSON.parse(coordinator.states.of(order.id) ?? "{}")).toMatchObject({ resources: [] });
      expect((await readdir(modules)).filter((name) => name.includes("tfstate"))).toEqual([]);
    },
    60_000,
  );

  test.skipIf(program === "")(
    "a lookup tells nothing, all, and something else apart",
    { timeout: 60_000 },
    async () => {
      for (const [before, title, exists] of [
        [[], "a", "none"],
        [["apply"], "a", "complete"],
      ] as const) {
        const { order } = await deliver(program, (coordinator) =>
          of([...before, "lookup"], title)(coordinator),
        );
        expect(endOf(order, "lookup")?.data).toMatchObject({ exists });
      }
      const { order } = await deliver(program, (coordinator) =>
        of(["apply", "stop", "lookup"], "a")(coordinator),
      );
      expect(endOf(order, "lookup")?.data).toMatchObject({ exists: "partial" });
    },
  );

  test.skipIf(program === "")("an error is told in the tool's own words", async () => {
    const { order } = await deliver(program, of(["apply"], "fail"));
    expect(endOf(order, "apply")).toMatchObject({
      type: "failed",
      data: { code: "tool-failed", detail: expect.stringContaining("the cloud says no") },
    });
  });

  test.skipIf(program === "")("the lock of a run that is over is passed on to a later one", async () => {
    const { order } = await deliver(program, (coordinator) => {
      const locked = of(["apply"], "a")(coordinator);
      coordinator.states.hold(locked.id, 0);
      return locked;
    });
    expect(order.state).toBe("done");
  });

  test.skipIf(program === "")("a module that keeps its state elsewhere is not run", async () => {
    const other = await mkdtemp(join(tmpdir(), "mpli-module-"));
    await writeFile(join(other, "main.tf"), MODULE.replace('backend "http" {}', ""));
    const { order } = await deliver(program, of(["apply"], "a"), { module: other });
    expect(endOf(order, "apply")?.data).toMatchObject({ code: "state-not-at-node" });
    await rm(other, { recursive: true });
  });
});

test("a program that is not there is said to be missing", async () => {
  const { order } = await deliver("no-such-tofu", of(["apply"], "a"));
  expect(endOf(order, "apply")?.data).toMatchObject({ code: "tool-missing" });
});

test("outputs that cannot be read are not taken for none", { timeout: 60_000 }, async () => {
  const [standIn] = programs;
  const { order } = await deliver(String(standIn?.program), of(["apply"], "unreadable"));
  expect(endOf(order, "apply")).toMatchObject({
    type: "failed",
    data: { code: "tool-failed", detail: "what the module puts out cannot be read" },
  });
});
