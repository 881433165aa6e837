// Texts as a failure tells them: tokens opened, blobs cut, and the end as well as the beginning.
import { expect, test } from "vitest";
import { shortened } from "../conformance/shortened.ts";

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const TOKEN = `${part({ alg: "ES256", typ: "vc+jwt" })}.${part({ issuer: "did:key:z1" })}.${"A".repeat(86)}`;

test("of a token its header and payload are shown, and not its signature", () => {
  expect(shortened(`{"id":"data:application/vc+jwt,${TOKEN}"}`, 1000)).toBe(
    '{"id":"data:application/vc+jwt,⟨token {"alg":"ES256","typ":"vc+jwt"} . {"issuer":"did:key:z1"}⟩"}',
  );
});

test("what follows a token is counted", () => {
  expect(shortened(`${TOKEN}~WyJ4Il0~WyJ5Il0~`, 1000)).toContain("and 3 parts behind it");
});

test("the options behind a long credential are shown", () => {
  const text = `{"credential":{"name":"${"word ".repeat(500)}"},"options":{"policy":"gaia-x"}}`;
  expect(shortened(text, 300)).toMatch(/^\{"credential".* … .*"options":\{"policy":"gaia-x"\}\}$/);
});

test("what nobody reads is cut, and what is short stays as it is", () => {
  expect(shortened(`key ${"A".repeat(400)} end`, 1000)).toBe(`key ${"A".repeat(24)}…(400) end`);
  expect(shortened('{"type":"Demand"}', 1000)).toBe('{"type":"Demand"}');
});
