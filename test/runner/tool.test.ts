// What a tool is given, what it may say, and what becomes of it: any program, and pipelines behind a URL.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Coordinator, type Order, startCoordinator } from "./coordinator.ts";
import { type Customer, customer } from "./customer.ts";
import { script, startInProcess } from "./in-process.ts";
import { bound } from "../../functions/cli/runner/adapters/adapters.ts";
import { configurationOf } from "../../functions/cli/runner/configuration.ts";
import { readReports } from "../../functions/delivery/jobs/reports.ts";
import type { Json } from "../../functions/kernel/json.ts";

let coordinator: Coordinator;
let buyer: Customer;
beforeAll(async () => {
  coordinator = await startCoordinator({ leaseSeconds: 5 });
  buyer = await customer();
});
afterAll(() => coordinator.stop());

interface Delivered {
  readonly events: Order["runs"][number]["events"];
  readonly end: Order["runs"][number]["events"][number] | undefined;
  /** Everything that the runner wrote, sent or printed. */
  readonly said: string;
  readonly wrote: string;
}

/** One action by one tool. */
async function deliver(
  binding: object,
  action: Order["todo"][number] = "apply",
  more: object = {},
): Promise<Delivered> {
  const { environment = {}, ...ordering } = more as { environment?: Record<string, string> };
  const runner = await startInProcess(coordinator.origin, { tool: binding }, { environment });
  const from = coordinator.requests.length;
  const order = coordinator.order({
    binding: "tool",
    actions: [action],
    accessKey: buyer.accessKey,
    ...ordering,
  });
  await coordinator.settled(10_000);
  const wrote = await runner.wrote("wrote");
  await runner.stop();
  const { events = [] } = order.runs[0] ?? {};
  const said = [...runner.log, ...coordinator.requests.slice(from).map(({ body }) => body)].join("\n");
  return { events, end: events.at(-1), said, wrote };
}

