// What a case works with: the target's doors, expectations that fail it, parties to play, and a way to clean up.
import { setTimeout as pause } from "node:timers/promises";
import type { Declared } from "./declared.ts";
import { type Graph, graphOf } from "./graph.ts";
import {
  Answer,
  type Exchange,
  type JsonObject,
  type Listening,
  type Sent,
  TimedOut,
  type Transport,
  brief,
  isObject,
} from "./http.ts";
import { Failed, Undecided } from "./outcome.ts";
import type { Network } from "./parties/network.ts";
import { shortened } from "./shortened.ts";
import { type PartySettings } from "./parties/manifest.ts";
import { type Party, openParty } from "./parties/provider.ts";
import { type Shelf, type Shop, onShelf } from "./shelf.ts";
import { type Manifest, fetchManifest } from "./manifest.ts";

export interface ExamSettings {
  /** Origin of the target. */
  readonly origin: string;
  readonly send: Transport;
  readonly network: Network;
  /** The operator's token, where the target's operator gave it. */
  readonly token?: string | undefined;
  /** The target has no operator's token at all, and says so. */
  readonly withoutOperator?: boolean;
  /** Longest wait for something that the target does in its own time, in milliseconds. */
  readonly patienceMs: number;
  /** The target ends with the run: what it keeps is not tidied up, and its operator's token is no secret. */
  readonly isThrownAway?: boolean;
  /** Private JWK of the runner that the kit plays; by default one that everyone knows. */
  readonly runnerKey?: JsonObject | undefined;
}

/** Bytes of a request that are kept to tell of it, and characters that are told. */
const MOST_ASKED = 16_384;
const MOST_TOLD = 300;

/** What is kept from one case to the next: the target's node document, and what was published before the run. */
export interface Session {
  readonly settings: ExamSettings;
  readonly declared: Declared;
  readonly shop: Shop;
  /** Requests in a row that were not answered in time, by address, and of all addresses under "". */
  readonly unanswered: Map<string, number>;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, bytes, or a value that is sent as JSON-LD. */
  readonly body?: string | Uint8Array | JsonObject;
  /** For an answer that need not end. */
  readonly listen?: Listening;
}

/** One case at work. Every method that expects something ends the case when it does not hold. */
export class Exam {
  readonly #session: Session;
  readonly #cleaning: (() => Promise<void>)[] = [];
  readonly #letOthersBegin: () => void;
  #isOver = false;
  /** It has said `meanwhile`. */
  onlyWaits = false;
  /** All requests of this case and their answers, in order. */
  readonly exchanges: Exchange[] = [];

  /** `letOthersBegin` is called when nothing more is to come of this case that others must not see. */
  constructor(session: Session, letOthersBegin: () => void = () => undefined) {
    this.#session = session;
    this.#letOthersBegin = letOthersBegin;
  }

  get origin(): string {
    return this.#session.settings.origin;
  }

  /** Roles, features, endpoints and limits that the target's node document declares. */
  get declared(): Declared {
    return this.#session.declared;
  }

  get isCatalogue(): boolean {
    return this.declared.roles.has("catalogue");
  }

  /** Patience for what the target does in its own time, in milliseconds. */
  get patienceMs(): number {
    return this.#session.settings.patienceMs;
  }

  /** Private JWK of the runner that the kit plays (`--runner-key`). */
  get runnerKey(): JsonObject | undefined {
    return this.#session.settings.runnerKey;
  }

  /** The target ends with the run, and what it keeps with it. */
  get isThrownAway(): boolean {
    return this.#session.settings.isThrownAway === true;
  }

  // ── Requests ──

