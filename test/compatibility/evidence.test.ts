// What credentials are worth for the values that an offer states: by subject, party, fault, policy, anchor and age.
import { describe, expect, it } from "vitest";
import type { Claims } from "../../functions/compatibility/evidence/claims.ts";
import { supportOf } from "../../functions/compatibility/evidence/weigh.ts";
import type { Criterion } from "../../functions/compatibility/demand/demand.ts";
import type { CredentialState, Source } from "../../functions/compatibility/ports.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import { OPEN } from "../../functions/trust/policy/stock/open.ts";
import type { Rule, TrustPolicy } from "../../functions/trust/policy/policy.ts";
import { MPLI } from "./reading.ts";
import { criterion } from "./reading.ts";

const PROVIDER = "did:web:cloud.example";
const OFFER = "https://cloud.example/offers/a";
const BODY = "did:web:body.example";
const CERTIFIED: Stated = { type: "uri", value: `${MPLI}ISO27001`, inherited: true };
const KEY = `${MPLI}certification ${MPLI}scheme`;

const claims = (more: Partial<Claims> = {}): Claims => ({
  digest: "1".repeat(64),
  address: "https://cloud.example/iso.jwt",
  issuer: BODY,
  types: ["VerifiableCredential", "CertificationCredential"],
  schemes: [`${MPLI}ISO27001`],
  stated: [[PROVIDER, [[KEY, [{ type: "uri", value: `${MPLI}ISO27001` }]]]]],
  ...more,
});

const NOBODY: TrustPolicy = { name: "nobody", title: "Nobody", version: 1, rules: [] };
const DENIES: TrustPolicy = {
  name: "denies",
  title: "All but one",
  version: 1,
  rules: [{ effect: "accept" }, { effect: "deny", issuers: [BODY, PROVIDER] }],
};

interface Case {
  readonly held?: readonly Claims[];
  readonly state?: Partial<CredentialState>;
  readonly policy?: TrustPolicy;
  readonly evidence?: unknown;
  readonly signed?: string;
  readonly term?: Stated;
  readonly offer?: string;
  /** When the demand is answered; the credentials were looked at on 1 June 2026, 12:00. */
  readonly at?: string;
  readonly on?: Readonly<Record<string, unknown>>;
}

/** The manifest as its provider signs it: the credential states no value by itself. */
const SIGNED: Case = {
  held: [claims({ issuer: PROVIDER, stated: [], validFrom: Date.parse("2026-01-01T00:00:00Z") })],
  signed: claims().digest,
};

async function stand({ held = [claims()], state = {}, policy = OPEN, ...more }: Case) {
  const { evidence: asked = "attested", signed, term = CERTIFIED, offer, at } = more;
  const states = held.map(({ digest }) => ({ credential: digest, ...state }));
  const checked = {
    checkedAt: "2026-06-01T12:00:00.000Z",
    states,
    ...(signed ? { signed } : {}),
    ...(at ? { at: Date.parse(at) } : {}),
  };
  const source: Source = {
    provider: PROVIDER,
    manifest: "m",
    stale: false,
    head: { digest: "m" },
    documents: [],
    evidence: checked,
  };
  const support = supportOf(source, held, policy);
  const { on = { on: "certification", is: "ISO27001" } } = more;
  const read: Criterion = await criterion({ ...on, evidence: asked });
  return (offer === undefined ? support : support.about(offer)).stands(read, term);
}

