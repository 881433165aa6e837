// Constraints on names, after section 4.13 of PKITS.
import { expect, test } from "vitest";
import { validatePath } from "../../../functions/trust/x509/path.ts";
import * as ca from "./authority.ts";
import { DEMAND, VALID, at, issuing, outcome, root, summary } from "./hierarchy.ts";

const dns = (...names: string[]) => ({
  extensions: [ca.alternativeNames(...names.map((value) => ({ type: "dns" as const, value })))],
});
const mail = { extensions: [ca.alternativeNames({ type: "email", value: "seal@a.example" })] };

type NameCase = readonly [
  name: string,
  permitted: ca.Base[],
  excluded: ca.Base[],
  leaf: ca.Wishes,
  valid: boolean,
];
const NAMES: readonly NameCase[] = [
  ["4.13.1 permitted directory name", [["dn", "C=ES, O=Provider A"]], [], {}, true],
  ["4.13.2 directory name of somebody else", [["dn", "C=ES, O=Provider B"]], [], {}, false],
  [
    "4.13.5 one of two permitted directory names",
    [
      ["dn", "C=FR"],
      ["dn", "C=ES"],
    ],
    [],
    {},
    true,
  ],
  ["4.13.7 excluded directory name", [], [["dn", "C=ES, O=Provider A"]], {}, false],
  ["excluded directory name in another spelling", [], [["dn", "C=ES, O=  provider   a "]], {}, false],
  ["excluded directory name of somebody else", [], [["dn", "C=ES, O=Provider B"]], {}, true],
  ["every directory name excluded", [], [["dn", ""]], {}, false],
  ["4.13.30 permitted DNS name", [["dns", "a.example"]], [], dns("a.example", "www.A.example"), true],
  [
    "4.13.31 DNS name outside the permitted",
    [["dns", "a.example"]],
    [],
    dns("a.example", "b.example"),
    false,
  ],
  ["4.13.38 DNS name that only ends alike", [["dns", "a.example"]], [], dns("data.example"), false],
  ["4.13.32 DNS name not excluded", [], [["dns", "b.example"]], dns("a.example"), true],
  ["4.13.33 excluded DNS name", [], [["dns", "a.example"]], dns("www.a.example"), false],
  ["wildcard that may stand for an excluded name", [], [["dns", "www.a.example"]], dns("*.a.example"), false],
  ["wildcard beyond the permitted name", [["dns", "www.a.example"]], [], dns("*.a.example"), false],
  ["DNS name that is none", [["dns", "a.example"]], [], dns("b .a.example"), false],
  ["DNS constraint that is none", [["dns", ".a.example"]], [], dns("www.a.example"), false],
  ["exclusion that is none", [], [["dns", ".b.example"]], dns("a.example"), false],
  ["constraint of a form that the leaf has not", [["dns", "a.example"]], [], {}, true],
  ["4.13.21 constrained form that is not evaluated", [["email", "a.example"]], [], mail, false],
  ["4.13.23 excluded form that is not evaluated", [], [["email", "b.example"]], mail, false],
  ["form without constraint", [["dns", "a.example"]], [], mail, true],
];

test.each(NAMES)("%s", async (_, permitted, excluded, wishes, valid) => {
  const constraints = { extensions: [ca.nameConstraints(permitted, excluded)] };
  expect(await outcome({ leaf: wishes, issuing: constraints })).toEqual(
    valid ? VALID : at("name-constraint", 1),
  );
});

test("4.13.27 constraints of the anchor hold for the authorities below it, too", async () => {
  const permitting = (name: string) => ({ extensions: [ca.nameConstraints([["dn", name]])] });
  expect(await outcome({ root: permitting("C=ES") })).toBe(VALID);
  expect(await outcome({ root: permitting("C=ES, O=Provider A") })).toEqual(at("name-constraint", 2));
});

test("a subtree with a minimum is not evaluated", async () => {
  const permitting = (minimum: number) => ({
    extensions: [ca.nameConstraints([["dn", "C=ES"]], [], minimum)],
  });
  expect(await outcome({ issuing: permitting(0) })).toBe(VALID);
  expect(await outcome({ issuing: permitting(1) })).toEqual(at("name-constraint", 1));
});

test("4.13.22 a mail address in the subject counts among the names", async () => {
  const mailing = await ca.party("C=ES, E=seal@a.example");
  const chain = [
    await ca.issue("leaf", mailing, issuing),
    await ca.issue("authority", issuing, root, {
      extensions: [ca.nameConstraints([["email", "b.example"]])],
    }),
  ];
  const anchors = [await ca.anchorOf(root)];
  expect(summary(await validatePath(chain, { ...DEMAND, anchors }))).toEqual(at("name-constraint", 1));
});
