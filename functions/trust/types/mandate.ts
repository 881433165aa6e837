// Mandates: credentials that let a person or a machine act for an organisation. A node decides by them and keeps nothing.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { instantOf } from "../credential/time.ts";
import type { JsonObject } from "../token/jws.ts";
import { member, nodesIn, textIn } from "./members.ts";
import {
  type OrganisationIdentifier,
  readOrganizationIdentifier,
  sharedIdentifier,
} from "./organisation-identifier.ts";

const MANDATE = /^(?:LEARCredential(?:Employee|Machine)|learcredential\.(?:employee|machine)\.[a-z0-9.]+)$/;

/** What the holder of a mandate is about to do. */
export interface Power {
  readonly domain?: string;
  readonly function: string;
  readonly action: string;
}

/** What a mandate is asked for. */
export interface Errand {
  /** Who shows it: the DID whose key signed the presentation; absent where it is shown with the key that it is bound to. */
  readonly holder?: string;
  /** For which organisation, by its identifiers; absent where the mandate alone says for which. */
  readonly mandators?: readonly OrganisationIdentifier[];
  readonly power: Power;
  /** When, in milliseconds since the epoch. */
  readonly at: number;
}

export type MandateRefusal = {
  code: "not-a-mandate" | "holder-not-subject" | "mandate-not-in-force" | "other-mandator" | "no-such-power";
};

/**
 * Whether a verified mandate (LEARCredentialEmployee, LEARCredentialMachine) lets its holder act for an organisation.
 * The identifier of the organisation is compared in its normal form, never its name. It trusts what it is given, so
 * verify first.
 */
export function checkMandate(document: JsonObject, errand: Errand): Result<undefined, MandateRefusal> {
  const [subject, ...others] = nodesIn(document["credentialSubject"] ?? document);
  const [mandate, ...more] = nodesIn(subject && member(subject, "mandate"));
  if (!isMandate(document) || !subject || !mandate || others.length + more.length > 0)
    return refused({ code: "not-a-mandate" });
  const [mandatee] = nodesIn(member(mandate, "mandatee"));
  const holder = textIn(mandatee && member(mandatee, "id")) ?? textIn(subject["id"] ?? subject["sub"]);
  if (errand.holder !== undefined && holder !== errand.holder) return refused({ code: "holder-not-subject" });
  if (!isInForce(mandate, errand.at)) return refused({ code: "mandate-not-in-force" });
  const [mandator] = nodesIn(member(mandate, "mandator"));
  const named = readOrganizationIdentifier(
    textIn(mandator && member(mandator, "organizationIdentifier")) ?? "",
  );
  if (!named.ok || (errand.mandators && !sharedIdentifier([named.value], errand.mandators)))
    return refused({ code: "other-mandator" });
  const powers = nodesIn(member(mandate, "power"));
  return powers.some((power) => covers(power, errand.power))
    ? ok(undefined)
    : refused({ code: "no-such-power" });
}

function isMandate({ vct, type }: JsonObject): boolean {
  return [vct ?? [], type ?? []].flat().some((name) => typeof name === "string" && MANDATE.test(name));
}

/** Whether the life span that a mandate may have besides the times of its credential covers this instant. */
function isInForce(mandate: JsonObject, at: number): boolean {
  const span = member(mandate, "life_span") ?? member(mandate, "lifeSpan");
  if (span === undefined) return true;
  // A span of which only the id is there says nothing of when.
  const [only] = nodesIn(span);
  if (!only) return false;
  const start = textIn(member(only, "start_date_time") ?? member(only, "startDateTime"));
  const end = textIn(member(only, "end_date_time") ?? member(only, "endDateTime"));
  // One that cannot be read compares as false.
  const instant = (text: string) => instantOf(text) ?? Number.NaN;
  return (start === undefined || instant(start) <= at) && (end === undefined || at < instant(end));
}

function covers(power: JsonObject, asked: Power): boolean {
  const actions = [member(power, "action") ?? []].flat();
  const isDomain = asked.domain === undefined || member(power, "domain") === asked.domain;
  return isDomain && member(power, "function") === asked.function && actions.includes(asked.action);
}
