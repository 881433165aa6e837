// The JSON-LD contexts that credentials may name: known by their content, never fetched.
import { credentialContexts } from "../../kernel/generated/context.ts";
import type { Contexts } from "../../kernel/json-ld.ts";
import { CREDENTIALS_V2 } from "./credentials-v2.ts";
import { DATA_INTEGRITY_V2 } from "./data-integrity-v2.ts";
import { GAIA_X_25_11 } from "./gaia-x/context.ts";
import { withoutVocabulary } from "./without-vocabulary.ts";

export const PINNED_CONTEXTS: Contexts = {
  "https://www.w3.org/ns/credentials/v2": JSON.parse(CREDENTIALS_V2) as object,
  "https://w3id.org/security/data-integrity/v2": JSON.parse(DATA_INTEGRITY_V2) as object,
  "https://w3id.org/gaia-x/development#": withoutVocabulary(
    JSON.parse(GAIA_X_25_11) as Parameters<typeof withoutVocabulary>[0],
  ),
  ...credentialContexts,
};
