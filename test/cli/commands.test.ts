// What all commands share: they are listed, explain themselves, and refuse what they do not know.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mpli } from "./mpli.ts";

const listed = await mpli(["--help"]);
const commands = [...listed.out.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name = ""]) => name);

/** Names of the options that a command reads, as its source states them for util.parseArgs. */
function optionsOf(command: string): string[] {
  const source = readFileSync(`functions/cli/commands/${command}.ts`, "utf8");
  const known = source.matchAll(/"?\b([a-z-]+)"?: (?:\{ type: "|TEXT,|FLAG,)/g);
  return [...known].map(([, name = ""]) => name);
}

test("without a command, and with an unknown one, the commands are listed", async () => {
  expect(listed.code).toBe(0);
  expect(commands).toEqual(expect.arrayContaining(["check", "match", "order", "orders", "runner"]));
  expect(await mpli([])).toMatchObject({ code: 2, out: listed.out });
  const unknown = await mpli(["constructor"]);
  expect([unknown.code, unknown.err]).toEqual([
    2,
    expect.stringContaining('There is no command "constructor".'),
  ]);
});

test.each(commands)("mpli %s --help names its exit codes and every option that it reads", async (name) => {
  const { code, out } = await mpli([name, "--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^Usage: mpli ${name} `));
  expect(out).toContain("Exit codes: 0 ");
  const options = optionsOf(name);
  expect(options.length).toBeGreaterThan(0);
  // What is on by default is switched off by name.
  const said = [...out.matchAll(/--(?:no-)?([a-z-]+)/g)].map(([, option]) => option);
  const unsaid = options.filter((option) => !said.includes(option.replace(/^no-/, "")));
  expect(unsaid).toEqual([]);
});

test.each(commands)("mpli %s refuses an option that it does not know, and shows its usage", async (name) => {
  const { code, err } = await mpli([name, "--frobnicate"]);
  expect([code, err]).toEqual([2, expect.stringContaining(`Usage: mpli ${name} `)]);
});

test.each(["check", "compose", "import", "match", "order", "runner", "show", "verify"])(
  "mpli %s has to be told what it is about",
  async (name) => {
    const { code, err } = await mpli([name]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^Name one .*\n\nUsage: mpli/)]);
  },
);
