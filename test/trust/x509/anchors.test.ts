// Where paths end: at an anchor of the store and nowhere else, whatever the chain holds.
import { expect, test } from "vitest";
import type { Bytes } from "../../../functions/trust/x509/certificate.ts";
import { validatePath } from "../../../functions/trust/x509/path.ts";
import * as ca from "./authority.ts";
import { DEMAND, VALID, at, issuing, leaf, other, outcome, root, summary } from "./hierarchy.ts";

test.each([
  ["RSA 2048 with PKCS #1", ca.rsa(2048), VALID],
  ["RSA 2048 with PSS", ca.rsa(2048, { name: "RSA-PSS", saltLength: 32 }), VALID],
  ["RSA 1024", ca.rsa(1024), at("weak-algorithm", 1)],
  ["RSA with SHA-1", ca.rsa(2048, { hash: "SHA-1" }), at("weak-algorithm", 0)],
  ["P-384", ca.EC384, VALID],
  ["P-521", ca.EC521, at("weak-algorithm", 1)],
])("an issuing authority with %s", async (_, algorithm, expected) => {
  const authority = await ca.party("C=ES, CN=Of another kind", algorithm);
  const chain = [await ca.issue("leaf", leaf, authority), await ca.issue("authority", authority, root)];
  const anchors = [await ca.anchorOf(root)];
  expect(summary(await validatePath(chain, { ...DEMAND, anchors }))).toEqual(expected);
});

test("a chain of one certificate ends at the anchor that issued it, whatever follows in the chain", async () => {
  const anchors = [await ca.anchorOf(issuing)];
  const chain = [await ca.issue("leaf", leaf, issuing), await ca.issue("authority", other, other)];
  const result = await validatePath(chain, { ...DEMAND, anchors });
  expect(result).toMatchObject({ ok: true, value: { revocation: "not-checked", anchor: anchors[0] } });
  expect(result.ok && result.value.certificates.length).toBe(1);
});

test("the chain's own self-signed root is not trusted for being there", async () => {
  const own = await ca.issue("authority", root, root);
  const edit = ([l, i]: readonly [Bytes, Bytes]) => [l, i, own];
  expect(await outcome({ edit })).toBe(VALID);
  expect(await outcome({ edit, demand: { anchors: [] } })).toEqual({ code: "no-anchor" });
  expect(await outcome({ edit, demand: { anchors: [await ca.anchorOf(other)] } })).toEqual({
    code: "no-anchor",
  });
});

test("a root with the name of an anchor and a key of its own is refused, with key identifiers and without", async () => {
  const forger = { name: root.name, keys: other.keys };
  const without = { without: ["2.5.29.14", "2.5.29.35"] };
  for (const [wishes, expected] of [
    [{}, { code: "no-anchor" }],
    [without, at("certificate-signature", 1)],
  ] as const) {
    const chain = [
      await ca.issue("leaf", leaf, issuing),
      await ca.issue("authority", issuing, forger, wishes),
      await ca.issue("authority", forger, forger, wishes),
    ];
    const anchors = [await ca.anchorOf(root)];
    expect(summary(await validatePath(chain, { ...DEMAND, anchors }))).toEqual(expected);
  }
});

test("a leaf does not vouch for itself, not even in the store", async () => {
  const pinned = await ca.issue("leaf", leaf, leaf);
  const anchors = [await ca.anchorOf(leaf)];
  expect(summary(await validatePath([pinned], { ...DEMAND, anchors }))).toEqual({ code: "no-anchor" });
});

test("a leaf issues no certificates", async () => {
  const chain = [
    await ca.issue("leaf", other, leaf),
    await ca.issue("leaf", leaf, issuing),
    await ca.issue("authority", issuing, root),
  ];
  const anchors = [await ca.anchorOf(root)];
  expect(summary(await validatePath(chain, { ...DEMAND, anchors }))).toEqual(at("issuer-not-ca", 1));
});

test("an authority cross-signed by another root leads to that root as well", async () => {
  const certificate = await ca.issue("leaf", leaf, issuing);
  const crossed = await ca.issue("authority", issuing, other);
  const [here, there] = [[await ca.anchorOf(root)], [await ca.anchorOf(other)]];
  expect(summary(await validatePath([certificate, crossed], { ...DEMAND, anchors: there }))).toBe(VALID);
  expect(summary(await validatePath([certificate, crossed], { ...DEMAND, anchors: here }))).toEqual({
    code: "no-anchor",
  });
});

test("authorities that certify each other in a loop lead nowhere, and out of it where the store knows one", async () => {
  const [there, back] = [
    await ca.issue("authority", issuing, other),
    await ca.issue("authority", other, issuing),
  ];
  const chain = [await ca.issue("leaf", leaf, issuing), there, back, there, back];
  const leadsTo = async (...anchors: ca.Party[]) =>
    summary(
      await validatePath(chain, {
        ...DEMAND,
        anchors: await Promise.all(anchors.map((anchor) => ca.anchorOf(anchor))),
      }),
    );
  expect(await leadsTo(root)).toEqual({ code: "no-anchor" });
  expect(await leadsTo(other)).toBe(VALID);
});

test("4.5.1 an authority's new key, certified by its old one, does not count against the length of paths", async () => {
  const renewed = { name: issuing.name, keys: other.keys };
  const chain = [
    await ca.issue("leaf", leaf, renewed),
    await ca.issue("authority", renewed, issuing),
    await ca.issue("authority", issuing, root, { extensions: [ca.basicConstraints(true, 0)] }),
  ];
  const anchors = [await ca.anchorOf(root)];
  expect(summary(await validatePath(chain, { ...DEMAND, anchors }))).toBe(VALID);
});

test("4.6.6 an authority below one that may have none is one too many", async () => {
  const chain = [
    await ca.issue("leaf", leaf, other),
    await ca.issue("authority", other, issuing),
    await ca.issue("authority", issuing, root, { extensions: [ca.basicConstraints(true, 0)] }),
  ];
  const anchors = [await ca.anchorOf(root)];
  expect(summary(await validatePath(chain, { ...DEMAND, anchors }))).toEqual(at("path-too-long", 2));
});

test("the anchor of the right category is found behind one of another", async () => {
  const chain = [await ca.issue("leaf", leaf, issuing), await ca.issue("authority", issuing, root)];
  const anchors = [await ca.anchorOf(issuing, "eaa"), await ca.anchorOf(root, "qeaa")];
  const reach = async (category: "eaa" | "qeaa" | "pid") =>
    summary(await validatePath(chain, { ...DEMAND, anchors, categories: [category] }));
  expect(await Promise.all([reach("eaa"), reach("qeaa")])).toEqual([VALID, VALID]);
  expect(await reach("pid")).toEqual({ code: "anchor-category" });
});
