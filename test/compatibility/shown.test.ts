// Prerequisites that ask for credentials: out of the manifest, before the customer, in a relaxation and in the report.
import { describe, expect, it } from "vitest";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { type Prerequisite, obstaclesOf } from "../../functions/compatibility/judge/obstacles.ts";
import { judge } from "../../functions/compatibility/judge/judge.ts";
import { readQueryText } from "../../functions/compatibility/market/read-query.ts";
import { match } from "../../functions/compatibility/match/match.ts";
import { relax } from "../../functions/compatibility/match/relax.ts";
import { OPEN } from "../../functions/trust/policy/stock/open.ts";
import type { VerifiedCredential } from "../../functions/trust/presentation/satisfies.ts";
import type { Shown } from "../../functions/trust/presentation/shown.ts";
import { stock } from "./markets.ts";
import { AROUND, OFFER, demand, readJson } from "./reading.ts";

const NAMED = {
  credentials: [{ id: "named", format: "vc+jwt", meta: {}, claims: [{ path: ["name"] }] }],
};
const query = readQueryText(JSON.stringify(NAMED));
const asked: Prerequisite = { ask: "legal-person", query };
const sound: VerifiedCredential = {
  format: "vc+jwt",
  types: [],
  claims: { name: "Somebody" },
  outcome: "valid",
  faults: [],
  isOfHolder: true,
  at: Date.parse("2026-11-02T12:00:00Z"),
};
const shown = (...credentials: readonly VerifiedCredential[]): Shown => ({
  digest: "d".repeat(64),
  faults: [],
  credentials,
});

async function obstacles(seen?: Shown, prerequisite = asked, members: object = {}) {
  const { customer } = await demand({ component: { class: "Database" }, ...members });
  return obstaclesOf(
    { ...OFFER, prerequisites: [prerequisite] },
    { ...customer, ...(seen ? { shown: seen } : {}) },
    AROUND,
  );
}

describe("a query that a prerequisite has", () => {
  it("is answered by a valid credential of the holder, whatever the demand says", async () => {
    expect(await obstacles(shown(sound))).toEqual([]);
    expect(await obstacles(shown({ ...sound, outcome: "invalid" }, sound))).toEqual([]);
  });

  const bring = { kind: "credentials", of: "legal-person" };
  it("is not answered by a word, and says what is to be brought", async () => {
    expect(await obstacles(undefined, asked, { presents: ["legal-person"] })).toMatchObject([
      { outcome: "unknown", reason: "prerequisite-not-presented", found: ["legal-person"], bring },
    ]);
  });

  it("is not answered by a presentation that does not stand", async () => {
    expect(await obstacles({ digest: "d", faults: ["request-used"] })).toMatchObject([
      { outcome: "unknown", reason: "presentation-not-verified", bring },
    ]);
  });

  it.each<[string, readonly VerifiedCredential[], object]>([
    ["nothing", [], { code: "credential-absent" }],
    [
      "one that is not valid",
      [{ ...sound, outcome: "indeterminate", faults: ["issuer-not-trusted"] }],
      { code: "credential-not-valid", presented: 0, faults: ["issuer-not-trusted"] },
    ],
    ["one of somebody else", [{ ...sound, isOfHolder: false }], { code: "holder-not-subject", presented: 0 }],
    [
      "one without the claim",
      [{ ...sound, claims: {} }],
      { code: "claim-absent", presented: 0, path: ["name"] },
    ],
  ])("is not answered by %s, and says what is missing", async (_, credentials, missing) => {
    expect(await obstacles(shown(...credentials))).toMatchObject([
      {
        outcome: "unknown",
        reason: "presentation-not-satisfying",
        bring,
        missing: [{ credential: "named", ...missing }],
      },
    ]);
  });

  it("is answered by nothing where it is none, which nobody can mend who shows something", async () => {
    const long = JSON.stringify({ ...NAMED, note: "x".repeat(16_384) });
    for (const text of ["", "{", "[]", '{"credentials":[]}', '{"credentials":1,"credentials":1}', long]) {
      const unreadable = readQueryText(text);
      expect(unreadable).toBe("unreadable");
      const [only, ...more] = await obstacles(shown(sound), { ask: "legal-person", query: unreadable });
      expect(more).toEqual([]);
      expect(only).toMatchObject({ reason: "prerequisite-not-presented", outcome: "unknown" });
      expect(only?.bring).toBeUndefined();
    }
  });

  it("leaves the other parts of its prerequisite as they are", async () => {
    const terms = "https://cloud.example/terms";
    expect(await obstacles(shown(sound), { ...asked, terms })).toMatchObject([
      { reason: "terms-not-accepted" },
    ]);
    expect(await obstacles(shown(sound), { ...asked, terms }, { accepts: [terms] })).toEqual([]);
  });
});

