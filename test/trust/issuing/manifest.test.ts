// The manifest as a credential of its node.
import { beforeEach, expect, test } from "vitest";
import { manifest, many } from "../../support/manifests.ts";
import { DID, type IssuingNode, ORIGIN, issuingNode } from "./node.ts";

let node: IssuingNode;
beforeEach(async () => {
  node = issuingNode();
  const put = await publish(1, { "If-None-Match": "*" });
  expect(put.status).toBe(201);
});
const publish = (offers: number, precondition: HeadersInit) =>
  node.request("/manifest", {
    method: "PUT",
    headers: { "Content-Type": "text/turtle", Authorization: "Bearer operator", ...precondition },
    body: manifest(ORIGIN, many(offers)),
  });
const read = (Accept: string, more: HeadersInit = {}) =>
  node.request("/manifest", { headers: { Accept, ...more } });
const asToken = async () => {
  const answer = await read("application/vc+jwt");
  const token = await answer.text();
  return {
    answer,
    token,
    payload: JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()),
  };
};

test("a manifest is also a credential that names its graph by its digest", async () => {
  const { answer, token, payload } = await asToken();
  const digest = (await read("text/turtle")).headers.get("etag")?.slice(1, 65);
  expect(answer.headers.get("content-type")).toBe("application/vc+jwt");
  expect(payload).toMatchObject({
    issuer: DID,
    validFrom: "2026-11-02T09:30:00.000Z",
    credentialSubject: { id: `${ORIGIN}/manifest`, "https://w3id.org/mpli/ns#digest": digest },
  });
  const enveloped = { type: "EnvelopedVerifiableCredential", id: `data:application/vc+jwt,${token}` };
  expect(await node.verify(enveloped)).toMatchObject({ outcome: "valid", issuer: DID });
});

test("it has a tag that holds while nothing is published, and names the version as others do", async () => {
  const etag = (await asToken()).answer.headers.get("etag") ?? "";
  node.setClock("2026-11-03T09:30:00Z");
  expect((await read("application/vc+jwt", { "If-None-Match": etag })).status).toBe(304);
  expect((await publish(2, { "If-Match": etag })).status).toBe(200);
  expect((await read("application/vc+jwt", { "If-None-Match": etag })).status).toBe(200);
  expect((await asToken()).payload.validFrom).toBe("2026-11-03T09:30:00.000Z");
});

test("it is given to those alone who name it, and named where nothing else will do", async () => {
  for (const accept of [
    "*/*",
    "application/*",
    "application/ld+json, application/vc+jwt;q=0.5",
    "*/*, application/vc+jwt;q=0",
  ])
    expect((await read(accept)).headers.get("content-type")).toBe("application/ld+json");
  const { available } = (await (await read("image/png")).json()) as { available: string[] };
  expect(available).toContain("application/vc+jwt");
});
