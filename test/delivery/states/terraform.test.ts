// OpenTofu or Terraform at the doors of states: the program itself where it is installed, and its stand-in everywhere.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Job } from "../../../functions/delivery/ports.ts";
import { type Rig, lockInfo, rig } from "./rig.ts";

/** With `wait`, an apply goes on when the file `go` is there. */
const moduleWith = (wait: boolean) => `
terraform {
  backend "http" {}
}
variable "name" { type = string }
resource "terraform_data" "x" {
  input = var.name
  ${wait ? 'provisioner "local-exec" { command = "while [ ! -e go ]; do sleep 0.05; done" }' : ""}
}
output "password" {
  value     = "secret-of-\${var.name}"
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
const programs = [
  { what: "the stand-in", program: resolve("test/runner/tofu-stand-in.mjs") },
  { what: installed ?? "neither tofu nor terraform is installed", program: installed },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-states-"));
  await writeFile(join(folder, "main.tf"), moduleWith(false));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The tool in the name of a run, as the runner starts it. */
async function toolOf(it: Rig, job: Job, program: string, data = "data") {
  const door = await it.openDoor(job);
  const run = async (...args: readonly string[]) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        TF_CLI_CONFIG_FILE: "/dev/null",
        TF_DATA_DIR: join(folder, data),
        CHECKPOINT_DISABLE: "1",
        ...door.environment,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, "close")) as [number];
    return { code, said };
  };
  await run("init", "-input=false");
  return {
    close: door.close,
    apply: async (name: string) => {
      const file = join(folder, `${data}.tfvars.json`);
      await writeFile(file, JSON.stringify({ name }));
      return run("apply", "-json", "-input=false", "-auto-approve", `-var-file=${file}`);
    },
  };
}

async function applying() {
  const it = await rig();
  await it.report(await it.lease(), "planned", { create: 1 });
  return { it, run: await it.lease() };
}

const serialOf = async (it: Rig, run: Job) => {
  const { status, text } = await it.tool(run, "GET");
  return status === 204 ? 0 : (JSON.parse(text) as { serial: number }).serial;
};

describe.each(programs)("$what", ({ program = "" }) => {
  test.skipIf(program === "")(
    "keeps its state at the node, serial by serial, and locks it while it works",
    async () => {
      const { it, run } = await applying();
      const tool = await toolOf(it, run, program);
      expect(await tool.apply("a")).toMatchObject({ code: 0 });
      const first = await serialOf(it, run);
      expect(first).toBeGreaterThan(0);
      expect(await tool.apply("b")).toMatchObject({ code: 0 });
      expect(await serialOf(it, run)).toBeGreaterThan(first);
      expect((await it.tool(run, "GET")).text).toContain("secret-of-b");
      // It has let go of its lock.
      expect(await it.tool(run, "POST", "/lock", lockInfo("after"))).toMatchObject({ status: 200 });
      expect((await readdir(folder)).filter((name) => name.endsWith(".tfstate"))).toEqual([]);
      tool.close();
    },
    60_000,
  );

  test.skipIf(program === "")(
    "is told who has the lock, and changes nothing",
    async () => {
      const { it, run } = await applying();
      await it.tool(run, "POST", "/lock", lockInfo("first"));
      const tool = await toolOf(it, run, program);
      const refused = await tool.apply("a");
      expect(refused.code).toBe(1);
      expect(refused.said).toContain("already locked: ID=first");
      expect(await serialOf(it, run)).toBe(0);
      await it.tool(run, "POST", "/unlock", lockInfo("first"));
      expect(await tool.apply("a")).toMatchObject({ code: 0 });
      tool.close();
    },
    60_000,
  );

  test.skipIf(program === "")(
    "gets the lock of a run that died, and the state as it was left",
    async () => {
      const { it, run } = await applying();
      const dead = await toolOf(it, run, program);
      expect(await dead.apply("a")).toMatchObject({ code: 0 });
      await it.tool(run, "POST", "/lock", lockInfo("dead"));
      it.pass(31);
      const next = await it.lease();
      const serial = await serialOf(it, next);
      expect(await dead.apply("zombie")).toMatchObject({ code: 1 });
      expect(await serialOf(it, next)).toBe(serial);
      const alive = await toolOf(it, next, program, "alive");
      expect(await alive.apply("b")).toMatchObject({ code: 0 });
      expect((await it.tool(next, "GET")).text).toContain("secret-of-b");
      dead.close();
      alive.close();
    },
    60_000,
  );
});

describe.skipIf(!installed)("two at once", () => {
  /** An apply that has its lock, and waits for the file `go`. */
  async function halfway() {
    await writeFile(join(folder, "main.tf"), moduleWith(true));
    const { it, run } = await applying();
    const tool = await toolOf(it, run, installed ?? "");
    const applied = tool.apply("a");
    let holder: Awaited<ReturnType<Rig["tool"]>>;
    // Whoever unlocks what another has locked is told so, and changes nothing.
    do {
      await sleep(50);
      holder = await it.tool(run, "POST", "/unlock", lockInfo("probe"));
    } while (holder.status === 200);
    // From its lock to its wait.
    await sleep(500);
    return { it, run, tool, applied, holder, goOn: () => writeFile(join(folder, "go"), "") };
  }

  test("the second is told the lock of the first, which goes on unharmed", async () => {
    const { it, run, tool, applied, holder, goOn } = await halfway();
    const other = await toolOf(it, run, installed ?? "", "other");
    const refused = await other.apply("b");
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`already locked: ID=${String(holder.more["ID"])}`);
    await goOn();
    expect(await applied).toMatchObject({ code: 0 });
    expect((await it.tool(run, "GET")).text).toContain("secret-of-a");
    tool.close();
    other.close();
  }, 60_000);

  test("one whose lease ended meanwhile writes nothing any more", async () => {
    const { it, tool, applied, goOn } = await halfway();
    it.pass(31);
    const next = await it.lease();
    const before = await serialOf(it, next);
    await goOn();
    expect(await applied).toMatchObject({ code: 1 });
    expect(await serialOf(it, next)).toBe(before);
    tool.close();
  }, 60_000);
});
