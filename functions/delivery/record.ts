// An order as its provider keeps it, and what the customer is shown of it.
import type { Facts } from "./layers/receipt.ts";
import type { Delivery, Operation } from "./lifecycle/delivery.ts";
import { operationsIn } from "./lifecycle/table.ts";
import type { Agreement } from "./agreement/agreement.ts";
import type { Shape } from "./agreement/parameters.ts";
import type { Rate } from "./billing/rates.ts";
import type { Measured } from "./levels/measured.ts";
import type { ServiceLevel } from "./levels/service-level.ts";

export interface OrderRecord {
  readonly id: string;
  /** Of the node: where the order is found. */
  readonly origin: string;
  /** SHA-256 of the request's bytes, in hexadecimal: the same id stands for the same order. */
  readonly digest: string;
  readonly customer: string;
  readonly provider: string;
  readonly offer: string;
  readonly manifest: string;
  readonly price: Readonly<Record<string, unknown>>;
  /** Name of the tool that delivers it. */
  readonly binding: string;
  /** What the offer left to the customer when it was ordered: updates are held to it. */
  readonly shape?: Shape;
  readonly createdAt: string;
  /** The customer's signed order, as it came. */
  readonly request: string;
  readonly agreement: Agreement;
  /** Once the agreement is final. */
  readonly delivery?: Delivery;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly accessKey?: Readonly<Record<string, unknown>>;
  readonly callback?: string;
  /** The callback has answered with 410: it wants no more events. */
  readonly callbackEnded?: true;
  /** Digests of the DIDs of those who ordered above. */
  readonly path: readonly string[];
  readonly disclosure: "none" | "category" | "full";
  /** What the manifest stated of the offer when it was agreed upon. */
  readonly facts?: Facts;
  readonly deadline?: number;
  /** Whoever has this may look at the timeline in a browser. */
  readonly view: string;
  /** What the offer promised when it was ordered. */
  readonly serviceLevel?: ServiceLevel;
  /** The latest measurement of each objective, in the order of their names. */
  readonly measured?: readonly Measured[];
  /** What the order is billed by. */
  readonly billing?: Billing;
  /** Months for which there is a bill. */
  readonly billed?: readonly string[];
  /** Of the last event. */
  readonly sequence: number;
  readonly head?: string;
  readonly updatedAt: string;
}

/** What a bill says of an order, as it was agreed. */
export interface Billing {
  readonly currency: string;
  readonly rates: readonly Rate[];
  /** Name of the offer. */
  readonly service: string;
  /** IRIs of its service classes. */
  readonly classes: readonly string[];
  readonly region?: string;
}

/** Where an order is found. */
export const addressOf = ({ origin, id }: Pick<OrderRecord, "origin" | "id">) => `${origin}/orders/${id}`;

/** `GET /orders/{id}`: where the order stands. Polling this alone is always enough. */
export function orderDocument(record: OrderRecord, operations: readonly Operation[]) {
  const { agreement, delivery } = record;
  const { until, ...agreed } = agreement;
  const here = addressOf(record);
  return {
    type: "Order",
    id: record.id,
    customer: record.customer,
    provider: record.provider,
    offer: record.offer,
    manifest: record.manifest,
    price: record.price,
    parameters: delivery?.parameters ?? record.parameters,
    agreement: { ...agreed, ...(until === undefined ? {} : { until: new Date(until).toISOString() }) },
    ...(delivery
      ? {
          state: delivery.state,
          generation: delivery.generation,
          observedGeneration: delivery.observedGeneration,
          conditions: delivery.conditions,
          milestones: delivery.milestones,
          can: operationsIn(delivery.state),
          operations: operations.map(({ digest: _, ...operation }) => operation),
          ...defined({
            delivered: delivery.delivered,
            plan: delivery.plan,
            outputs: delivery.outputs,
            exported: delivery.exported,
            percent: delivery.percent,
            estimatedAt: delivery.estimatedAt,
            retrievalUntil: isoOf(delivery.retrievalUntil),
            access: delivery.access === undefined ? undefined : `${here}/access`,
            serviceLevel: serviceLevelOf(record),
          }),
          usage: `${here}/usage`,
          bills: (record.billed ?? []).map((period) => `${here}/bills/${period}`),
        }
      : {}),
    sequence: record.sequence,
    events: `${here}/events`,
    timeline: `${here}/timeline?key=${record.view}`,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function serviceLevelOf({ serviceLevel, measured = [], delivery, ...record }: OrderRecord) {
  if (!serviceLevel) return undefined;
  // Nobody can keep a level of what is not there yet.
  const credential = delivery?.delivered ? { credential: `${addressOf(record)}/service-level` } : {};
  return { ...serviceLevel, measured, ...credential };
}

function isoOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

function defined<T extends Record<string, unknown>>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}
