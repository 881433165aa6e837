// What is agreed on the level of a service, as the claims of a credential (MPLI-CRED, service levels).
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { CREDENTIALS_CONTEXT } from "../../trust/credential/model.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { type OrderRecord, addressOf } from "../record.ts";
import type { Objective, ServiceLevel } from "./service-level.ts";

export const MPLI_CREDENTIALS = "https://w3id.org/mpli/credentials/v1";

/** The service level of an order, for the node to sign. */
export function serviceLevelClaims(record: OrderRecord, level: ServiceLevel): JsonObject {
  const order = addressOf(record);
  const id = `${order}/service-level`;
  const idOf = ({ name }: Objective) => `${id}#${name}`;
  const remedies = level.objectives.flatMap((objective) =>
    objective.remedies.map((remedy) => ({ objective: idOf(objective), ...remedy })),
  );
  return {
    "@context": [CREDENTIALS_CONTEXT, MPLI_CREDENTIALS],
    type: ["VerifiableCredential", "ServiceLevelCredential"],
    credentialSubject: {
      id: record.offer,
      serviceLevel: {
        id,
        provider: record.provider,
        customer: record.customer,
        order,
        ...(level.terms === undefined ? {} : { terms: level.terms }),
        objectives: level.objectives.map((objective) => {
          const { name: _, remedies: __, metric, ...bound } = objective;
          return { id: idOf(objective), metric: wordFor(metric), ...bound };
        }),
        ...(remedies.length > 0 ? { remedies } : {}),
      },
    },
  };
}

/** IRIs of our metrics end alike; in a credential they are words. */
function wordFor(metric: string): string {
  const ns = mpli.metric.value.slice(0, -"metric".length);
  const word = metric.startsWith(ns) ? metric.slice(ns.length) : "";
  return word.endsWith("Metric") ? word.slice(0, -"Metric".length) : metric;
}
