// Orders on raw workerd against their bars: reports of runners, events to a callback, and orders at rest.
import { RFC_8037_KEY } from "../support/issuing.ts";
import { publishVolumes } from "../support/ordering.ts";
import { type Sealed, type Trade, progress, reports, running, sender, signatory } from "./delivery-load.ts";
import { outbox } from "./delivery-outbox.ts";
import { ordersAtRest } from "./delivery-rest.ts";
import { type Figure, atLeast, atMost, median, noted, quantile } from "./figures.ts";
import { processorTime } from "./process.ts";
import { type Rig, TOKEN, withNodes } from "./rig.ts";

/** RFC 9421, B.1.4, and RFC 7515, A.3. */
const RUNNER_KEY = {
  kty: "OKP",
  crv: "Ed25519",
  x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
  d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU",
};
const CUSTOMER_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
};

const ORDERS = 100;

export async function delivery(): Promise<Figure[]> {
  const runner = signatory(RUNNER_KEY);
  const node = {
    name: "provider",
    roles: ["provider"],
    bindings: {
      MPLI_SIGNING_KEY: JSON.stringify(RFC_8037_KEY),
      MPLI_RUNNERS: runner.did,
      MPLI_LEASE_SECONDS: "600",
    },
  };
  const customer = signatory(CUSTOMER_KEY);
  const busy = await withNodes([node], async (rig) => {
    const [origin = ""] = rig.origins;
    const { send, close } = sender(origin, ORDERS);
    const manifest = await publishVolumes(fetch, origin, TOKEN);
    const trade = { origin, manifest, customer, runner, send };
    try {
      return [...(await manyOrders(trade, rig)), ...(await hotOrder(trade)), ...(await outbox(trade))];
    } finally {
      close();
    }
  });
  return [...busy, ...(await ordersAtRest(node, { customer, runner }))];
}

/** All orders report at once, each its next report as soon as the last is answered. */
async function manyOrders(trade: Trade, { pid }: Rig): Promise<Figure[]> {
  const runs = await running(trade, ORDERS);
  const rates: number[] = [];
  const costs: number[] = [];
  const delays: number[] = [];
  const each = 30;
  for (let round = 0; round <= 4; round++) {
    const ahead: Sealed[][] = [];
    for (const run of runs) {
      const sealed: Sealed[] = [];
      for (let at = 0; at < each; at++) sealed.push(await reports(trade, run, [progress(at)]));
      ahead.push(sealed);
    }
    const cost = await processorTime(pid);
    const began = performance.now();
    const took: number[] = [];
    await Promise.all(
      ahead.map(async (sealed) => {
        for (const one of sealed) took.push((await trade.send(one)).milliseconds);
      }),
    );
    // The first round warms up.
    if (round === 0) continue;
    rates.push((1000 * took.length) / (performance.now() - began));
    costs.push(((await processorTime(pid)) - cost) / took.length);
    delays.push(...took);
  }
  return [
    atLeast("reports of runners, verified and journaled, over 100 orders", median(rates), "/s", 300),
    atMost("the same, p99 from request to answer", quantile(delays, 0.99), "ms", 500),
    noted("the same, time of the processor for each", median(costs), "ms"),
  ];
}

/** One run that says much: what waits is sent in one request, as the runner does. */
async function hotOrder(trade: Trade): Promise<Figure[]> {
  const [run] = await running(trade, 1);
  if (!run) throw new Error("there is no run");
  const rates: Record<number, number[]> = {};
  for (const batch of [1, 10, 50])
    for (let round = 0; round <= 3; round++) {
      const ahead: Sealed[] = [];
      for (let request = 0; request < (batch === 1 ? 500 : 100); request++)
        ahead.push(
          await reports(
            trade,
            run,
            Array.from({ length: batch }, () => progress(request % 100)),
          ),
        );
      const began = performance.now();
      for (const one of ahead) await trade.send(one);
      const rate = (1000 * batch * ahead.length) / (performance.now() - began);
      if (round > 0) (rates[batch] ??= []).push(rate);
    }
  return [
    noted("events of one order, one a request", median(rates[1] ?? []), "/s"),
    atLeast("events of one order, ten a request", median(rates[10] ?? []), "/s", 500),
    noted("events of one order, fifty a request", median(rates[50] ?? []), "/s"),
  ];
}
