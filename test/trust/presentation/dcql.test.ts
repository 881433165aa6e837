// Queries in DCQL: what is read and what is not, and what credentials answer; random queries against a brute force.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { readPath, select } from "../../../functions/trust/presentation/claims-path.ts";
import { type DcqlQuery, type Format, readQuery } from "../../../functions/trust/presentation/dcql.ts";
import { type VerifiedCredential, satisfies } from "../../../functions/trust/presentation/satisfies.ts";

const MEMBER = "https://credentials.example/Member";
const one = (more: { [name: string]: Json } = {}): { [name: string]: Json } => ({
  id: "a",
  format: "vc+jwt",
  meta: { type_values: [[MEMBER]] },
  ...more,
});

function read(json: Json): DcqlQuery {
  const query = readQuery(json);
  if (!query.ok) throw new Error(JSON.stringify(query.refusal));
  return query.value;
}

const VALID: VerifiedCredential = {
  format: "vc+jwt",
  types: [MEMBER, "https://www.w3.org/2018/credentials#VerifiableCredential"],
  claims: { credentialSubject: { name: "Ada", grades: [1, 2], address: { country: "NL" } } },
  outcome: "valid",
  faults: [],
  isOfHolder: true,
  at: Date.parse("2026-11-02T12:00:00Z"),
};

