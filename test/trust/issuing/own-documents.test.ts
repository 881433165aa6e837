// What a node reads from within: its own documents and no others, and no copy of them that another request could meet.
import { expect, test, vi } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import type { GuardedFetch } from "../../../functions/edge/guard.ts";
import { ok } from "../../../functions/kernel/result.ts";
import type { RememberedDid } from "../../../functions/trust/did/resolve.ts";
import { answeredFromWithin, withoutOwn } from "../../../functions/trust/issuing/own-documents.ts";
import type { KeptList } from "../../../functions/trust/status/status.ts";

const ORIGIN = "https://cloud.example";
const OPTIONS = { accept: "application/json", limit: 100 };

const ask = async (url: string, text = "from within") => {
  const outside = vi.fn<GuardedFetch>(async () => ok({ status: 200, text: "from outside" }));
  const answer = async () => new Response(text, { headers: { "Content-Type": "application/vc+jwt" } });
  return answeredFromWithin(outside, ORIGIN, answer)(url, OPTIONS);
};

test.each([
  `${ORIGIN}/.well-known/did.json`,
  `${ORIGIN}/credentials/status/1`,
  "https://CLOUD.example:443/.well-known/did.json",
])("%s is the node's own", async (url) => {
  expect(await ask(url)).toEqual(ok({ status: 200, text: "from within", contentType: "application/vc+jwt" }));
});

test.each([
  "https://other.example/.well-known/did.json",
  "http://cloud.example/.well-known/did.json",
  "https://cloud.example:8443/credentials/status/1",
  `${ORIGIN}/credentials/verify`,
  `${ORIGIN}/credentials/status`,
  `${ORIGIN}/manifest`,
  `${ORIGIN}/credentials/status/../../manifest`,
  "nowhere",
])("%s is asked for outside, or not at all", async (url) => {
  expect(await ask(url)).toEqual(ok({ status: 200, text: "from outside" }));
});

test("what is read from within is bounded, too", async () => {
  expect(await ask(`${ORIGIN}/.well-known/did.json`, "x".repeat(101))).toMatchObject({
    refusal: { code: "body-too-large" },
  });
});

test("a request that names another host leaves no copy of this node's keys under that name", () => {
  const documents = new BoundedMap<RememberedDid>(10);
  const lists = new BoundedMap<KeptList>(10);
  const asVictim = withoutOwn({ documents, lists }, "https://victim.example");
  asVictim.documents.set("did:web:victim.example", {}, 1);
  asVictim.lists.set("bitstring https://victim.example/credentials/status/1", {} as KeptList, 1);
  asVictim.documents.set("did:web:other.example", {}, 1);
  const asMyself = withoutOwn({ documents, lists }, ORIGIN);
  expect(asMyself.documents.get("did:web:victim.example")).toBeUndefined();
  expect(asMyself.lists.get("bitstring https://victim.example/credentials/status/1")).toBeUndefined();
  expect(asMyself.documents.get("did:web:other.example")).toEqual({});
});
