// What the issuer of a credential says of it today: its status lists, fetched, and verified like a credential itself.
import type { GuardedFetch } from "../../edge/guard.ts";
import { parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Fault } from "../faults.ts";
import { bitstringEntries } from "../status/bitstring.ts";
import { type ReadList, type StatusEntry, notTrusted } from "../status/list.ts";
import type { StatusRefusal } from "../status/refusals.ts";
import { type StatusCache, statusOf } from "../status/status.ts";
import { tokenStatusEntries } from "../status/token-status-list.ts";
import { type JsonObject, readJws } from "../token/jws.ts";
import { type Profile, shortType } from "../token/profiles.ts";
import type { Credential } from "./model.ts";
import { type Secured, readSecured } from "./secured.ts";
import { type SignerPorts, UNSEEN, shown } from "./signed.ts";
import { algorithmOf, isBy, signerOf } from "./signer.ts";
import { checkTokenTimes, numericDate } from "./time.ts";
import { verifySecured } from "./verify-secured.ts";

export interface Status {
  /** Absent where no bit is set that ends the credential. */
  readonly fault?: Fault;
  /** When the oldest of its lists was read, in milliseconds since the epoch. */
  readonly asOf?: number;
}

export type StatusOf = (credential: Credential) => Promise<Status>;

/** Of a credential that cannot be taken back. */
export const noStatus: Status = {};

export interface StatusReaderPorts extends Omit<SignerPorts, "most"> {
  readonly fetch: GuardedFetch;
  readonly cache: StatusCache;
}

/** Bytes of a list as a token, which is larger than any credential: two million entries that nothing compresses take some 350,000. */
const MOST_BYTES = 1024 * 1024;

/** A list has a status in a list, and that one may have one, too: whoever writes them must not lead on without an end. */
const MOST_ABOVE = 3;

/** Reads the status of credentials from the lists of their own issuers: anyone can publish a list. */
export function statusReader(ports: StatusReaderPorts): StatusOf {
  return (credential) => readStatus(credential, ports, []);
}

/** `above` are the lists whose own status is being looked at: what they name may not lead back to them. */
async function readStatus(
  { issuer, status, tokenStatus }: Credential,
  ports: StatusReaderPorts,
  above: readonly string[],
): Promise<Status> {
  const references = [...bitstringEntries(status), ...tokenStatusEntries(tokenStatus)];
  const { fault, entries } = await statusOf(references, {
    read: (address, kind) => readList(address, kind, ports, above),
    maySpeak: (other) => other === issuer,
    cache: ports.cache,
    now: ports.now(),
  });
  const times = entries.flatMap(({ statusAsOf }) => statusAsOf ?? []);
  return { ...(fault ? { fault } : {}), ...(times.length > 0 ? { asOf: Math.min(...times) } : {}) };
}

const ACCEPT: Readonly<Record<StatusEntry["kind"], string>> = {
  bitstring: "application/vc+jwt, application/vc;q=0.8, application/jwt;q=0.5",
  token: "application/statuslist+jwt",
};

async function readList(
  address: string,
  kind: StatusEntry["kind"],
  ports: StatusReaderPorts,
  above: readonly string[],
): Promise<Result<ReadList, StatusRefusal>> {
  if (above.includes(address) || above.length === MOST_ABOVE)
    return notTrusted("its status stands in itself, or in too long a row of lists");
  const unreachable = (detail: string) => refused({ code: "status-unreachable", detail } as const);
  const fetched = await ports.fetch(address, { accept: ACCEPT[kind], limit: MOST_BYTES, redirects: 0 });
  if (!fetched.ok) return unreachable(fetched.refusal.code);
  if (fetched.value.status !== 200) return unreachable(`status ${fetched.value.status}`);
  const [text, large] = [fetched.value.text.trim(), { ...ports, most: MOST_BYTES }];
  const list = await (kind === "token"
    ? verifyTokenList(text, large)
    : verifyCredentialList(text, large, [...above, address]));
  return list.ok ? list : refused({ code: "status-not-trusted", detail: list.refusal.code });
}

/** A status list credential, as a token or with a proof inside. */
async function verifyCredentialList(
  text: string,
  ports: StatusReaderPorts & SignerPorts,
  above: readonly string[],
): Promise<Result<ReadList, Fault>> {
  const secured = securedIn(text);
  const verified = await verifySecured(secured, ports, UNSEEN);
  if (!verified.ok) return verified;
  const { credential, times, profile } = verified.value;
  const held = checkTokenTimes(times, { now: ports.now(), milliseconds: profile.milliseconds });
  if (!held.ok) return held;
  const { fault } = await readStatus(credential, ports, above);
  if (fault) return refused(fault);
  const { issuer, document } = credential;
  return ok({ issuer, document, ...endIn(times, profile) });
}

/** When the first of these tokens ends. */
function endIn(
  times: readonly JsonObject[],
  { milliseconds }: Pick<Profile, "milliseconds">,
): Pick<ReadList, "until"> {
  const ends = times.flatMap(({ exp }) => numericDate(exp, milliseconds) ?? []);
  return ends.length > 0 ? { until: Math.min(...ends) } : {};
}

function securedIn(text: string): Secured {
  if (!text.startsWith("{")) return { form: "token", compact: text };
  const json = parseJson(text);
  const secured = readSecured(json.ok ? json.value : undefined);
  return secured.ok ? secured.value : { form: "unsupported", what: "neither a token nor a proof" };
}

/** draft-ietf-oauth-status-list §5.1, §8.3: a token of its own type, by whoever may speak. */
async function verifyTokenList(text: string, ports: SignerPorts): Promise<Result<ReadList, Fault>> {
  const jws = readJws(text, ports.most);
  if (!jws.ok) return refused({ code: jws.refusal.code, detail: jws.refusal.problem });
  const { header, payload } = jws.value;
  if (shortType(header["typ"]) !== "statuslist+jwt")
    return refused({ code: "type-mismatch", detail: shown(header["typ"]) });
  const algorithm = algorithmOf(header);
  if (!algorithm.ok) return algorithm;
  const signer = await signerOf(jws.value, algorithm.value, ports, UNSEEN);
  if (!signer.ok) return signer;
  if (!(await isBy(signer.value, text))) return refused({ code: "bad-signature" });
  const held = checkTokenTimes([header], { now: ports.now(), milliseconds: false });
  if (!held.ok) return held;
  return ok({ issuer: signer.value.issuer, document: payload, ...endIn([header], { milliseconds: false }) });
}
