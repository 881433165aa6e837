// The text of a workerd configuration says what the description says, whatever is in its strings.
import { describe, expect, it } from "vitest";
import { capnp, constant, embed } from "../../functions/host/node/capnp.ts";
import { workerdConfig } from "../../functions/host/node/workerd-config.ts";
import { bundleOf } from "./test-node.ts";

const node = (name: string, port: number) => ({
  name,
  port,
  roles: ["provider", "catalogue"],
  bindings: { TOKEN: `"), (` },
});
const config = workerdConfig({
  host: "127.0.0.1",
  nodes: [node("a", 9001), node("b", 9002)],
  bundle: bundleOf("/project/dist"),
  stateDir: "/state",
  siteDir: "/project/dist/site",
  allow: ["public"],
});

describe("Cap'n Proto text", () => {
  it("writes structs, lists, names and embedded files", () => {
    const value = { a: ["x", true], b: constant("kv"), c: embed("f.js"), d: {}, e: [] };
    expect(capnp(value).replace(/\s+/g, " ")).toBe(
      `( a = [ "x", true ], b = .kv, c = embed "f.js", d = (), e = [] )`,
    );
  });

  it("lets no string end before its end", () => {
    expect(capnp(`a"b\\c\n`)).toBe(`"a\\x22b\\x5cc\\x0a"`);
  });
});

describe("the configuration", () => {
  it("gives each node a socket, a folder and object keys of its own", () => {
    for (const [name, port] of [
      ["a", 9001],
      ["b", 9002],
    ]) {
      expect(config).toContain(`address = "127.0.0.1:${port}"`);
      expect(config).toContain(`path = "/state/nodes/${name}"`);
      expect(config).toContain(`uniqueKey = "${name}-Counter"`);
      expect(config).toContain(`uniqueKey = "${name}-KV-KvStore"`);
    }
  });

  it("names files relative to its own folder, which is what workerd resolves them against", () => {
    expect(config).toContain(`embed "../project/dist/worker.js"`);
    expect(config).not.toContain(`embed "/`);
  });

  it("reaches no network that the description does not allow", () => {
    expect(config.match(/allow = \[\s*([^\]]*?)\s*\]/)?.[1]).toBe(`"public"`);
  });
});
