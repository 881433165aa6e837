// The manifest as a credential: its node states in its own name which graph it published, and when (MPLI-ISSUE).
import type { Head } from "../../discovery/ports.ts";
import { BoundedMap } from "../../edge/bounded-map.ts";
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { CREDENTIALS_CONTEXT } from "../credential/model.ts";
import { AS_CREDENTIAL } from "./issue.ts";
import type { Sign } from "./keys.ts";

/**
 * Signs heads in the name of a DID, each once. The digest binds the whole graph, and of a manifest with pages those too,
 * since its head names their digests. There is no end to its validity: that this was published then stays true.
 */
export function manifestSigner(sign: Sign): (head: Head, did: string) => Promise<string> {
  const kept = new BoundedMap<string>(100_000);
  return async (head, did) => {
    const key = `${did} ${head.digest} ${head.publishedAt}`;
    const known = kept.get(key);
    if (known) return known;
    const payload = {
      "@context": [CREDENTIALS_CONTEXT],
      type: ["VerifiableCredential"],
      issuer: did,
      validFrom: head.publishedAt,
      // Whole IRIs, which need no context.
      credentialSubject: {
        id: head.manifest,
        type: mpli.Manifest.value,
        [mpli.digest.value]: head.digest,
      },
    };
    const token = await sign(payload, { did, ...AS_CREDENTIAL });
    return kept.set(key, token, token.length);
  };
}
