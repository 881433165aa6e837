// One run over all orders below: in the order in which they need each other, and back again where one of them fails.
import { MOST_LAYERS } from "../../../../delivery/agreement/order-request.ts";
import { checkValues } from "../../../../delivery/agreement/parameters.ts";
import { type Result, ok, refused } from "../../../../kernel/result.ts";
import { type JsonObject, isObject } from "../../../../trust/token/jws.ts";
import type { Party } from "../../../orders/party.ts";
import { type Failed, type Found, type Planned, type Succeeded, type Tool, failed } from "../adapter.ts";
import { ChildOrder } from "./child-order.ts";
import { type Shown, limitsOf } from "./shown.ts";
import { type Component, parametersOf, stepsOf } from "./components.ts";
import { DISCLOSURES, type MpliBinding } from "./binding.ts";
import { type There, rollUp } from "./roll-up.ts";
import { wareOf } from "./supplier.ts";

type Act<T> = Promise<Result<T, Failed>>;
type Undo = () => Promise<unknown>;

/** States of an order that stands, of one that is at its end, and of one that will not come to stand any more. */
const STANDS = ["ACTIVE", "DEGRADED"];
const GONE = ["FAILED", "TERMINATED"];
const LOST = ["CANCELLING", "FAILED_CLEANING", "TERMINATING", "RETRIEVAL", "ERASING", ...GONE];

export class Layer {
  readonly #binding: MpliBinding;
  readonly #tool: Tool;
  readonly #party: Party;
  readonly #steps: readonly (readonly ChildOrder[])[];
  readonly #stop = new AbortController();
  /** The same order, waited for although others are not any more. */
  readonly #alone: (child: ChildOrder) => ChildOrder;

