// Faults in asking for presentations and in verifying them.
import {
  answering,
  hearing,
  hearingJson,
  inEachObject,
  refusing,
  taking,
  withJson,
  withStatus,
} from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import {
  headerIn,
  overlooking,
  presenting,
  presents,
  queryIn,
  remembering,
  requests,
  settle,
} from "../presenting.ts";

const requesting = (change: (request: { [name: string]: unknown }) => void): Spoil =>
  answering(requests, (answer) => (answer.ok ? withJson(answer, change) : answer));

/** Hears each query without a member, wherever it stands. */
const without = (member: string): Spoil =>
  hearingJson(
    requests,
    inEachObject(({ [member]: _, ...rest }) => rest),
  );

const chance = (make: (bytes: number) => Uint8Array): Spoil => ({
  host: (host) => ({ ...host, presentations: { ...host.presentations, chance: make } }),
});

/** Uses a request up with whatever answers it. */
function usedByAnything(): Spoil {
  const used = new Set<unknown>();
  return presenting((found, { options }) => {
    const { request } = (options ?? {}) as { request?: string };
    if (request === undefined) return;
    const nonce = found.checks.find(({ check }) => check === "nonce");
    if (used.has(request) && nonce && nonce.outcome === "passed") {
      Object.assign(nonce, { outcome: "failed", code: "request-used", message: "Used." });
      Object.assign(found, { satisfied: false, missing: [] });
      settle(found);
    }
    used.add(request);
  });
}

/** Forgets that a request was used where a credential in its answer was somebody else's. */
function openAfterBorrowed(): Spoil {
  const open = new Set<unknown>();
  return presenting((found, { options }) => {
    const { request } = (options ?? {}) as { request?: string };
    const of = (name: string) => found.checks.find(({ check }) => check === name);
    const nonce = of("nonce");
    if (of("holder")?.outcome === "failed" && nonce?.outcome === "passed") open.add(request);
    if (nonce?.code !== "request-used" || !open.has(request)) return;
    found.checks = found.checks.map((one) => (one === nonce ? { check: "nonce", outcome: "passed" } : one));
    settle(found);
  });
}

const missing = (change: (missing: { [name: string]: unknown }[]) => unknown[]): Spoil =>
  presenting((found) => {
    if (Array.isArray(found["missing"])) found["missing"] = change(found["missing"]);
  });

