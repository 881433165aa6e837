// What a customer shows to a node beside something that it asks of it: the part of the verification that others decide by.
import type { FaultCode } from "./faults.ts";
import { stands } from "./findings.ts";
import type { Presented } from "./presented.ts";
import type { VerifiedCredential } from "./satisfies.ts";
import type { PresentationPorts, VerifyPresented } from "./verifier.ts";

/** A presentation that came with something else. */
export interface Showing {
  readonly presented: Presented;
  /** Id of the request that it answers; absent where it answers none. */
  readonly request?: string;
}

export interface Shown {
  /** SHA-256 of the presentation, in hexadecimal. */
  readonly digest: string;
  /** Codes of the checks of the presentation itself that it did not pass, in their order. */
  readonly faults: readonly FaultCode[];
  /** The DID of who presents; absent where the presentation does not stand, or names nobody. */
  readonly holder?: string;
  /** In their order; absent where the presentation does not stand for its holder, here and now. */
  readonly credentials?: readonly VerifiedCredential[];
}

/** `url` is the address at which the node was asked. */
export type Show = (showing: Showing, url: string) => Promise<Shown>;

/** Verifies what is shown as made for this node, and for its request where it answers one (MPLI-PRES-040). */
export function shows(verify: VerifyPresented, did: PresentationPorts["did"]): Show {
  return async ({ presented, request }, url) => {
    const asked = request === undefined ? { audience: did(url) } : { request };
    const { found } = await verify(presented, asked, url);
    const { digest, checks } = found;
    const faults = checks.flatMap(({ code }) => code ?? []);
    if (!stands(checks)) return { digest, faults };
    const credentials = found.credentials.map(({ asked: credential }) => credential);
    return { digest, faults, credentials, ...(found.holder === undefined ? {} : { holder: found.holder }) };
  };
}
