// What a node says of itself has the shape that the specification asks for, and carries no secret.
import { expect, test } from "vitest";
import { didDocument, didOf, nodeDocument } from "../../functions/discovery/node-document.ts";
import { checkShapes } from "../../functions/kernel/shape.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { ROLES, featuresOf, rolesOf, roomsOf } from "../../functions/roles.ts";

function key(name: string, isRetired: boolean) {
  return { name, jwk: { kty: "OKP", crv: "Ed25519", x: `x of ${name}` }, isRetired };
}

const NODE = {
  origin: "https://cloud.example:8443",
  roles: ["provider"],
  features: featuresOf(roomsOf(["provider"])),
  endpoints: { manifest: "/manifest", matches: "/matches" },
  limits: { offersPerPage: 250, statementsPerPage: 10_000, manifestBytes: 1, demandBytes: 1 },
  keys: [key("new", false), key("old", true)],
};

test("the node document is a graph of the expected shape", async () => {
  const graph = await parse(JSON.stringify(nodeDocument(NODE)), "application/ld+json", NODE.origin);
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  expect(await checkShapes(graph.value, "node")).toEqual([]);
});

test("a node document without a version does not have it", async () => {
  const document = { ...nodeDocument(NODE), protocolVersion: [] };
  const graph = await parse(JSON.stringify(document), "application/ld+json", NODE.origin);
  expect(graph.ok && (await checkShapes(graph.value, "node")).length).toBe(1);
});

test("the DID of an origin percent-encodes its port", () => {
  expect(didOf(NODE.origin)).toBe("did:web:cloud.example%3A8443");
});

test("a retired key stands behind what it stated, and shows nobody's presence", () => {
  const [id, idOfOld] = ["new", "old"].map((name) => `did:web:cloud.example%3A8443#${name}`);
  const document = didDocument(NODE);
  expect(document.verificationMethod).toMatchObject([
    { id, publicKeyJwk: { x: "x of new" } },
    { id: idOfOld },
  ]);
  expect(document.assertionMethod).toEqual([id, idOfOld]);
  expect(document.authentication).toEqual([id]);
});

test("the DID document of a node without keys lists none", () => {
  const { keys: _, ...keyless } = NODE;
  expect(didDocument(keyless)).not.toHaveProperty("verificationMethod");
});

test("unknown roles are left out, and a node without any is a provider", () => {
  expect(rolesOf("catalogue, wizard")).toEqual(["catalogue"]);
  expect(rolesOf("wizard")).toEqual(["provider"]);
  expect(rolesOf(undefined)).toEqual(["provider"]);
  expect(featuresOf(roomsOf(rolesOf(Object.keys(ROLES).join(","))))).toContain("matching");
});
