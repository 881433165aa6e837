// What the problems of trust policies mean: for pages, not for the node.
import type { Explanations } from "../../edge/explanation.ts";
import type { PolicyChoiceRefusal, PolicyDoorRefusal } from "./refusals.ts";

export const POLICY_EXPLANATIONS: Explanations<PolicyChoiceRefusal | PolicyDoorRefusal> = {
  "malformed-policy": {
    means:
      "The trust policy lacks a member, has one that policies do not have, or a value that the member cannot have. The node decides nothing by half a policy.",
    cause: "A misspelt member, a date without an offset, an empty list, or a name where an object belongs.",
    action: "fix",
    more: "An empty list is refused since JSON-LD takes it for a member that is not there: a rule for no scheme would be one for all of them.",
    evidence: {
      member: "The member that does not fit, by its name in JSON.",
      expected: "What it can be.",
      given: "What it is, where it has a value; at most 100 characters.",
    },
    example: { member: "effect", expected: "one of accept, deny", given: "allow" },
  },
  "bare-rule": {
    means:
      "A rule accepts issuers whatever they say, or anyone who says something of a type. A policy answers whom to believe with what, and such a rule answers half of it.",
    cause: "A list of trusted names without the types of credentials for which each is trusted.",
    action: "fix",
    more: "To believe everyone, ask for the policy `open`.",
    evidence: { lacks: "What the rule does not name: `issuer` or `credentialType`." },
    example: { lacks: "credentialType" },
  },
  "policy-too-large": {
    means: "The trust policy has more of a member than a node reads.",
    cause: "A register of issuers that was written into one policy.",
    action: "fix",
    more: "Accept a category of anchors instead of each issuer, or leave out what is not asked for.",
    evidence: { member: "The member, by its name in JSON.", limit: "How many are read." },
    example: { member: "rule", limit: 1000 },
  },
  "policy-with-imports": {
    means: "The trust policy leans on others, which the node would have to fetch for this request.",
    cause: "A policy as it is published, sent as it is.",
    action: "fix",
    more: "The command `mpli policies check FILE --resolved` fetches the imports, compares their digests and writes the policy with all rules in it.",
    evidence: {},
    example: {},
  },
  "unknown-policy": {
    means: "The request asks to be decided by a trust policy that the node does not have.",
    cause: "A misspelt name, or the name of another node's policy.",
    action: "fix",
    evidence: {
      policy: "The name that was asked for; at most 100 characters.",
      known: "The names of the policies that the node has.",
    },
    example: { policy: "gaiax", known: ["open", "gaia-x", "eidas"] },
  },
  "policy-name-taken": {
    means:
      "The trust policy in the request has the name of one that the node has. An answer names the policy that it was decided by, and nobody could tell which of the two it was.",
    cause: "A policy that was read from a node, changed and sent under its old name.",
    action: "fix",
    evidence: { policy: "The name." },
    example: { policy: "gaia-x" },
  },
  "no-such-policy": {
    means: "The node has no trust policy of the name in the address.",
    cause: "A misspelt name, or a policy that the operator took out.",
    action: "give-up",
    evidence: { policy: "The name in the address; at most 100 characters." },
    example: { policy: "gaiax" },
  },
};
