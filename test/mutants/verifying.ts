// Faults in how credentials are verified, as whoever asks sees them: in the record of checks and what follows from it.
import { answering, on, withJson } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

export const verifies = on("/credentials/verify", "POST");

export interface Check extends Json {
  check: string;
  outcome: string;
  code?: string;
}

/** Changes the answers about credentials. */
export const answeringWith = (change: (found: Json & { checks: Check[] }) => void): Spoil =>
  answering(verifies, (answer) =>
    answer.ok ? withJson(answer, (found) => change(found as Json & { checks: Check[] })) : answer,
  );

/** What the outcome of the whole follows from. */
export function settle(found: Json & { checks: Check[] }): void {
  const outcomes = found.checks.map(({ outcome }) => outcome);
  const isValid = outcomes.every((outcome) => outcome === "passed");
  found["outcome"] = outcomes.includes("failed") ? "invalid" : isValid ? "valid" : "indeterminate";
  found["verified"] = isValid;
}

/** Passes over a fault, as if what it is about were in order, and all that is looked at after it. */
export const overlooking = (code: string, where: (check: Check) => boolean = () => true): Spoil =>
  answeringWith((found) => {
    const at = found.checks.findIndex((check) => check.code === code && where(check));
    if (at < 0) return;
    found.checks = found.checks.map((check, index) =>
      index === at || check.outcome === "not-checked" ? { check: check.check, outcome: "passed" } : check,
    );
    settle(found);
  });

/** Gives another code, and another outcome where it is told. */
export const calling = (code: string, other: string, outcome?: string): Spoil =>
  answeringWith((found) => {
    for (const check of found.checks)
      if (check.code === code) Object.assign(check, { code: other, outcome: outcome ?? check.outcome });
    settle(found);
  });

/** Finds a fault in what is in order. */
export const finding = (
  code: string,
  at: string,
  where: (found: Json & { checks: Check[] }) => boolean,
): Spoil =>
  answeringWith((found) => {
    if (!where(found)) return;
    const check = found.checks.find((one) => one.check === at);
    if (check) Object.assign(check, { outcome: "failed", code, message: "It is wrong." });
    settle(found);
  });

/** What was sent to be verified: the credential as an object, and the parts of its token, if it is one. */
export interface Given {
  readonly credential: Json;
  readonly header: Json;
  readonly payload: Json;
}

/** Takes for valid every credential of which this holds, and of the codes that its verification ends with. */
export const believing = (where: (given: Given, codes: readonly string[]) => boolean): Spoil =>
  answering(verifies, async (answer, request) => {
    if (!answer.ok) return answer;
    const given = givenIn(await request.clone().text());
    return withJson(answer, (body) => {
      const found = body as Json & { checks: Check[] };
      const codes = found.checks.flatMap(({ code }) => code ?? []);
      if (!where(given, codes)) return;
      found.checks = found.checks.map(({ check }) => ({ check, outcome: "passed" }));
      settle(found);
    });
  });

function givenIn(body: string): Given {
  const { verifiableCredential: credential = {} } = JSON.parse(body) as { verifiableCredential?: Json };
  const [, header, payload] = /,([\w-]+)\.([\w-]+)\./.exec(String(credential["id"])) ?? [];
  return { credential, header: partOf(header), payload: partOf(payload) };
}

function partOf(text = ""): Json {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString()) as Json;
  } catch {
    return {};
  }
}
