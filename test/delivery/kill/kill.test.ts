// A node and a runner that are killed at every named point lose nothing that was acknowledged, and nothing is done twice.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { readIdentity } from "../../../functions/cli/runner/identity.ts";
import { POINTS as RUNNER_POINTS } from "../../../functions/cli/runner/journal.ts";
import { checkChain } from "../../../functions/delivery/events/chain.ts";
import { readEvent } from "../../../functions/delivery/events/event.ts";
import { canonicalJson } from "../../../functions/kernel/json.ts";
import { TOKEN } from "../../bench/rig.ts";
import { type House, settle, startRunner } from "../../runner/runner.ts";
import { RFC_8037_KEY, fixedChance } from "../../support/issuing.ts";
import { BINDING, party, publishVolumes } from "../../support/ordering.ts";
import { type Door, type Moment, POINTS, type Point, REQUESTS, type RequestKind, openDoor } from "./door.ts";
import { type MortalNode, mortalNode } from "./node.ts";
import { type Document, type Life, listen, live } from "./parties.ts";

const SEED = Number(process.env["MPLI_KILL_SEED"] ?? 20_261_123);
/** How often the runner dies at each of its points. */
const RUNNER_ROUNDS = 3;
const CUSTOMERS = 12;
const LIMIT_MS = 5 * 60_000;
const TOOL = join(import.meta.dirname, "counting-tool.sh");
/** RFC 7515, appendix A.3. */
const CUSTOMER_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
};

/** What is left of an order's document once ids and times are gone: the same for each order of the script. */
function standing({ operations, ...document }: Document) {
  const { state, generation, observedGeneration, parameters, delivered, outputs, conditions } = document;
  const kinds = (operations as Document[]).map((each) => [each["kind"], each["state"], each["generation"]]);
  return { state, generation, observedGeneration, parameters, delivered, outputs, conditions, kinds };
}

interface World {
  readonly door: Door;
  readonly node: MortalNode;
  /** Of the runner that dies; another one works all the time. */
  readonly victim: House;
}

/** Lives until `happens` is over, and how the last of them have ended. */
async function during(happens: (world: World) => Promise<void>) {
  const carry = (request: Request) => fetch(request);
  const customer = party(carry, CUSTOMER_KEY);
  const door = await openDoor();
  const receiver = await listen(door);
  const steady = await settle(door.origin, {
    [BINDING]: { adapter: "command", command: ["/bin/sh", TOOL, "ledger"] },
  });
  const ledger = join(steady.folder, "ledger");
  const victim = await settle(door.origin, {
    [BINDING]: { adapter: "command", command: ["/bin/sh", TOOL, ledger] },
  });
  const runners = [steady, victim].map(({ folder }) => readIdentity(join(folder, "key.json")));
  const node = await mortalNode({
    MPLI_ORIGIN: door.origin,
    MPLI_SIGNING_KEY: JSON.stringify(RFC_8037_KEY),
    MPLI_RUNNERS: (await Promise.all(runners)).map(({ did }) => did).join(","),
    MPLI_LEASE_SECONDS: "2",
  });
  door.leadsTo(node.origin);
  try {
    await node.start();
    const version = await publishVolumes(carry, door.origin, TOKEN);
    startRunner(steady);
    let isOver = false;
    const lives: Life[] = [];
    const living = Array.from({ length: CUSTOMERS }, async () => {
      do lives.push(await live(door.origin, customer, version, receiver.callback));
      while (!isOver);
    });
    // A life that fails ends the test, though it be in the midst of the kills.
    await Promise.race([happens({ door, node, victim }), Promise.all(living)]);
    isOver = true;
    await Promise.all(living);
    const forgotten: (string | undefined)[] = [];
    for (const again of door.acknowledged) forgotten.push(await again());
    const untold = () =>
      lives.flatMap(({ id, seen }) =>
        (seen.at(-1) ?? []).flatMap((event) => {
          const { sequence } = event as { sequence: string };
          const isHeard = receiver.heard.get(id)?.get(Number(sequence)) === canonicalJson(event);
          return isHeard ? [] : [`${id}:${sequence}`];
        }),
      );
    for (let waits = 0; waits < 100 && untold().length > 0; waits++) await sleep(100);
    const effects = (await readFile(ledger, "utf8")).trim().split("\n");
    const { contradictions } = receiver;
    return {
      lives,
      forgotten,
      acknowledged: door.acknowledged.length,
      effects,
      untold: untold(),
      contradictions,
    };
  } finally {
    for (const house of [steady, victim]) await house.remove();
    receiver.close();
    door.close();
    await node.remove();
  }
}