describe("any program", () => {
  test("reads the job on standard input", async () => {
    const { wrote } = await deliver(script('cat > "$FOLDER/wrote"'), "apply", {
      parameters: { name: "$(id)" },
    });
    expect(JSON.parse(wrote)).toMatchObject({ type: "Job", action: "apply", parameters: { name: "$(id)" } });
  });

  test("sees of the runner's variables PATH, HOME, LANG, and those that are listed", async () => {
    const environment = { LISTED: "yes", OPERATORS_SECRET: "no" };
    const binding = script('env > "$FOLDER/wrote"', { environment: ["FOLDER", "LISTED"] });
    const { wrote } = await deliver(binding, "apply", { environment });
    const names = wrote
      .trim()
      .split("\n")
      .map((line) => line.split("=")[0] ?? "");
    const ofTheShell = ["PWD", "OLDPWD", "SHLVL", "_"];
    expect(names.filter((name) => !ofTheShell.includes(name)).sort()).toEqual([
      "FOLDER",
      "HOME",
      "LANG",
      "LISTED",
      "PATH",
    ]);
  });

  test.each([
    ["that only ends well has succeeded", "true", "apply", { type: "succeeded", data: {} }],
    [
      "that ends badly has failed, with its last words",
      "echo no space left >&2; exit 3",
      "apply",
      { type: "failed", data: { code: "tool-failed", detail: "no space left" } },
    ],
    [
      "that says that it failed has, in its own code",
      `echo '{"type":"failed","data":{"code":"quota","detail":"full","retry":true}}'; exit 1`,
      "apply",
      { type: "failed", data: { code: "quota", detail: "full", retry: true } },
    ],
    [
      "that succeeds in words and fails in deed has failed",
      `echo '{"type":"succeeded"}'; exit 1`,
      "apply",
      { type: "failed", data: { code: "tool-failed", detail: "exit code 1" } },
    ],
    [
      "that plans says what",
      `echo '{"type":"planned","data":{"create":2}}'`,
      "plan",
      { type: "planned", data: { create: 2, change: 0, destroy: 0 } },
    ],
    [
      "that plans without a word has failed",
      "true",
      "plan",
      { type: "failed", data: { code: "tool-failed" } },
    ],
    [
      "that looks up without a word has failed",
      "true",
      "lookup",
      { type: "failed", data: { code: "tool-failed" } },
    ],
    [
      "that finds something unheard of has failed",
      `echo '{"type":"found","data":{"exists":"maybe"}}'`,
      "lookup",
      { type: "failed" },
    ],
    [
      "that answers a lookup with success has failed",
      `echo '{"type":"succeeded"}'`,
      "lookup",
      { type: "failed", data: { code: "tool-failed", detail: "lookup ended as succeeded" } },
    ],
    [
      "that talks of other things is not listened to",
      `echo hello; echo '{"a":1}'; echo '{"type":"succeeded","type":"failed"}'`,
      "apply",
      { type: "succeeded", data: {} },
    ],
    [
      "that says too much for an event has failed",
      `printf '{"type":"succeeded","data":{"outputs":{"a":"'; head -c 70000 /dev/zero | tr '\\0' a; echo '"}}}'`,
      "apply",
      { type: "failed", data: { code: "outputs-too-large" } },
    ],
    [
      "that leaves something running has ended all the same",
      "sleep 30 & true",
      "apply",
      { type: "succeeded" },
    ],
  ] as const)("%s", async (_, tool, action, end) => {
    expect((await deliver(script(tool), action)).end).toMatchObject(end);
  });

  test("that is not there is missing", async () => {
    const { end } = await deliver({ adapter: "command", command: ["no-such-program"] });
    expect(end).toMatchObject({ type: "failed", data: { code: "tool-missing" } });
  });

  test("fails with no more than the end of a long complaint", async () => {
    const { end } = await deliver(script("head -c 100000 /dev/zero | tr '\\0' x >&2; echo last >&2; exit 1"));
    const detail = String(end?.data["detail"]);
    expect(detail.length).toBeLessThanOrEqual(2000);
    expect(detail.endsWith("last")).toBe(true);
  });

  test("whose folder is not there is missing, and the runner goes on", async () => {
    const playbook = "/no/such/folder/site.yml";
    const { end } = await deliver({ adapter: "ansible", playbook });
    expect(end).toMatchObject({ type: "failed", data: { code: "tool-missing" } });
    expect(end?.data["detail"]).toContain("/no/such/folder");
  });

  test("that only reads and may be tried again is, and the order does not fail of it", async () => {
    const text = `if [ -e "$FOLDER/again" ]; then echo '{"type":"planned"}'; exit; fi
      touch "$FOLDER/again"; echo '{"type":"failed","data":{"code":"away","detail":"x","retry":true}}'`;
    expect((await deliver(script(text), "plan")).end).toMatchObject({ type: "planned" });
  });

  test("that hangs is asked to stop after its time, and its run has failed", async () => {
    const { end } = await deliver(script("exec sleep 60", { timeoutSeconds: 1 }), "destroy");
    expect(end).toMatchObject({ data: { code: "timed-out", detail: "stopped after 1 seconds" } });
  });
});

describe("what a node would not take", () => {
  const after = (progress: string) =>
    script(`echo '{"type":"progress","data":${progress}}'; sleep 0.1; echo '{"type":"succeeded"}'`);

  test.each([
    ["a percentage as a text is read as its number", '{"percent":"40"}', { percent: 40 }],
    ["a milestone as a number is its text", '{"milestone":3}', { milestone: "3" }],
    [
      "a time of another zone is told in UTC",
      '{"estimated":"2026-11-23T10:00:00+01:00"}',
      { estimated: "2026-11-23T09:00:00.000Z" },
    ],
    [
      "what cannot be read is left out",
      '{"percent":"{{ x }}","message":"hello","estimated":"soon"}',
      { message: "hello" },
    ],
    ["a member of its own goes nowhere", '{"secret":"x","percent":1}', { percent: 1 }],
    [
      "a text that is cut within a character is one all the same",
      `{"message":"😀${"y".repeat(1999)}"}`,
      { message: `\ufffd${"y".repeat(1999)}` },
    ],
    ["a long text is its end", `{"message":"${"x".repeat(3000)}y"}`, { message: `${"x".repeat(1999)}y` }],
  ])("%s, and the run comes to its end", async (_, progress, told) => {
    const { events } = await deliver(after(progress));
    expect(events.map(({ type }) => type)).toEqual(["started", "progress", "succeeded"]);
    expect(events[1]?.data).toEqual(told);
    expect(readReports({ epoch: 1, events: events as unknown as Json })).toMatchObject({ ok: true });
  });

  test.each([
    [
      "a failure without a code",
      `'{"type":"failed","data":{"code":"","detail":"quota"}}'`,
      { code: "tool-failed", detail: "quota" },
    ],
    [
      "outputs of more than a report holds",
      `'{"type":"succeeded","data":{"outputs":{"a":"${"x".repeat(40_000)}"}}}'`,
      { code: "outputs-too-large" },
    ],
    [
      "too many receipts",
      `'{"type":"succeeded","data":{"receipts":[${Array(51).fill('"x"').join()}]}}'`,
      { code: "outputs-too-large", detail: "receipts: more than a node takes" },
    ],
  ])("%s is told as a failure that it takes", async (_, said, data) => {
    const { end, events } = await deliver(script(`echo ${said}`));
    expect(end).toMatchObject({ type: "failed", data });
    expect(readReports({ epoch: 1, events: events as unknown as Json })).toMatchObject({ ok: true });
  });
});

