// One look of a provider's node at the credentials of its own manifest: in its own time, never while a demand waits.
import { checkEvidence } from "../../catalogue/evidence.ts";
import { AT_ONCE } from "../../catalogue/evidence-schedule.ts";
import { type OwnEvidence, ownSnapshot } from "../../catalogue/own-evidence.ts";
import type { KeptEvidence, Snapshot } from "../../catalogue/ports.ts";
import type { Head } from "../../discovery/ports.ts";
import { type GuardedFetch, guardedFetch } from "../../edge/guard.ts";
import { answeredFromWithin } from "../../trust/issuing/own-documents.ts";
import { verifier } from "../../trust/verifier.ts";
import { type Env, anchorsOf } from "./env.ts";
import { MINUTE, kvEvidenceStore, kvGraphStore } from "./graph-store.ts";
import { nodeOf } from "./host.ts";
import { claimsIn } from "./segments.ts";

/** For one fetch of a credential, a DID document or a status list. */
const CREDENTIAL_SECONDS = 3;

/** Undefined where a document of the manifest is not at hand. */
export async function lookAtOwn(
  head: Head,
  { address, looks: { since }, evidence }: OwnEvidence,
  env: Env,
): Promise<{ readonly snapshot: Snapshot; readonly found: KeptEvidence } | undefined> {
  // What was published a moment ago may not be known everywhere yet, and must not be taken for lost a day long.
  const graphs = kvGraphStore(env.GRAPHS, MINUTE);
  const texts = kvEvidenceStore(env.GRAPHS);
  const snapshot = await ownSnapshot(head, address, { graphs, texts });
  if (!snapshot) return undefined;
  const loopback = env.MPLI_LOCAL === "1";
  const now = () => new Date();
  const { origin } = new URL(address);
  const answer = (request: Request) => nodeOf(env).fetch(request);
  const outside = guardedFetch((...request) => fetch(...request), { loopback }, CREDENTIAL_SECONDS);
  const fetching: GuardedFetch = answeredFromWithin(outside, origin, answer, (url) => url === address);
  const own = { origin: () => origin, answer };
  const verify = verifier({ fetch: outside, now, loopback, own, anchors: anchorsOf(env) });
  const ports = {
    fetch: fetching,
    verify: (...[secured, options]: Parameters<typeof verify>) => verify(secured, options, address),
    texts,
    claims: claimsIn(env.GRAPHS),
    now,
    log: (message: string, error: unknown) => console.error(message, error),
  };
  return { snapshot, found: await checkEvidence(snapshot, evidence, ports, { ...AT_ONCE, since }) };
}
