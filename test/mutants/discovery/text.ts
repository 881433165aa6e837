// Faults in what a page says besides its offers.
import { serving } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const OFFER = "https://w3id.org/mpli/ns#offer";

/** Another subject than the manifest for its offers on pages. */
const owning = (subject: string): Spoil =>
  serving((nquads) =>
    nquads.includes("<https://w3id.org/mpli/ns#Manifest>")
      ? nquads
      : nquads.replace(new RegExp(`^<\\S+> <${OFFER}> `, "gm"), `<${subject}> <${OFFER}> `),
  );

export default [
  {
    breaks: "MPLI-DISC-068",
    fault: "has its offers belong to the provider on pages",
    stage: "large",
    spreads: ["protocol", "compatibility"],
    ...owning("did:web:localhost"),
  },
  {
    breaks: "MPLI-DISC-068",
    fault: "names the manifest on pages as it was named in a draft",
    stage: "large",
    spreads: ["protocol", "compatibility"],
    ...owning("https://draft.example/manifest"),
  },
] satisfies Mutant[];
