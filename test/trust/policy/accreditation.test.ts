// Chains of accreditation: to a body that the policy accepts, short, without circles, and for one scheme.
import { describe, expect, test } from "vitest";
import {
  type AccreditationStatement,
  accreditationOf,
} from "../../../functions/trust/policy/accreditation.ts";
import type { Rule, TrustPolicy } from "../../../functions/trust/policy/policy.ts";
import { type ScaleName, SCALES, reaches } from "../../../functions/trust/policy/scales.ts";

const did = (name: string) => `did:web:${name}.example`;
const ISO = "https://w3id.org/mpli/ns#ISO27001";
const C5 = "https://w3id.org/mpli/ns#C5";
const AT = 1000;
const TYPES = ["VerifiableCredential", "AccreditationCredential"];

/** `issuer>subject`, such as "top>body". */
function says(text: string, more: Partial<AccreditationStatement> = {}): AccreditationStatement {
  const [issuer = "", subject = ""] = text.split(">").map(did);
  return { issuer, subject, scheme: ISO, types: TYPES, digest: text, validity: {}, ...more };
}

const TOP: Rule = {
  effect: "accept",
  issuers: [did("top")],
  types: ["AccreditationCredential"],
  confers: ["accreditation-body"],
};
const policy = (...rules: Rule[]): TrustPolicy => ({ name: "mine", title: "Mine", version: 1, rules });

function ask(statements: readonly AccreditationStatement[], ...rules: Rule[]): readonly string[] | string {
  const question = { certifier: did("body"), scheme: ISO, at: AT };
  const found = accreditationOf(question, statements, policy(TOP, ...rules));
  return found.ok ? found.value.map(({ digest }) => digest) : found.refusal.code;
}

test("a body is accredited by an accreditation body that the policy accepts", () => {
  expect(ask([says("top>body")])).toEqual(["top>body"]);
  expect(ask([])).toBe("not-accredited");
});

describe("a chain", () => {
  const three = [says("b>body"), says("a>b"), says("top>a")];

  test("may be three long and no longer", () => {
    expect(ask(three)).toEqual(["b>body", "a>b", "top>a"]);
    expect(ask([says("c>body"), says("b>c"), says("a>b"), says("top>a")])).toBe("accreditation-too-deep");
  });

  test("is the shortest that there is", () => {
    expect(ask([...three, says("top>b")])).toEqual(["b>body", "top>b"]);
  });

  test("that breaks off leads nowhere", () => expect(ask(three.slice(0, 2))).toBe("not-accredited"));

  test("that comes back to where it was is told apart, and hides no other", () => {
    const loop = [says("b>body"), says("a>b"), says("body>a")];
    expect(ask(loop)).toBe("accreditation-loop");
    expect(ask([says("body>body")])).toBe("accreditation-loop");
    expect(ask([...loop, says("top>a")])).toEqual(["b>body", "a>b", "top>a"]);
  });

  test("does not count a body that accredits itself, even one that the policy accepts", () => {
    const itself = { ...TOP, issuers: [did("body")] };
    expect(ask([says("body>body")], itself)).toBe("accreditation-loop");
  });
});

describe("an accreditation does not count", () => {
  const day = (validity: AccreditationStatement["validity"]) => ask([says("top>body", { validity })]);

  test("for another scheme", () => expect(ask([says("top>body", { scheme: C5 })])).toBe("not-accredited"));

  test("before its time or after it", () => {
    expect(day({ from: AT, until: AT + 1 })).toEqual(["top>body"]);
    expect(day({ from: AT + 1 })).toBe("not-accredited");
    expect(day({ until: AT })).toBe("not-accredited");
  });

  test("in a credential of another type", () => {
    expect(ask([says("top>body", { types: ["VerifiableCredential"] })])).toBe("not-accredited");
  });

  test("of an issuer whom the policy accepts and takes for no accreditation body", () => {
    const believed: Rule = { ...TOP, issuers: [did("friend")], confers: ["certification-body"] };
    expect(ask([says("friend>body")], believed)).toBe("not-accredited");
  });

  test("of an issuer whom the policy denies, wherever in the chain it stands", () => {
    const chain = [says("b>body"), says("top>b")];
    expect(ask(chain, { effect: "deny", issuers: [did("b")] })).toBe("not-accredited");
    expect(ask(chain, { effect: "deny", issuers: [did("top")] })).toBe("not-accredited");
    expect(ask(chain, { effect: "deny", issuers: [did("body")] })).toHaveLength(2);
  });
});

test("a thousand accreditations of one another are looked through in no time", () => {
  const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
  const all = names.flatMap((a) => [says(`${a}>body`), ...names.map((b) => says(`${a}>${b}`))]);
  expect(ask(all)).toBe("accreditation-loop");
});

describe("a level", () => {
  test.each(Object.entries(SCALES))(
    "of %s reaches itself and those below, and none above",
    (scale, levels) => {
      for (const [has, level] of levels.entries())
        for (const [asked, other] of levels.entries())
          expect(reaches(scale as ScaleName, level, other)).toBe(has >= asked);
    },
  );

  test("of another rulebook, or of none, reaches nothing and is reached by nothing", () => {
    expect(reaches("gaia-x", "P+", "SC")).toBe(false);
    expect(reaches("gaia-x", "L3", "BL")).toBe(false);
    expect(reaches("dome", "L3", "BL")).toBe(false);
    expect(reaches("dome", "toString", "toString")).toBe(false);
  });
});
