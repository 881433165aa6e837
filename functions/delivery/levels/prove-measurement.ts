// A monitor's statement at the door: a credential that verifies, of somebody whose measurements were agreed to count.
import { sha256Hex } from "../../kernel/digest.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { claimsOf } from "../../trust/credential/claims.ts";
import type { TrustPolicy } from "../../trust/policy/policy.ts";
import { checkType } from "../../trust/types/check-type.ts";
import type { Verify } from "../../trust/verifier.ts";
import type { Entry } from "../ledger.ts";
import { type OrderRecord, addressOf } from "../record.ts";
import type { Measured } from "./measured.ts";
import { type UnfitRefusal, judge, readMeasurement } from "./measurement.ts";

export type MeasurementRefusal =
  | UnfitRefusal
  | { code: "no-service-level" }
  /** Codes of what is wrong with the credential, as `POST /credentials/verify` has them. */
  | { code: "measurement-unproven"; faults: readonly string[] }
  | { code: "not-a-monitor"; monitors: readonly string[] };

export interface MeasurementPorts {
  readonly verify: Verify;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** When the service ended, where it has; milliseconds since the epoch. */
  readonly endedAt?: number | undefined;
  /** The address at which the node was asked. */
  readonly url: string;
}

/** What a token says of an order's service level, ready to be booked. */
export async function proveMeasurement(
  token: string,
  record: OrderRecord,
  { verify, now, url, endedAt }: MeasurementPorts,
): Promise<Result<Entry & { readonly value: Measured }, MeasurementRefusal>> {
  const level = record.delivery?.delivered ? record.serviceLevel : undefined;
  if (!level) return refused({ code: "no-service-level" });
  const policy = monitorsOnly(level.monitors);
  const { checks, signed } = await verify({ form: "token", compact: token }, { profile: "w3c", policy }, url);
  const faults = checks.filter(({ outcome }) => outcome !== "passed");
  const proven = faults.every(({ check }) => check === "issuer") ? signed : undefined;
  if (!proven)
    return refused({ code: "measurement-unproven", faults: faults.flatMap(({ code }) => code ?? []) });
  if (faults.length > 0) return refused({ code: "not-a-monitor", monitors: level.monitors });
  const claims = await claimsOf(proven.credential);
  const shaped = claims.ok ? await checkType(claims.value) : claims;
  if (!claims.ok || !shaped.ok)
    return refused({
      code: "measurement-unfit",
      member: "measurement",
      expected: "a ServiceLevelMeasurementCredential in its shape",
    });
  const said = readMeasurement(claims.value);
  if (!said.ok) return said;
  const address = `${addressOf(record)}/service-level`;
  const promised = {
    level,
    address,
    offer: record.offer,
    orderedAt: Date.parse(record.createdAt),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
  const judged = judge(said.value, promised, now);
  if (!judged.ok) return judged;
  const monitor = proven.credential.issuer;
  const { objective, value, from, until } = judged.value;
  return ok({
    kind: "measurement",
    id: `${objective} ${from} ${monitor}`,
    period: from.slice(0, 7),
    // Signed anew, the same statement has other bytes.
    digest: sha256Hex(canonicalJson({ monitor, objective, value, from, until })),
    value: { ...judged.value, monitor, credential: proven.digest },
  });
}

const monitorsOnly = (monitors: readonly string[]): TrustPolicy => ({
  name: "monitors",
  title: "The monitors of the service level",
  version: 1,
  // A rule without issuers would be about everyone.
  rules: monitors.length > 0 ? [{ effect: "accept", issuers: monitors }] : [],
});
