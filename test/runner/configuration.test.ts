// The configuration of a runner: what is read, what is refused and where, and that the JSON Schema says the same.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configurationOf } from "../../functions/cli/runner/configuration.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { mpli } from "../cli/mpli.ts";
import { faultsIn } from "../schemas/validators.ts";

const BASE = { node: "http://localhost:8788", key: "key.json", state: "state" };
const one = (binding: object, more: object = {}): Json =>
  ({ ...BASE, bindings: { "a:b": binding }, ...more }) as unknown as Json;

const COMMAND = { adapter: "command", command: ["./tool", "--now"] };
const TOFU = { adapter: "opentofu", module: "network", stop: { running: false } };
const HOOK = {
  adapter: "webhook",
  url: "https://awx.example/launch/",
  status: "https://awx.example/jobs/{id}/",
};
const LAYER = {
  adapter: "mpli",
  customer: "reseller.json",
  components: { disk: { offer: "https://below.example/offers/disk" } },
};
const layer = (components: object, more: object = {}) => one({ ...LAYER, components, ...more });
const DISK = LAYER.components.disk;
const PLAYBOOK = { apply: "a.yml", stop: "b.yml", destroy: "c.yml", lookup: "d.yml" };

describe("is read", () => {
  test.each([
    ["one playbook for everything", one({ adapter: "ansible", playbook: "site.yml" })],
    ["a playbook for each action", one({ adapter: "ansible", playbook: PLAYBOOK, inventory: "hosts.ini" })],
    ["a command", one({ ...COMMAND, environment: ["S3_ENDPOINT"], graceSeconds: 60 })],
    ["a command without a key, which is in the environment then", { ...(one(COMMAND) as object), key: "k" }],
    [
      "a command that cannot rest",
      one({ ...COMMAND, actions: ["plan", "apply", "stop", "destroy", "lookup"] }),
    ],
    ["a module", one({ ...TOFU, program: "terraform", parameters: { size: "size" }, variables: { a: [1] } })],
    ["an order elsewhere", one(LAYER)],
    [
      "orders that need each other",
      layer(
        {
          disk: { ...DISK, atMost: "4.00", node: "https://node.example" },
          copy: { ...DISK, dependsOn: ["disk"] },
        },
        { did: "did:web:reseller.example", disclosure: "full", outputs: { path: "disk.path" } },
      ),
    ],
    ["a command that is asked how it is", one({ ...COMMAND, healthEverySeconds: 60 })],
    ["orders that are looked at every day", one({ ...LAYER, healthEverySeconds: 86_400 })],
    ["a pipeline", one({ ...HOOK, authorization: "AWX_TOKEN", everySeconds: 2 })],
  ])("%s", (_, json) => {
    expect(configurationOf(json as Json, "/etc/mpli").faults).toEqual([]);
    expect(faultsIn("runner-configuration", json)).toEqual([]);
  });

  test("with paths that count from its folder, and programs by their names alone from PATH", () => {
    const bindings = { a: COMMAND, b: { adapter: "command", command: ["deliver"] }, c: TOFU };
    const { value } = configurationOf({ ...BASE, bindings }, "/etc/mpli");
    expect(value).toMatchObject({ key: "/etc/mpli/key.json", state: "/etc/mpli/state", concurrency: 4 });
    expect(value?.bindings.get("a")).toMatchObject({ command: ["/etc/mpli/tool", "--now"] });
    expect(value?.bindings.get("b")).toMatchObject({ command: ["deliver"] });
    expect(value?.bindings.get("c")).toMatchObject({ program: "tofu", module: "/etc/mpli/network" });
  });
});