type Outcome = Awaited<ReturnType<typeof during>>;

const EFFECTS = ["made-2 GiBy", "made-4 GiBy", "stopped", "removed"];

function expectSound({ lives, forgotten, effects, untold, contradictions }: Outcome): void {
  expect(forgotten.filter(Boolean)).toEqual([]);
  expect(untold).toEqual([]);
  expect(contradictions).toEqual([]);
  // Each order was made, made larger, stopped and removed, in this order and once.
  for (const { id, seen } of lives) {
    const own = effects.filter((line) => line.endsWith(id)).map((line) => line.slice(0, -id.length - 1));
    expect(own).toEqual(EFFECTS);
    const last = seen.at(-1) ?? [];
    for (const earlier of seen) expect(last.slice(0, earlier.length)).toEqual(earlier);
    const chain = last.map((event) => readEvent(event));
    expect(checkChain(chain.flatMap((event) => (event.ok ? [event.value] : []))).ok).toBe(true);
    expect(chain.every(({ ok }) => ok)).toBe(true);
  }
  expect(effects.length).toBe(EFFECTS.length * lives.length);
}

/** Each point of a request's life with each request, and each of an event's life as often; in any order. */
function nodeMoments(random: () => number): Moment[] {
  const kinds = Object.keys(REQUESTS) as RequestKind[];
  const moments = (Object.keys(POINTS) as Point[]).flatMap((point) =>
    kinds.map((request) => ({
      point,
      ...(point.endsWith("delivery") ? {} : { request }),
      after: random() % 3,
      pause: random() % 8,
    })),
  );
  return shuffled(moments, random);
}

function runnerMoments(random: () => number): string[] {
  const rounds = Array.from({ length: RUNNER_ROUNDS }, () => Object.keys(RUNNER_POINTS)).flat();
  return shuffled(
    rounds.map((point) => `${point}:${1 + (random() % 2)}`),
    random,
  );
}

const shuffled = <T>(values: readonly T[], random: () => number): T[] =>
  values
    .map((value) => [random(), value] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, value]) => value);

test(
  "killed at every named point, node and runner lose nothing that was acknowledged, and have nothing done twice",
  async () => {
    const calm = await during(async () => undefined);
    expectSound(calm);
    const { random } = fixedChance(SEED);
    const [moments, crashes] = [nodeMoments(random), runnerMoments(random)];
    const began = performance.now();
    const killed = await during(async ({ door, node, victim }) => {
      const nodeDies = async () => {
        for (const moment of moments) {
          await door.killAt(moment, node.kill);
          await node.start();
        }
      };
      const runnerDies = async () => {
        for (const crashAt of crashes) {
          const { ended, printed } = startRunner(victim, { crashAt });
          expect((await ended).signal, `${crashAt}\n${printed()}`).toBe("SIGKILL");
        }
        // What the last of them has left on disk is still to be told.
        startRunner(victim);
      };
      await Promise.all([nodeDies(), runnerDies()]);
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `seed ${SEED}: the node killed ${moments.length} times at ${Object.keys(POINTS).length} points, the runner ` +
        `${crashes.length} times at ${Object.keys(RUNNER_POINTS).length}, in ${seconds} s; ${killed.lives.length} orders, ` +
        `${killed.acknowledged} requests acknowledged, ${killed.effects.length} effects`,
    );
    expectSound(killed);
    const [fair] = calm.lives.map(({ document }) => standing(document));
    for (const { document } of killed.lives) expect(standing(document)).toEqual(fair);
  },
  LIMIT_MS,
);