describe("a credential stands for a value", () => {
  it.each([
    ["signed by somebody else, of the provider", {}, "met"],
    [
      "of another provider",
      { held: [claims({ stated: claims().stated.map(([, v]) => ["did:web:other", v]) })] },
      "evidence-of-another",
    ],
    [
      "of this offer",
      { held: [claims({ stated: claims().stated.map(([, v]) => [OFFER, v]) })], offer: OFFER },
      "met",
    ],
    [
      "of another offer",
      { held: [claims({ stated: claims().stated.map(([, v]) => [OFFER, v]) })], offer: `${OFFER}b` },
      "evidence-of-another",
    ],
    ["that there is none of", { held: [] }, "evidence-missing"],
    ["of another scheme", { term: { type: "uri", value: `${MPLI}SOC2` } }, "evidence-missing"],
    [
      "signed by the provider, where that is enough",
      { held: [claims({ issuer: PROVIDER })], evidence: "declared" },
      "met",
    ],
    [
      "signed by the provider, where it is not",
      { held: [claims({ issuer: PROVIDER })] },
      "evidence-too-weak",
    ],
    ["signed by nobody known as a certification body", { evidence: "certified" }, "evidence-too-weak"],
    ["revoked", { state: { fault: "revoked" } }, "evidence-revoked"],
    ["suspended", { state: { fault: "suspended" } }, "evidence-revoked"],
    ["expired", { state: { fault: "expired" } }, "evidence-expired"],
    ["of the future", { state: { fault: "not-yet-valid" } }, "evidence-expired"],
    ["with a term that nobody defines", { state: { fault: "undefined-term" } }, "evidence-invalid"],
    ["of unknown status", { state: { fault: "status-unreachable" } }, "evidence-indeterminate"],
    ["that is out of reach", { state: { fault: "credential-unreachable" } }, "evidence-indeterminate"],
    ["whose issuer nobody accepts", { policy: NOBODY }, "evidence-issuer-not-trusted"],
    ["whose issuer is denied", { policy: DENIES }, "evidence-issuer-not-trusted"],
    [
      "of a provider that is denied",
      { policy: DENIES, held: [claims({ issuer: PROVIDER })], evidence: "declared" },
      "evidence-issuer-not-trusted",
    ],
    [
      "of the provider, whom no rule names",
      { policy: NOBODY, held: [claims({ issuer: PROVIDER })], evidence: "declared" },
      "met",
    ],
    [
      "under the anchor that is asked for",
      { held: [claims({ anchor: "eidas" })], evidence: { anchor: "eidas" } },
      "met",
    ],
    [
      "under another anchor",
      { held: [claims({ anchor: "ev" })], evidence: { anchor: "eidas" } },
      "evidence-anchor-differs",
    ],
    ["without an anchor", { evidence: { anchor: "eidas" } }, "evidence-anchor-differs"],
    [
      "that is new enough",
      {
        held: [claims({ validFrom: Date.parse("2026-05-31T00:00:00Z") })],
        evidence: { notOlderThan: "2 d" },
      },
      "met",
    ],
    [
      "that is too old",
      {
        held: [claims({ validFrom: Date.parse("2026-05-01T00:00:00Z") })],
        evidence: { notOlderThan: "2 d" },
      },
      "evidence-too-old",
    ],
    [
      "that is old, and of fresh status",
      { state: { statusAsOf: "2026-06-01T11:00:00.000Z" }, evidence: { notOlderThan: "2 d" } },
      "met",
    ],
    ["that does not say since when", { evidence: { notOlderThan: "2 d" } }, "evidence-too-old"],
    ["in a manifest that is signed as a whole", { ...SIGNED, evidence: "declared" }, "met"],
    ["in a signed manifest, where somebody else is asked for", SIGNED, "evidence-too-weak"],
    [
      "in a manifest whose signature is revoked",
      { ...SIGNED, state: { fault: "revoked" }, evidence: "declared" },
      "evidence-missing",
    ],
    [
      "in a manifest that is signed by a provider whom the policy denies",
      { ...SIGNED, policy: DENIES, evidence: "declared" },
      "evidence-issuer-not-trusted",
    ],
    [
      "in a manifest that was signed too long ago",
      { ...SIGNED, evidence: { party: "declared", notOlderThan: "2 d" } },
      "evidence-too-old",
    ],
    [
      "in a manifest whose signature was not kept",
      { ...SIGNED, held: [], evidence: "declared" },
      "evidence-missing",
    ],
  ] as const satisfies readonly (readonly [string, Case, string])[])("%s", async (_, given, reason) => {
    expect((await stand(given)).reason).toBe(reason);
  });

  it("by the best of several", async () => {
    const held = [claims({ issuer: PROVIDER }), claims({ digest: "2".repeat(64) })];
    expect(await stand({ held })).toMatchObject({
      reason: "met",
      by: { credential: "2".repeat(64), party: "attested" },
    });
  });

  it("and is named with what is wrong with it", async () => {
    const found = await stand({ state: { fault: "revoked", statusAsOf: "2026-06-01T11:00:00.000Z" } });
    expect(found.by).toEqual({
      credential: "1".repeat(64),
      issuer: BODY,
      types: ["VerifiableCredential", "CertificationCredential"],
      party: "attested",
      checkedAt: "2026-06-01T12:00:00.000Z",
      fault: "revoked",
      statusAsOf: "2026-06-01T11:00:00.000Z",
    });
  });
});