describe("access data", () => {
  const SECRET = "correct-horse-battery";
  const hand = `{"type":"succeeded","data":{"outputs":{"host":"db.example"},"access":{"user":"admin","password":"${SECRET}"}}}`;

  test("reaches the customer alone", async () => {
    const { end, said } = await deliver(script(`echo '${hand}'`));
    expect(end?.data["outputs"]).toEqual({ host: "db.example" });
    expect(await buyer.open(end?.data["access"])).toEqual({ user: "admin", password: SECRET });
    expect(said).not.toContain(SECRET);
  });

  test("is handed over by a lookup as well", async () => {
    const found = `{"type":"found","data":{"exists":"complete","access":{"password":"${SECRET}"}}}`;
    const { end, said } = await deliver(script(`echo '${found}'`), "lookup");
    expect(await buyer.open(end?.data["access"])).toEqual({ password: SECRET });
    expect(said).not.toContain(SECRET);
  });

  test.each([
    ["no key", { accessKey: undefined }],
    [
      "a key that is none for agreement",
      { accessKey: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } },
    ],
  ])("goes nowhere when the order has %s, and an event says so", async (_, more) => {
    const { end, events, said } = await deliver(script(`echo '${hand}'`), "apply", more);
    expect(end).toMatchObject({ type: "succeeded", data: { outputs: { host: "db.example" } } });
    expect(end?.data).not.toHaveProperty("access");
    expect(events.at(-2)?.data["message"]).toContain("not handed over");
    expect(said).not.toContain(SECRET);
  });

  test("and the secrets of the provider stay out of what a failing tool complains of", async () => {
    const binding = script('echo "login with $TOKEN refused" >&2; exit 1', {
      environment: ["FOLDER", "TOKEN"],
    });
    const { end, said } = await deliver(binding, "apply", { environment: { TOKEN: SECRET } });
    expect(end?.data["detail"]).toBe("login with [hidden] refused");
    expect(said).not.toContain(SECRET);
  });

  const KEY = "-----BEGIN KEY-----\nMIIBVgIBADANBgkqhkiG9w0\n-----END KEY-----";
  test.each([
    [
      "where the text is cut within one",
      SECRET,
      `printf '%s' "$TOKEN" >&2; printf '%01992d' 7 >&2; exit 1`,
      SECRET.slice(-8),
    ],
    ["line by line", KEY, `printf '%s\n' "$TOKEN" | sed -n 2p >&2; exit 1`, "MIIBVgIBADANBgkqhkiG9w0"],
  ])("stay out of it %s", async (_, TOKEN, text, part) => {
    const binding = script(text, { environment: ["FOLDER", "TOKEN"] });
    const { end, said } = await deliver(binding, "apply", { environment: { TOKEN } });
    expect(end).toMatchObject({ data: { code: "tool-failed" } });
    expect(said).not.toContain(part);
  });

  test("stay out of it where they are variables of a binding", () => {
    const binding = { adapter: "opentofu", module: "m", stop: {}, variables: { cloud: [{ token: SECRET }] } };
    const { value } = configurationOf({ node: "http://a", state: "s", bindings: { a: binding } }, "/");
    expect([...(value?.bindings.values() ?? [])].flatMap((each) => bound(each, {}).hidden)).toEqual([SECRET]);
  });
});

