// Whether a credential has been revoked or suspended: all its entries, each looked up in its list, and what they come to.
import type { BoundedMap } from "../../edge/bounded-map.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { FAULTS } from "../faults.ts";
import type { Verdict } from "../verification.ts";
import { bitstringValue, openBitstringList } from "./bitstring.ts";
import { type ReadList, type StatusEntry, type StatusList, notTrusted } from "./list.ts";
import type { StatusRefusal } from "./refusals.ts";
import { TOKEN_STATUS, openTokenStatusList, tokenValue } from "./token-status-list.ts";

/** A list kept open; times in milliseconds since the epoch. */
export interface KeptList {
  readonly issuer: string;
  readonly list: StatusList;
  readonly readAt: number;
}

/** Lists by kind and URL; its budget is in bytes. */
export type StatusCache = Pick<BoundedMap<KeptList>, "get" | "set">;

export interface StatusPorts {
  /**
   * Fetches the list and verifies its signature; a token's header must say `statuslist+jwt`. Refuses with
   * `status-unreachable` or `status-not-trusted`.
   */
  readonly read: (list: string, kind: StatusEntry["kind"]) => Promise<Result<ReadList, StatusRefusal>>;
  /** Whether the issuer of a list may speak of this credential; asked of kept lists too. */
  readonly maySpeak: (issuer: string) => boolean;
  readonly cache: StatusCache;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds a list is kept at most, however long it says; five minutes unless stated. */
  readonly maxAge?: number;
}

/** What one entry came to; times in milliseconds since the epoch. */
export interface EntryStatus {
  /** What the entry is about; a token status list says it by the value, and an entry that could not be read not at all. */
  readonly purpose?: string;
  readonly outcome: "unset" | "set" | "unknown";
  readonly value?: number;
  /** When the list was read. */
  readonly statusAsOf?: number;
  /** When the list was made, as it says itself. */
  readonly issuedAt?: number;
  readonly list?: string;
  readonly index?: number;
  readonly fault?: StatusRefusal;
}

export interface CredentialStatus {
  readonly verdict: Verdict;
  /** The worst of what the entries came to; none where the verdict is `valid`. */
  readonly fault?: StatusRefusal;
  readonly entries: readonly EntryStatus[];
}

const MAX_AGE = 300_000;

/** Purposes that say nothing about validity, whatever the list says and even if it cannot be read. */
const INFORMATIVE: ReadonlySet<string | undefined> = new Set(["refresh", "message"]);

/** What a value of a token status list means; other values are unsupported. */
const TOKEN_MEANING: Readonly<Record<number, Pick<EntryStatus, "purpose" | "outcome">>> = {
  [TOKEN_STATUS.valid]: { outcome: "unset" },
  [TOKEN_STATUS.invalid]: { outcome: "set", purpose: "revocation" },
  [TOKEN_STATUS.suspended]: { outcome: "set", purpose: "suspension" },
};

const FAULT_OF_PURPOSE = { revocation: "revoked", suspension: "suspended" } as const;

/**
 * Looks up the entries of one credential, as `bitstringEntries` or `tokenStatusEntries` read them; none of them means
 * that it cannot be revoked. It is `valid` only if every entry could be read and none is set.
 */
export async function statusOf(
  references: readonly Result<StatusEntry, StatusRefusal>[],
  ports: StatusPorts,
): Promise<CredentialStatus> {
  const entries = new Map<(typeof references)[number], EntryStatus>();
  const keyOf = ({ kind, list }: StatusEntry) => `${kind} ${list}`;
  const inOne = Map.groupBy(references, (each) => (each.ok ? keyOf(each.value) : ""));
  // One list after the other, and none held on to but by the cache: several of the largest would fill an isolate.
  for (const [key, group] of inOne) {
    let list: Result<KeptList, StatusRefusal> | undefined;
    for (const each of group) {
      if (each.ok) list ??= await obtain(key, each.value, ports);
      const looked = each.ok && list ? look(each.value, list, ports) : undefined;
      entries.set(each, looked ?? { outcome: "unknown", ...(each.ok ? {} : { fault: each.refusal }) });
    }
  }
  return summarise(references.flatMap((each) => entries.get(each) ?? []));
}

