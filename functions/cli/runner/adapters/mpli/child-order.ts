// One order at a supplier, from its id on: looked for before it is placed, so that a crash never orders twice.
import { setTimeout as sleep } from "node:timers/promises";
import { checkChain } from "../../../../delivery/layers/chain.ts";
import { openAccess } from "../../../../delivery/access.ts";
import { digestOf } from "../../../../delivery/agreement/check-order.ts";
import { readAgreement, signOrder } from "../../../../delivery/agreement/countersign.ts";
import { parentOf } from "../../../../delivery/layers/receipt.ts";
import type { Json } from "../../../../kernel/json.ts";
import { type Result, ok, refused } from "../../../../kernel/result.ts";
import type { ResolveKey } from "../../../../trust/did/resolve.ts";
import { type JsonObject, isObject } from "../../../../trust/token/jws.ts";
import { endpointOf, findNode } from "../../../node-client/node.ts";
import { keysAround } from "../../../orders/keys.ts";
import type { Party } from "../../../orders/party.ts";
import { type Failed, type Tool, failed } from "../adapter.ts";
import { type Component, parametersOf } from "./components.ts";
import { type Shown, bodyOf, codeOf, endOf, limitsOf, plainCode, shownIn } from "./shown.ts";
import { wareOf } from "./supplier.ts";
import { uuid5 } from "./uuid5.ts";

/** What the orders of one run have in common. */
export interface Purchase {
  readonly tool: Tool;
  readonly party: Party;
  /** DID of the reseller's own node, as the path names it. */
  readonly own: string;
  readonly marginSeconds: number;
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

type Child<T> = Promise<Result<T, Failed>>;

/** Agreements that lapsed before anybody could verify them use their ids up. */
const MOST_ATTEMPTS = 4;
const MOST_FAILURES = 20;
const ORDER_SECONDS = 300;
const PUT_MS = 60_000;

export class ChildOrder {
  readonly component: Component;
  readonly #purchase: Purchase;
  readonly #resolveKey: ResolveKey;
  /** The state that was told last. */
  #told = "";
  #orders: string | undefined;

  constructor(component: Component, purchase: Purchase) {
    this.component = component;
    this.#purchase = purchase;
    this.#resolveKey = keysAround(component.node);
  }