describe("a pipeline", () => {
  type Answers = readonly (readonly [status: number, body: object])[];

  /** One that answers the job with the first and each question for the state with the next. */
  async function pipeline(
    [launched, ...rest]: Answers,
    more: object = {},
    action: Order["todo"][number] = "apply",
  ) {
    const states = [...rest];
    const asked: { url: string; method: string; headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer(async (request, response) => {
      const { url = "", method = "", headers } = request;
      asked.push({ url, method, headers, body: await text(request) });
      const [status, body] = (method === "POST" ? launched : states.shift()) ?? [500, {}];
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const binding = {
      adapter: "webhook",
      url: `${origin}/launch/`,
      status: `${origin}/jobs/{id}/?run={run}`,
      everySeconds: 1,
    };
    const delivered = await deliver({ ...binding, ...more }, action, {
      environment: { AWX: "Bearer awx-secret" },
    });
    server.closeAllConnections();
    server.close();
    return { ...delivered, asked };
  }

  test("is given the job, signed and under the id of the run, and asked until it ends", async () => {
    const done = {
      status: "successful",
      artifacts: { mpli_outputs: { a: "b" }, mpli_access: { password: "pipeline-secret" } },
    };
    const { end, asked, said } = await pipeline(
      [
        [201, { id: 17 }],
        [404, {}],
        [200, { status: "running" }],
        [200, done],
      ],
      { authorization: "AWX" },
    );
    expect(end).toMatchObject({ type: "succeeded", data: { outputs: { a: "b" } } });
    expect(await buyer.open(end?.data["access"])).toEqual({ password: "pipeline-secret" });
    const [launch, state] = asked;
    const { id } = JSON.parse(launch?.body ?? "{}") as { id: string };
    expect(launch?.headers).toMatchObject({ authorization: "Bearer awx-secret", "idempotency-key": id });
    expect(launch?.headers["signature-input"]).toContain("content-digest");
    expect(state?.url).toBe(`/jobs/17/?run=${id}`);
    expect(said).not.toMatch(/pipeline-secret|awx-secret/);
  });

  test.each([
    [
      "that fails has failed",
      [
        [201, {}],
        [200, { status: "failed" }],
      ],
      { code: "tool-failed", detail: "the pipeline says failed" },
    ],
    [
      "that refuses the job has failed",
      [[403, {}]],
      { code: "tool-failed", detail: "the pipeline answers with 403", retry: false },
    ],
    ["that is down may be tried again", [[503, {}]], { retry: true }],
    [
      "of a forge that has completed without success has failed",
      [
        [201, {}],
        [200, { status: "completed", conclusion: "timed_out" }],
      ],
      { code: "tool-failed", detail: "the pipeline says timed_out" },
    ],
  ] as const)("%s", async (_, answers, data) => {
    expect((await pipeline(answers)).end).toMatchObject({ type: "failed", data });
  });

  test("as AWX answers is read by its status, and told what to do in variables", async () => {
    const states = { type: "job", url: "/api/v2/jobs/17/" };
    const { end, asked } = await pipeline(
      [
        [201, { id: 17, ...states, job: 17, ignored_fields: {}, status: "pending" }],
        [200, { id: 17, ...states, status: "running" }],
        [200, { id: 17, ...states, status: "successful", artifacts: { mpli_outputs: { a: 1 } } }],
      ],
      {},
      "stop",
    );
    expect(end).toMatchObject({ type: "succeeded", data: { outputs: { a: 1 } } });
    const job = JSON.parse(asked[0]?.body ?? "{}") as Record<string, unknown>;
    expect(job["extra_vars"]).toEqual({
      mpli_action: "stop",
      mpli_order: job["order"],
      mpli_run: job["id"],
      mpli_parameters: {},
      mpli_generation: 1,
    });
  });

  test("of a forge is read by its conclusion", async () => {
    const { end } = await pipeline([
      [201, {}],
      [200, { status: "completed", conclusion: "success" }],
    ]);
    expect(end).toMatchObject({ type: "succeeded" });
  });

  test("that ends without a word of what it found has failed", async () => {
    const { end } = await pipeline([[200, { status: "successful" }]], {}, "lookup");
    expect(end).toMatchObject({ type: "failed", data: { code: "lookup-says-nothing" } });
  });

  test("may speak the words of the protocol at once", async () => {
    const { end } = await pipeline([[200, { type: "found", data: { exists: "none" } }]], {}, "lookup");
    expect(end).toMatchObject({ type: "found", data: { exists: "none" } });
  });
});