  /** `own` is the DID of the reseller's node. */
  constructor(binding: MpliBinding, tool: Tool, party: Party, own: string) {
    const { components, marginSeconds, everySeconds } = binding;
    const signal = AbortSignal.any([tool.signal, this.#stop.signal]);
    const purchase = { tool, party, own, marginSeconds, everyMs: everySeconds * 1000, signal };
    this.#alone = ({ component }) => new ChildOrder(component, { ...purchase, signal: tool.signal });
    this.#binding = binding;
    this.#tool = tool;
    this.#party = party;
    this.#steps = (stepsOf(components) ?? []).map((step) =>
      step.map((each) => new ChildOrder(each, purchase)),
    );
  }

  /** Looks whether all can be ordered, so that nothing is begun that cannot be ended well. */
  async plan(): Act<Planned> {
    const { path, disclosure, deadline } = limitsOf(this.#tool);
    const { components, marginSeconds, disclosure: most } = this.#binding;
    if (path.length >= MOST_LAYERS)
      return refused(failed("too-many-layers", `the order has ${path.length} layers above it already`));
    if (DISCLOSURES.indexOf(disclosure) > DISCLOSURES.indexOf(most))
      return refused(failed("disclosure-not-offered", `at most ${most} is disclosed of the layers below`));
    if (deadline !== undefined && deadline - marginSeconds * 1000 <= Date.now())
      return refused(failed("past-deadline", "too little time is left for the layers below"));
    const fits = await together(components, (component) => this.#fits(component));
    if (!fits.ok) return fits;
    const create = components.length;
    return ok({ type: "planned", create, change: 0, destroy: 0, summary: `${create} orders at other nodes` });
  }

  async #fits(component: Component): Act<undefined> {
    const ware = await wareOf(component);
    if (!ware.ok) return ware;
    const [binding] = ware.value.found.bindings;
    const unfit = (why: string) => refused(failed("supplier-unfit", `${component.name}: ${why}`));
    if (!binding) return unfit("its offer cannot be ordered");
    const values = checkValues(parametersOf(component, this.#tool.job), binding);
    return values.ok ? ok(undefined) : unfit("its offer does not allow these parameters");
  }

  async apply(): Act<Succeeded> {
    const undo: Undo[] = [];
    const there: [ChildOrder, Shown][] = [];
    let changed = 0;
    for (const step of this.#steps) {
      const done = await this.#each(step, async (child) => await this.#bring(child, undo));
      // What was ordered anew the node has removed, by a run of its own; what was changed is changed back here.
      if (!done.ok) return await undone(undo, done);
      for (const [child, { shown, isNew }] of done.value) {
        there.push([child, shown]);
        changed += isNew ? 1 : 0;
      }
    }
    return await this.#succeeded(there, changed);
  }

  /** The order as it is to be: placed where there is none, changed where it is another. */
  async #bring(child: ChildOrder, undo: Undo[]): Act<{ readonly shown: Shown; readonly isNew: boolean }> {
    const before = await child.find();
    const ordered = before.ok ? await child.ordered() : before;
    const shown = ordered.ok ? await child.until([...STANDS, "SUSPENDED", ...LOST]) : ordered;
    if (!shown.ok) return shown;
    const { name } = child.component;
    if (LOST.includes(shown.value.state))
      return refused(failed("component-failed", `${name}: ${shown.value.state}`));
    const isNew = before.ok && before.value === undefined;
    const wanted = parametersOf(child.component, this.#tool.job);
    const { delivered, parameters } = shown.value.document;
    const held = isObject(delivered) ? delivered : isObject(parameters) ? parameters : {};
    if (isPart(wanted, held)) return ok({ shown: shown.value, isNew });
    const key = `update ${this.#tool.job.generation}`;
    undo.unshift(() => this.#alone(child).operate("update", `${key} back`, { parameters: held }));
    const updated = await child.operate("update", key, { parameters: { ...held, ...wanted } });
    if (!updated.ok) return updated;
    return updated.value
      ? ok({ shown: updated.value, isNew: true })
      : refused(failed("component-failed", `${name}: it cannot be updated now`));
  }

  /** The same operation of all orders; where one refuses, the others are set back. */
  async throughout(kind: "suspend" | "resume", back: "suspend" | "resume"): Act<Succeeded> {
    const { generation } = this.#tool.job;
    const wanted = kind === "suspend" ? ["SUSPENDED"] : STANDS;
    const undo: Undo[] = [];
    // Those that need others are halted before these, and started after them.
    const steps = kind === "suspend" ? this.#steps.toReversed() : this.#steps;
    for (const step of steps) {
      const done = await this.#each(step, async (child) => {
        const found = await child.find();
        if (!found.ok || wanted.includes(found.value?.state ?? "")) return found;
        undo.unshift(() => this.#alone(child).operate(back, `${back} ${generation} back`));
        const operated = await child.operate(kind, `${kind} ${generation}`);
        if (!operated.ok || operated.value) return operated;
        return refused(failed("component-failed", `${child.component.name}: ${kind} is not possible now`));
      });
      if (!done.ok) return await undone(undo, done);
    }
    return ok({ type: "succeeded" });
  }

  /** One bundle for each order, where its supplier keeps it. */
  async exported(): Act<Succeeded> {
    const parts: JsonObject[] = [];
    for (const child of this.#steps.flat()) {
      const done = await child.operate("export", `export ${this.#tool.job.generation}`);
      if (!done.ok) return done;
      const bundle = done.value?.document["exported"];
      if (!isObject(bundle)) return refused(failed("component-failed", `${child.component.name}: no export`));
      parts.push({ component: child.component.name, ...bundle });
    }
    const [first] = parts;
    const { component: _, ...only } = first ?? {};
    return ok({ type: "succeeded", export: parts.length === 1 ? only : { parts } });
  }

  /** New access from each supplier, and all of it for the customer's new key. */
  async rotated(): Act<Succeeded> {
    const there: [ChildOrder, Shown][] = [];
    for (const child of this.#steps.flat()) {
      const key = `rotate ${this.#tool.job.generation}`;
      const done = await child.operate("rotate", key, {
        accessKey: { ...this.#party.accessKey } as JsonObject,
      });
      if (!done.ok) return done;
      if (!done.value) return refused(failed("component-failed", `${child.component.name}: no new access`));
      there.push([child, done.value]);
    }
    return await this.#succeeded(there);
  }

  /** Ends what needs others before these; with `erase` nothing is left. */
  async ended(how: "keep" | "erase"): Act<Succeeded> {
    const there: [ChildOrder, Shown][] = [];
    for (const step of this.#steps.toReversed()) {
      const done = await this.#each(step, (child) => this.#end(child, how));
      if (!done.ok) return done;
      for (const [child, shown] of done.value)
        if (shown && shown.state !== "FAILED") there.push([child, shown]);
    }
    // Where not all were ever there, what was handed up before says more.
    const isWhole = there.length === this.#steps.flat().length;
    const last = isWhole ? await rollUp(there, {}) : undefined;
    return ok({ type: "succeeded", ...(last?.ok ? { receipts: last.value.receipts } : {}) });
  }

  async #end(child: ChildOrder, how: "keep" | "erase"): Act<Shown | undefined> {
    const found = await child.find();
    // An agreement that nobody verifies delivers nothing.
    if (!found.ok || found.value?.agreement !== "FINALIZED") return found.ok ? ok(undefined) : found;
    const ends = [...GONE, "RETRIEVAL"];
    if (!ends.includes(found.value.state)) await child.operate("terminate", "terminate");
    const ended = await child.until(ends);
    if (!ended.ok || how === "keep" || GONE.includes(ended.value.state)) return ended;
    await child.operate("erase", "erase");
    return await child.until(GONE);
  }

  async lookup(): Act<Found> {
    const there: [ChildOrder, Shown][] = [];
    const children = this.#steps.flat();
    for (const child of children) {
      const found = await child.find();
      if (!found.ok) return found;
      const { value } = found;
      if (value?.agreement === "FINALIZED" && !GONE.includes(value.state)) there.push([child, value]);
    }
    const states = there.map(([, { state }]) => state);
    const isWhole =
      there.length === children.length && states.every((each) => [...STANDS, "SUSPENDED"].includes(each));
    if (!isWhole) return ok({ type: "found", exists: there.length === 0 ? "none" : "partial" });
    const running = states.every((each) => STANDS.includes(each));
    const all = await rollUp(there, this.#binding.outputs);
    return all.ok ? ok({ type: "found", exists: "complete", running, ...all.value }) : all;
  }

  async #succeeded(there: There, changed?: number): Act<Succeeded> {
    const all = await rollUp(there, this.#binding.outputs);
    return all.ok
      ? ok({ type: "succeeded", ...(changed === undefined ? {} : { changed }), ...all.value })
      : all;
  }

  /** The same for all orders of a step at once; when one fails, the others are no longer waited for. */
  async #each<T>(
    step: readonly ChildOrder[],
    act: (child: ChildOrder) => Act<T>,
  ): Act<(readonly [ChildOrder, T])[]> {
    return await together(step, async (child) => {
      const done = await act(child);
      if (!done.ok) this.#stop.abort();
      return done.ok ? ok([child, done.value] as const) : done;
    });
  }
}

/** All results, or the first failure that is not just the end of the others. */
async function together<A, T>(all: readonly A[], act: (one: A) => Act<T>): Act<T[]> {
  const done = await Promise.all(all.map(act));
  const failures = done.flatMap((each) => (each.ok ? [] : [each.refusal]));
  const [failure = failures[0]] = failures.filter(({ code }) => code !== "cancelled");
  if (failure) return refused(failure);
  return ok(done.flatMap((each) => (each.ok ? [each.value] : [])));
}

async function undone<T extends Result<unknown, Failed>>(undo: readonly Undo[], failure: T): Promise<T> {
  for (const step of undo) await step();
  return failure;
}

/** Whether `whole` says all that `part` does. */
const isPart = (part: JsonObject, whole: JsonObject) =>
  Object.entries(part).every(([name, value]) => JSON.stringify(whole[name]) === JSON.stringify(value));
