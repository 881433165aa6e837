// Two parties that were written from the specification alone, over real HTTP: what the cases ask is in the text.
import { afterAll, expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { httpTransport } from "../conformance/http.ts";
import { realNetwork } from "../conformance/parties/network.ts";
import { run } from "../conformance/run.ts";
import { readStatements } from "../conformance/statements.ts";
import { TOKEN, minimalParties } from "./minimal-parties.ts";

const parties = await minimalParties();
const cases = await loadCases();
const statements = await readStatements();
afterAll(() => parties.close());

const examined = (origin: string) =>
  run(cases, statements, {
    origin,
    send: httpTransport(10_000),
    network: realNetwork([{ host: "127.0.0.1", port: 0 }]),
    token: TOKEN,
    patienceMs: 5_000,
    write: true,
  });

test.each([
  ["provider", parties.provider, 55],
  ["catalogue", parties.catalogue, 130],
])(
  "the minimal %s passes the core of its profile",
  async (role, origin, atLeast) => {
    const { results, declared } = await examined(origin);
    expect([...declared.roles]).toEqual([role]);
    const wrong = results.filter(({ outcome }) => outcome === "failed" || outcome === "error");
    expect(wrong.map(({ case: { id }, expected, came, reason }) => ({ id, expected, came, reason }))).toEqual(
      [],
    );
    expect(results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(atLeast);
  },
  60_000,
);