describe("is refused, with the place", () => {
  test.each<[string, Json, string]>([
    ["a member that nobody knows", one(COMMAND, { concurency: 2 }), "/concurency: is not known here"],
    ["one in a binding", one({ ...COMMAND, enviroment: [] }), "/bindings/a:b/enviroment: is not known here"],
    ["no node", { state: "s", bindings: { a: COMMAND } }, "/node: is missing"],
    ["a node with a path", one(COMMAND, { node: "http://localhost/x" }), "/node: is no origin"],
    ["no binding", { ...BASE, bindings: {} }, "/bindings: names no binding"],
    [
      "an adapter that there is not",
      one({ adapter: "pulumi" }),
      "/bindings/a:b/adapter: is not one of ansible",
    ],
    ["looks without a pause", one({ ...COMMAND, healthEverySeconds: 0 }), "/healthEverySeconds: is no whole"],
    [
      "looks of a tool that cannot tell how it is",
      one({ ...TOFU, healthEverySeconds: 60 }),
      "/healthEverySeconds: is not known here",
    ],
    [
      "no program",
      one({ adapter: "command", command: [] }),
      "/bindings/a:b/command: is no list with a program",
    ],
    [
      "a command as one text",
      one({ adapter: "command", command: "rm -rf" }),
      "/command: is no list of texts",
    ],
    [
      "no lookup",
      one({ ...COMMAND, actions: ["plan", "apply", "stop", "destroy"] }),
      "/actions: lacks lookup",
    ],
    [
      "no playbook to destroy",
      one({ adapter: "ansible", playbook: { apply: "a" } }),
      "/playbook/destroy: is missing",
    ],
    [
      "a playbook for a plan",
      one({ adapter: "ansible", playbook: { ...PLAYBOOK, plan: "p" } }),
      "/playbook/plan",
    ],
    [
      "a module that cannot stop",
      one({ adapter: "opentofu", module: "m" }),
      "/bindings/a:b/stop: is missing",
    ],
    ["no orders", layer({}), "/components: is no object of 1 to 20"],
    [
      "an offer at no address",
      layer({ disk: { offer: "volume-s" } }),
      "/components/disk/offer: is no address",
    ],
    ["a stray member of one", layer({ disk: { ...DISK, price: 1 } }), "/components/disk/price: is not known"],
    ["a price with a comma", layer({ disk: { ...DISK, atMost: "4,00" } }), "/disk/atMost: is no decimal"],
    [
      "a disclosure of its own",
      layer({ disk: DISK }, { disclosure: "some" }),
      "/disclosure: is not one of none",
    ],
    ["a name with a dot", layer({ "disk.1": DISK }), "/components/disk.1/: is no name"],
    ["no time", one({ ...COMMAND, timeoutSeconds: 0 }), "/timeoutSeconds: is no whole number from 1 to"],
    ["no hands", one(COMMAND, { concurrency: 0 }), "/concurrency: is no whole number from 1 to 64"],
    [
      "a variable's value for its name",
      one({ ...COMMAND, environment: ["A=1"] }),
      "is no name of a variable",
    ],
    ["a list", [], "/: is no object"],
  ])("%s", (_, json, fault) => {
    const { value, faults } = configurationOf(json, "/etc/mpli");
    expect(value).toBeUndefined();
    expect(faults.join("\n")).toContain(fault);
    expect(faultsIn("runner-configuration", json)).not.toEqual([]);
  });
});

test.each<[string, Json, string]>([
  [
    "a need for what there is not",
    layer({ disk: { ...DISK, dependsOn: ["net"] } }),
    "dependsOn: net is no component",
  ],
  [
    "needs in a circle",
    layer({ a: { ...DISK, dependsOn: ["b"] }, b: { ...DISK, dependsOn: ["a"] } }),
    "/components: need each other in a circle",
  ],
  [
    "an output of nobody",
    layer({ disk: DISK }, { outputs: { path: "net.path" } }),
    "/outputs/path: is not a",
  ],
])("%s is refused, which a schema cannot say", (_, json, fault) => {
  expect(configurationOf(json, "/etc/mpli").faults.join("\n")).toContain(fault);
});

