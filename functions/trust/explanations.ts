// What the problems of trust mean: for pages, not for the node.
import type { EDGE_EXPLANATIONS } from "../edge/explanations.ts";
import type { Explanations } from "../edge/explanation.ts";
import { POLICY_EXPLANATIONS } from "./policy/explanations.ts";
import type { TrustRefusal } from "./refusals.ts";

export const TRUST_EXPLANATIONS: Explanations<TrustRefusal, keyof typeof EDGE_EXPLANATIONS> = {
  ...POLICY_EXPLANATIONS,
  "no-credential": {
    means:
      "The request has no credential that could be verified. A credential that is there and not valid is no reason to refuse: the answer then says what is wrong with it.",
    cause: "A bare token where an envelope belongs, a list of credentials, or a credential without a proof.",
    action: "fix",
    more: "A token goes into an object of type `EnvelopedVerifiableCredential`, behind `data:application/vc+jwt,` in its `id`.",
    evidence: {},
    example: {},
  },
  "unknown-profile": {
    means: "The request names a profile that the node does not know.",
    cause: "A name in another spelling, or a profile that only other nodes have.",
    action: "fix",
    evidence: { profiles: "The names that it knows." },
    example: { profiles: ["w3c", "gaia-x", "dome"] },
  },
};