it("many claims in many sets are held against many values in a moment", () => {
  const ids = Array.from({ length: 30 }, (_, n) => `c${n}`);
  const values = Array.from({ length: 30 }, (_, n) => `v${n}`);
  const claims = ids.map((id) => ({ id, path: ["a", null], values }));
  const query = one({ claims, claim_sets: Array.from({ length: 30 }, () => ids) });
  const a = Array.from({ length: 60_000 }, (_, n) => n);
  const before = process.cpuUsage();
  const answered = satisfies(read({ credentials: [query] }), [{ ...VALID, claims: { a } }]);
  expect(answered).toMatchObject({ ok: false });
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

describe("a query is read", () => {
  it("with members that the language does not have passed over", () => {
    expect(read({ credentials: [one({ colour: "red" })], x: 1 }).credentials[0]).toMatchObject({
      id: "a",
      multiple: false,
      isHolderBound: true,
      types: [[MEMBER]],
    });
  });

  it("with values of all kinds, and an empty one", () => {
    const values = ["", "x", 0, -1, true];
    const query = read({ credentials: [one({ claims: [{ path: ["a"], values }] })] });
    expect(query).toMatchObject({ credentials: [{ claims: [{ values }] }] });
  });

  it("with vct_values as alternatives of one type", () => {
    const query = read({ credentials: [one({ format: "dc+sd-jwt", meta: { vct_values: ["x", "y"] } })] });
    expect(query.credentials[0]?.types).toEqual([["x"], ["y"]]);
  });

  it.each<[string, Json, string]>([
    ["nothing", null, "dcql_query"],
    ["no credentials", {}, "credentials"],
    ["an empty list of them", { credentials: [] }, "credentials"],
    [
      "33 of them",
      { credentials: Array.from({ length: 33 }, (_, n) => one({ id: `q${n}` })) },
      "credentials",
    ],
    ["two of one id", { credentials: [one(), one()] }, "credentials"],
    ["an id with a space", { credentials: [one({ id: "a b" })] }, "credentials[0].id"],
    ["no id", { credentials: [{ format: "vc+jwt", meta: {} }] }, "credentials[0].id"],
    [
      "a format that is not supported",
      { credentials: [one({ format: "mso_mdoc" })] },
      "credentials[0].format",
    ],
    [
      "a format that objects inherit",
      { credentials: [one({ format: "toString" })] },
      "credentials[0].format",
    ],
    ["no meta", { credentials: [{ id: "a", format: "vc+jwt" }] }, "credentials[0].meta"],
    [
      "types that are not lists",
      { credentials: [one({ meta: { type_values: [MEMBER] } })] },
      "credentials[0].meta.type_values",
    ],
    ["multiple as a text", { credentials: [one({ multiple: "yes" })] }, "credentials[0].multiple"],
    [
      "a path that is empty",
      { credentials: [one({ claims: [{ path: [] }] })] },
      "credentials[0].claims[0].path",
    ],
    [
      "a path with a negative number",
      { credentials: [one({ claims: [{ path: ["a", -1] }] })] },
      "credentials[0].claims[0].path",
    ],
    [
      "values that are objects",
      { credentials: [one({ claims: [{ path: ["a"], values: [{}] }] })] },
      "credentials[0].claims[0].values",
    ],
    [
      "claim sets without claims",
      { credentials: [one({ claim_sets: [["x"]] })] },
      "credentials[0].claim_sets",
    ],
    [
      "claim sets of claims that there are not",
      { credentials: [one({ claims: [{ id: "x", path: ["a"] }], claim_sets: [["y"]] })] },
      "credentials[0].claim_sets",
    ],
    [
      "authorities without values",
      { credentials: [one({ trusted_authorities: [{ type: "aki" }] })] },
      "credentials[0].trusted_authorities.values",
    ],
    [
      "sets of credentials that there are not",
      { credentials: [one()], credential_sets: [{ options: [["b"]] }] },
      "credential_sets[0].options",
    ],
    ["an empty list of sets", { credentials: [one()], credential_sets: [] }, "credential_sets"],
  ])("unless it has %s", (_, json, member) => {
    expect(readQuery(json)).toMatchObject({ ok: false, refusal: { code: "malformed-query", member } });
  });
});

describe("a claims path", () => {
  const CLAIMS: Json = { name: "Ada", degrees: [{ type: "BSc" }, { type: "MSc" }, {}], nothing: null };
  it.each<[Json, readonly Json[]]>([
    [["name"], ["Ada"]],
    [["nothing"], [null]],
    [["degrees", 1, "type"], ["MSc"]],
    [
      ["degrees", null, "type"],
      ["BSc", "MSc"],
    ],
    [["degrees", 7], []],
    [["degrees", "type"], []],
    [["name", 0], []],
    [["name", "length"], []],
    [["toString"], []],
    [["degrees", null, "type", null], []],
  ])("%j selects %j", (path, expected) => {
    expect(select(CLAIMS, readPath(path) ?? [])).toEqual(expected);
  });

  it.each<[Json]>([["name"], [[]], [[1.5]], [[true]], [Array(17).fill("a")], [["a".repeat(513)]]])(
    "%j is none",
    (path) => {
      expect(readPath(path)).toBeUndefined();
    },
  );
});

describe("a query is answered", () => {
  it("by a valid credential of its type", () => {
    expect(satisfies(read({ credentials: [one()] }), [VALID])).toEqual({
      ok: true,
      value: { answers: { a: [0] } },
    });
  });

  it("by one credential, or by all where it asks for several", () => {
    const several = read({ credentials: [one({ multiple: true })] });
    expect(satisfies(read({ credentials: [one()] }), [VALID, VALID])).toMatchObject({
      value: { answers: { a: [0] } },
    });
    expect(satisfies(several, [VALID, VALID])).toMatchObject({ value: { answers: { a: [0, 1] } } });
  });

  it("by somebody else's credential where no holder binding is asked for", () => {
    const query = read({ credentials: [one({ require_cryptographic_holder_binding: false })] });
    expect(satisfies(query, [{ ...VALID, isOfHolder: false }]).ok).toBe(true);
  });

  it("when one option of each required set is whole", () => {
    const credentials = [
      one(),
      one({ id: "b", format: "ldp_vc" }),
      one({ id: "c", format: "dc+sd-jwt", meta: {} }),
    ];
    const either = { credentials, credential_sets: [{ options: [["b", "c"], ["a"]] }] };
    const optional = { credentials, credential_sets: [{ options: [["b"]], required: false }] };
    expect(satisfies(read(either), [VALID]).ok).toBe(true);
    expect(satisfies(read(optional), []).ok).toBe(true);
    const both = { credentials, credential_sets: [{ options: [["a", "b"]] }, { options: [["c"]] }] };
    expect(satisfies(read(both), [VALID])).toMatchObject({
      refusal: {
        missing: [
          { credential: "b", set: 0, code: "credential-absent" },
          { credential: "c", set: 1, code: "credential-absent" },
        ],
      },
    });
  });

  const claims = [
    { id: "name", path: ["credentialSubject", "name"] },
    { id: "land", path: ["credentialSubject", "address", "country"], values: ["NL", "BE"] },
    { id: "vat", path: ["credentialSubject", "vat"] },
  ];
  const asking = (more: { [name: string]: Json }) => read({ credentials: [one(more)] });

  it("with the claims of one claim set", () => {
    expect(satisfies(asking({ claims, claim_sets: [["vat"], ["name", "land"]] }), [VALID]).ok).toBe(true);
  });

  it.each<[string, DcqlQuery, VerifiedCredential, object]>([
    ["is of another type", asking({ meta: { type_values: [["x"]] } }), VALID, { code: "credential-absent" }],
    ["is of another format", asking({ format: "jwt_vc_json" }), VALID, { code: "credential-absent" }],
    [
      "has only one of the types",
      asking({ meta: { type_values: [[MEMBER, "x"]] } }),
      VALID,
      { code: "credential-absent" },
    ],
    [
      "has expired",
      asking({}),
      { ...VALID, outcome: "invalid", faults: ["expired"] },
      { code: "credential-not-valid", presented: 0, faults: ["expired"] },
    ],
    [
      "cannot be verified for certain",
      asking({}),
      { ...VALID, outcome: "indeterminate", faults: ["status-unreachable"] },
      { code: "credential-not-valid", presented: 0, faults: ["status-unreachable"] },
    ],
    [
      "is somebody else's",
      asking({}),
      { ...VALID, isOfHolder: false },
      { code: "holder-not-subject", presented: 0 },
    ],
    [
      "lacks a claim",
      asking({ claims }),
      VALID,
      { code: "claim-absent", path: ["credentialSubject", "vat"] },
    ],
    [
      "has a claim of another value",
      asking({ claims: [{ path: ["credentialSubject", "name"], values: ["Eve"] }] }),
      VALID,
      { code: "claim-differs", path: ["credentialSubject", "name"] },
    ],
    [
      "has a number as a text",
      asking({ claims: [{ path: ["credentialSubject", "grades", 0], values: ["1"] }] }),
      VALID,
      { code: "claim-differs" },
    ],
  ])("unless the credential %s", (_, query, credential, missing) => {
    expect(satisfies(query, [credential])).toMatchObject({
      ok: false,
      refusal: { code: "prerequisite-not-satisfied", missing: [{ credential: "a", ...missing }] },
    });
  });

  it("unless what lacks least still lacks something, which is what it says", () => {
    const query = asking({ claims });
    const expired = { ...VALID, outcome: "invalid" as const, faults: ["expired"] };
    expect(satisfies(query, [expired, VALID])).toMatchObject({
      refusal: { missing: [{ code: "claim-absent", presented: 1, path: ["credentialSubject", "vat"] }] },
    });
  });
});

describe("random queries", () => {
  const TYPES = ["t1", "t2", "t3"];
  const leaf = fc.constantFrom<Json>(0, 1, "x", true, null);
  const tree = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b"), tie("value"), { maxKeys: 2 }),
    ),
  })).value;
  const credential: fc.Arbitrary<VerifiedCredential> = fc.record({
    format: fc.constantFrom<Format>("vc+jwt", "dc+sd-jwt"),
    types: fc.subarray(TYPES),
    claims: fc.dictionary(fc.constantFrom("a", "b"), tree, { maxKeys: 2 }),
    outcome: fc.constantFrom("valid" as const, "valid" as const, "invalid" as const),
    faults: fc.constant([]),
    isOfHolder: fc.boolean(),
    at: fc.constant(VALID.at),
  });
  const path = fc.array(fc.constantFrom<string | number | null>("a", "b", 0, 1, null), {
    minLength: 1,
    maxLength: 3,
  });
  const claim = fc.record(
    {
      path,
      values: fc.uniqueArray(fc.constantFrom<string | number | boolean>(0, 1, "x", true), { minLength: 1 }),
    },
    { requiredKeys: ["path"] },
  );
  const ids = ["p", "q", "r"];
  const asked = (id: string) =>
    fc
      .record({
        format: fc.constantFrom<Format>("vc+jwt", "dc+sd-jwt"),
        multiple: fc.boolean(),
        types: fc.array(fc.subarray(TYPES, { minLength: 1, maxLength: 1 }), { maxLength: 2 }),
        isHolderBound: fc.boolean(),
        claims: fc.array(claim, { maxLength: 3 }),
        sets: fc.array(fc.subarray(["0", "1", "2"], { minLength: 1 }), { maxLength: 2 }),
      })
      .map(({ claims, sets, ...rest }) => {
        const named = claims.map((one, index) => ({ ...one, id: String(index) }));
        const claimSets = sets.map((set) => set.filter((name) => Number(name) < claims.length));
        return { id, ...rest, claims: named, claimSets: claimSets.filter((set) => set.length > 0) };
      });
  const query: fc.Arbitrary<DcqlQuery> = fc.record({
    credentials: fc.tuple(...ids.map(asked)),
    sets: fc.array(
      fc.record({
        options: fc.array(fc.subarray(ids, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
        required: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  });

  /** Every way through a value, spelt out with each step that leads on: what a path can select, found by trying all. */
  function waysIn(
    value: Json,
    at: readonly (string | number)[] = [],
  ): [readonly (string | number)[], Json][] {
    if (value === null || typeof value !== "object") return [[at, value]];
    const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return [[at, value], ...members.flatMap(([name, one]) => waysIn(one, [...at, name]))];
  }

  /** A way fits a path when each of its steps does; a step of the wrong kind anywhere spoils the path. */
  function oracleSelect(claims: Json, path: readonly (string | number | null)[]): Json[] {
    const ways = waysIn(claims);
    const fits = (way: readonly (string | number)[], steps: typeof path) =>
      way.length === steps.length &&
      way.every(
        (step, index) => steps[index] === step || (steps[index] === null && typeof step === "number"),
      );
    const isSpoilt = path.some((step, index) =>
      ways
        .filter(([way]) => fits(way, path.slice(0, index)))
        .some(([, value]) =>
          typeof step === "string"
            ? value === null || typeof value !== "object" || Array.isArray(value)
            : !Array.isArray(value),
        ),
    );
    return isSpoilt ? [] : ways.filter(([way]) => fits(way, path)).map(([, value]) => value);
  }

  /** Tries every credential for every credential query, and every option of every set. */
  function oracle(
    { credentials: queries, sets }: DcqlQuery,
    credentials: readonly VerifiedCredential[],
  ): boolean {
    const isAnswered = (id: string) => {
      const asking = queries.find((each) => each.id === id);
      if (!asking) throw new Error(id);
      const groups =
        asking.claimSets.length > 0 ? asking.claimSets : [asking.claims.map((each) => each.id ?? "")];
      return credentials.some(
        (each) =>
          each.outcome === "valid" &&
          each.format === asking.format &&
          (each.isOfHolder || !asking.isHolderBound) &&
          (asking.types.length === 0 ||
            asking.types.some((types) => types.every((type) => each.types?.includes(type)))) &&
          groups.some((group) =>
            asking.claims
              .filter((wanted) => group.includes(wanted.id ?? ""))
              .every(({ path, values }) => {
                const found = oracleSelect(each.claims, path);
                return found.some((value) => !values || values.includes(value as never));
              }),
          ),
      );
    };
    if (sets.length === 0) return queries.every((each) => isAnswered(each.id));
    return sets.every(
      ({ options, required }) => !required || options.some((option) => option.every(isAnswered)),
    );
  }

  it("select what trying every way through the claims selects", () => {
    fc.assert(
      fc.property(tree, path, (claims, steps) => {
        expect(select(claims, steps)).toEqual(oracleSelect(claims, steps));
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });

  it("are answered exactly when trying everything finds an answer", () => {
    let answered = 0;
    fc.assert(
      fc.property(query, fc.array(credential, { maxLength: 5 }), (asking, credentials) => {
        const result = satisfies(asking, credentials);
        if (result.ok) answered++;
        expect(result.ok).toBe(oracle(asking, credentials));
        if (!result.ok) expect(result.refusal.missing.length).toBeGreaterThan(0);
      }),
      { seed: 20261123, numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(300);
    expect(answered).toBeLessThan(2700);
  });

  it("say what is missing, and with that made good are answered", () => {
    fc.assert(
      fc.property(query, fc.array(credential, { maxLength: 4 }), (asking, credentials) => {
        const result = satisfies(asking, credentials);
        if (result.ok) return;
        const isNamed = ({ id }: { readonly id: string }) =>
          result.refusal.missing.some((missing) => missing.credential === id);
        const less = asking.credentials.map((each) =>
          isNamed(each) ? { ...each, format: "ldp_vc" as const, types: [], claims: [], claimSets: [] } : each,
        );
        const more = { ...VALID, format: "ldp_vc" as const };
        expect(satisfies({ ...asking, credentials: less }, [...credentials, more]).ok).toBe(true);
      }),
      { seed: 20261123, numRuns: 1000 },
    );
  });
});
