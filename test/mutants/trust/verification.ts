// Faults in verifying credentials.
import { answering, hearing, hearingJson, refusing, taking, withJson, withStatus } from "../faults.ts";
import type { Json } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";
import { answeringWith, believing, calling, finding, overlooking, settle, verifies } from "../verifying.ts";

const isValid = ({ outcome }: { readonly outcome?: unknown }) => outcome === "valid";

const credentialIn = (sent: unknown): Json =>
  ((sent as Json | undefined)?.["verifiableCredential"] as Json | undefined) ?? {};

/** A credential whose proof nobody knows. */
const UNKNOWN_PROOF = { proof: { type: "DataIntegrityProof", cryptosuite: "unknown" } };

/** By the length of its signature. */
const isByP384 = (sent: unknown) =>
  String((credentialIn(sent)["proof"] as Json | undefined)?.["proofValue"]).length > 120;

const withoutSuite = (sent: unknown) => ({ ...(sent as Json), verifiableCredential: UNKNOWN_PROOF });

export default [
  {
    breaks: "MPLI-TRUST-001",
    fault: "verifies nothing",
    spreads: ["policies"],
    ...answering(verifies, (answer) => withStatus(answer, 501)),
  },
  {
    breaks: "MPLI-TRUST-002",
    fault: "verifies for those who say who they are",
    spreads: ["policies"],
    ...answering(verifies, (answer, { headers }) =>
      headers.has("authorization") ? answer : withStatus(answer, 401),
    ),
  },
  {
    breaks: "MPLI-TRUST-003",
    fault: "takes bare tokens and no envelopes",
    spreads: ["policies"],
    ...hearing(verifies, (text) => text.replace("EnvelopedVerifiableCredential", "Enveloped")),
  },
  {
    breaks: "MPLI-TRUST-004",
    fault: "calls nothing an invalid credential",
    ...taking("no-credential", 200, {
      type: "CredentialVerification",
      outcome: "invalid",
      verified: false,
      checks: [],
    }),
  },
  {
    breaks: "MPLI-TRUST-004",
    fault: "refuses a request without a credential as malformed",
    ...refusing("no-credential", () => undefined, 400),
  },
  {
    breaks: "MPLI-TRUST-005",
    fault: "answers with status 400 where a credential is not valid",
    spreads: ["policies"],
    ...answering(verifies, async (answer) =>
      isValid((await answer.clone().json()) as object) ? answer : withStatus(answer, 400),
    ),
  },
  {
    breaks: "MPLI-TRUST-005",
    fault: "answers without a type",
    ...answeringWith((found) => delete found["type"]),
  },
  {
    breaks: "MPLI-TRUST-006",
    fault: "leaves out the checks that were not made",
    ...answeringWith((found) => {
      found.checks = found.checks.filter(({ outcome }) => outcome !== "not-checked");
    }),
  },
  {
    breaks: "MPLI-TRUST-006",
    fault: "lists the checks by name",
    ...answeringWith((found) => found.checks.sort((a, b) => (a.check < b.check ? -1 : 1))),
  },
  {
    breaks: "MPLI-TRUST-007",
    fault: "calls invalid whatever it does not know",
    ...answeringWith((found) => {
      if (found["outcome"] === "indeterminate") found["outcome"] = "invalid";
    }),
  },
  {
    breaks: "MPLI-TRUST-008",
    fault: "calls verified whatever is not invalid",
    ...answeringWith((found) => {
      found["verified"] = found["outcome"] !== "invalid";
    }),
  },
  {
    breaks: "MPLI-TRUST-009",
    fault: "gives no codes",
    spreads: ["policies"],
    ...answeringWith((found) => {
      for (const check of found.checks) delete check.code;
    }),
  },
  {
    breaks: "MPLI-TRUST-009",
    fault: "has codes and no words",
    ...answeringWith((found) => {
      for (const check of found.checks) delete check["message"];
    }),
  },
  {
    breaks: "MPLI-TRUST-009",
    fault: "has words for what has failed alone",
    ...answeringWith((found) => {
      for (const check of found.checks) if (check.outcome === "unknown") check["message"] = "";
    }),
  },
  {
    breaks: "MPLI-TRUST-010",
    fault: "does not say whose credential it is",
    ...answeringWith((found) => delete found["issuer"]),
  },
  {
    breaks: "MPLI-TRUST-010",
    fault: "leaves out what a credential is about",
    ...answeringWith((found) => delete found["subject"]),
  },
  {
    breaks: "MPLI-TRUST-011",
    fault: "shows what a forged token claims",
    ...answering(verifies, async (answer, request) => {
      const { id } = credentialIn(await request.clone().json());
      const [, payload] = /,[^.]+\.([\w-]+)\./.exec(String(id)) ?? [];
      if (payload === undefined) return answer;
      return withJson(answer, (found) => {
        if (answer.ok) found["credential"] = JSON.parse(Buffer.from(payload, "base64url").toString());
      });
    }),
  },
  { breaks: "MPLI-TRUST-012", fault: "repairs a token", ...overlooking("malformed") },
  {
    breaks: "MPLI-TRUST-012",
    fault: "takes the last of two equal names",
    ...overlooking("malformed", ({ detail }) => String(detail).includes("duplicate-name")),
  },
  {
    breaks: "MPLI-TRUST-013",
    fault: "does not know the algorithm PS256",
    ...hearing(verifies, (text) =>
      text.replace(/(data:application\/vc\+jwt,)eyJhbGciOiJQUzI1NiI/, "$1eyJhbGciOiJQUzI1NyI"),
    ),
  },
  {
    breaks: "MPLI-TRUST-014",
    fault: "takes the algorithm that a token asks for",
    ...overlooking("alg-not-allowed"),
  },
  {
    breaks: "MPLI-TRUST-014",
    fault: "calls an algorithm that it does not accept malformed",
    ...calling("alg-not-allowed", "malformed"),
  },
  { breaks: "MPLI-TRUST-015", fault: "passes over what is critical", ...overlooking("crit-not-understood") },
  { breaks: "MPLI-TRUST-016", fault: "takes any token for a credential", ...overlooking("type-mismatch") },
  { breaks: "MPLI-TRUST-017", fault: "unwraps credentials", ...overlooking("wrapper-claim") },
  {
    breaks: "MPLI-TRUST-017",
    fault: "unwraps credentials where nothing stands beside them",
    ...believing(
      ({ header, payload }) => "vc" in payload && !("issuer" in payload) && header["typ"] === "vc+jwt",
    ),
  },
  {
    breaks: "MPLI-TRUST-018",
    fault: "looks at the issuer of the credential alone",
    ...overlooking("issuer-mismatch"),
  },
  { breaks: "MPLI-TRUST-019", fault: "takes anybody's key", ...overlooking("kid-issuer-mismatch") },
  {
    breaks: "MPLI-TRUST-020",
    fault: "verifies with the key that a token brings",
    ...overlooking("bad-signature"),
  },
  {
    breaks: "MPLI-TRUST-020",
    fault: "takes the key that a token brings where it names none",
    ...believing(({ header }) => header["kid"] === undefined && "jwk" in header),
  },
  {
    breaks: "MPLI-TRUST-020",
    fault: "looks where a token says for a key that its issuer has not",
    ...believing(({ header }) => header["kid"] === "forged" && ("jku" in header || "x5u" in header)),
  },
  {
    breaks: "MPLI-TRUST-020",
    fault: "takes the certificates of whoever has a DID",
    ...believing(
      ({ header, payload }) => "x5c" in header && /^did:(?:jwk|web):/.test(String(payload["issuer"])),
    ),
  },
  {
    breaks: "MPLI-TRUST-020",
    fault: "takes the certificates of an SD-JWT VC by whoever has a DID",
    ...believing(
      ({ header, payload }) =>
        "x5c" in header && /^did:(?:jwk|web):/.test(String(payload["iss"] ?? "")) && "vct" in payload,
    ),
  },
  {
    breaks: "MPLI-TRUST-021",
    fault: "calls other DID methods invalid",
    ...calling("did-method-unsupported", "malformed-did", "failed"),
  },
  {
    breaks: "MPLI-TRUST-021",
    fault: "does not know did:key",
    ...finding("did-method-unsupported", "key", ({ issuer }) => String(issuer).startsWith("did:key:")),
  },
  { breaks: "MPLI-TRUST-022", fault: "takes the first key of a document", ...overlooking("key-not-found") },
  { breaks: "MPLI-TRUST-022", fault: "takes keys for any purpose", ...overlooking("key-not-authorised") },
  {
    breaks: "MPLI-TRUST-022",
    fault: "takes the key of a proof for any purpose",
    ...believing(({ credential }, codes) => "proof" in credential && codes.includes("key-not-authorised")),
  },
  { breaks: "MPLI-TRUST-023", fault: "believes documents of other DIDs", ...overlooking("did-mismatch") },
  {
    breaks: "MPLI-TRUST-024",
    fault: "takes weak keys",
    ...overlooking("key-unfit", ({ detail }) => String(detail).includes("bits")),
  },
  {
    breaks: "MPLI-TRUST-024",
    fault: "takes keys of other algorithms",
    ...overlooking("key-unfit", ({ detail }) => !String(detail).includes("bits")),
  },
  {
    breaks: "MPLI-TRUST-024",
    fault: "takes the key of a proof for any suite",
    ...believing(({ credential }, codes) => "proof" in credential && codes.includes("key-unfit")),
  },
  {
    breaks: "MPLI-TRUST-025",
    fault: "takes a proof without a document of its key",
    ...believing(({ credential }, codes) => "proof" in credential && codes.includes("did-unreachable")),
  },
  {
    breaks: "MPLI-TRUST-025",
    fault: "calls invalid whose DID document cannot be read",
    ...calling("did-unreachable", "did-unreachable", "failed"),
  },
  { breaks: "MPLI-TRUST-026", fault: "does not verify signatures", ...overlooking("bad-signature") },
  {
    breaks: "MPLI-TRUST-027",
    fault: "takes any object for a credential",
    ...overlooking("not-a-credential"),
  },
  { breaks: "MPLI-TRUST-028", fault: "takes any context", ...overlooking("context-not-allowed") },
  {
    breaks: "MPLI-TRUST-028",
    fault: "takes contexts inside a credential",
    ...overlooking("context-not-allowed", ({ detail }) => String(detail).includes("inside")),
  },
  { breaks: "MPLI-TRUST-029", fault: "drops undefined terms", ...overlooking("undefined-term") },
  { breaks: "MPLI-TRUST-030", fault: "takes what has expired", ...overlooking("expired") },
  { breaks: "MPLI-TRUST-030", fault: "takes what is not valid yet", ...overlooking("not-yet-valid") },
  {
    breaks: "MPLI-TRUST-030",
    fault: "does not look at the times of the token",
    ...overlooking("expired", ({ detail }) => detail === "exp"),
  },
  { breaks: "MPLI-TRUST-031", fault: "takes milliseconds for seconds", ...overlooking("malformed-time") },
  { breaks: "MPLI-TRUST-032", fault: "does not look at status lists", ...overlooking("revoked") },
  { breaks: "MPLI-TRUST-032", fault: "calls what is suspended revoked", ...calling("suspended", "revoked") },
  {
    breaks: "MPLI-TRUST-032",
    fault: "reads the first of several status entries",
    ...answeringWith((found) => {
      const { credentialStatus } = (found["credential"] ?? {}) as { credentialStatus?: unknown };
      const isFirst = (detail: unknown) =>
        !Array.isArray(credentialStatus) ||
        String(detail).endsWith(` ${(credentialStatus[0] as Json)["statusListIndex"]}`);
      found.checks = found.checks.map((each) =>
        /^(?:revoked|suspended)$/.test(each.code ?? "") && !isFirst(each["detail"])
          ? { check: each.check, outcome: "passed" }
          : each,
      );
      settle(found);
    }),
  },
  { breaks: "MPLI-TRUST-033", fault: "believes anybody's list", ...overlooking("status-not-trusted") },
  {
    breaks: "MPLI-TRUST-033",
    fault: "reads a list that was moved",
    ...overlooking("status-not-trusted", ({ detail }) => detail === "the id is that of another list"),
  },
  {
    breaks: "MPLI-TRUST-033",
    fault: "does not look at the status of a list",
    ...overlooking("status-not-trusted", ({ detail }) =>
      ["revoked", "status-not-trusted"].includes(String(detail)),
    ),
  },
  {
    breaks: "MPLI-TRUST-033",
    fault: "follows lists that name each other until it falls",
    ...answering(verifies, async (answer) =>
      /"detail":"(?:revoked|status-not-trusted)"/.test(await answer.clone().text())
        ? withStatus(answer, 500)
        : answer,
    ),
  },
  {
    breaks: "MPLI-TRUST-034",
    fault: "takes a list that is gone for a clean one",
    ...overlooking("status-unreachable"),
  },
  {
    breaks: "MPLI-TRUST-034",
    fault: "passes over kinds of status that it does not know",
    ...overlooking("status-unsupported"),
  },
  {
    breaks: "MPLI-TRUST-035",
    fault: "reads beyond the end of a list",
    ...overlooking("status-out-of-range"),
  },
  { breaks: "MPLI-TRUST-035", fault: "reads short lists", ...overlooking("status-list-too-short") },
  { breaks: "MPLI-TRUST-036", fault: "inflates whatever comes", ...overlooking("status-list-too-large") },
  {
    breaks: "MPLI-TRUST-037",
    fault: "follows redirects",
    host: (host) => ({
      ...host,
      trust: { ...host.trust, fetch: (url, options) => host.trust.fetch(url, { ...options, redirects: 3 }) },
    }),
  },
  {
    breaks: "MPLI-TRUST-038",
    fault: "fetches as much as it is told to",
    spreads: ["presentations"],
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
    breaks: "MPLI-TRUST-039",
    fault: "does not name its policy",
    spreads: ["policies"],
    ...answeringWith((found) => delete found["policy"]),
  },
  {
    breaks: "MPLI-TRUST-040",
    fault: "does not know SD-JWT VC",
    ...hearing(verifies, (text) => text.replace("application/dc+sd-jwt", "application/unknown")),
  },
  {
    breaks: "MPLI-TRUST-041",
    fault: "looks at envelopes alone",
    ...hearingJson(verifies, (sent) =>
      "proof" in credentialIn(sent) ? { ...(sent as Json), verifiableCredential: UNKNOWN_PROOF } : sent,
    ),
  },
  {
    breaks: "MPLI-TRUST-042",
    fault: "reads every token by the W3C's profile",
    spreads: ["policies"],
    ...hearingJson(verifies, (sent) => ({ verifiableCredential: credentialIn(sent) })),
  },
  {
    breaks: "MPLI-TRUST-042",
    fault: "does not say by which profile it has read",
    ...answeringWith((found) => delete found["profile"]),
  },
  {
    breaks: "MPLI-TRUST-043",
    fault: "reads by the W3C's profile where it does not know another",
    ...taking("unknown-profile", 200, { type: "CredentialVerification", outcome: "valid", checks: [] }),
  },
  {
    breaks: "MPLI-TRUST-044",
    fault: "takes the W3C's name of a token alone",
    ...hearing(verifies, (text) => text.replace("application/vc+ld+jwt", "application/unknown")),
  },
  {
    breaks: "MPLI-TRUST-045",
    fault: "does not say what it left open",
    ...answeringWith((found) => {
      found["notChecked"] = [];
    }),
  },
  {
    breaks: "MPLI-TRUST-045",
    fault: "leaves out what it left open where a credential is not valid",
    ...answeringWith((found) => {
      if (found["outcome"] !== "valid") delete found["notChecked"];
    }),
  },
  {
    breaks: "MPLI-TRUST-046",
    fault: "takes members beside a wrapped credential",
    ...overlooking("wrapper-claim", ({ detail }) => detail === "vc"),
  },
  {
    breaks: "MPLI-TRUST-046",
    fault: "knows no wrapped credentials",
    ...finding("wrapper-claim", "form", ({ profile, outcome }) => profile === "dome" && outcome === "valid"),
  },
  {
    breaks: "MPLI-TRUST-047",
    fault: "does not look at the subject of a token",
    ...overlooking("not-a-credential", ({ detail }) => String(detail).startsWith("sub ")),
  },
  {
    breaks: "MPLI-TRUST-048",
    fault: "takes the certificate of anybody",
    ...overlooking("issuer-mismatch", ({ detail }) => /did:elsi|certificate/.test(String(detail))),
  },
  { breaks: "MPLI-TRUST-049", fault: "trusts the root of a chain", ...overlooking("no-anchor") },
  {
    breaks: "MPLI-TRUST-049",
    fault: "calls invalid what other anchors would vouch for",
    ...calling("no-anchor", "certificate-invalid", "failed"),
  },
  {
    breaks: "MPLI-TRUST-050",
    fault: "reads certificates with patience",
    ...overlooking("certificate-invalid"),
  },
  {
    breaks: "MPLI-TRUST-050",
    fault: "does not compare a thumbprint",
    ...overlooking("certificate-invalid", ({ detail }) => String(detail).startsWith("x5t")),
  },
  {
    breaks: "MPLI-TRUST-050",
    fault: "does not compare what kid says of a certificate",
    ...overlooking("certificate-invalid", ({ detail }) => String(detail).startsWith("kid")),
  },
  {
    breaks: "MPLI-TRUST-051",
    fault: "takes a seal without its time",
    ...overlooking("malformed", ({ detail }) => String(detail).includes("sigT")),
  },
  {
    breaks: "MPLI-TRUST-051",
    fault: "understands everything critical in a seal",
    ...overlooking("crit-not-understood", ({ detail }) => detail === undefined),
  },
  {
    breaks: "MPLI-TRUST-052",
    fault: "takes any token for an SD-JWT VC",
    ...overlooking("type-mismatch", ({ detail }) => detail === "vc+sd-jwt"),
  },
  {
    breaks: "MPLI-TRUST-053",
    fault: "takes digests by any hash",
    ...overlooking("alg-not-allowed", ({ detail }) => /md5|sha-1/.test(String(detail))),
  },
  {
    breaks: "MPLI-TRUST-054",
    fault: "passes over disclosures that fit nowhere",
    ...overlooking("disclosure-mismatch"),
  },
  {
    breaks: "MPLI-TRUST-054",
    fault: "lets a disclosure take the place of a claim",
    ...overlooking("disclosure-mismatch", ({ detail }) => String(detail).startsWith("claim-collision")),
  },
  {
    breaks: "MPLI-TRUST-055",
    fault: "lets a holder disclose the end of a credential",
    ...overlooking("disclosure-mismatch", ({ detail }) => detail === "claim-not-disclosable exp"),
  },
  {
    breaks: "MPLI-TRUST-056",
    fault: "takes an SD-JWT for an SD-JWT VC",
    ...overlooking("not-a-credential", ({ detail }) => String(detail).startsWith("vct")),
  },
  {
    breaks: "MPLI-TRUST-056",
    fault: "passes over a context in an SD-JWT VC",
    ...overlooking(
      "context-not-allowed",
      ({ detail }) => detail === '"https://www.w3.org/ns/credentials/v2"',
    ),
  },
  {
    breaks: "MPLI-TRUST-057",
    fault: "does not know P-384",
    ...hearingJson(verifies, (sent) => (isByP384(sent) ? withoutSuite(sent) : sent)),
  },
  {
    breaks: "MPLI-TRUST-058",
    fault: "calls invalid whatever suite it does not know",
    ...calling("form-unsupported", "malformed-proof", "failed"),
  },
  {
    breaks: "MPLI-TRUST-058",
    fault: "looks at one of several proofs",
    ...believing(({ credential: { proof } }) => Array.isArray(proof) && proof.length > 1),
  },
  { breaks: "MPLI-TRUST-059", fault: "repairs proofs", ...overlooking("malformed-proof") },
  {
    breaks: "MPLI-TRUST-059",
    fault: "does not look at the times of a proof",
    ...overlooking("malformed-proof", ({ detail }) => String(detail).includes("time")),
  },
  {
    breaks: "MPLI-TRUST-060",
    fault: "takes proofs for any purpose",
    ...overlooking("proof-purpose-differs"),
  },
  {
    breaks: "MPLI-TRUST-061",
    fault: "takes the proof of anybody",
    ...overlooking("issuer-mismatch", ({ detail }) => /^did:jwk:.*#/.test(String(detail))),
  },
  {
    breaks: "MPLI-TRUST-062",
    fault: "does not look at the end of a proof",
    ...overlooking("expired", ({ detail }) => /^\d{4}-/.test(String(detail))),
  },
  {
    breaks: "MPLI-TRUST-062",
    fault: "takes a proof that is yet to be made",
    ...overlooking("not-yet-valid", ({ detail }) => /^\d{4}-/.test(String(detail))),
  },
  { breaks: "MPLI-TRUST-063", fault: "rounds what it signs for", ...overlooking("malformed-json-ld") },
  {
    breaks: "MPLI-TRUST-063",
    fault: "rounds the last digits of a number",
    ...believing(({ credential }) => JSON.stringify(credential).includes('"name":0.30000000000000004')),
  },
  {
    breaks: "MPLI-TRUST-064",
    fault: "reads Gaia-X in seconds alone",
    ...finding(
      "malformed-time",
      "time",
      ({ profile, credential }) =>
        profile === "gaia-x" && Number((credential as Json | undefined)?.["exp"]) > 1e11,
    ),
  },
  {
    breaks: "MPLI-TRUST-065",
    fault: "looks at the times of the payload alone",
    ...overlooking("not-yet-valid", ({ detail }) => detail === "nbf" || detail === "iat"),
  },
  {
    breaks: "MPLI-TRUST-065",
    fault: "looks at the claims of an SD-JWT alone",
    ...believing(({ header, payload }) => header["exp"] === 1_767_225_601 && "vct" in payload),
  },
  {
    breaks: "MPLI-TRUST-066",
    fault: "calls a list that is none another's",
    ...calling("malformed-status-list", "status-not-trusted"),
  },
  {
    breaks: "MPLI-TRUST-067",
    fault: "reads a token status list from the other end",
    ...overlooking("revoked", ({ detail }) => String(detail).includes("/statuses-")),
  },
  {
    breaks: "MPLI-TRUST-067",
    fault: "takes a value of its own for validity",
    ...overlooking("status-unsupported", ({ detail }) => detail === "status 3"),
  },
  {
    breaks: "MPLI-TRUST-080",
    fault: "reads as much as an SD-JWT says",
    ...overlooking("malformed", ({ detail }) => String(detail).includes("too many values")),
  },
  {
    breaks: "MPLI-TRUST-081",
    fault: "looks for no status beside a wrapped credential",
    ...answeringWith((found) => {
      if (found["profile"] !== "dome") return;
      found.checks = found.checks.map((each) =>
        each.code === "revoked" || each.code === "suspended"
          ? { check: each.check, outcome: "passed" }
          : each,
      );
      settle(found);
    }),
  },
  {
    breaks: "MPLI-TRUST-068",
    fault: "takes any token for a list",
    ...overlooking("status-not-trusted", ({ detail }) => detail === "type-mismatch"),
  },
  {
    breaks: "MPLI-TRUST-068",
    fault: "serves one list in the place of another",
    ...overlooking("status-not-trusted", ({ detail }) => detail === "sub is that of another list"),
  },
  {
    breaks: "MPLI-TRUST-065",
    fault: "passes over times in the header of a list",
    ...overlooking("status-not-trusted", ({ detail }) => detail === "expired"),
  },
  {
    breaks: "MPLI-TRUST-068",
    fault: "does not look at the issuer that a list names",
    ...overlooking("status-not-trusted", ({ detail }) => detail === "kid-issuer-mismatch"),
  },
  {
    breaks: "MPLI-TRUST-071",
    fault: "takes a status entry that it cannot read for a clean one",
    ...overlooking("malformed-status"),
  },
  {
    breaks: "MPLI-TRUST-071",
    fault: "looks at every status entry",
    ...overlooking("malformed-status", ({ detail }) => String(detail).startsWith("more than")),
  },
  {
    breaks: "MPLI-TRUST-071",
    fault: "takes a number of a status entry that is no text",
    ...believing(({ payload }) => /"statusListIndex":\d/.test(JSON.stringify(payload))),
  },
  {
    breaks: "MPLI-TRUST-069",
    fault: "reads as much as a credential says",
    ...overlooking("malformed-json-ld", ({ detail }) => String(detail).includes("too many values")),
  },
  {
    breaks: "MPLI-TRUST-069",
    fault: "reads some hundred values alone",
    ...finding(
      "malformed-json-ld",
      "contexts",
      ({ credential = "" }) => JSON.stringify(credential).length > 5000,
    ),
  },
  {
    breaks: "MPLI-TRUST-070",
    fault: "reads the members alone of what was signed as statements",
    ...overlooking("malformed-json-ld", ({ detail }) =>
      String(detail).startsWith("its statements have another"),
    ),
  },
  {
    breaks: "MPLI-TRUST-072",
    fault: "does not see what stands under keywords",
    ...overlooking("malformed-json-ld", ({ detail }) => String(detail).startsWith("members beside")),
  },
  {
    breaks: "MPLI-TRUST-072",
    fault: "takes nothing for something",
    ...overlooking("malformed-json-ld", ({ detail }) =>
      /^(?:null|an empty list|a list in)/.test(String(detail)),
    ),
  },
  {
    breaks: "MPLI-TRUST-072",
    fault: "reads one of two members for a term",
    ...overlooking("malformed-json-ld", ({ detail }) => String(detail).endsWith("are one term")),
  },
  {
    breaks: "MPLI-TRUST-072",
    fault: "reads half of a node that is written twice",
    ...overlooking("malformed-json-ld", ({ detail }) => String(detail).endsWith("in several places")),
  },
  {
    breaks: "MPLI-TRUST-072",
    fault: "reads half of an object inside that is written twice",
    ...believing(({ credential: { evidence } }) => Array.isArray(evidence)),
  },
  {
    breaks: "MPLI-TRUST-072",
    fault: "reads a subject whose claims stand elsewhere",
    ...overlooking("malformed-json-ld", ({ detail }) => String(detail).endsWith("stands elsewhere")),
  },
  {
    breaks: "MPLI-TRUST-073",
    fault: "passes over members of a proof that it does not know",
    ...overlooking("malformed-proof", ({ detail }) => /^(?:https?:|@nest|conformance)/.test(String(detail))),
  },
  {
    breaks: "MPLI-TRUST-073",
    fault: "knows a proof's members by any name",
    ...overlooking("malformed-proof", ({ detail }) => /^https?:/.test(String(detail))),
  },
  {
    breaks: "MPLI-TRUST-070",
    fault: "does not compare types with what was signed",
    ...overlooking("malformed-json-ld", ({ detail }) => String(detail).includes("another type")),
  },
] satisfies readonly Mutant[];