  /** Sends one request to the target, with exactly these header fields. No answer at all is the target's failure. */
  async request(
    address: string,
    { method = "GET", headers = {}, body, listen }: RequestOptions = {},
  ): Promise<Answer> {
    // A case that took too long does no more.
    if (this.#isOver) throw new Undecided("cantTell", "the case is over");
    const url = this.address(address);
    const lower = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const typed = isObject(body) && !(body instanceof Uint8Array) && !lower["content-type"];
    const bytes = bytesOf(body);
    const sent: Sent = {
      method,
      url,
      headers: { ...(typed ? { "content-type": "application/ld+json" } : {}), ...lower },
      ...(bytes ? { body: bytes } : {}),
      ...(listen ? { listen } : {}),
    };
    this.#keepSecret(sent);
    const { unanswered } = this.#session;
    const counted = ["", url.replace(/[?#].*/, "")];
    try {
      const received = await this.#session.settings.send(sent);
      this.exchanges.push({ sent, received });
      for (const key of counted) unanswered.delete(key);
      return new Answer(url, received, bytes && new TextDecoder().decode(bytes.subarray(0, MOST_ASKED)));
    } catch (error) {
      if (error instanceof TimedOut)
        for (const key of counted) unanswered.set(key, (unanswered.get(key) ?? 0) + 1);
      const problem = error instanceof Error ? error.message : String(error);
      this.exchanges.push({ sent, received: { problem } });
      throw new Failed(`an answer to ${method} ${url}`, problem);
    }
  }

  /** The operator's token is sent over no connection that others can read (MPLI-PROT-044), wherever a target has it sent. */
  #keepSecret({ url, headers, body = new Uint8Array() }: Sent): void {
    const { token } = this.#session.settings;
    if (!token || isConfidential(url)) return;
    const carries = [url, ...Object.values(headers), Buffer.from(body)].some((text) => text.includes(token));
    if (carries) throw new Failed("an https address for what the operator asks", url);
  }

  /** An address that the target has given, as a whole; one that cannot be read is the target's failure. */
  address(given: string, base = this.origin): string {
    if (!URL.canParse(given, base))
      throw new Failed("an address that can be read", brief(given) || "nothing");
    return new URL(given, base).href;
  }

  get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request(address, { headers });
  }

  /** The address of an endpoint, as the node document gives it. */
  endpoint(name: string): string {
    const address = this.declared.endpoints[name];
    if (!address || !URL.canParse(address))
      throw new Failed(`the address of \`${name}\` in \`endpoint\` of the node document`, address ?? "none");
    return address;
  }

  /** Whether the node document gives an address of this endpoint. */
  hasEndpoint(name: string): boolean {
    return this.declared.endpoints[name] !== undefined;
  }

  /** The header field by which the operator is known; ends the case as untested without a token. */
  operator(): Readonly<Record<string, string>> {
    const { token } = this.#session.settings;
    if (!token) throw new Undecided("untested", "needs the operator's token: --write --token …");
    return { authorization: `Bearer ${token}` };
  }

  /** Whether the operator's token is at hand. */
  get hasToken(): boolean {
    return this.#session.settings.token !== undefined;
  }

  /** Whether the target's operator says that there is no operator's token (`--without-operator`). */
  get isWithoutOperator(): boolean {
    return this.#session.settings.withoutOperator === true;
  }

  // ── What the target publishes and takes ──

  /** The whole manifest of a provider: its head and its pages, each with its answer. */
  async manifest(): Promise<Manifest> {
    return fetchManifest(this);
  }

  graph(answer: Answer): Promise<Graph> {
    return graphOf(answer);
  }

  /**
   * Has the target know these offers and no others of this kit: published at a provider, harvested by a catalogue from a
   * provider that the kit plays. Needs `writes: true`.
   */
  shelf(offers: readonly JsonObject[], settings: PartySettings = {}): Promise<Shelf> {
    return onShelf(this, this.#session.shop, offers, settings);
  }

  /** Publishes a manifest at the target by `PUT`, over whatever is there, and remembers to restore what was there. */
  publish(body: RequestOptions["body"], headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    if (this.onlyWaits) throw new Error("other cases have begun: publish before t.meanwhile()");
    return this.#session.shop.publish(this, body, headers);
  }

  /** A provider that the kit plays for a catalogue; it is forgotten there and closed when the case ends. */
  party(settings: PartySettings = {}): Promise<Party> {
    return openParty(this, this.#session.settings.network, settings);
  }

  // ── Expectations ──

  /** Ends the case as failed unless the condition holds. */
  that(holds: boolean, expected: string, came: string): asserts holds {
    if (!holds) throw new Failed(expected, came);
  }

  fail(expected: string, came: string): never {
    throw new Failed(expected, came);
  }

  equal(actual: unknown, expected: unknown, what: string): void {
    const [came, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    this.that(came === wanted, `${what} ${wanted}`, came ?? "nothing");
  }

  status(answer: Answer, ...statuses: readonly number[]): void {
    if (statuses.includes(answer.status)) return;
    const asked = answer.asked && ` for ${brief(shortened(answer.asked, MOST_TOLD), 2 * MOST_TOLD)}`;
    const expected = `status ${statuses.join(" or ")} from ${answer.url}${asked}`;
    throw new Failed(expected, `${answer.status} ${brief(answer.text)}`);
  }

  /** The field's value; fails when it is absent or does not match. */
  header(answer: Answer, name: string, pattern: RegExp = /./): string {
    const value = answer.headers[name.toLowerCase()];
    const expected = pattern.source === "." ? `the field ${name}` : `the field ${name} to match ${pattern}`;
    this.that(
      value !== undefined && pattern.test(value),
      `${expected} in the answer of ${answer.url}`,
      value ?? "none",
    );
    return value;
  }

  /** A problem document with this status and code (RFC 9457); its members. */
  refusal(answer: Answer, status: number | readonly number[], code: string): JsonObject {
    this.status(answer, ...[status].flat());
    this.that(
      answer.mediaType === "application/problem+json",
      "a problem document",
      answer.mediaType || "no type",
    );
    const problem = answer.json();
    this.that(problem["code"] === code, `the code ${code}`, String(problem["code"]));
    return problem;
  }

  /** Probes until something is found, as long as patience lasts; else the case cannot tell, or fails. */
  async eventually<T>(
    what: string,
    probe: () => Promise<T | undefined>,
    otherwise: "failed" | "cantTell" = "failed",
  ): Promise<T> {
    const deadline = performance.now() + this.patienceMs;
    for (let wait = 4; ; wait = Math.min(wait * 1.5, 250)) {
      const found = await probe();
      if (found !== undefined) return found;
      if (performance.now() > deadline) break;
      await pause(wait);
    }
    const seconds = `${this.patienceMs / 1000} s`;
    if (otherwise === "cantTell") throw new Undecided("cantTell", `${what} was not seen within ${seconds}`);
    throw new Failed(`${what} within ${seconds}`, "nothing of the kind");
  }

  // ── Other ends ──

  /**
   * From here on the case waits for its own orders alone: the next one begins meanwhile, and may publish what it likes.
   * This case publishes nothing more. On a narrow network its party is in the way of others, so that they wait.
   */
  meanwhile(): void {
    this.onlyWaits = true;
    if (!this.#session.settings.network.isNarrow) this.#letOthersBegin();
  }

  /** Ends the case: it does not apply to this target. */
  inapplicable(reason: string): never {
    throw new Undecided("inapplicable", reason);
  }

  /** Ends the case: it could not be run as the kit was started. */
  untested(reason: string): never {
    throw new Undecided("untested", reason);
  }

  /** Ends the case: what was seen decides nothing. */
  cannotTell(reason: string): never {
    throw new Undecided("cantTell", reason);
  }

  /** Runs when the case has ended, last first, whatever its outcome. */
  afterwards(clean: () => Promise<void>): void {
    this.#cleaning.unshift(clean);
  }

  /** Of cleaning up: that something is gone from the target, or was not there. */
  gone({ status }: Answer, what: string): void {
    const isGone = (status >= 200 && status < 300) || status === 404 || status === 410;
    this.that(isGone, `to take away ${what}`, `status ${status}`);
  }

  /** Called by the runner when the case has ended: all that was left to do is tried; what could not be done. */
  async clean(): Promise<readonly string[]> {
    const left: string[] = [];
    for (const clean of this.#cleaning.splice(0))
      await clean().catch((error: unknown) =>
        left.push(error instanceof Error ? error.message : String(error)),
      );
    return left;
  }

  /** Called by the runner: from now on nothing is sent for this case. */
  close(): void {
    this.#isOver = true;
  }
}

/** Whether nobody else reads what is sent there: TLS, or an address of this machine. */
export function isConfidential(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(hostname);
}

function bytesOf(body: RequestOptions["body"]): Uint8Array | undefined {
  if (body === undefined || body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}
