// What the problems of the vocabulary's addresses mean.
import type { EDGE_EXPLANATIONS } from "../edge/explanations.ts";
import type { Explanations } from "../edge/explanation.ts";
import type { NsRefusal } from "./refusals.ts";

export const NS_EXPLANATIONS: Explanations<NsRefusal, keyof typeof EDGE_EXPLANATIONS> = {
  "no-such-place": {
    means: "The vocabulary has no country, union or continent of this name.",
    cause:
      "A code of three letters, a code in lower case, or a region of a provider, which its manifest describes.",
    action: "fix",
    evidence: { place: "The name that was asked for." },
    example: { place: "NLD" },
  },
};
