// The diagram of an order's life: every state is in it, and every way is drawn or told.
import { expect, test } from "vitest";
import { lifecycleSvg } from "../../site/src/spec/lifecycle.ts";
import lifecycle from "../../spec/lifecycle.json" with { type: "json" };

const svg = lifecycleSvg(lifecycle);

test("every state is drawn once", () => {
  const drawn = [...svg.matchAll(/<text class="party"[^>]*>(\w+)</g)].map(([, name]) => name);
  expect(drawn.toSorted()).toEqual(Object.keys(lifecycle.states).toSorted());
});

test("every way between two states is told, but for those over UNKNOWN", () => {
  for (const { from, to } of lifecycle.transitions)
    if (from !== to && to !== "before" && from !== "UNKNOWN" && to !== "UNKNOWN")
      expect(svg).toContain(`${from} to ${to}`);
});

test("there are as many arrows as ways, and none sticks out", () => {
  const [, told = ""] = /The life of an order: ([^.]+)\./.exec(svg) ?? [];
  expect(svg.match(/class="ask"/g)).toHaveLength(told.split("; ").length);
  const [, width = 0] = /viewBox="0 0 (\d+)/.exec(svg) ?? [];
  for (const [, x] of svg.matchAll(/[MHC](\d+)/g)) expect(Number(x)).toBeLessThan(Number(width));
});

test("a state without a place stops the build", () => {
  const states = { ...lifecycle.states, LOST: { kind: "working", means: "" } };
  expect(() => lifecycleSvg({ ...lifecycle, states })).toThrow("LOST");
});
