// What the problems of issuing mean: for pages, not for the node.
import type { EDGE_EXPLANATIONS } from "../../edge/explanations.ts";
import type { Explanations } from "../../edge/explanation.ts";
import type { IssuingRefusal } from "./refusals.ts";

type Elsewhere = keyof typeof EDGE_EXPLANATIONS | "malformed-parameter";

const ID = "urn:uuid:5e0d7b0a-6d0f-4b59-8c0a-2f6f0f3c9a11";
const THE_ID = "The id in the request.";

export const ISSUING_EXPLANATIONS: Explanations<IssuingRefusal, Elsewhere> = {
  "malformed-request": {
    means:
      "The body is JSON, and one of its members is not what it should be. Members that the node does not know are refused, too: a wish that is passed over is worse than one that is refused.",
    cause: "A token where a credential belongs, or a misspelt option.",
    action: "fix",
    evidence: { member: "Where it stands, such as `options.suspension`." },
    example: { member: "options.suspention" },
  },
  "reserved-member": {
    means:
      "A credential is signed as the payload of a token. Its status and its proof are the node's to write, and names that tokens give a meaning of their own cannot be members of a credential.",
    cause: "A credential that was issued by somebody else and is sent as it is.",
    action: "fix",
    evidence: { member: "The name of the member." },
    example: { member: "proof" },
  },
  "foreign-issuer": {
    means: "A node issues credentials in its own name only.",
    cause: "A credential that was written for another node, or for another origin of this one.",
    action: "fix",
    more: "The node's DID is `did` in its node document.",
    evidence: { issuer: "Who the credential says issues it, cut after 200 characters." },
    example: { issuer: "did:web:other.example" },
  },
  "validity-out-of-bounds": {
    means:
      "The credential would be over before it begins or already, or hold for longer than a node vouches for.",
    cause: "A year that is misspelt, or an end that was meant as never.",
    action: "fix",
    more: "A credential for longer is issued anew before it ends.",
    evidence: {
      member: "The time that is out of bounds.",
      latest: "Until when a credential that is issued now may be valid.",
    },
    example: { member: "validUntil", latest: "2031-11-03T09:30:00Z" },
  },
  "unsound-credential": {
    means:
      "If it were signed as it is, this node would not verify it itself, and neither would others that follow the specification. So it is not signed.",
    cause:
      "A term that none of its contexts defines, a context that is not known by its content, or no subject.",
    action: "fix",
    evidence: {
      fault: "The code of the fault, as a verification would give it.",
      detail: "What gave it away.",
    },
    example: { fault: "undefined-term", detail: "nmae" },
  },
  "type-violation": {
    means:
      "A certification without a scheme, or an invoice without a number, would verify and be of no use to anybody. The [shapes of credentials](/shapes/credentials.ttl) say what belongs to each type of MPLI.",
    cause: "A claim that is left out, or stands twice, or is not in its form.",
    action: "fix",
    evidence: {
      violations:
        "Up to 100 violations, each with `focus` (the node), `path` (the property), `value`, `message` and `shape`.",
    },
    example: {
      violations: [
        {
          focus: "did:web:cloud.example",
          path: "https://w3id.org/mpli/ns#certification/https://w3id.org/mpli/ns#scheme",
          message:
            "A certification names one scheme: write a name that the context has, such as ISO27001, or a whole IRI.",
          shape: "https://w3id.org/mpli/shapes#certified-scheme",
        },
      ],
    },
  },
  "credential-id-taken": {
    means: "Two credentials of one id could not be told apart, when one of them is revoked.",
    cause: "The same request sent twice: the first one was carried out.",
    action: "fix",
    more: "`GET /credentials/issued?id=…` shows what is remembered of the first.",
    evidence: { id: THE_ID },
    example: { id: ID },
  },
  "no-such-credential": {
    means: "The node's book has no credential of this id.",
    cause: "A misspelt id, or a credential of another node.",
    action: "give-up",
    evidence: { id: THE_ID },
    example: { id: ID },
  },
  "no-such-status": {
    means: "The credential was issued without a status of this purpose, so nobody would look there.",
    cause: "A suspension of a credential that was issued without `suspension` in `options`.",
    action: "give-up",
    more: "What has the status `revocation` can be revoked.",
    evidence: { id: THE_ID, purpose: "The purpose of the status that is missing." },
    example: { id: ID, purpose: "suspension" },
  },
  "revocation-is-final": {
    means: "A revoked credential stays revoked, so that whoever saw it revoked need not look again.",
    cause: "A revocation by mistake, or in place of a suspension.",
    action: "give-up",
    evidence: { id: THE_ID },
    example: { id: ID },
  },
  "no-such-list": {
    means: "The node keeps no status list of this number.",
    cause: "An address that was made up, or a node on which nothing was issued yet.",
    action: "give-up",
    evidence: {},
    example: {},
  },
};
