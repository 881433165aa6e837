// From any form of a credential to one whose signature holds.
import { type Result, refused } from "../../kernel/result.ts";
import type { Fault } from "../faults.ts";
import type { Secured } from "./secured.ts";
import type { Progress, SignedCredential, SignerPorts } from "./signed.ts";
import { verifyEmbedded } from "./verify-proof.ts";
import { verifyJwt } from "./verify-jwt.ts";
import { verifySdJwt } from "./verify-sd-jwt.ts";

/** Verifies all of a credential that does not change with time or policy, in whichever way it is secured. */
export async function verifySecured(
  secured: Secured,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<SignedCredential, Fault>> {
  switch (secured.form) {
    case "token":
      return verifyJwt(secured.compact, ports, progress);
    case "sd-jwt":
      return verifySdJwt(secured.text, ports, progress);
    case "proof":
      return verifyEmbedded(secured.document, ports, progress);
    case "unsupported":
      return refused({ code: "form-unsupported", detail: secured.what });
  }
}
