// Faults in listing trust policies, reading them and deciding by them.
import {
  answering,
  hearingJson,
  on,
  refusal,
  refusing,
  taking,
  withHeaders,
  withJson,
  withStatus,
} from "../faults.ts";
import { claiming } from "../credentials.ts";
import { hearingDemands } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { finding, overlooking, verifies } from "../verifying.ts";

type Json = { [name: string]: unknown };

const lists = on("/trust/policy", "GET");
const reads = on(/^\/trust\/policy\/./, "GET");
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes the list of policies. */
const listing = (change: (list: Json & { policy: Json[] }) => void): Spoil =>
  answering(lists, (answer) => withJson(answer, (list) => change(list as Json & { policy: Json[] })));

/** Hears another policy than the request names or brings along; undefined for none. */
const hearingPolicy = (change: (policy: unknown) => unknown): Spoil =>
  hearingJson(verifies, (body) => {
    if (!isObject(body) || !isObject(body["options"]) || !("policy" in body["options"])) return body;
    return { ...body, options: { ...body["options"], policy: change(body["options"]["policy"]) } };
  });

/** Hears a policy in the request with other rules, where it has a list of them. */
const hearingRules = (change: (rules: Json[]) => unknown[]): Spoil =>
  hearingPolicy((policy) =>
    isObject(policy) && Array.isArray(policy["rule"])
      ? { ...policy, rule: change(policy["rule"] as Json[]) }
      : policy,
  );

/** Hears each rule of a policy in the request with a change. */
const hearingRule = (change: (rule: Json) => Json) => hearingRules((rules) => rules.map(change));

/** Weighs evidence by other rules than the demand brings; undefined takes one out. */
const weighingBy = (change: (rule: Json) => Json | undefined): Spoil =>
  hearingDemands((demand) => {
    const { trustPolicy } = demand;
    if (!isObject(trustPolicy) || !Array.isArray(trustPolicy["rule"])) return;
    trustPolicy["rule"] = (trustPolicy["rule"] as Json[]).flatMap((rule) => change(rule) ?? []);
  });

const conferring = (rule: Json, type: string, role: string): Json =>
  [rule["credentialType"]].flat().includes(type) ? { ...rule, confers: [role] } : rule;

const isIri = (text: string) => text.includes(":");

const without =
  (...names: readonly string[]) =>
  (object: Json): Json =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
const IN_STOCK = ["open", "gaia-x", "eidas"];
const OF_POLICY = "type name title description policyVersion rule imports".split(" ");
const OF_RULE = "type effect issuer credentialType scope anchorCategory confers validFrom validUntil".split(
  " ",
);
const only = (names: readonly string[]) => (object: Json) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
const shortened = (policy: Json, name: string, most: number): Json => {
  const text = policy[name];
  return typeof text === "string" ? { [name]: text.slice(0, most) } : {};
};
const ISO_27001 = "https://w3id.org/mpli/ns#ISO27001";
const VALID = { type: "CredentialVerification", outcome: "valid", verified: true, checks: [] };

