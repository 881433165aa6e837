// The store of anchors as an operator writes it.
import { expect, test } from "vitest";
import { readAnchors } from "../../../functions/trust/x509/anchors.ts";
import * as ca from "./authority.ts";

const root = await ca.party("C=ES, CN=Root");
const base64 = (der: Uint8Array) => btoa(String.fromCharCode(...der));
const certificate = base64(await ca.issue("authority", root, root));
const read = (store: unknown) => readAnchors(JSON.stringify(store));

test("a store is a list of certificates, each for a category", () => {
  const found = read([
    { category: "eidas-seal", certificate },
    { category: "pid", certificate },
  ]);
  expect(found.ok && found.value.map(({ category }) => category)).toEqual(["eidas-seal", "pid"]);
  expect(read([])).toEqual({ ok: true, value: [] });
});

test.each<[string, unknown, string]>([
  ["no list", { category: "pid", certificate }, "it is no list in JSON"],
  ["an unknown category", [{ category: "any", certificate }], "0: its category is not known"],
  ["no category", [{ certificate }], "0: its category is not known"],
  [
    "PEM",
    [{ category: "pid", certificate: `-----BEGIN CERTIFICATE-----\n${certificate}` }],
    "0: its certificate is not in base64",
  ],
  ["something else in base64", [{ category: "pid", certificate: "AAAA" }], "0: "],
  [
    "the certificate of a leaf",
    [
      { category: "pid", certificate },
      { category: "pid", certificate: base64(await ca.issue("leaf", root, root)) },
    ],
    "1: its certificate is not that of an authority",
  ],
])("%s spoils it", (_, store, detail) => {
  const found = read(store);
  expect(found).toMatchObject({ ok: false, refusal: { code: "malformed-anchors" } });
  expect(found.ok ? "" : found.refusal.detail).toContain(detail);
});
