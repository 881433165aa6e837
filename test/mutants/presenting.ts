// Faults in how presentations are verified and asked for, as whoever asks sees them.
import type { Nonces } from "../../functions/trust/presentation/ports.ts";
import { answering, on, withJson } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";
import type { Check } from "./verifying.ts";

export const presents = on("/presentations/verify", "POST");
export const requests = on("/presentations/requests", "POST");

export interface Found extends Json {
  checks: Check[];
  credentials: { ofHolder?: boolean; verification?: { outcome: string } }[];
}

/** Changes the answers about presentations; `asked` is what was sent. */
export const presenting = (change: (found: Found, asked: Json) => void): Spoil =>
  answering(presents, async (answer, request) => {
    if (!answer.ok) return answer;
    const asked = (await request.clone().json()) as Json;
    return withJson(answer, (found) => change(found as Found, asked));
  });

/** What the outcome of the whole follows from. */
export function settle(found: Found): void {
  const own = found.checks.map(({ outcome }) => outcome).filter((outcome) => outcome !== "not-asked");
  const inside = found.credentials.map(({ verification }) => verification?.outcome);
  const isValid = own.every((outcome) => outcome === "passed") && inside.every((one) => one === "valid");
  const isInvalid = own.includes("failed") || inside.includes("invalid");
  found["outcome"] = isInvalid ? "invalid" : isValid ? "valid" : "indeterminate";
  found["verified"] = isValid;
}

/** Passes over a fault, as if what it is about were in order, and all that is looked at after it. */
export const overlooking = (code: string, where: (check: Check) => boolean = () => true): Spoil =>
  presenting((found) => {
    const at = found.checks.findIndex((check) => check.code === code && where(check));
    if (at < 0) return;
    found.checks = found.checks.map((check, index) =>
      index === at || check.outcome === "not-checked" ? { check: check.check, outcome: "passed" } : check,
    );
    settle(found);
  });

/** The query of the request that a presentation answers, which the reference node keeps in the id. */
export function queryIn({ options }: Json): string {
  const { request } = (options ?? {}) as { request?: string };
  return Buffer.from(request?.split(".")[1] ?? "", "base64url").toString();
}

/** The header of the token that is presented; nothing where it is none. */
export function headerIn({ verifiablePresentation }: Json): Json {
  const { id = "" } = (verifiablePresentation ?? {}) as { id?: string };
  try {
    const [, header = ""] = /^data:application\/vp\+jwt,([^.]*)\./.exec(id) ?? [];
    return JSON.parse(Buffer.from(header, "base64url").toString()) as Json;
  } catch {
    return {};
  }
}

/** Keeps its nonces in another way. */
export const remembering = (change: (nonces: Nonces) => Partial<Nonces>): Spoil => ({
  host: (host) => {
    const { nonces } = host.presentations;
    return { ...host, presentations: { ...host.presentations, nonces: { ...nonces, ...change(nonces) } } };
  },
});
