// A presentation verified by a node: for whatever is asked, or as the answer to one of the node's own requests.
import type { VerifyOptions } from "../credential/verify.ts";
import type { TrustPorts } from "../routes.ts";
import { verifyingPorts } from "../verifier.ts";
import { type Decision, answerRequest } from "./answer.ts";
import type { Asked } from "./asked.ts";
import type { Nonces } from "./ports.ts";
import type { Presented } from "./presented.ts";
import { readRequest } from "./request.ts";
import { type PresentationVerification, verifyPresentation } from "./verify.ts";

/** What presentations need besides what all of trust does. */
export interface PresentationHost {
  readonly nonces: Nonces;
  /** As many random bytes. */
  readonly chance: (bytes: number) => Uint8Array;
}

export interface PresentationPorts extends TrustPorts, PresentationHost {
  /** The node's DID, by the address of a request to it. */
  readonly did: (url: string) => string;
}

export interface VerifiedPresentation {
  readonly found: PresentationVerification;
  /** Where it answers a request: whether it satisfies it. */
  readonly decision?: Decision;
  /** How it was verified. */
  readonly options: VerifyOptions;
}

/** `url` is the address at which the node was asked. */
export type VerifyPresented = (
  presented: Presented,
  asked: Asked,
  url: string,
) => Promise<VerifiedPresentation>;

export const PROFILE: VerifyOptions["profile"] = "w3c";

/**
 * Verifies presentations, each with at most eight fetches (MPLI-PRES-026, 047) and by the node's own policy
 * (MPLI-PRES-037, 044). One that stands uses the request up that it answers.
 */
export function presentationVerifier(ports: PresentationPorts): VerifyPresented {
  const verifying = verifyingPorts(ports);
  return async (presented, { request: id, ...rest }, url) => {
    const { nonces, now, policies } = ports;
    const verifyPorts = verifying(PROFILE, url);
    const options: VerifyOptions = { profile: PROFILE, policy: policies().byDefault };
    if (id === undefined)
      return { found: await verifyPresentation(presented, rest, verifyPorts, options), options };
    const did = ports.did(url);
    const request = await readRequest(id, did, { secret: await nonces.secret(), now: now().getTime() });
    if (request.ok)
      return {
        ...(await answerRequest(presented, request.value, { ...verifyPorts, nonces }, options)),
        options,
      };
    const expected = { audience: did, fault: request.refusal };
    const found = await verifyPresentation(presented, expected, verifyPorts, options);
    return { found, decision: { satisfied: false, missing: [] }, options };
  };
}