const TOP = "did:web:top.example";
const MIDDLE = "did:web:middle.example";
const SCHEME = `${MPLI}ISO27001`;
const accepts = (more: Partial<Rule>): Rule => ({
  effect: "accept",
  types: ["CertificationCredential", "AccreditationCredential"],
  scopes: [SCHEME],
  ...more,
});
const trusting = (...rules: readonly Rule[]): TrustPolicy => ({ name: "t", title: "T", version: 1, rules });
const CERTIFIER = accepts({ issuers: [BODY], confers: ["certification-body"] });
const ACCREDITOR = accepts({ issuers: [TOP], confers: ["accreditation-body"] });

describe("times are those of the demand where a policy has them, and of the last look where a credential is old", () => {
  const untilFive = trusting({ ...CERTIFIER, until: Date.parse("2026-06-01T17:00:00Z") });
  const fromFive = trusting({ ...CERTIFIER, from: Date.parse("2026-06-01T17:00:00Z") });
  const confirmed = { state: { statusAsOf: "2026-06-01T11:00:00.000Z" }, at: "2026-06-01T18:00:00Z" };
  it.each<[string, Case, string]>([
    ["a rule just before its end", { policy: untilFive, at: "2026-06-01T16:59:59.999Z" }, "met"],
    ["a rule at its end", { policy: untilFive, at: "2026-06-01T17:00:00Z" }, "evidence-issuer-not-trusted"],
    [
      "a rule just before it begins",
      { policy: fromFive, at: "2026-06-01T16:59:59.999Z" },
      "evidence-issuer-not-trusted",
    ],
    ["a rule as it begins", { policy: fromFive, at: "2026-06-01T17:00:00Z" }, "met"],
    ["an age of just as much as is asked for", { ...confirmed, evidence: { notOlderThan: "1 h" } }, "met"],
    [
      "an age of more than is asked for",
      { ...confirmed, state: { statusAsOf: "2026-06-01T10:59:59.999Z" }, evidence: { notOlderThan: "1 h" } },
      "evidence-too-old",
    ],
    [
      "a credential that was looked at later than others",
      {
        state: { statusAsOf: "2026-06-01T11:00:00.000Z", checkedAt: "2026-06-01T12:00:00.001Z" },
        evidence: { notOlderThan: "1 h" },
      },
      "evidence-too-old",
    ],
  ])("%s", async (_, given, reason) => {
    expect((await stand(given)).reason).toBe(reason);
  });
});

describe("a certification body is one for its schemes", () => {
  const MEMORY = `${MPLI}certification ${MPLI}scheme`;
  const says = (more: Partial<Claims> = {}) =>
    claims({
      stated: [
        [PROVIDER, [[MEMORY, [{ type: "uri", value: SCHEME }]]]],
        [OFFER, [[`${MPLI}gpuModel`, [{ type: "literal", value: "H100" }]]]],
      ],
      ...more,
    });
  const GPU: Case = {
    on: { on: "gpuModel", is: "H100" },
    term: { type: "literal", value: "H100" },
    offer: OFFER,
    evidence: "certified",
  };
  it.each<[string, Case, string]>([
    ["and its certificate certifies the scheme", { evidence: "certified" }, "met"],
    ["and attests what else the certificate says", { ...GPU, evidence: "attested" }, "met"],
    ["and does not certify it", GPU, "evidence-too-weak"],
    [
      "and certifies everything where the policy names no scheme",
      {
        ...GPU,
        policy: trusting({
          effect: "accept",
          issuers: [BODY],
          types: ["CertificationCredential"],
          confers: ["certification-body"],
        }),
      },
      "met",
    ],
  ])("%s", async (_, given, reason) => {
    expect((await stand({ policy: trusting(CERTIFIER), held: [says()], ...given })).reason).toBe(reason);
  });
});