describe("the manual", async () => {
  const manual = await readFile("functions/cli/runner/README.md", "utf8");
  const bindings = [...manual.matchAll(/^```json\n(\{ "[a-z]+:[\s\S]*?)\n```$/gm)].map(
    ([, json = ""]) => json,
  );
  /** Names that the reader knows where there is one that it does not. */
  const knownIn = (json: Json) =>
    configurationOf(json, "/etc/mpli").faults.flatMap(
      (fault) => /is not known here; known are (.*)$/.exec(fault)?.[1]?.split(", ") ?? [],
    );

  test("shows a binding for each adapter that can be read, and a whole configuration", () => {
    const all = bindings.map((text) => JSON.parse(text) as Record<string, { adapter: string }>);
    const adapters = all.flatMap((each) => Object.values(each).map(({ adapter }) => adapter));
    expect(adapters.sort()).toEqual(["ansible", "command", "mpli", "opentofu", "webhook"]);
    const whole = /^```json\n(\{ "node"[\s\S]*?)\n```$/m.exec(manual)?.[1] ?? "";
    for (const json of [...all.map((each) => ({ ...BASE, bindings: each })), JSON.parse(whole)]) {
      expect(configurationOf(json as unknown as Json, "/etc/mpli").faults).toEqual([]);
      expect(faultsIn("runner-configuration", json)).toEqual([]);
    }
  });

  test("names every option that there is", () => {
    const misspelt = { misspelt: true };
    const known = [
      knownIn(one(COMMAND, misspelt)),
      ...[COMMAND, TOFU, HOOK, { adapter: "ansible", playbook: PLAYBOOK }, LAYER].map((binding) =>
        knownIn(one({ ...binding, ...misspelt })),
      ),
      knownIn(layer({ disk: { ...DISK, ...misspelt } })),
    ];
    expect(known.filter((names) => names.length === 0)).toEqual([]);
    expect(known.flat().filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
  });
});

test("the example of a reseller is one", async () => {
  const text = await readFile("schemas/examples/delivery/white-label/runner.json", "utf8");
  const { value, faults } = configurationOf(JSON.parse(text) as Json, "/etc/mpli");
  expect(faults).toEqual([]);
  expect(faultsIn("runner-configuration", JSON.parse(text))).toEqual([]);
  expect(value?.bindings.get("mpli:safe-volume")).toMatchObject({
    customer: "/etc/mpli/reseller.json",
    components: [{ name: "disk", node: "http://localhost:8796" }, { name: "copy" }],
  });
});

describe("mpli runner", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mpli-configuration-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("--check takes a key of mpli keys, prints its DID and the bindings, and asks nobody", async () => {
    await mpli(["keys", "new", "--alg", "ES256", "--out", join(folder, "key.json")]);
    const file = join(folder, "runner.json");
    await writeFile(file, JSON.stringify(one(COMMAND, { node: "http://127.0.0.1:9" })));
    await writeFile(join(folder, "tool"), "#!/bin/sh\n", { mode: 0o700 });
    const { code, out } = await mpli(["runner", "--check", file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^runner {2}did:key:zDn\w+\nnode {4}http:\/\/127\.0\.0\.1:9\n[^]*a:b {2}command\n$/);
  });

  test("--check says which playbooks, modules and programs are not here", async () => {
    const file = join(folder, "lacking.json");
    await mpli(["keys", "new", "--alg", "ES256", "--out", join(folder, "other.json")]);
    const bindings = {
      a: { ...COMMAND, command: ["./none"] },
      b: { adapter: "command", command: ["sh"] },
      c: { ...TOFU, program: "sh" },
      d: { adapter: "ansible", playbook: "none/site.yml" },
    };
    await writeFile(file, JSON.stringify({ ...BASE, key: "other.json", bindings }));
    const { code, err } = await mpli(["runner", "--check", file]);
    expect(code).toBe(1);
    expect(err.split("\n").filter((line) => !line.includes("ansible-playbook"))).toEqual([
      `missing  a: ${folder}/none is no program here`,
      `missing  c: ${folder}/network cannot be read`,
      `missing  d: ${folder}/none/site.yml cannot be read`,
      "",
    ]);
  });

  test("says everything that is wrong at once", async () => {
    const file = join(folder, "wrong.json");
    await writeFile(file, '{"node":"x","bindings":{"a":{"adapter":"command"}}}');
    const { code, err } = await mpli(["runner", "--check", file]);
    expect(code).toBe(1);
    expect(err).toBe(
      [
        `${file} is no configuration of a runner:`,
        "  /node: is no origin such as http://localhost:8788",
        "  /state: is missing",
        "  /bindings/a/command: is no list with a program and its arguments",
        "",
      ].join("\n"),
    );
  });
});
