// Contexts resolved and kept: whatever jsonld makes of a document, it makes of it with these.
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { contextResolver } from "../../functions/kernel/context-resolver.ts";
import { loader } from "../../functions/kernel/json-ld.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { PINNED_CONTEXTS } from "../../functions/trust/contexts/pinned.ts";
import { random } from "./random-graph.ts";

const OURS = "https://contexts.example/ours";
const OTHER = "https://contexts.example/other";
const CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
const V = "https://vocabulary.example/";

/** Every way in which a context can stand inside another: of types and of terms, that end with them or go on, and none. */
const PINNED = {
  ...PINNED_CONTEXTS,
  "https://base.example/near": { "@context": { other: `${V}near` } },
  [OTHER]: { "@context": [{ other: `${V}other` }, { "@language": "de", name: `${V}other-name` }] },
  [OURS]: {
    "@context": {
      id: "@id",
      type: "@type",
      name: `${V}name`,
      knows: { "@id": `${V}knows`, "@context": { name: `${V}name-of-known`, inner: `${V}inner` } },
      bare: { "@id": `${V}bare`, "@context": null },
      far: { "@id": `${V}far`, "@context": [OTHER, { far: { "@id": `${V}farther`, "@type": "@id" } }] },
      Person: { "@id": `${V}Person`, "@context": { name: `${V}name-of-person` } },
      Lasting: { "@id": `${V}Lasting`, "@context": { "@propagate": true, name: `${V}name-of-lasting` } },
      Empty: { "@id": `${V}Empty`, "@context": null },
    },
  },
};

const OPTIONS = { base: "https://base.example/", safe: true as const, documentLoader: loader(PINNED) };
const expanded = (document: Json, more: object) =>
  jsonld.expand(structuredClone(document), { ...OPTIONS, ...more }).catch((error: Error) => error.message);

describe("contexts that are kept", () => {
  const next = random(11);
  const one = <T>(of: readonly T[]) => of[Math.floor(next() * of.length)] as T;
  const MEMBERS = ["name", "name", "knows", "knows", "far", "bare", "inner", `${V}full`];
  const TYPES = ["Person", "Lasting", "Empty", "VerifiableCredential", "BitstringStatusListEntry"];

  function node(depth: number): Json {
    const members = Array.from({ length: 1 + Math.floor(next() * 3) }, (): [string, Json] => [
      one(MEMBERS),
      depth > 2 || next() < 0.4
        ? `https://x.example/${depth}`
        : next() < 0.2
          ? [node(depth + 1)]
          : node(depth + 1),
    ]);
    if (next() < 0.5) members.push(["@type", next() < 0.3 ? [one(TYPES), one(TYPES)] : one(TYPES)]);
    const own = next() < 0.1 ? one<Json>([OTHER, "near", { name: `${V}own` }, null]) : undefined;
    return Object.fromEntries(own === undefined ? members : [["@context", own], ...members]);
  }

  it("make of 2,000 documents what contexts make that are read anew", async () => {
    const outcomes = { read: 0, refused: 0 };
    for (let round = 0; round < 2000; round++) {
      const context = one<Json>([OURS, [OURS, OTHER], [OTHER, OURS], [CREDENTIALS, OURS]]);
      const document = { ...(node(0) as object), "@context": context } as Json;
      const found = await expanded(document, { contextResolver: contextResolver(PINNED) });
      expect(found, JSON.stringify(document)).toEqual(await expanded(document, {}));
      outcomes[typeof found === "string" ? "refused" : "read"]++;
    }
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(300);
  });

  it("are not taken for those of another set", async () => {
    const other = { [OURS]: { "@context": { name: "https://elsewhere.example/name" } } };
    const document = { "@context": OURS, name: "x" };
    for (const [pinned, term] of [
      [PINNED, `${V}name`],
      [other, "https://elsewhere.example/name"],
    ] as const)
      expect(await expanded(document, { contextResolver: contextResolver(pinned) })).toEqual([
        { [term]: [{ "@value": "x" }] },
      ]);
  });

  it("are none that nobody knows", async () => {
    const stranger = { "@context": "https://evil.example/", name: "x" };
    expect(await expanded(stranger, { contextResolver: contextResolver(PINNED) })).toMatch(/not a context/);
  });

  describe("where documents bring them along", () => {
    const { resolve } = contextResolver({});
    const one = async (context: object) => (await resolve({ context }))[0];

    it("are the same for the same text of a small one, however many come between", async () => {
      const first = await one({ name: `${V}a` });
      for (let others = 1; others < 20; others++) await one({ name: `${V}${others}` });
      expect(await one({ name: `${V}a` })).toBe(first);
    });

    it("are not kept beyond a few, nor where they are large or long", async () => {
      const first = await one({ name: `${V}b` });
      for (let others = 0; others < 20; others++) await one({ name: `${V}b${others}` });
      expect(await one({ name: `${V}b` })).not.toBe(first);
      const large = () => Object.fromEntries([..."abcdef"].map((term) => [term, V + term]));
      expect(await one(large())).not.toBe(await one(large()));
      const long = () => ({ name: V + "x".repeat(1000) });
      expect(await one(long())).not.toBe(await one(long()));
    });
  });
});