export default [
  {
    breaks: "MPLI-PRES-001",
    fault: "makes no requests",
    ...answering(requests, (answer) => withStatus(answer, 501)),
  },
  {
    breaks: "MPLI-PRES-001",
    fault: "makes requests without a type",
    ...requesting((request) => delete request["type"]),
  },
  {
    breaks: "MPLI-PRES-002",
    fault: "makes requests for those who say who they are",
    ...answering(requests, (answer, { headers }) =>
      headers.has("authorization") ? answer : withStatus(answer, 401),
    ),
  },
  {
    breaks: "MPLI-PRES-002",
    fault: "verifies for those who say who they are",
    ...answering(presents, (answer, { headers }) =>
      headers.has("authorization") ? answer : withStatus(answer, 401),
    ),
  },
  {
    breaks: "MPLI-PRES-003",
    fault: "does not say for whom a presentation is",
    ...requesting((request) => delete request["audience"]),
  },
  {
    breaks: "MPLI-PRES-003",
    fault: "names its address instead of its DID",
    ...requesting((request) => {
      request["audience"] = String(request["audience"]).replace(/^did:web:/, "https://");
    }),
  },
  {
    breaks: "MPLI-PRES-003",
    fault: "passes on only what it understands of a query",
    ...requesting((request) => {
      const { credentials, credential_sets } = request["dcql_query"] as { [name: string]: unknown };
      request["dcql_query"] = { credentials, ...(credential_sets ? { credential_sets } : {}) };
    }),
  },
  {
    breaks: "MPLI-PRES-003",
    fault: "states when a request was made as its end",
    ...requesting((request) => {
      request["expires"] = new Date(Date.parse(String(request["expires"])) - 900_000).toISOString();
    }),
  },
  { breaks: "MPLI-PRES-004", fault: "has one nonce", ...chance((bytes) => new Uint8Array(bytes).fill(1)) },
  {
    breaks: "MPLI-PRES-004",
    fault: "has nonces of 32 bits",
    ...chance(() => crypto.getRandomValues(new Uint8Array(4))),
  },
  {
    breaks: "MPLI-PRES-005",
    fault: "makes requests of queries that are none",
    ...taking("malformed-query", 200, { type: "PresentationRequest" }),
  },
  {
    breaks: "MPLI-PRES-005",
    fault: "refuses queries as malformed bodies",
    ...refusing("malformed-query", () => undefined, 400),
  },
  {
    breaks: "MPLI-PRES-006",
    fault: "verifies nothing",
    ...answering(presents, (answer) => withStatus(answer, 501)),
  },
  {
    breaks: "MPLI-PRES-007",
    fault: "takes bare tokens and no envelopes",
    ...hearing(presents, (text) => text.replace("EnvelopedVerifiablePresentation", "Enveloped")),
  },
  {
    breaks: "MPLI-PRES-008",
    fault: "takes presentations as tokens only",
    ...hearing(presents, (text) => text.replace("data:application/dc+sd-jwt", "data:application/other")),
  },
  {
    breaks: "MPLI-PRES-009",
    fault: "calls nothing an invalid presentation",
    ...taking("no-presentation", 200, { type: "PresentationVerification", outcome: "invalid", checks: [] }),
  },
  {
    breaks: "MPLI-PRES-009",
    fault: "refuses a request without a presentation as malformed",
    ...refusing("no-presentation", () => undefined, 400),
  },
  {
    breaks: "MPLI-PRES-010",
    fault: "passes over options that it cannot read",
    ...taking("malformed-options", 200, { type: "PresentationVerification", outcome: "valid", checks: [] }),
  },
  {
    breaks: "MPLI-PRES-010",
    fault: "takes the first of two nonces",
    ...hearing(presents, (text) => text.replace(/"challenge":"n","nonce":"m"/, '"challenge":"n"')),
  },
  {
    breaks: "MPLI-PRES-011",
    fault: "answers with status 400 where a presentation is not valid",
    ...answering(presents, async (answer) => {
      const found = (await answer.clone().json()) as { outcome?: string };
      return found.outcome === "valid" || !answer.ok ? answer : withStatus(answer, 400);
    }),
  },
  {
    breaks: "MPLI-PRES-011",
    fault: "answers without a type",
    ...presenting((found) => delete found["type"]),
  },
  {
    breaks: "MPLI-PRES-012",
    fault: "leaves out the checks that were not made",
    ...presenting((found) => {
      found.checks = found.checks.filter(({ outcome }) => outcome !== "not-checked");
    }),
  },
  {
    breaks: "MPLI-PRES-012",
    fault: "calls passed what nobody asked for",
    ...presenting((found) => {
      for (const check of found.checks) if (check.outcome === "not-asked") check.outcome = "passed";
    }),
  },
  {
    breaks: "MPLI-PRES-012",
    fault: "lists the checks by name",
    ...presenting((found) => found.checks.sort((a, b) => (a.check < b.check ? -1 : 1))),
  },
  {
    breaks: "MPLI-PRES-013",
    fault: "looks at the presentation alone",
    ...presenting((found) => settle(Object.assign(found, { ...found, credentials: [] }))),
  },
  {
    breaks: "MPLI-PRES-013",
    fault: "calls invalid whatever it does not know",
    ...presenting((found) => {
      if (found["outcome"] === "indeterminate") found["outcome"] = "invalid";
    }),
  },
  {
    breaks: "MPLI-PRES-013",
    fault: "calls no presentation valid that nobody asked for",
    ...presenting((found) => {
      if (found.checks.some(({ outcome }) => outcome === "not-asked"))
        Object.assign(found, { outcome: "indeterminate", verified: false });
    }),
  },
  {
    breaks: "MPLI-PRES-014",
    fault: "gives no codes",
    ...presenting((found) => {
      for (const check of found.checks) delete check.code;
    }),
  },
  {
    breaks: "MPLI-PRES-014",
    fault: "gives no messages",
    ...presenting((found) => {
      for (const check of found.checks) delete check["message"];
    }),
  },
  {
    breaks: "MPLI-PRES-014",
    fault: "calls other DID methods wrong",
    ...presenting((found) => {
      for (const check of found.checks) if (check.code === "did-method-unsupported") check.outcome = "failed";
      settle(found);
    }),
  },
  {
    breaks: "MPLI-PRES-015",
    fault: "keeps what it finds of the credentials to itself",
    ...presenting((found) => Object.assign(found, { credentials: [] })),
  },
  {
    breaks: "MPLI-PRES-015",
    fault: "lists the credentials the other way round",
    ...presenting((found) => found.credentials.reverse()),
  },
  {
    breaks: "MPLI-PRES-015",
    fault: "does not say whose the credentials are",
    ...presenting((found) => {
      for (const one of found.credentials) delete one.ofHolder;
    }),
  },
  {
    breaks: "MPLI-PRES-016",
    fault: "shows what a forged presentation claims",
    ...presenting((found, { verifiablePresentation }) => {
      const { id = "" } = (verifiablePresentation ?? {}) as { id?: string };
      if (found.checks.some(({ code }) => code === "bad-signature"))
        found["presentation"] = JSON.parse(Buffer.from(id.split(".")[1] ?? "", "base64url").toString());
    }),
  },
  { breaks: "MPLI-PRES-017", fault: "repairs a token", ...overlooking("malformed") },
  {
    breaks: "MPLI-PRES-017",
    fault: "takes the last of two equal names",
    ...overlooking("malformed", ({ detail }) => String(detail).includes("duplicate-name")),
  },
  {
    breaks: "MPLI-PRES-017",
    fault: "takes the algorithm that a token asks for",
    ...overlooking("alg-not-allowed"),
  },
  { breaks: "MPLI-PRES-017", fault: "passes over what is critical", ...overlooking("crit-not-understood") },
  {
    breaks: "MPLI-PRES-017",
    fault: "takes a credential for a presentation",
    ...overlooking("type-mismatch", ({ detail }) => detail === "vc+jwt"),
  },
  { breaks: "MPLI-PRES-017", fault: "unwraps presentations", ...overlooking("wrapper-claim") },
  {
    breaks: "MPLI-PRES-018",
    fault: "looks at one holder of several",
    ...overlooking("holder-mismatch"),
  },
  { breaks: "MPLI-PRES-019", fault: "takes anybody's key", ...overlooking("kid-holder-mismatch") },
  { breaks: "MPLI-PRES-020", fault: "takes the first key of a document", ...overlooking("key-not-found") },
  { breaks: "MPLI-PRES-020", fault: "takes keys for any purpose", ...overlooking("key-not-authorised") },
  { breaks: "MPLI-PRES-021", fault: "does not verify signatures", ...overlooking("bad-signature") },
  {
    breaks: "MPLI-PRES-022",
    fault: "takes any object for a presentation",
    ...overlooking("not-a-presentation"),
  },
  {
    breaks: "MPLI-PRES-022",
    fault: "does not look at the type",
    ...overlooking("not-a-presentation", ({ detail }) => detail === "type"),
  },
  { breaks: "MPLI-PRES-023", fault: "reads any number of them", ...overlooking("too-many-credentials") },
  {
    breaks: "MPLI-PRES-023",
    fault: "reads ten of them",
    ...presenting((found) => Object.assign(found, { credentials: found.credentials.slice(0, 10) })),
  },
  {
    breaks: "MPLI-PRES-050",
    fault: "reads credentials of any size",
    ...overlooking("too-many-credentials", ({ detail }) => String(detail).endsWith("values")),
  },
  {
    breaks: "MPLI-PRES-024",
    fault: "passes over what is no credential",
    ...overlooking("unsecured-credential"),
  },
  { breaks: "MPLI-PRES-025", fault: "takes what has expired", ...overlooking("expired") },
  { breaks: "MPLI-PRES-025", fault: "takes what is not valid yet", ...overlooking("not-yet-valid") },
  { breaks: "MPLI-PRES-025", fault: "takes milliseconds for seconds", ...overlooking("malformed-time") },
  {
    breaks: "MPLI-PRES-025",
    fault: "reads times in the payload of a token alone",
    ...presenting((found, asked) => {
      const { iat, nbf, exp } = headerIn(asked);
      const time = found.checks.find(({ check }) => check === "time");
      if ((iat ?? nbf ?? exp) === undefined || time?.outcome !== "failed") return;
      found.checks = found.checks.map((one) => (one === time ? { check: "time", outcome: "passed" } : one));
      settle(found);
    }),
  },
  {
    breaks: "MPLI-PRES-026",
    fault: "fetches as much as it is told to",
    spreads: ["trust"],
    host: (host) => ({
      ...host,
      trust: {
        ...host.trust,
        fetch: async (url, options) => {
          await host.trust.fetch(url, options);
          return host.trust.fetch(url, options);
        },
      },
    }),
  },
  {
    breaks: "MPLI-PRES-027",
    fault: "takes a copy of a credential for its presentation",
    ...overlooking("key-binding-missing"),
  },
  {
    breaks: "MPLI-PRES-027",
    fault: "does not look at what a key binding is for",
    ...overlooking("key-binding-invalid", ({ detail }) => String(detail).includes("sd_hash")),
  },
  {
    breaks: "MPLI-PRES-027",
    fault: "does not verify key bindings",
    ...overlooking("key-binding-invalid", ({ detail }) => String(detail).includes("signature")),
  },
  {
    breaks: "MPLI-PRES-027",
    fault: "takes any token of the holder's key for a key binding",
    ...overlooking("key-binding-invalid", ({ detail }) => String(detail).includes("typ")),
  },
  {
    breaks: "MPLI-PRES-028",
    fault: "takes presentations for others",
    ...overlooking("audience-mismatch"),
  },
  { breaks: "MPLI-PRES-028", fault: "takes any nonce", ...overlooking("nonce-mismatch") },
  {
    breaks: "MPLI-PRES-028",
    fault: "looks for the audience anywhere in the text",
    ...overlooking("audience-mismatch", ({ detail }) => String(detail).endsWith(".evil")),
  },
  { breaks: "MPLI-PRES-029", fault: "takes old signatures", ...overlooking("too-old") },
  {
    breaks: "MPLI-PRES-030",
    fault: "takes credentials of anybody",
    ...overlooking("holder-not-subject"),
  },
  {
    breaks: "MPLI-PRES-031",
    fault: "takes requests of anybody",
    ...overlooking("request-unknown"),
  },
  {
    breaks: "MPLI-PRES-031",
    fault: "reads requests without their signature",
    ...hearing(presents, (text) => text.replace(/("request":"[^"]{200,}[\w-]{43})A"/, '$1"')),
  },
  {
    breaks: "MPLI-PRES-033",
    fault: "forgets what was used",
    ...remembering(() => ({ consume: async () => true })),
  },
  {
    breaks: "MPLI-PRES-033",
    fault: "looks a nonce up and then crosses it out",
    ...remembering(() => {
      const used = new Set<string>();
      return {
        consume: async ({ nonce }) => {
          const isFirst = !used.has(nonce);
          await new Promise((done) => setTimeout(done, 20));
          used.add(nonce);
          return isFirst;
        },
      };
    }),
  },
  { breaks: "MPLI-PRES-034", fault: "uses a request up with whatever comes", ...usedByAnything() },
  {
    breaks: "MPLI-PRES-034",
    fault: "lets holders try until they satisfy",
    ...remembering((nonces) => ({ consume: async (use) => !use.satisfied || nonces.consume(use) })),
  },
  {
    breaks: "MPLI-PRES-034",
    fault: "keeps a request open where a credential was somebody else's",
    ...openAfterBorrowed(),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "is satisfied with credentials that nobody knows to be wrong",
    ...presenting((found) => {
      const isUnknown = found.credentials.some(
        ({ verification }) => verification?.outcome === "indeterminate",
      );
      if ("satisfied" in found && isUnknown) Object.assign(found, { satisfied: true, missing: [] });
    }),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "compares values as texts",
    ...hearingJson(
      requests,
      inEachObject((object) =>
        Array.isArray(object["values"])
          ? { ...object, values: object["values"].flatMap((one) => [one, String(one), Number(one)]) }
          : object,
      ),
    ),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "takes a second credential for a fault where a query does not ask for several",
    ...presenting((found, asked) => {
      if ("satisfied" in found && found.credentials.length > 1 && !queryIn(asked).includes('"multiple":true'))
        found["satisfied"] = false;
    }),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "wants several credentials where a query asks for as many as there are",
    ...presenting((found, asked) => {
      if ("satisfied" in found && found.credentials.length < 2 && queryIn(asked).includes('"multiple":true'))
        found["satisfied"] = false;
    }),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "wants all that is closed within what a holder has opened",
    ...presenting((found, { verifiablePresentation }) => {
      const { id = "" } = (verifiablePresentation ?? {}) as { id?: string };
      const [, ...disclosures] = id.split("~").slice(0, -1);
      const isClosed = disclosures.some((one) => /"_sd":/.test(Buffer.from(one, "base64url").toString()));
      if (isClosed && disclosures.length < 2) found["satisfied"] = false;
    }),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "is satisfied with any valid presentation",
    ...presenting((found) => {
      if ("satisfied" in found && found["outcome"] === "valid") found["satisfied"] = true;
    }),
  },
  {
    breaks: "MPLI-PRES-035",
    fault: "reads a credential in the id of another",
    ...presenting((found, asked) => {
      const { id = "" } = (asked["verifiablePresentation"] ?? {}) as { readonly id?: string };
      const presented = Buffer.from(id.split(".")[1] ?? "", "base64url").toString();
      if ("satisfied" in found && /"id":"data:application\/dc\+sd-jwt.*"proofValue"/.test(presented))
        Object.assign(found, { satisfied: true, missing: [] });
    }),
  },
  { breaks: "MPLI-PRES-035", fault: "does not look at claims", ...without("claims") },
  { breaks: "MPLI-PRES-035", fault: "does not look at values", ...without("values") },
  { breaks: "MPLI-PRES-035", fault: "does not look at types", ...without("type_values") },
  { breaks: "MPLI-PRES-035", fault: "asks for all claims of all sets", ...without("claim_sets") },
  { breaks: "MPLI-PRES-035", fault: "asks for all credentials of all sets", ...without("credential_sets") },
  { breaks: "MPLI-PRES-035", fault: "takes what is optional for required", ...without("required") },
  {
    breaks: "MPLI-PRES-036",
    fault: "asks for holder binding in any case",
    ...without("require_cryptographic_holder_binding"),
  },
  {
    breaks: "MPLI-PRES-036",
    fault: "takes borrowed credentials",
    ...hearingJson(
      requests,
      inEachObject((object) =>
        "format" in object ? { require_cryptographic_holder_binding: false, ...object } : object,
      ),
    ),
  },
  {
    breaks: "MPLI-PRES-037",
    fault: "has the query decide whom it believes",
    ...presenting((found, asked) => {
      if (queryIn(asked).includes("trusted_authorities")) found["satisfied"] = false;
    }),
  },
  {
    breaks: "MPLI-PRES-038",
    fault: "does not say what is missing",
    ...missing(() => []),
  },
  {
    breaks: "MPLI-PRES-038",
    fault: "calls whatever is missing absent",
    ...missing((all) => all.map((one) => ({ ...one, code: "credential-absent" }))),
  },
  {
    breaks: "MPLI-PRES-038",
    fault: "does not say what is wrong with what was there",
    ...missing((all) => all.map(({ faults: _, ...rest }) => rest)),
  },
  {
    breaks: "MPLI-PRES-038",
    fault: "does not say which claim",
    ...missing((all) => all.map(({ path: _, ...rest }) => rest)),
  },
  {
    breaks: "MPLI-PRES-038",
    fault: "does not say which set",
    ...missing((all) => all.map(({ set: _, ...rest }) => rest)),
  },
] satisfies readonly Mutant[];
