// Faults in what counts as evidence, and in what is said of it.
import { answering, on, reporting, withJson } from "../faults.ts";
import { type Json, hearingDemands, hearingRequirements } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";
import {
  claiming,
  credentialsAs,
  forgiving,
  lookedAt,
  looking,
  reportingEvidence,
  weighing,
} from "../credentials.ts";

const stage = "catalogue";
const listed = on("/providers", "GET");

const listing = (change: (credential: Json) => void) =>
  answering(listed, (answer) =>
    withJson(answer, (found) => {
      for (const { credentials = [] } of found["provider"] as { credentials?: Json[] }[])
        for (const credential of credentials) change(credential);
    }),
  );

const evidenceOf = (requirement: Json) => {
  const { evidence } = requirement;
  return typeof evidence === "object" && evidence ? (evidence as Json) : undefined;
};

export default [
  {
    breaks: "MPLI-EVID-001",
    fault: "counts what credentials say, and verifies nothing but their form",
    stage,
    ...forgiving("expired", "status-unreachable", "bad-signature"),
  },
  {
    breaks: "MPLI-EVID-001",
    fault: "looks at no credentials",
    stage,
    ...lookedAt((found) => ({
      ...found,
      credentials: found.credentials.map(({ address }) => ({ address })),
    })),
  },
  {
    breaks: "MPLI-EVID-002",
    fault: "verifies a credential once for good",
    stage,
    looks: (sound) => async (snapshot, previous, ports) =>
      previous?.credentials.length ? previous : sound(snapshot, previous, ports),
  },
  {
    breaks: "MPLI-EVID-002",
    fault: "takes what it cannot read again for unchanged",
    stage,
    ...forgiving("credential-unreachable"),
  },
  {
    breaks: "MPLI-EVID-031",
    fault: "looks at credentials with harvests alone",
    stage: "impatient",
    enters:
      (sound) =>
      (...entered) => {
        const entry = sound(...entered);
        const { looks } = entry;
        return looks ? { ...entry, looks: { ...looks, since: looks.since + 1e9 } } : entry;
      },
  },
  {
    breaks: "MPLI-EVID-032",
    fault: "counts a credential until it looks at it again",
    stage,
    ...credentialsAs(({ until: _, ...credential }) => credential),
  },
  {
    breaks: "MPLI-EVID-033",
    fault: "takes all that a certification body signs for certified",
    stage,
    ...hearingDemands((demand) => {
      const { trustPolicy } = demand as { trustPolicy?: { rule?: Json[] } };
      for (const rule of trustPolicy?.rule ?? []) delete rule["scope"];
    }),
  },
  {
    breaks: "MPLI-EVID-034",
    fault: "does not look at what its own manifest links",
    stage: "provider",
    ...lookedAt((found) => ({ ...found, pending: true })),
  },
  {
    breaks: "MPLI-EVID-034",
    fault: "looks at what its own manifest links when it is published, and not again",
    stage: "empty",
    looks:
      (sound) =>
      async (snapshot, previous, ...rest) =>
        previous?.credentials.some(({ digest }) => digest !== undefined)
          ? { ...previous, checkedAt: new Date().toISOString() }
          : sound(snapshot, previous, ...rest),
  },
  {
    breaks: "MPLI-EVID-003",
    fault: "does not read credentials that links carry",
    stage,
    looks: (sound) => async (snapshot, previous, ports) => {
      const texts = { ...ports.texts, get: async () => undefined };
      return sound(snapshot, previous, { ...ports, texts });
    },
  },
  {
    breaks: "MPLI-EVID-004",
    fault: "asks for the DID documents of providers while a customer waits",
    stage,
    host: (host) => ({
      ...host,
      compatibility: {
        ...host.compatibility,
        market: async () => {
          const { book } = host.catalogue;
          for (const { origin } of await book.list())
            await host.trust.fetch(`${origin}/.well-known/did.json`, { accept: "*/*", limit: 10_000 });
          return host.compatibility.market();
        },
      },
    }),
  },
  {
    breaks: "MPLI-EVID-005",
    fault: "follows the redirects of credentials",
    stage,
    looks: (sound) => async (snapshot, previous, ports) =>
      sound(snapshot, previous, {
        ...ports,
        fetch: (url, options) => ports.fetch(url, { ...options, redirects: 3 }),
      }),
  },
  {
    breaks: "MPLI-EVID-006",
    fault: "rejects a manifest that links an address which is not permitted",
    stage,
    harvests:
      (sound) =>
      async (...asked) => {
        const outcome = await sound(...asked);
        const links = outcome.ok
          ? outcome.value.documents.flatMap(({ credentials = [] }) => credentials)
          : [];
        const bad = links.find((link) => !/^(https:|urn:|http:\/\/localhost)/.test(link));
        return bad === undefined ? outcome : { ok: false, refusal: { code: "too-many-redirects", url: bad } };
      },
  },
  {
    breaks: "MPLI-EVID-007",
    fault: "does not tell what is wrong with a credential",
    stage,
    ...listing((credential) => delete credential["fault"]),
  },
  {
    breaks: "MPLI-EVID-007",
    fault: "does not tell who signed a credential",
    stage,
    ...listing((credential) => delete credential["issuer"]),
  },
  {
    breaks: "MPLI-EVID-007",
    fault: "names a credential by the digest of its address",
    stage,
    ...listing((credential) => {
      if (credential["credential"]) credential["credential"] = "0".repeat(64);
    }),
  },
  {
    breaks: "MPLI-EVID-008",
    fault: "counts every credential that a manifest links for its provider",
    stage,
    ...claiming((claims, { provider }) =>
      claims.map((one) => ({ ...one, stated: one.stated.map(([, values]) => [provider, values] as const) })),
    ),
  },
  {
    breaks: "MPLI-EVID-008",
    fault: "does not know which codes of conduct are narrower",
    stage,
    ...claiming((claims) =>
      claims.map((one) => ({
        ...one,
        stated: JSON.parse(
          JSON.stringify(one.stated).replaceAll("ns#EUCloudCoC", "ns#none"),
        ) as typeof one.stated,
      })),
    ),
  },
  {
    breaks: "MPLI-EVID-020",
    fault: "counts what a credential says of the provider on the way",
    stage,
    ...claiming((claims, { provider }) =>
      claims.map((one) => ({
        ...one,
        stated: [
          ...one.stated,
          [
            provider,
            [
              [
                "https://w3id.org/mpli/ns#certification https://w3id.org/mpli/ns#scheme",
                [{ type: "uri", value: "https://w3id.org/mpli/ns#ISO27001" }],
              ],
            ],
          ],
        ],
      })),
    ),
  },
  {
    breaks: "MPLI-EVID-009",
    fault: "takes every credential of a provider for a statement of it",
    stage,
    ...reporting((report) => {
      for (const component of report["component"] as Json[])
        for (const result of component["results"] as Json[])
          for (const requirement of result["requirements"] as Json[])
            if (requirement["on"] === "certification" && requirement["reason"] === "not-equal")
              Object.assign(requirement, { reason: "met", outcome: "satisfied" });
    }),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "passes over revocations",
    stage,
    ...forgiving("revoked"),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "passes over the end of credentials",
    stage,
    ...weighing((evidence) => ({
      ...evidence,
      states: evidence.states.map(({ fault, ...state }) =>
        fault === undefined || fault === "expired" ? state : { ...state, fault },
      ),
    })),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "takes a status that it cannot read for a good one",
    stage,
    ...forgiving("status-unreachable"),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "forgets credentials that are revoked",
    stage,
    ...credentialsAs((credential) => (credential.fault === "revoked" ? undefined : credential)),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "takes any good signature for that of somebody else",
    stage,
    ...claiming((claims) => claims.map((one) => ({ ...one, issuer: "did:web:body.example" }))),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "looks at the first credential alone",
    stage,
    ...claiming((claims) => claims.slice(0, 1)),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "passes over the age that is asked for",
    spreads: ["compatibility"],
    stage,
    ...hearingRequirements((one) => {
      const { notOlderThan, ...rest } = evidenceOf(one) ?? {};
      return notOlderThan ? { ...one, evidence: { party: "attested", ...rest } } : one;
    }),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "counts the age of a credential from its beginning, whatever its status",
    stage,
    ...weighing((evidence) => ({
      ...evidence,
      states: evidence.states.map(({ statusAsOf: _, ...state }) => state),
    })),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "passes over the anchor that is asked for",
    stage,
    ...hearingRequirements((one) => {
      const { anchor, ...rest } = evidenceOf(one) ?? {};
      return anchor ? { ...one, evidence: { party: "attested", ...rest } } : one;
    }),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "takes a certification body for an accredited one",
    stage,
    ...hearingRequirements((one) =>
      one["evidence"] === "accredited" ? { ...one, evidence: "certified" } : one,
    ),
  },
  {
    breaks: "MPLI-EVID-010",
    fault: "counts an accreditation for every scheme",
    stage,
    ...claiming((claims) =>
      claims.map(({ accredits = [], ...one }) => ({
        ...one,
        accredits: accredits.map((each) => ({ ...each, scheme: "https://w3id.org/mpli/ns#ISO27001" })),
      })),
    ),
  },
  {
    breaks: "MPLI-EVID-011",
    fault: "weighs by its own policy, whatever the demand names",
    stage,
    ...hearingDemands((demand) => {
      if (typeof demand["trustPolicy"] === "string") delete demand["trustPolicy"];
    }),
  },
  {
    breaks: "MPLI-EVID-011",
    fault: "passes over a policy that a demand brings",
    stage,
    ...hearingDemands((demand) => {
      if (typeof demand["trustPolicy"] === "object") delete demand["trustPolicy"];
    }),
  },
  {
    breaks: "MPLI-EVID-021",
    fault: "looks at six credentials more",
    stage,
    ...lookedAt((found) =>
      found.credentials.length < 64
        ? found
        : { ...found, credentials: [...found.credentials, ...found.credentials.slice(0, 6)] },
    ),
  },
  {
    breaks: "MPLI-EVID-022",
    fault: "looks at half as many credentials",
    stage,
    ...lookedAt((found) => ({ ...found, credentials: found.credentials.slice(0, 32) })),
  },
  {
    breaks: "MPLI-EVID-023",
    fault: "reads credentials of any size",
    stage,
    ...looking((_snapshot, _before, { fetch }) => ({
      fetch: (url, options) => fetch(url, { ...options, limit: 16 * 1024 * 1024 }),
    })),
  },
  {
    breaks: "MPLI-EVID-024",
    fault: "keeps the types of a credential, however long they are",
    stage,
    ...looking((_snapshot, _before, { verify }) => ({
      verify: async (...asked) => {
        const { signed, ...found } = await verify(...asked);
        if (!signed) return found;
        const types = signed.credential.types.filter(({ length }) => length < 1000);
        return { ...found, signed: { ...signed, credential: { ...signed.credential, types } } };
      },
    })),
  },
  {
    breaks: "MPLI-EVID-012",
    fault: "does not name the credential behind a value",
    stage,
    ...reportingEvidence((requirement) => {
      requirement.evidence = [];
    }),
  },
  {
    breaks: "MPLI-EVID-012",
    fault: "names only the credentials that count",
    stage,
    ...reportingEvidence((requirement) => {
      requirement.evidence = requirement.evidence.filter(({ fault }) => fault === undefined);
    }),
  },
  {
    breaks: "MPLI-EVID-012",
    fault: "does not tell when a status was known",
    stage,
    ...reportingEvidence(({ evidence }) => {
      for (const one of evidence) delete one["statusAsOf"];
    }),
  },
  {
    breaks: "MPLI-EVID-013",
    fault: "does not name its policy",
    stage,
    ...reporting((report) => delete report["policyName"]),
  },
  {
    breaks: "MPLI-EVID-014",
    fault: "lists no credentials",
    stage,
    ...reporting((report) => {
      report["credentials"] = [];
    }),
  },
  {
    breaks: "MPLI-EVID-014",
    fault: "lists credentials in the order in which they were found",
    stage,
    ...reporting((report) => {
      report["credentials"] = (report["credentials"] as string[]).toReversed();
    }),
  },
] satisfies Mutant[];
