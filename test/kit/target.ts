// A target and cases made up for testing the kit itself.
import type { Case, NamedCase } from "../conformance/case.ts";
import type { Received, Transport } from "../conformance/http.ts";
import { type Run, type RunSettings, run } from "../conformance/run.ts";
import type { Statement, Statements } from "../conformance/statements.ts";

export const ORIGIN = "https://target.example";

export const statements: Statements = new Map(
  (
    [
      ["MPLI-X-001", "MUST"],
      ["MPLI-X-002", "SHOULD"],
    ] as const
  ).map(([id, level]): [string, Statement] => [
    id,
    {
      id,
      level,
      subject: "Node",
      feature: "core",
      text: `A *Node* **${level}** <do> it.`,
      digest: "0",
      chapter: "x",
    },
  ]),
);

export function made(id: string, run: Case["run"], rest: Partial<Case> = {}): NamedCase {
  const one: Case = {
    title: `${id} is as it should be`,
    requirements: ["MPLI-X-001@0"],
    role: "node",
    feature: "core",
    expects: "accept",
    hunts: "a bug",
    since: "0.1",
    run,
    ...rest,
  };
  return { ...one, id, room: id.split("/")[0] ?? "" };
}

export function json(status: number, body: unknown, type = "application/json"): Received {
  return { status, headers: { "content-type": type }, body: new TextEncoder().encode(JSON.stringify(body)) };
}

export const NODE = { role: ["provider"], feature: ["core"], endpoint: { manifest: `${ORIGIN}/manifest` } };

/** Answers by path; everything else is not there. */
export function target(paths: Readonly<Record<string, Received>>): Transport {
  return async ({ url }) => paths[new URL(url).pathname] ?? json(404, {});
}

export function examine(
  cases: readonly NamedCase[],
  send: Transport = target({ "/.well-known/mpli": json(200, NODE) }),
  rest: Partial<RunSettings> = {},
): Promise<Run> {
  const network = { listen: () => Promise.reject(new Error("nobody listens")) };
  return run(cases, statements, { origin: ORIGIN, send, network, patienceMs: 20, write: false, ...rest });
}
