// The name of a market's snapshot: a digest of which manifests it consists of. MPLI-COMP-093.
import { sha256Hex } from "../../kernel/digest.ts";

/** SHA-256 in hexadecimal of a line for each manifest, in order of the providers: its provider, a space, its digest. */
export function snapshotDigest(
  sources: readonly { readonly provider: string; readonly manifest: string }[],
): string {
  const lines = sources.map(({ provider, manifest }) => `${provider} ${manifest}\n`);
  return sha256Hex(lines.join(""));
}