describe("a chain of accreditations", () => {
  const accredits = (issuer: string, subject: string, digest: string, more: Partial<Claims> = {}) =>
    claims({
      issuer,
      digest: digest.repeat(64),
      types: ["VerifiableCredential", "AccreditationCredential"],
      stated: [],
      accredits: [{ subject, scheme: SCHEME }],
      ...more,
    });
  const policy = trusting(CERTIFIER, ACCREDITOR);
  const chain = (more: Partial<Claims> = {}) => [
    claims(),
    accredits(MIDDLE, BODY, "2", more),
    accredits(TOP, MIDDLE, "3"),
  ];
  const ends = Date.parse("2026-06-01T17:00:00Z");
  it.each<[string, Case, string]>([
    ["may lead over a body in the middle", { held: chain() }, "met"],
    ["leads nowhere without its top", { held: chain().slice(0, 2) }, "evidence-too-weak"],
    [
      "leads nowhere over a body that the policy denies",
      { held: chain(), policy: trusting(CERTIFIER, ACCREDITOR, { effect: "deny", issuers: [MIDDLE] }) },
      "evidence-too-weak",
    ],
    [
      "holds until one of them ends",
      { held: chain({ validUntil: ends }), at: "2026-06-01T16:59:59.999Z" },
      "met",
    ],
    [
      "ends with one of them",
      { held: chain({ validUntil: ends }), at: "2026-06-01T17:00:00Z" },
      "evidence-too-weak",
    ],
  ])("%s", async (_, given, reason) => {
    expect((await stand({ policy, evidence: "accredited", ...given })).reason).toBe(reason);
  });
});

describe("of a credential that is linked twice", () => {
  const [now, before] = ["2026-06-01T12:00:00.000Z", "2026-05-01T12:00:00.000Z"];
  const credential = claims().digest;
  const revoked = { credential, fault: "revoked", checkedAt: now } as const;
  const clean = { credential, checkedAt: now };
  const unread = { credential, fault: "credential-unreachable", checkedAt: now } as const;

  it.each<[string, readonly CredentialState[], string]>([
    ["what was found last counts", [revoked, { ...clean, checkedAt: before }], "evidence-revoked"],
    ["also of a suspension that is over", [{ ...revoked, checkedAt: before }, clean], "met"],
    ["the worse counts of what was found at the same time", [clean, revoked], "evidence-revoked"],
    ["a copy that is gone hides nothing", [revoked, unread], "evidence-revoked"],
    ["nor does it take anything back", [{ ...clean, checkedAt: before }, unread], "met"],
  ])("%s", async (_, states, reason) => {
    for (const order of [states, states.toReversed()]) {
      const evidence = { checkedAt: now, states: order };
      const head = { digest: "m" };
      const source = { provider: PROVIDER, manifest: "m", stale: false, head, documents: [], evidence };
      const read = await criterion({ on: "certification", is: "ISO27001", evidence: "attested" });
      expect(supportOf(source, [claims()], OPEN).stands(read, CERTIFIED).reason).toBe(reason);
    }
  });
});

it("credentials of a thousand offers are weighed in a moment", async () => {
  const held = Array.from({ length: 10 }, (_, one) =>
    claims({
      digest: String(one).padStart(64, "0"),
      stated: Array.from({ length: 100 }, (_empty, index) => [
        `${OFFER}${one}-${index}`,
        [[KEY, [{ type: "uri", value: `${MPLI}SOC2` }]]],
      ]),
    }),
  );
  const states = held.map(({ digest }) => ({ credential: digest }));
  const evidence = { checkedAt: "2026-06-01T12:00:00.000Z", states };
  const head = { digest: "m" };
  const source: Source = { provider: PROVIDER, manifest: "m", stale: false, head, documents: [], evidence };
  const support = supportOf(source, held, OPEN);
  const read: Criterion = await criterion({ on: "certification", is: "ISO27001", evidence: "attested" });
  const before = process.cpuUsage();
  for (const offer of support.offers)
    expect(support.about(offer).stands(read, CERTIFIED).reason).toBe("evidence-missing");
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
});