/** The list of an entry, kept or read anew. */
async function obtain(
  key: string,
  { kind, list: url }: StatusEntry,
  { read, cache, now, maxAge = MAX_AGE }: StatusPorts,
): Promise<Result<KeptList, StatusRefusal>> {
  const kept = cache.get(key);
  if (kept && isFresh(kept, now, maxAge)) return ok(kept);
  const found = await read(url, kind);
  if (!found.ok) return found;
  const { issuer, document, until = Number.POSITIVE_INFINITY } = found.value;
  const open = kind === "bitstring" ? openBitstringList : openTokenStatusList;
  const list = await open(document, url, now);
  if (!list.ok) return list;
  const ends = Math.min(until, list.value.until ?? Number.POSITIVE_INFINITY);
  const opened = { ...list.value, ...(Number.isFinite(ends) ? { until: ends } : {}) };
  return ok(cache.set(key, { issuer, list: opened, readAt: now }, opened.bitmap.length));
}

function isFresh({ list, readAt }: KeptList, now: number, maxAge: number): boolean {
  const { ttl = maxAge, until = Number.POSITIVE_INFINITY } = list;
  // A clock that was set back makes no list younger.
  return now >= readAt && now - readAt < Math.min(ttl, maxAge) && now < until;
}

function look(
  entry: StatusEntry,
  kept: Result<KeptList, StatusRefusal>,
  { maySpeak }: StatusPorts,
): EntryStatus {
  const { list: url, index } = entry;
  const named = { list: url, index, ...(entry.kind === "bitstring" ? { purpose: entry.purpose } : {}) };
  if (!kept.ok) return { ...named, outcome: "unknown", fault: kept.refusal };
  const { issuer, list, readAt } = kept.value;
  const { issuedAt } = list;
  const dated = { ...named, statusAsOf: readAt, ...(issuedAt === undefined ? {} : { issuedAt }) };
  const value = maySpeak(issuer)
    ? valueOf(list, entry)
    : notTrusted(`${issuer.slice(0, 100)} may not speak of it`);
  if (!value.ok) return { ...dated, outcome: "unknown", fault: value.refusal };
  return judge({ ...dated, value: value.value }, entry.kind);
}

function valueOf(list: StatusList, entry: StatusEntry): Result<number, StatusRefusal> {
  if (list.kind === "bitstring" && entry.kind === "bitstring") return bitstringValue(list, entry);
  if (list.kind === "token" && entry.kind === "token") return tokenValue(list, entry);
  throw new Error("lists are kept by their kind");
}

/** What a value means, and whether it is held against the credential. */
function judge(
  entry: Omit<EntryStatus, "outcome"> & { readonly value: number },
  kind: StatusEntry["kind"],
): EntryStatus {
  const { value } = entry;
  const unsupported = (detail: string): StatusRefusal => ({ code: "status-unsupported", detail });
  const meaning = kind === "token" ? TOKEN_MEANING[value] : ({ outcome: value ? "set" : "unset" } as const);
  if (!meaning) return { ...entry, outcome: "unknown", fault: unsupported(`status ${value}`) };
  const judged = { ...entry, ...meaning };
  const { purpose = "" } = judged;
  if (judged.outcome === "unset" || INFORMATIVE.has(purpose)) return judged;
  if (purpose !== "revocation" && purpose !== "suspension")
    return { ...judged, fault: unsupported(`purpose ${purpose.slice(0, 50)}`) };
  const detail = `${judged.list} ${judged.index}`.slice(0, 200);
  return { ...judged, fault: { code: FAULT_OF_PURPOSE[purpose], detail } };
}

/** Revoked is worse than suspended, that worse than an entry at fault, and all of them worse than not knowing. */
function summarise(entries: readonly EntryStatus[]): CredentialStatus {
  const faults = entries.flatMap(({ purpose, fault }) => (fault && !INFORMATIVE.has(purpose) ? fault : []));
  const [fault] = faults.sort((a, b) => severity(b) - severity(a));
  if (!fault) return { verdict: "valid", entries };
  return { verdict: FAULTS[fault.code].outcome === "failed" ? "invalid" : "indeterminate", fault, entries };
}

function severity({ code }: StatusRefusal): number {
  if (code === "revoked") return 3;
  if (code === "suspended") return 2;
  return FAULTS[code].outcome === "failed" ? 1 : 0;
}