describe("a relaxation", () => {
  it("has the customer show credentials, each query by itself, and not say a word", async () => {
    const asks = await demand({ component: { class: "Database" } });
    const [component] = asks.components;
    if (!component) throw new Error("no component");
    const other = readQueryText(JSON.stringify({ credentials: [{ id: "o", format: "ldp_vc", meta: {} }] }));
    const offer = { ...OFFER, prerequisites: [asked, { ask: "member", query: other }] };
    const found = relax(asks, component, judge(asks, component, offer, AROUND));
    expect(found?.changes).toEqual([
      { how: "bring", need: { kind: "credentials", of: "legal-person" } },
      { how: "bring", need: { kind: "credentials", of: "member" } },
    ]);
    const others = { ...offer, prerequisites: [{ ask: "legal-person", query: other }, asked] };
    expect(found && judge(found.demand, component, others, AROUND).verdict).toBe("compatible");
    const unreadable = { ...OFFER, prerequisites: [{ ...asked, query: "unreadable" as const }] };
    expect(relax(asks, component, judge(asks, component, unreadable, AROUND))).toBeUndefined();
  });
});

describe("a report", async () => {
  const { market, graphs } = await stock({
    "https://north.example/manifest": `
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      <https://north.example/manifest> a mpli:Manifest ; mpli:provider <did:web:north.example> ;
        mpli:offer <https://north.example/offers/db> .
      <did:web:north.example> a mpli:Provider .
      <https://north.example/offers/db> a mpli:Offer ; mpli:serviceClass mpli:Database ;
        mpli:prerequisite [ mpli:ask "legal-person" ; mpli:dcqlQuery '${JSON.stringify(NAMED)}'^^rdf:JSON ] .`,
  });
  const facts = oxigraphFactBase({ get: async (digest) => graphs.get(digest) });
  const report = async (seen?: Shown, members: object = {}) => {
    const asks = await demand({ component: { class: "Database" }, ...members });
    const customer = { ...asks.customer, ...(seen ? { shown: seen } : {}) };
    const made = await match({ ...asks, customer }, market, facts, { demand: "d", limit: 9, policy: OPEN });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };

  it("names the presentation and what is wrong with it, and nothing that it claims", async () => {
    const whole = await report(shown(sound));
    expect(whole).toMatchObject({ presentationDigest: "d".repeat(64), presentationFaults: [] });
    expect(whole.component[0]?.counts).toEqual({ compatible: 1, undetermined: 0, incompatible: 0 });
    const lacking = await report(shown({ ...sound, claims: { surname: "Somebody" } }));
    expect(lacking.component[0]?.results[0]?.obstacles).toMatchObject([
      { reason: "presentation-not-satisfying", missing: [{ credential: "named", path: ["name"] }] },
    ]);
    expect(JSON.stringify([whole, lacking])).not.toContain("Somebody");
  });

  it("warns of a presentation that nobody looked at, and says nothing where there is none", async () => {
    const unseen = await report(undefined, { presentation: "data:application/vp+jwt,a.b.c" });
    expect(unseen.warnings).toEqual([{ code: "not-evaluated", term: "presentation" }]);
    const bare = await report();
    expect(bare.warnings).toEqual([]);
    expect(Object.keys(bare)).not.toContain("presentationDigest");
  });
});

describe("a demand", () => {
  const read = (members: object) => readJson({ component: { class: "Database" }, ...members });
  const token = "data:application/vp+jwt,a.b.c";

  it("has the presentation that its data URL holds, and the request that it answers", async () => {
    expect(await read({ presentation: token, presentationRequest: "r" })).toMatchObject({
      value: { presentation: { presented: { form: "token", text: "a.b.c" }, request: "r" } },
    });
    const sdJwt = await read({ presentation: "data:application/dc+sd-jwt,a.b.c~d~" });
    expect(sdJwt).toMatchObject({
      value: { presentation: { presented: { form: "sd-jwt", text: "a.b.c~d~" } } },
    });
    const none = await read({});
    expect(none.ok && none.value.presentation).toBeUndefined();
  });

  it.each<[string, object, string]>([
    ["another address", { presentation: "https://holder.example/p" }, "value-does-not-fit"],
    ["text", { presentation: { "@value": token } }, "value-does-not-fit"],
    ["no presentation beside a request", { presentationRequest: "r" }, "value-does-not-fit"],
    ["an empty request", { presentation: token, presentationRequest: "" }, "value-does-not-fit"],
    ["two presentations", { presentation: [token, `${token}d`] }, "several-values"],
    ["two requests", { presentation: token, presentationRequest: ["r", "s"] }, "several-values"],
  ])("is refused with %s, and nothing of it is repeated", async (_, members, code) => {
    const refused = await read(members);
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
    expect(JSON.stringify(refused)).not.toMatch(/a\.b\.c|holder\.example/);
  });
});
