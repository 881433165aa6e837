// Sequence diagrams of the test plan: what is drawn, that nothing sticks out, and that every case has one that can be drawn.
import { expect, test } from "vitest";
import { sequenceSvg, wrap } from "../../site/src/conformance/sequence.ts";
import { loadCases } from "../conformance/cases.ts";

/** The numbers of an attribute, in the order in which they are drawn. */
function numbers(svg: string, attribute: string): number[] {
  return [...svg.matchAll(new RegExp(`\\s${attribute}="([\\d.]+)"`, "g"))].map(([, value]) => Number(value));
}

const textsOf = (svg: string) => [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text);

test("each message is an arrow with its words, answers in a style of their own", () => {
  const svg = sequenceSvg(["Kit->>Provider: GET manifest", "Provider-->>Kit: 200, ETag"]);
  expect(textsOf(svg)).toEqual(["GET manifest", "200, ETag"]);
  expect(svg.match(/<line class="(?:ask|answer)"/g)).toEqual(['<line class="ask"', '<line class="answer"']);
  expect(svg).toContain('aria-label="Kit to Provider: GET manifest; Provider to Kit: 200, ETag"');
});

test("a message that does not arrive ends in a cross", () => {
  const svg = sequenceSvg(["Catalogue-xParty: harvest"]);
  expect(svg).toContain('class="cross"');
  expect(svg).not.toContain('class="tip"');
});

test("notes, loops and what happens at the same time are drawn", () => {
  const svg = sequenceSvg([
    "par",
    "Kit->>Provider: PUT manifest",
    "and",
    "Kit->>Provider: GET manifest",
    "end",
    "Note over Provider: takes its time",
  ]);
  expect(svg.match(/class="(frame|part|note)"/g)).toEqual(['class="part"', 'class="frame"', 'class="note"']);
  expect(svg).toContain("at the same time");
});

test("what has a meaning in SVG is escaped", () => {
  expect(sequenceSvg(['Kit->>Node: <b> & "q"'])).toContain("&#60;b&#62; &#38; &#34;q&#34;");
});

test.each(["GET manifest", "Kit->>Provider", "Kit=>Provider: GET", "loopy"])(
  "a line that cannot be drawn stops the build: %s",
  (line) => {
    expect(() => sequenceSvg([line])).toThrow(line);
  },
);

test("long words are wrapped into lines about equally long, and never get lost", () => {
  expect(wrap("the one before or the one after it", 33)).toEqual(["the one before or", "the one after it"]);
  expect(wrap("x".repeat(70), 33).map((line) => line.length)).toEqual([33, 33, 4]);
  expect(wrap("short", 33)).toEqual(["short"]);
});

const drawable = (await loadCases()).flatMap(({ id, sequence }) => (sequence ? [{ id, sequence }] : []));

test.each(drawable)("nothing sticks out of the diagram of $id", ({ sequence }) => {
  const svg = sequenceSvg(sequence);
  const [width = 0] = numbers(svg, "width");
  const [height = 0] = numbers(svg, "height");
  for (const attribute of ["x", "x1", "x2"])
    expect(Math.max(0, ...numbers(svg, attribute))).toBeLessThanOrEqual(width);
  for (const attribute of ["y", "y1", "y2"])
    expect(Math.max(0, ...numbers(svg, attribute))).toBeLessThanOrEqual(height);
  for (const text of textsOf(svg)) expect(text?.length).toBeLessThanOrEqual(75);
});
