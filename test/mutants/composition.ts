// Faults of composition: another demand that is heard at its door, another report that leaves it.
import { type On, answering, hearing, on, withJson } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

export interface Choice extends Json {
  component: string;
  offer: string;
  provider: string;
  region?: string;
  count: number;
  monthly?: number;
  price: Json & { monthly?: number };
}
export interface Composition extends Json {
  monthly?: number;
  choices: Choice[];
}
export interface Report extends Json {
  outcome: string;
  component: (Json & { name: string; counts: Record<string, number> })[];
  compositions: Composition[];
  missing: string[];
  removals: Json[][];
  warnings: Json[];
}
export type Joint = Json & { closeTogether?: string[]; differentProvider?: string[] };

export const composes = on("/matches/compose", "POST");

/** Changes the report on a composition. */
export const composing = (change: (report: Report) => void): Spoil =>
  answering(composes, (answer) =>
    answer.ok ? withJson(answer, (report) => change(report as Report)) : answer,
  );

/** Hears another demand for a composition than was sent, where it was sent as JSON. */
export const hearingDemand = (change: (demand: Json) => Json): Spoil =>
  hearing(composes, (text) => {
    if (!text.startsWith("{")) return text;
    try {
      return JSON.stringify(change(JSON.parse(text) as Json));
    } catch {
      return text;
    }
  });

export const hearingJoint = (change: (all: Joint[], demand: Json) => Json[]): Spoil =>
  hearingDemand((demand) =>
    "together" in demand
      ? { ...demand, together: change([demand["together"]].flat() as Joint[], demand) }
      : demand,
  );

/** Passes over the joint requirements with this key. */
export const without = (key: string): Spoil => hearingJoint((all) => all.filter((one) => !(key in one)));

export const hearingComponents = (change: (component: Json) => Json): Spoil =>
  hearingDemand((demand) => ({
    ...demand,
    component: ([demand["component"] ?? []].flat() as Json[]).map(change),
  }));

/** Lists the compositions in another order, or others. */
export const listing = (change: (all: Composition[], report: Report) => Composition[]): Spoil =>
  composing((report) => {
    report.compositions = change(report.compositions, report);
  });

export const choosing = (change: (choice: Choice, report: Report) => void): Spoil =>
  composing((report) =>
    report.compositions.forEach(({ choices }) => choices.forEach((one) => change(one, report))),
  );

/** Answers in place of the node. */
export const answeringAt = (
  where: On,
  change: (request: Request) => Request | Response | Promise<Request | Response>,
): Spoil => ({
  asks: (request) => (where(request) ? change(request) : request),
});
