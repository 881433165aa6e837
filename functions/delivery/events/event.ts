// An event of an order: a CloudEvent 1.0 in JSON, in its place of the order's chain.
import { sha256Hex } from "../../kernel/digest.ts";
import { type Json, canonicalJson, isObject } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";

const EVENT_KINDS = [
  "agreement",
  "state",
  "progress",
  "condition",
  "operation",
  "access",
  "breached",
  "billed",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** CloudEvents asks for reverse domain names (§3.1.1). */
const TYPE = "org.w3id.mpli.order.";

type Members = { readonly [name: string]: Json };

/** CloudEvents 1.0 §3, with its extensions for sequences, and those that make the chain. */
export interface CloudEvent {
  readonly specversion: "1.0";
  /** Of the order and the sequence number: never the same twice. */
  readonly id: string;
  /** The address of the order at the provider. */
  readonly source: string;
  /** The id of the order. */
  readonly subject: string;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype: "application/json";
  /** From "1" on, without gaps within an order. */
  readonly sequence: string;
  /** Which version of what was asked for the order has come to. */
  readonly generation: number;
  /** Digest of the event before; absent from the first. */
  readonly previousdigest?: string;
  readonly data: Members;
}

/** An event as it is kept and sent: what was hashed, and the hash. */
export interface ChainedEvent {
  readonly event: CloudEvent;
  readonly sequence: number;
  /** The event in the canonical form of RFC 8785. */
  readonly text: string;
  /** SHA-256 of that text, in 64 lower-case hex digits. */
  readonly digest: string;
}

/** Where an event stands. */
export interface Place {
  readonly order: string;
  /** The provider's. */
  readonly origin: string;
  readonly sequence: number;
  readonly generation: number;
  /** Digest of the event before. */
  readonly previous?: string;
}

/** The event of this place. */
export function makeEvent(
  { order, origin, sequence, generation, previous }: Place,
  { kind, data }: { readonly kind: EventKind; readonly data: Members },
  now: Date,
): ChainedEvent {
  const event: CloudEvent = {
    specversion: "1.0",
    id: `${order}:${sequence}`,
    source: `${origin}/orders/${order}`,
    subject: order,
    type: `${TYPE}${kind}`,
    time: now.toISOString(),
    datacontenttype: "application/json",
    sequence: String(sequence),
    generation,
    ...(previous === undefined ? {} : { previousdigest: previous }),
    data,
  };
  return chained(event, event as unknown as Json);
}

/** `member` is the one that is missing or in another form. */
export type EventRefusal = { code: "malformed-event"; member: string };

/** Reads an event that somebody sent. Members that are not known here are part of its digest, and of nothing else. */
export function readEvent(json: Json): Result<ChainedEvent, EventRefusal> {
  if (!isObject(json)) return refused({ code: "malformed-event", member: "event" });
  const member = Object.entries(FORMS).find(([name, fits]) => !fits(json[name], json))?.[0];
  if (member !== undefined) return refused({ code: "malformed-event", member });
  return ok(chained(json as unknown as CloudEvent, json));
}

/** The kind of an event; undefined for one that this version does not know. */
export function kindOf({ type }: CloudEvent): EventKind | undefined {
  return EVENT_KINDS.find((kind) => type === TYPE + kind);
}

function chained(event: CloudEvent, json: Json): ChainedEvent {
  const text = canonicalJson(json);
  return { event, sequence: Number(event.sequence), text, digest: sha256Hex(text) };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What each member has to be, beside the others. */
const FORMS: Readonly<Record<keyof CloudEvent, (value: Json | undefined, event: Members) => boolean>> = {
  specversion: (value) => value === "1.0",
  sequence: (value) => typeof value === "string" && /^[1-9]\d{0,8}$/.test(value),
  subject: (value) => typeof value === "string" && /^[\w-]{1,100}$/.test(value),
  id: (value, { subject, sequence }) => value === `${String(subject)}:${String(sequence)}`,
  source: (value, { subject }) =>
    typeof value === "string" && URL.canParse(value) && value.endsWith(`/orders/${String(subject)}`),
  type: (value) => typeof value === "string" && value.startsWith(TYPE),
  time: (value) => typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  datacontenttype: (value) => value === "application/json",
  generation: (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
  previousdigest: (value, { sequence }) =>
    sequence === "1" ? value === undefined : typeof value === "string" && /^[\da-f]{64}$/.test(value),
  data: (value) => isObject(value),
};
