// Whatever an issuer hides and a holder shows: exactly the shown comes out, and nothing that was withheld.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { ok, refused } from "../../../functions/kernel/result.ts";
import { splitSdJwt } from "../../../functions/trust/sd-jwt/disclosures.ts";
import { reveal } from "../../../functions/trust/sd-jwt/reveal.ts";
import { digestOf, disclose } from "./issuer.ts";

type Node = string | number | boolean | null | { members: [string, Child][] } | { elements: Child[] };
interface Child {
  readonly node: Node;
  readonly isHidden: boolean;
  readonly isShown: boolean;
  readonly decoy: boolean;
}

const { object } = fc.letrec<{ node: Node; child: Child; object: { members: [string, Child][] } }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    tie("object"),
    fc.record({ elements: fc.array(tie("child"), { maxLength: 4 }) }),
  ),
  child: fc.record({ node: tie("node"), isHidden: fc.boolean(), isShown: fc.boolean(), decoy: fc.boolean() }),
  object: fc.record({
    members: fc.uniqueArray(
      fc.tuple(
        fc.string({ minLength: 1 }).filter((name) => !["_sd", "...", "_sd_alg", "__proto__"].includes(name)),
        tie("child"),
      ),
      { maxLength: 4, selector: ([name]) => name },
    ),
  }),
}));

/** The claims as they are issued, the disclosures shown, those withheld, and what the verifier ought to read. */
function issue(root: { members: [string, Child][] }) {
  let salts = 0;
  const presented: string[] = [];
  const withheld: string[] = [];

  /** `visible`: every hidden claim around this one is shown. */
  function write(node: Node, visible: boolean): { hidden: Json; read: Json } {
    if (typeof node !== "object" || node === null) return { hidden: node, read: node };
    return "elements" in node ? array(node.elements, visible) : members(node.members, visible);
  }

  function cover(child: Child, visible: boolean, name: string[]) {
    const isRead = visible && (!child.isHidden || child.isShown);
    const { hidden, read } = write(child.node, isRead);
    // Marked by a salt that no value can hold, so that its trace would be seen.
    const disclosure = disclose(`salt ${salts++}`, ...name, hidden);
    if (child.isHidden) (isRead ? presented : withheld).push(disclosure);
    return { hidden, read, isRead, digest: digestOf(disclosure) };
  }

  function members(children: [string, Child][], visible: boolean) {
    const hidden: [string, Json][] = [];
    const read: [string, Json][] = [];
    const digests: string[] = [];
    for (const [name, child] of children) {
      const one = cover(child, visible, [name]);
      if (one.isRead) read.push([name, one.read]);
      if (child.isHidden) digests.push(one.digest);
      else hidden.push([name, one.hidden]);
      if (child.decoy) digests.push(digestOf(`decoy ${salts++}`));
    }
    const written = Object.fromEntries(hidden);
    return {
      hidden: digests.length > 0 ? { ...written, _sd: digests.sort() } : written,
      read: Object.fromEntries(read),
    };
  }

  function array(children: Child[], visible: boolean) {
    const hidden: Json[] = [];
    const read: Json[] = [];
    for (const child of children) {
      const one = cover(child, visible, []);
      if (one.isRead) read.push(one.read);
      hidden.push(child.isHidden ? { "...": one.digest } : one.hidden);
      if (child.decoy) hidden.push({ "...": digestOf(`decoy ${salts++}`) });
    }
    return { hidden, read };
  }

  const { hidden, read } = members(root.members, true);
  return { payload: hidden, presented, withheld, read };
}

async function shown(payload: { [name: string]: Json }, disclosures: readonly string[]) {
  const parts = splitSdJwt(["h.p.s", ...disclosures, ""].join("~"));
  return parts.ok ? reveal(payload, parts.value.disclosures) : parts;
}

it("a subset of what an issuer hid gives exactly that subset, in whatever order it is presented", async () => {
  let disclosed = 0;
  await fc.assert(
    fc.asyncProperty(object, async (root) => {
      const { payload, presented, read } = issue(root);
      const before = JSON.stringify(payload);
      expect(await shown(payload, presented)).toEqual(ok(read));
      expect(await shown(payload, presented.toReversed())).toEqual(ok(read));
      expect(JSON.stringify(payload)).toBe(before);
      disclosed += presented.length;
    }),
    { seed: 9901, numRuns: 500 },
  );
  expect(disclosed).toBeGreaterThan(500);
});

it("one disclosure of something else, or one without those around it, spoils the presentation", async () => {
  let spoiled = 0;
  await fc.assert(
    fc.asyncProperty(object, fc.nat(), async (root, choice) => {
      const { payload, presented } = issue(root);
      const foreign = disclose("salt", "foreign", true);
      expect(await shown(payload, [...presented, foreign])).toEqual(
        refused({ code: "disclosure-unused", index: presented.length }),
      );
      const [one] = presented.splice(choice % (presented.length || 1), 1);
      if (one === undefined) return;
      const needed = presented.some((other) => Buffer.from(one, "base64url").includes(digestOf(other)));
      expect((await shown(payload, presented)).ok).toBe(!needed);
      spoiled += Number(needed);
    }),
    { seed: 9902, numRuns: 500 },
  );
  expect(spoiled).toBeGreaterThan(10);
});

it("nothing that was withheld can be read, not even that it exists", async () => {
  let withheldInAll = 0;
  await fc.assert(
    fc.asyncProperty(object, async (root) => {
      // Every value and name is told apart by a number, so that none can be there for another.
      const marked = mark(root);
      const { payload, presented, withheld } = issue(marked);
      const claims = await shown(payload, presented);
      if (!claims.ok) throw new Error(claims.refusal.code);
      const text = JSON.stringify(claims.value);
      for (const disclosure of withheld) {
        const [, ...parts] = JSON.parse(Buffer.from(disclosure, "base64url").toString());
        for (const [secret] of JSON.stringify(parts).matchAll(/<\d+>/g)) expect(text).not.toContain(secret);
      }
      expect(text).not.toMatch(/"_sd"|"\.\.\."/);
      withheldInAll += withheld.length;
    }),
    { seed: 9903, numRuns: 500 },
  );
  expect(withheldInAll).toBeGreaterThan(500);
});

function mark(root: { members: [string, Child][] }): { members: [string, Child][] } {
  let next = 0;
  const label = () => `<${next++}>`;
  const child = (one: Child): Child => ({ ...one, node: node(one.node) });
  const members = (all: [string, Child][]) => ({
    members: all.map(([, one]): [string, Child] => [label(), child(one)]),
  });
  function node(one: Node): Node {
    if (typeof one !== "object" || one === null) return label();
    return "elements" in one ? { elements: one.elements.map(child) } : members(one.members);
  }
  return members(root.members);
}