  /** The order as it stands; undefined where there is none, or only such whose agreements have lapsed. */
  async find(): Child<Shown | undefined> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const shown = await this.#look(this.#idOf(attempt));
      if (!shown.ok || shown.value?.agreement !== "TERMINATED") return shown;
    }
    return ok(undefined);
  }

  /** The order, placed and agreed upon. */
  async ordered(): Child<Shown> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const id = this.#idOf(attempt);
      const known = await this.#look(id);
      if (!known.ok) return known;
      const shown = known.value ? ok(known.value) : await this.#place(id);
      if (!shown.ok || shown.value.agreement === "FINALIZED") return shown;
      if (shown.value.agreement !== "TERMINATED") return await this.#conclude(shown.value);
    }
    return refused(this.#failed("component-failed", "no agreement was reached"));
  }

  /** Follows the order until it is in one of these states, or `isDone`; progress is told on the way. */
  async until(states: readonly string[], isDone = (_: Shown) => false): Child<Shown> {
    const { tool, everyMs, signal } = this.#purchase;
    for (let failures = 0; failures < MOST_FAILURES; ) {
      const shown = await this.find();
      failures = shown.ok ? 0 : failures + 1;
      if (shown.ok) {
        if (!shown.value) return refused(this.#failed("component-failed", "its order is gone"));
        const { state } = shown.value;
        if (state !== "" && state !== this.#told)
          tool.progress({ milestone: `${this.component.name} ${state}` });
        this.#told = state;
        if (states.includes(state) || isDone(shown.value)) return ok(shown.value);
      }
      if (signal.aborted) return refused(this.#failed("cancelled", "stopped as asked"));
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
    return refused(this.#failed("supplier-away", "its supplier does not answer", true));
  }

  /**
   * Asks for an operation and waits for its end. `key` names it among all of this order: asked twice, it is done once.
   * What the state of the order does not allow is no failure here: who asks looks at the state afterwards.
   */
  async operate(kind: string, key: string, more: JsonObject = {}): Child<Shown | undefined> {
    const shown = await this.find();
    if (!shown.ok || !shown.value) return shown;
    const { id, address } = shown.value;
    const operation = uuid5(id, key);
    const taken = await this.#insist(() =>
      this.#ask(`${address}/operations/${operation}`, { kind, ...more }),
    );
    if (!taken.ok) return taken;
    if (taken.value.status !== 202) {
      const { code = "" } = await bodyOf(taken.value);
      return code === "not-in-this-state"
        ? ok(undefined)
        : refused(this.#failed("component-failed", `${kind} was refused (${plainCode(code)})`));
    }
    const ended = await this.until([], ({ document }) => endOf(document, operation) !== undefined);
    if (!ended.ok) return ended;
    return endOf(ended.value.document, operation) === "succeeded"
      ? ended
      : refused(this.#failed("component-failed", `${kind} failed`));
  }

  /** What gives access, opened with the reseller's key; undefined where there is none. */
  async access({ id, address }: Shown): Child<JsonObject | undefined> {
    const answer = await this.#insist(() => this.#ask(`${address}/access`));
    if (!answer.ok) return answer;
    if (answer.value.status !== 200) return ok(undefined);
    const opened = await openAccess(await answer.value.text(), this.#purchase.party.openingKey, {
      order: id,
    });
    return opened.ok ? opened : refused(this.#failed("component-failed", "its access cannot be opened"));
  }

  /** The receipt and all below it, verified. */
  async receipts({ id, address, document }: Shown): Child<readonly string[]> {
    const answer = await this.#insist(() => this.#ask(`${address}/receipt`));
    if (!answer.ok) return answer;
    const { receipt, below } = await bodyOf(answer.value);
    const all = Array.isArray(below) ? below.filter((each) => typeof each === "string") : [];
    if (typeof receipt !== "string") return refused(this.#failed("receipt-invalid", "it has no receipt"));
    const expected = { order: id, provider: String(document["provider"]) };
    const chain = await checkChain({ receipt, below: all }, expected, this.#resolveKey);
    if (!chain.ok) return refused(this.#failed("receipt-invalid", chain.refusal.code));
    return chain.value.receipt.parent === parentOf(this.#purchase.tool.job.order)
      ? ok([receipt, ...all])
      : refused(this.#failed("receipt-invalid", "other-parent"));
  }

  /** One id for each attempt, the same after a crash; the reseller's name keeps those of two resellers apart. */
  #idOf(attempt: number): string {
    const { tool, party } = this.#purchase;
    return uuid5(
      tool.job.order,
      [party.did, this.component.name, ...(attempt > 0 ? [attempt] : [])].join(" "),
    );
  }

  async #look(id: string): Child<Shown | undefined> {
    let address = "";
    const answer = await this.#insist(async () => {
      this.#orders ??= endpointOf(await findNode(this.component.node), "orders");
      address = `${this.#orders}/${id}`;
      return await this.#ask(address);
    });
    if (!answer.ok) return answer;
    if (answer.value.status === 404) return ok(undefined);
    if (!answer.value.ok) return refused(this.#failed("component-failed", "its order cannot be read"));
    return ok(shownIn(id, address, await bodyOf(answer.value)));
  }

  async #place(id: string): Child<Shown> {
    const { tool, party, own, marginSeconds } = this.#purchase;
    const ware = await wareOf(this.component);
    if (!ware.ok) return ware;
    const { provider, orders, found, amount } = ware.value;
    const { path, disclosure, deadline } = limitsOf(tool);
    const seconds = Math.floor(Date.now() / 1000);
    const [region] = found.regions;
    const until = deadline === undefined ? undefined : deadline - marginSeconds * 1000;
    const token = await signOrder(
      {
        type: "Order",
        id,
        customer: party.did,
        provider,
        offer: this.component.offer,
        manifest: `sha256:${found.head.digest}`,
        price: { amount, currency: this.component.currency, per: "month" },
        parameters: parametersOf(this.component, tool.job),
        terms: [...this.component.terms],
        accessKey: { ...party.accessKey } as Json & object,
        ...(region === undefined ? {} : { region }),
        ...(until === undefined ? {} : { deadline: new Date(until).toISOString() }),
        parent: parentOf(tool.job.order),
        path: [...path, digestOf(own)],
        disclosure,
        iat: seconds,
        exp: seconds + ORDER_SECONDS,
      },
      party.sign,
    );
    const address = `${orders}/${id}`;
    const headers = { "Content-Type": "application/jose" };
    const placed = await this.#insist(() =>
      fetch(address, { method: "PUT", headers, body: token, signal: AbortSignal.timeout(PUT_MS) }),
    );
    if (!placed.ok) return placed;
    const document = await bodyOf(placed.value);
    if (placed.value.ok) return ok(shownIn(id, address, document));
    const { code } = document;
    // Somebody who has the same key was faster: one of the two is no longer the runner of this job.
    if (code === "id-reuse") {
      const known = await this.#look(id);
      if (!known.ok) return known;
      if (known.value) return ok(known.value);
    }
    // What has been here before, or stands on too much, is the same for whoever ordered: it is told by its code.
    const isGuard = code === "order-loop" || code === "too-many-layers" || code === "past-deadline";
    return refused(
      this.#failed(isGuard ? code : "component-refused", `the order was refused (${plainCode(code)})`),
    );
  }

  /** Verifies the agreement, which may be one that an earlier life of the runner asked for: its own key has signed it. */
  async #conclude({ id, address, document }: Shown): Child<Shown> {
    const { agreement } = document;
    const text = isObject(agreement) ? agreement["document"] : undefined;
    const read = await readAgreement(typeof text === "string" ? text : "", this.#resolveKey);
    if (!read.ok) return refused(this.#failed("agreement-invalid", read.refusal.code));
    const { order, digest } = read.value;
    // MPLI-ORD-039.
    const isOurs =
      order.customer === this.#purchase.party.did &&
      order.id === id &&
      order.offer === this.component.offer &&
      order.parent === parentOf(this.#purchase.tool.job.order);
    if (!isOurs) return refused(this.#failed("agreement-invalid", "it holds another order"));
    const body = { agreement: `sha256:${digest}` };
    const verified = await this.#insist(() => this.#ask(`${address}/agreement/verification`, body));
    if (!verified.ok) return verified;
    const said = await bodyOf(verified.value);
    if (verified.value.ok) return ok(shownIn(id, address, said));
    return refused(
      this.#failed("component-refused", `the agreement was refused (${plainCode(said["code"])})`),
    );
  }

  #ask(address: string, body?: JsonObject): Promise<Response> {
    const { party } = this.#purchase;
    return party.ask(
      address,
      body === undefined ? { method: "GET" } : { method: "POST", body: JSON.stringify(body) },
    );
  }

  /** Asks again while there is no answer, or the supplier is busy. */
  async #insist(ask: () => Promise<Response>): Child<Response> {
    const { everyMs, signal } = this.#purchase;
    for (let failures = 0; failures < MOST_FAILURES && !signal.aborted; failures++) {
      const answer = await ask().catch(() => undefined);
      const isBusy = answer?.status === 409 && (await codeOf(answer)) === "operation-in-progress";
      if (answer && answer.status < 500 && answer.status !== 429 && !isBusy) return ok(answer);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
    return refused(
      signal.aborted
        ? this.#failed("cancelled", "stopped as asked")
        : this.#failed("supplier-away", "its supplier does not answer", true),
    );
  }

  #failed(code: string, detail: string, retry?: boolean): Failed {
    return failed(code, `${this.component.name}: ${detail}`, retry);
  }
}
