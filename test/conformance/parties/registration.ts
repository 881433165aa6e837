// A party's dealings with a catalogue: the list, withdrawal, and harvests, which are a catalogue's own affair.
import { setTimeout as pause } from "node:timers/promises";
import type { Declared } from "../declared.ts";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import type { Party } from "./provider.ts";

export async function listedProviders(t: Exam): Promise<JsonObject[]> {
  const answer = await t.get(t.endpoint("providers"), { accept: "application/ld+json" });
  t.status(answer, 200);
  const { provider } = answer.json();
  return [provider ?? []].flat().filter(isObject);
}

/** Targets that were seen to take their time with a harvest: no case waits for them again. */
const unhurried = new WeakSet<Declared>();
/** Targets whose list was seen to lag behind: read too early, it may be held for a while. */
const lagging = new WeakSet<Declared>();
/** Notes how long the list of a target took to show a harvest that had begun. */
export function notedDelay(t: Exam, milliseconds: number): void {
  if (milliseconds > LAG_MS) lagging.add(t.declared);
}

/** How long a target with a trigger is given to harvest by itself; two harvests at once would blur what is observed. */
const BEFORE_THE_TRIGGER_MS = 500;
const LAG_MS = 1000;
const QUIET_MS = 80;

/** Registers the party. When the target harvests by itself is its own affair, so it is told to where it takes long. */
export async function firstHarvest(t: Exam, party: Party): Promise<void> {
  const before = party.asked.length;
  await party.register();
  const hasTrigger = t.hasEndpoint("trigger");
  const wait = hasTrigger ? Math.min(t.patienceMs / 2, BEFORE_THE_TRIGGER_MS) : t.patienceMs;
  if (await isAsked(party, before, unhurried.has(t.declared) ? 0 : wait)) return quiet(t, party);
  unhurried.add(t.declared);
  await party.listed(undefined, "at all");
  if (!hasTrigger) t.cannotTell("the target takes its time to harvest, and has no trigger");
  await trigger(t, party);
}

/** Gives a target whose list lags behind a moment, until it asks for nothing more. */
async function quiet(t: Exam, { asked }: Party): Promise<void> {
  if (!lagging.has(t.declared)) return;
  for (let before = 0; before < asked.length; ) {
    before = asked.length;
    await pause(QUIET_MS);
  }
}

/** Has the target harvest now: by the trigger where there is one, else by registering once more, which may not help. */
export async function anotherHarvest(t: Exam, party: Party): Promise<void> {
  if (t.hasEndpoint("trigger")) return trigger(t, party);
  const before = party.asked.length;
  await party.register();
  if (await isAsked(party, before, unhurried.has(t.declared) ? 0 : t.patienceMs)) return quiet(t, party);
  unhurried.add(t.declared);
  t.cannotTell("the target takes its time to harvest again, and has no trigger");
}

/** Whether the target asks the party for anything more within this time. */
async function isAsked({ asked }: Party, before: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (asked.length <= before && performance.now() < deadline) await pause(5);
  return asked.length > before;
}

async function trigger(t: Exam, { origin }: Party): Promise<void> {
  const headers = { ...t.operator(), "content-type": "application/json" };
  const body = JSON.stringify({ action: "harvest", url: origin });
  t.status(await t.request(t.endpoint("trigger"), { method: "POST", headers, body }), 200);
}

/** Has the target forget whoever is registered at this address. */
export function withdraw(t: Exam, url: string): Promise<Answer> {
  const headers = { ...t.operator(), "content-type": "application/json" };
  return t.request(t.endpoint("providers"), { method: "DELETE", headers, body: JSON.stringify({ url }) });
}
