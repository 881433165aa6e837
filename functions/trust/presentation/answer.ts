// A presentation as the answer to a request: evaluated once, and the request is used up.
import type { VerifyOptions, VerifyPorts } from "../credential/verify.ts";
import { verificationDocument } from "../credential/verify.ts";
import type { JsonObject } from "../token/jws.ts";
import { stands, withFault } from "./findings.ts";
import type { Nonces } from "./ports.ts";
import type { Presented } from "./presented.ts";
import type { OpenRequest } from "./request.ts";
import { type Answers, type Missing, satisfies } from "./satisfies.ts";
import { type PresentationVerification, verdictOf, verifyPresentation } from "./verify.ts";

/** Whether the query of the request is answered; `missing` is empty where the presentation itself does not stand. */
export interface Decision {
  readonly satisfied: boolean;
  readonly answers?: Answers;
  readonly missing: readonly Missing[];
}

export interface Answered {
  readonly found: PresentationVerification;
  readonly decision: Decision;
}

const NO: Decision = { satisfied: false, missing: [] };
/**
 * Milliseconds for which a used nonce is remembered beyond its request: an answer that came in time may still be under
 * way, with eight slow hosts to wait for, and clocks differ.
 */
const MARGIN_MS = 5 * 60_000;

/**
 * Verifies a presentation as the answer to `request` and evaluates its query. A presentation that stands uses the request
 * up, whether it satisfies or not; of several at the same time only the first does, and the others find it used.
 */
export async function answerRequest(
  presented: Presented,
  request: OpenRequest,
  ports: VerifyPorts & { readonly nonces: Nonces },
  options: VerifyOptions,
): Promise<Answered> {
  const found = await verifyPresentation(presented, request, ports, options);
  if (!stands(found.checks)) return { found, decision: NO };
  const judged = satisfies(
    request.query,
    found.credentials.map(({ asked }) => asked),
  );
  const use = { nonce: request.nonce, until: request.expires + MARGIN_MS, satisfied: judged.ok };
  const isFirst = await ports.nonces.consume({ ...use, digest: found.digest });
  if (!isFirst)
    return { found: { ...found, checks: withFault(found.checks, { code: "request-used" }) }, decision: NO };
  return judged.ok
    ? { found, decision: { satisfied: true, answers: judged.value.answers, missing: [] } }
    : { found, decision: { satisfied: false, missing: judged.refusal.missing } };
}

/** The record as the answer of a node has it (W3C VC API, with what was checked besides). */
export function presentationDocument(
  found: PresentationVerification,
  decision: Decision | undefined,
  options: VerifyOptions,
): JsonObject {
  const outcome = verdictOf(found);
  return JSON.parse(
    JSON.stringify({
      type: "PresentationVerification",
      verified: outcome === "valid",
      outcome,
      profile: options.profile,
      policy: options.policy.name,
      checks: found.checks,
      holder: found.holder,
      digest: found.digest,
      credentials: found.credentials.map(({ verification, asked }) => ({
        ofHolder: asked.isOfHolder,
        verification: verificationDocument(verification, options),
      })),
      ...decision,
      problemDetails: found.checks.flatMap(({ code, message, detail }) =>
        code === undefined
          ? []
          : [
              {
                type: `https://w3id.org/mpli/presentation-faults/${code}`,
                title: message,
                ...(detail ? { detail } : {}),
              },
            ],
      ),
    }),
  ) as JsonObject;
}
