// Path validation, after NIST's Public Key Interoperability Test Suite (PKITS); its sections are in the names.
import { expect, test } from "vitest";
import * as ca from "./authority.ts";
import { type Case, VALID, at, outcome } from "./hierarchy.ts";

const before = new Date(ca.AT.getTime() - 1000);
const after = new Date(ca.AT.getTime() + 1000);
const PKITS: readonly (readonly [name: string, wishes: Case, expected: unknown])[] = [
  ["4.1.1 valid signatures", {}, VALID],
  [
    "4.1.2 invalid signature of an authority",
    { edit: ([l, i]) => [l, ca.spoilt(i)] },
    at("certificate-signature", 1),
  ],
  [
    "4.1.3 invalid signature of the leaf",
    { edit: ([l, i]) => [ca.spoilt(l), i] },
    at("certificate-signature", 0),
  ],
  ["4.2.1 authority not yet valid", { issuing: { notBefore: after } }, at("certificate-not-yet-valid", 1)],
  ["4.2.2 leaf not yet valid", { leaf: { notBefore: after } }, at("certificate-not-yet-valid", 0)],
  ["4.2.5 authority expired", { issuing: { notAfter: before } }, at("certificate-expired", 1)],
  ["4.2.6 leaf expired", { leaf: { notAfter: before } }, at("certificate-expired", 0)],
  ["4.2.6 leaf valid to the second", { leaf: { notBefore: ca.AT, notAfter: ca.AT } }, VALID],
  [
    "4.2.8 leaf valid until 9999, as GeneralizedTime",
    { leaf: { notAfter: new Date("9999-12-31T23:59:59Z") } },
    VALID,
  ],
  ["4.2 anchor expired", { root: { notAfter: before } }, at("certificate-expired", 2)],
  [
    "4.6.1 authority without basicConstraints",
    { issuing: { without: ["2.5.29.19"] } },
    at("issuer-not-ca", 1),
  ],
  [
    "4.6.2 authority with cA false",
    { issuing: { extensions: [ca.basicConstraints(false)] } },
    at("issuer-not-ca", 1),
  ],
  [
    "4.6.5 pathLenConstraint of the anchor passed",
    { root: { extensions: [ca.basicConstraints(true, 0)] } },
    at("path-too-long", 2),
  ],
  [
    "4.6.7 pathLenConstraint of the issuing authority kept",
    { issuing: { extensions: [ca.basicConstraints(true, 0)] } },
    VALID,
  ],
  [
    "4.6.13 pathLenConstraint of the anchor kept",
    { root: { extensions: [ca.basicConstraints(true, 1)] } },
    VALID,
  ],
  ["leaf that is an authority", { leaf: { extensions: [ca.basicConstraints(true)] } }, at("key-usage", 0)],
  ["4.7.1 authority without keyCertSign", { issuing: { extensions: [ca.keyUsage(64)] } }, at("key-usage", 1)],
  ["authority without keyUsage", { issuing: { without: ["2.5.29.15"] } }, at("key-usage", 1)],
  ["anchor without keyCertSign", { root: { extensions: [ca.keyUsage(64)] } }, at("key-usage", 2)],
  ["leaf for nonRepudiation", { leaf: { extensions: [ca.keyUsage(2)] } }, VALID],
  ["leaf for keyEncipherment only", { leaf: { extensions: [ca.keyUsage(4)] } }, at("key-usage", 0)],
  ["leaf without keyUsage", { leaf: { without: ["2.5.29.15"] } }, at("key-usage", 0)],
  ["leaf for mail protection seals", { leaf: { extensions: [ca.extKeyUsage("1.3.6.1.5.5.7.3.4")] } }, VALID],
  [
    "leaf for web sites does not seal",
    { leaf: { extensions: [ca.extKeyUsage("1.3.6.1.5.5.7.3.1")] } },
    at("key-usage", 0),
  ],
  [
    "leaf for web sites is one",
    { leaf: { extensions: [ca.extKeyUsage("1.3.6.1.5.5.7.3.1")] }, demand: { purpose: "web-site" } },
    VALID,
  ],
  [
    "authority for web sites",
    { issuing: { extensions: [ca.extKeyUsage("1.3.6.1.5.5.7.3.1")] } },
    at("key-usage", 1),
  ],
  [
    "4.16.1 unknown extension, not critical",
    { leaf: { extensions: [ca.extension("1.2.3.4", false)] } },
    VALID,
  ],
  [
    "4.16.2 unknown critical extension",
    { leaf: { extensions: [ca.extension("1.2.3.4", true)] } },
    at("unknown-critical-extension", 0),
  ],
  [
    "4.8 to 4.12 critical constraints on policies are not processed",
    { issuing: { extensions: [ca.extension("2.5.29.36", true)] } },
    at("unknown-critical-extension", 1),
  ],
  ["SHA-1 in a signature", { leaf: { hash: "SHA-1" } }, at("weak-algorithm", 0)],
  ["SHA-512 in a signature", { leaf: { hash: "SHA-512" } }, VALID],
  ["SHA-1 in the anchor's own signature", { root: { hash: "SHA-1" } }, VALID],
  ["4.3.2 chain in the wrong order", { edit: ([l, i]) => [i, l] }, at("key-usage", 0)],
  ["4.3.1 chain that does not connect", { edit: ([l]) => [l] }, { code: "no-anchor" }],
  ["no chain", { edit: () => [] }, { code: "no-anchor" }],
  ["five certificates", { edit: ([l, i]) => [l, i, i, i, i] }, VALID],
  ["six certificates", { edit: ([l, i]) => [l, i, i, i, i, i] }, { code: "chain-too-long", limit: 5 }],
  ["an empty store", { demand: { anchors: [] } }, { code: "no-anchor" }],
  ["an anchor of another category", { demand: { categories: ["qeaa"] } }, { code: "anchor-category" }],
];

test.each(PKITS)("%s", async (_, wishes, expected) => {
  expect(await outcome(wishes)).toEqual(expected);
});