export default [
  {
    breaks: "MPLI-POL-034",
    fault: "compares types letter by letter, whatever a rule does with them",
    ...hearingRule((rule) =>
      rule["effect"] === "deny" && JSON.stringify(rule["credentialType"] ?? "").includes("Audit")
        ? { ...rule, credentialType: ["NoSuchType"] }
        : rule,
    ),
  },
  {
    breaks: "MPLI-POL-001",
    fault: "has no list of policies",
    spreads: ["protocol"],
    ...answering(lists, () => refusal(404, "not-found")),
  },
  {
    breaks: "MPLI-POL-001",
    fault: "lists policies without saying what the list is",
    ...listing((list) => delete list["type"]),
  },
  {
    breaks: "MPLI-POL-002",
    fault: "lists names alone",
    ...listing((list) => {
      list.policy = list.policy.map(only(["name"]));
    }),
  },
  {
    breaks: "MPLI-POL-002",
    fault: "lists each version under one name",
    ...listing((list) => list.policy.push({ ...list.policy[0], policyVersion: 2 })),
  },
  {
    breaks: "MPLI-POL-003",
    fault: "calls another policy the default than it decides by",
    ...listing((list) => {
      list["default"] = "eidas";
    }),
  },
  {
    breaks: "MPLI-POL-003",
    fault: "calls a policy the default that it does not list",
    ...listing((list) => {
      list["default"] = "none";
    }),
  },
  {
    breaks: "MPLI-POL-004",
    fault: "shows its policies to those who say who they are",
    spreads: ["protocol"],
    ...answering(
      (request) => lists(request) || reads(request),
      (answer, { headers }) => (headers.has("authorization") ? answer : withStatus(answer, 401)),
    ),
  },
  {
    breaks: "MPLI-POL-005",
    fault: "does not list the policy open",
    ...listing((list) => {
      list.policy = list.policy.filter(({ name }) => name !== "open");
    }),
  },
  {
    breaks: "MPLI-POL-005",
    fault: "believes by the policy open those whose keys are of Ed25519",
    ...finding("issuer-not-trusted", "issuer", ({ policy, issuer }) => {
      const key = Buffer.from(String(issuer).replace("did:jwk:", ""), "base64url").toString();
      return policy === "open" && key.includes('"EC"');
    }),
    spreads: ["trust"],
  },
  {
    breaks: "MPLI-POL-006",
    fault: "serves a policy as JSON that is no graph",
    ...answering(reads, (answer) =>
      answer.ok ? withHeaders(answer, { "content-type": "application/json" }) : answer,
    ),
  },
  {
    breaks: "MPLI-POL-007",
    fault: "states the digest of something else",
    ...listing((list) => {
      for (const one of list.policy) one["digest"] = String(one["digest"]).split("").reverse().join("");
    }),
  },
  {
    breaks: "MPLI-POL-008",
    fault: "serves nothing under any name",
    ...taking("no-such-policy"),
  },
  {
    breaks: "MPLI-POL-008",
    fault: "calls a policy unprocessable that it does not have",
    ...refusing("no-such-policy", () => undefined, 422),
  },
  {
    breaks: "MPLI-POL-009",
    fault: "reads no names of policies",
    ...hearingPolicy((policy) => (IN_STOCK.includes(String(policy)) ? undefined : policy)),
  },
  {
    breaks: "MPLI-POL-010",
    fault: "decides as ever where a policy is brought along",
    ...hearingPolicy((policy) => (isObject(policy) && !("imports" in policy) ? undefined : policy)),
  },
  {
    breaks: "MPLI-POL-011",
    fault: "falls back to the default where it does not know a name",
    ...hearingPolicy((policy) =>
      typeof policy === "string" && !IN_STOCK.includes(policy) ? undefined : policy,
    ),
  },
  {
    breaks: "MPLI-POL-011",
    fault: "reads names whatever their letters",
    ...hearingPolicy((policy) => (typeof policy === "string" ? policy.trim().toLowerCase() : policy)),
  },
  {
    breaks: "MPLI-POL-012",
    fault: "lets a policy in a request pass for its own",
    ...taking("policy-name-taken", 200, VALID),
  },
  {
    breaks: "MPLI-POL-012",
    fault: "keeps but the name open to itself",
    ...hearingPolicy((policy) =>
      isObject(policy) && policy["name"] !== "open" && IN_STOCK.includes(String(policy["name"]))
        ? { ...policy, name: "another" }
        : policy,
    ),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "makes up what a policy lacks",
    ...hearingPolicy((policy) =>
      isObject(policy) ? { name: "unnamed", title: "Untitled", policyVersion: 1, ...policy } : policy,
    ),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "takes allow for accept",
    ...hearingRule((rule) => (rule["effect"] === "allow" ? { ...rule, effect: "accept" } : rule)),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "takes a date for its midnight",
    ...hearingRule((rule) =>
      /^\d{4}-\d\d-\d\d$/.test(String(rule["validFrom"]))
        ? { ...rule, validFrom: `${String(rule["validFrom"])}T00:00:00Z` }
        : rule,
    ),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "knows each scheme that anyone names",
    ...hearingRule((rule) => (rule["scope"] === "ISO27O01" ? { ...rule, scope: "ISO27001" } : rule)),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "takes titles and descriptions of any length",
    ...hearingPolicy((policy) =>
      isObject(policy)
        ? { ...policy, ...shortened(policy, "title", 200), ...shortened(policy, "description", 2000) }
        : policy,
    ),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "reads the whole part of a version",
    ...hearingPolicy((policy) =>
      isObject(policy) && typeof policy["policyVersion"] === "number" && policy["policyVersion"] > 1
        ? { ...policy, policyVersion: Math.floor(policy["policyVersion"]) }
        : policy,
    ),
  },
  {
    breaks: "MPLI-POL-013",
    fault: "does not read a version that is written as JSON-LD writes it",
    ...hearingPolicy((policy) =>
      isObject(policy) && typeof policy["policyVersion"] === "string"
        ? { ...policy, policyVersion: 0 }
        : policy,
    ),
  },
  {
    breaks: "MPLI-POL-014",
    fault: "passes over members of a rule that it does not know",
    ...hearingRule(only(OF_RULE)),
  },
  {
    breaks: "MPLI-POL-014",
    fault: "passes over members of a policy that it does not know",
    ...hearingPolicy((policy) => (isObject(policy) ? only(OF_POLICY)(policy) : policy)),
  },
  {
    breaks: "MPLI-POL-015",
    fault: "takes an empty list for a member that is not there",
    ...hearingRule((rule) => Object.fromEntries(Object.entries(rule).filter(([, value]) => !isEmpty(value)))),
  },
  {
    breaks: "MPLI-POL-016",
    fault: "believes those that a rule names for everything",
    ...hearingRule((rule) => ({ credentialType: ["VerifiableCredential"], ...rule })),
  },
  {
    breaks: "MPLI-POL-016",
    fault: "believes everyone for the types that a rule names",
    ...hearingRule((rule) =>
      "issuer" in rule || "anchorCategory" in rule || !("credentialType" in rule)
        ? rule
        : { ...rule, anchorCategory: ["ev"] },
    ),
  },
  {
    breaks: "MPLI-POL-017",
    fault: "reads the first thousand rules",
    ...hearingRules((rules) => rules.slice(0, 1000)),
  },
  {
    breaks: "MPLI-POL-017",
    fault: "reads the first ten thousand issuers",
    ...hearingRule((rule) =>
      Array.isArray(rule["issuer"]) ? { ...rule, issuer: rule["issuer"].slice(0, 10_000) } : rule,
    ),
  },
  {
    breaks: "MPLI-POL-018",
    fault: "passes over imports",
    ...hearingPolicy((policy) => (isObject(policy) ? without("imports")(policy) : policy)),
  },
  {
    breaks: "MPLI-POL-019",
    fault: "fetches what a policy imports before it refuses it",
    async asks(request, wire) {
      if (!verifies(request)) return request;
      const sent = await request.clone().text();
      const [, address] = /"policy":"(https?:[^"]+)"/.exec(sent) ?? [];
      if (address) await wire(address).catch(() => undefined);
      return request;
    },
  },
  {
    breaks: "MPLI-POL-020",
    fault: "lets the last rule decide",
    ...hearingRules((rules) => rules.slice(-1)),
  },
  {
    breaks: "MPLI-POL-020",
    fault: "lets the first rule decide",
    ...hearingRules((rules) => rules.slice(0, 1)),
  },
  {
    breaks: "MPLI-POL-020",
    fault: "passes over what is denied to everyone",
    ...hearingRules((rules) =>
      rules.length > 1
        ? rules.filter((rule) => rule["effect"] !== "deny" || Object.keys(rule).length > 1)
        : rules,
    ),
  },
  {
    breaks: "MPLI-POL-021",
    fault: "accepts what no rule is about",
    ...overlooking("issuer-not-trusted"),
  },
  {
    breaks: "MPLI-POL-022",
    fault: "accepts by the issuer alone",
    ...hearingRule((rule) =>
      rule["effect"] === "accept" && Array.isArray(rule["credentialType"]) && "issuer" in rule
        ? { ...rule, credentialType: [...(rule["credentialType"] as string[]), "VerifiableCredential"] }
        : rule,
    ),
  },
  {
    breaks: "MPLI-POL-022",
    fault: "denies an issuer whatever the rule says besides",
    ...hearingRule((rule) =>
      rule["effect"] === "deny" && "issuer" in rule ? only(["effect", "issuer"])(rule) : rule,
    ),
  },
  {
    breaks: "MPLI-POL-022",
    fault: "denies a type whoever issues it",
    ...hearingRule((rule) =>
      rule["effect"] === "deny" && "credentialType" in rule ? without("issuer")(rule) : rule,
    ),
  },
  {
    breaks: "MPLI-POL-022",
    fault: "does not look at the schemes of a rule that denies",
    ...hearingRule((rule) => (rule["effect"] === "deny" ? without("scope")(rule) : rule)),
  },
  {
    breaks: "MPLI-POL-020",
    fault: "denies no schemes",
    ...hearingRules((rules) =>
      rules.filter((rule) => rules.length === 1 || rule["effect"] !== "deny" || !("scope" in rule)),
    ),
  },
  {
    breaks: "MPLI-POL-023",
    fault: "applies rules before their time",
    ...hearingRule((rule) => (isFuture(rule["validFrom"]) ? without("validFrom")(rule) : rule)),
  },
  {
    breaks: "MPLI-POL-023",
    fault: "applies rules after their time",
    ...hearingRule((rule) =>
      isFuture(rule["validUntil"]) || rule["validUntil"] === null ? rule : without("validUntil")(rule),
    ),
  },
  {
    breaks: "MPLI-POL-024",
    fault: "does not compare anchors where an issuer is named",
    ...hearingRule((rule) =>
      "issuer" in rule && rule["effect"] === "accept" ? without("anchorCategory")(rule) : rule,
    ),
  },
  {
    breaks: "MPLI-POL-025",
    fault: "accepts an issuer whatever schemes its rule names",
    ...hearingRule((rule) => (rule["effect"] === "accept" ? without("scope")(rule) : rule)),
  },
  {
    breaks: "MPLI-POL-025",
    fault: "accepts schemes that begin like one that is named",
    ...hearingRule((rule) =>
      Array.isArray(rule["scope"])
        ? { ...rule, scope: [...rule["scope"], ...rule["scope"].map((one) => `${one}/2`).filter(isIri)] }
        : rule,
    ),
  },
  {
    breaks: "MPLI-POL-026",
    fault: "takes whomever it believes about a certification for a certification body",
    stage: "catalogue",
    ...weighingBy((rule) => conferring(rule, "CertificationCredential", "certification-body")),
  },
  {
    breaks: "MPLI-POL-026",
    fault: "takes whomever it believes about an accreditation for an accreditation body",
    stage: "catalogue",
    ...weighingBy((rule) => conferring(rule, "AccreditationCredential", "accreditation-body")),
  },
  {
    breaks: "MPLI-POL-027",
    fault: "follows chains of accreditations to any length",
    stage: "catalogue",
    ...claiming((claims) => {
      const body = claims.find(({ accredits = [] }) => accredits.length === 0)?.issuer ?? "";
      const isLong = claims.filter(({ accredits = [] }) => accredits.length > 0).length > 3;
      return claims.map(({ accredits = [], ...one }) =>
        isLong
          ? { ...one, accredits: accredits.map((each) => ({ ...each, subject: body })) }
          : { ...one, accredits },
      );
    }),
  },
  {
    breaks: "MPLI-POL-027",
    fault: "takes an accreditation for one scheme for one of all schemes",
    stage: "catalogue",
    ...claiming((claims) =>
      claims.map(({ accredits, ...one }) => ({
        ...one,
        ...(accredits ? { accredits: accredits.map((each) => ({ ...each, scheme: ISO_27001 })) } : {}),
      })),
    ),
  },
  {
    breaks: "MPLI-POL-028",
    fault: "follows chains without looking at who is denied",
    stage: "catalogue",
    ...weighingBy((rule) => (rule["effect"] === "deny" ? undefined : rule)),
  },
] satisfies Mutant[];

function isFuture(date: unknown): boolean {
  return typeof date === "string" && date > "2099";
}
