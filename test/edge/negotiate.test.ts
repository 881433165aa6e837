// Content negotiation and conditional requests, header by header (RFC 9110 §12.5.1 and §13.1.2).
import { expect, test } from "vitest";
import { isNotModified, negotiate, tags } from "../../functions/edge/negotiate.ts";

const AVAILABLE = ["application/ld+json", "text/turtle", "text/html"] as const;

test.each([
  [undefined, "application/ld+json"],
  ["*/*", "application/ld+json"],
  ["", "application/ld+json"],
  ["text/*", "text/turtle"],
  ["text/html;q=0.9, text/turtle;q=0.9", "text/html"],
  ["text/html;q=0.8, text/turtle;q=0.9", "text/turtle"],
  ["*/*, application/ld+json;q=0", "text/turtle"],
  ["text/turtle;charset=UTF-8", "text/turtle"],
  ['text/turtle;a="b;q=0, c";q=0.4, text/html;q=0.5', "text/html"],
  ["application/ld+json;profile=x;q=0", undefined],
  ["application/json", undefined],
  ["text", undefined],
])("of %j the best there is, is %j", (accept, expected) => {
  for (let again = 0; again < 2; again++) expect(negotiate(accept, AVAILABLE)).toBe(expected);
});

test("what one resource has does not decide for another", () => {
  expect(negotiate("text/html", ["text/html"])).toBe("text/html");
  expect(negotiate("text/html", ["text/turtle"])).toBeUndefined();
  expect(negotiate("*/*", ["text/turtle"])).toBe("text/turtle");
});

test.each([
  [undefined, false],
  ["*", true],
  [" * ", true],
  ['"a.ttl"', true],
  ['W/"a.ttl"', true],
  ['"b.ttl", "a.ttl"', true],
  ['"b.ttl"', false],
  ['"a"', false],
  ["a.ttl", false],
  ['"*"', false],
])("a reader who sends %j is spared the bytes: %j", (held, spared) => {
  expect(isNotModified(held, '"a.ttl"')).toBe(spared);
});

test("a comma within an entity tag does not cut it in two", () => {
  expect(tags('"a,b", W/"c"')).toEqual(['"a,b"', '"c"']);
  expect(tags("")).toEqual([]);
});
