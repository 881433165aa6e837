// What the problems of presentations mean: for pages, not for the node.
import type { EDGE_EXPLANATIONS } from "../../edge/explanations.ts";
import type { Explanations } from "../../edge/explanation.ts";
import type { PresentationRefusal } from "./refusals.ts";

export const PRESENTATION_EXPLANATIONS: Explanations<PresentationRefusal, keyof typeof EDGE_EXPLANATIONS> = {
  "no-presentation": {
    means:
      "The request has no presentation that could be verified. A presentation that is there and not valid is no reason to refuse: the answer then says what is wrong with it.",
    cause: "A bare token where an envelope belongs, or a presentation without a proof.",
    action: "fix",
    more: "A token goes into an object of type `EnvelopedVerifiablePresentation`, behind `data:application/vp+jwt,` in its `id`.",
    evidence: {},
    example: {},
  },
  "malformed-options": {
    means:
      "An option of the request cannot be read. It is not passed over, since whoever sent it relies on it.",
    cause:
      "An empty text or none, two different nonces in `challenge` and `nonce`, or a nonce or audience beside `request`.",
    action: "fix",
    evidence: { member: "The option, or `options` itself." },
    example: { member: "challenge" },
  },
  "malformed-query": {
    means: "The query for credentials is not one of DCQL, or is larger than this node reads.",
    cause:
      "A member of another kind, an empty list, an id that nothing has, or a format that is not supported.",
    action: "fix",
    more: "Formats are `vc+jwt`, `dc+sd-jwt`, `jwt_vc_json` and `ldp_vc`.",
    evidence: { member: "The member that does not fit.", reason: "What is wrong with it." },
    example: { member: "credentials[0].meta", reason: "it is no object" },
  },
};
