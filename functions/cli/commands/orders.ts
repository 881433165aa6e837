// `mpli orders`: what became of orders, and what is to become of them.
import { parseArgs } from "node:util";
import { openAccess } from "../../delivery/access.ts";
import { NOTHING, checkChain } from "../../delivery/events/chain.ts";
import { readEvent } from "../../delivery/events/event.ts";
import { OPERATIONS } from "../../delivery/lifecycle/table.ts";
import { endpointOf, findNode, readObject } from "../node-client/node.ts";
import { parametersOf } from "../orders/parameters.ts";
import { showReceipt } from "../orders/receipt.ts";
import { follow, lineOf } from "../orders/follow.ts";
import { PARTY_FILE, type Party, type PlacedOrder, readParty } from "../orders/party.ts";
import { type Members, answerTo, readOrder } from "../orders/answer.ts";
import { payloadOf } from "../credentials/issued.ts";
import { actionIn, only } from "../terminal/arguments.ts";
import { remoteOffer } from "../node-client/offer.ts";
import { Stop } from "../terminal/stop.ts";
import { inJson, paint, plain, table } from "../terminal/print.ts";

export const usage = `Usage: mpli orders [--key FILE]
       mpli orders show|events|access ID [--key FILE] [--json]
       mpli orders receipt ID [--every country=EU|certification=ISO27001 ...] [--key FILE] [--json]
       mpli orders usage|bill ID [--month MONTH] [--key FILE] [--json]
       mpli orders decline ID [--key FILE] [--json]
       mpli orders ${OPERATIONS.join("|")} ID [--set NAME=VALUE ...] [--key FILE] [--no-wait] [--json]

Without an action it lists the orders that were placed from here. ID may be shortened to its first digits; last is the
one that was placed last.

show       where the order stands
events     all that happened, and whether nothing of it was changed or left out
access     what gives access, opened with your key: it is secret, and goes to standard output
receipt    what the provider signs of it and of those it builds on, verified; with --every whether that holds for all
usage      what a month costs, in the columns of FOCUS: as CSV, or with --json as JSON
bill       the credential that bills a month; with --json what it says
decline    ends an agreement that is not final: gives up what is held, or what was agreed and not yet verified
update     changes parameters: all of them, each with --set
suspend, resume, export, rotate, cancel, terminate, erase
           asks for that, and follows until it is done

  --set NAME=VALUE  a parameter; may be given several times
  --every PROPERTY  what has to hold for every layer: country=CODE of a country or an area such as EU, or
                    certification=NAME of a scheme; may be given several times
  --month MONTH     such as 2026-11; by default this month
  --key FILE        who you are; by default ${PARTY_FILE}
  --no-wait         do not wait for the end
  --json            as JSON

Exit codes: 0 done; 1 refused, failed, or does not hold; 2 there is no such order.`;

const LOOKS = ["show", "events", "access", "receipt", "usage", "bill"] as const;
const DECLINE = "decline";
const RESTS = ["ACTIVE", "DEGRADED", "SUSPENDED", "RETRIEVAL", "FAILED", "TERMINATED"];

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      set: { type: "string", multiple: true, default: [] },
      every: { type: "string", multiple: true, default: [] },
      month: { type: "string", default: new Date().toISOString().slice(0, 7) },
      key: { type: "string", default: PARTY_FILE },
      wait: { type: "boolean", default: true },
      json: { type: "boolean", default: false },
    },
    allowNegative: true,
  });
  const [asked, ...ids] = positionals;
  const party = await readParty(values.key);
  if (asked === undefined) return await list(party, values.json);
  const action = actionIn("orders", asked, [...LOOKS, DECLINE, ...OPERATIONS]);
  const look = LOOKS.find((each) => each === action);
  const operation = OPERATIONS.find((each) => each === action);
  const order = orderOf(only(ids, "Name one order: its first digits, or last."), party.orders);
  const address = await addressOf(order);
  if (look === "access") return await showAccess(address, order.id, party);
  if (look === "receipt") return await showReceipt(address, party, values);
  if (look === "events") return await showEvents(address, party, values.json);
  if (look === "usage") return await showUsage(`${address}/usage`, values, party);
  if (look === "bill")
    return await showBill(`${address}/bills/${encodeURIComponent(values.month)}`, values, party);
  if (look === "show") {
    const document = await readOrder(address, party);
    console.log(values.json ? inJson(document) : inWords(document));
    return 0;
  }
  if (action === DECLINE) return await decline(address, party, values.json);
  const body = {
    kind: operation ?? "",
    ...(operation === "update" ? { parameters: await changed(order, values.set) } : {}),
    ...(operation === "rotate" ? { accessKey: party.accessKey } : {}),
  };
  const before = await readOrder(address, party);
  const id = crypto.randomUUID();
  const request = { method: "POST", body: JSON.stringify(body) };
  await answerTo(party, `${address}/operations/${id}`, `${action} was refused`, request);
  const last = values.wait
    ? await follow(
        address,
        party,
        values.json ? () => undefined : console.log,
        RESTS,
        Number(before["sequence"]),
      )
    : await readOrder(address, party);
  if (values.json) console.log(inJson(last));
  const operations = (last["operations"] as { id: string; state: string }[] | undefined) ?? [];
  return operations.find((each) => each.id === id)?.state === "failed" ? 1 : 0;
}

async function decline(address: string, party: Party, asJson: boolean): Promise<number> {
  const end = `${address}/agreement/termination`;
  const answer = await answerTo(party, end, "The agreement cannot be ended", { method: "POST" });
  const document = await readObject(answer, end);
  console.log(asJson ? inJson(document) : inWords(document));
  return 0;
}

/** Where an order is, as its node says. */
async function addressOf({ id, node }: PlacedOrder): Promise<string> {
  return `${endpointOf(await findNode(node), "orders")}/${id}`;
}

/** The parameters of an update; where the offer is sold no longer, they are texts, and the node reads them. */
async function changed({ node, offer }: PlacedOrder, given: readonly string[]) {
  const manifest = endpointOf(await findNode(node), "manifest");
  const found = await remoteOffer(offer, manifest).catch(() => undefined);
  return parametersOf(given, found?.bindings[0]?.parameters ?? []);
}

function orderOf(asked: string, orders: readonly PlacedOrder[]): PlacedOrder {
  const found =
    asked === "last" ? orders.slice(-1) : orders.filter(({ id }) => id.startsWith(asked.toLowerCase()));
  const [order] = found;
  if (order && found.length === 1) return order;
  throw new Stop(
    2,
    found.length > 1
      ? `Several orders begin with ${plain(asked)}.`
      : `There is no order ${plain(asked)} here. mpli orders lists those that there are.`,
  );
}

async function list(party: Party, asJson: boolean): Promise<number> {
  const rows = await Promise.all(
    party.orders.map(async (order) => {
      const document = await addressOf(order)
        .then((address) => readOrder(address, party))
        .catch(() => undefined);
      const agreement = document?.["agreement"] as { state?: string } | undefined;
      return { ...order, state: String(document?.["state"] ?? agreement?.state ?? "no answer") };
    }),
  );
  if (asJson) console.log(inJson(rows));
  else if (rows.length === 0)
    console.log("No orders were placed from here yet. Place one with: mpli order OFFER");
  else
    console.log(
      table(
        [{ title: "order" }, { title: "state" }, { title: "offer" }, { title: "placed" }],
        rows.map(({ id, state, offer, at }) => [id.slice(0, 8), plain(state), plain(offer), at.slice(0, 16)]),
      ),
    );
  return 0;
}

async function showAccess(address: string, order: string, party: Party): Promise<number> {
  const answer = await answerTo(party, `${address}/access`, "There is no access");
  const opened = await openAccess(await answer.text(), party.openingKey, { order });
  if (!opened.ok) throw new Stop(1, `The access cannot be opened with your key (${opened.refusal.code}).`);
  console.log(inJson(opened.value));
  return 0;
}

interface Asked {
  readonly month: string;
  readonly json: boolean;
}

async function showUsage(address: string, { month, json }: Asked, party: Party): Promise<number> {
  const accept = json ? "application/json" : "text/csv";
  const at = `${address}?${new URLSearchParams({ period: month })}`;
  const answer = await answerTo(party, at, "The usage cannot be read", { method: "GET", accept });
  process.stdout.write(await answer.text());
  return 0;
}

async function showBill(address: string, { json }: Asked, party: Party): Promise<number> {
  const answer = await answerTo(party, address, "The bill cannot be read");
  const token = (await answer.text()).trim();
  console.log(json ? inJson(payloadOf(token)) : token);
  return 0;
}

async function showEvents(address: string, party: Party, asJson: boolean): Promise<number> {
  let head = NOTHING;
  for (;;) {
    const page = await readOrder(`${address}/events?after=${head.sequence}`, party);
    const events = (page["events"] as Members[] | undefined) ?? [];
    for (const event of events) console.log(asJson ? JSON.stringify(event) : lineOf(event));
    if (events.length === 0) break;
    const read = events.map((event) => readEvent(event));
    const chain = checkChain(
      read.flatMap((each) => (each.ok ? each.value : [])),
      head,
    );
    if (!chain.ok || read.some(({ ok }) => !ok)) {
      const at = chain.ok ? head.sequence + 1 : chain.refusal.at;
      throw new Stop(1, `The chain of events does not hold from number ${at} on: something was changed.`);
    }
    head = chain.value;
  }
  // For whoever looks, and not into what a program reads.
  console.error(`The chain of all ${head.sequence} events holds.`);
  return 0;
}

function inWords(order: Members): string {
  const agreement = order["agreement"] as { state: string };
  const rows = ["offer", "provider", "generation", "retrievalUntil", "timeline"].flatMap((name) =>
    order[name] === undefined ? [] : [`  ${name.padEnd(15)}${plain(String(order[name]))}`],
  );
  const outputs =
    order["outputs"] === undefined ? [] : [`  outputs        ${plain(JSON.stringify(order["outputs"]))}`];
  return [paint("bold", plain(String(order["state"] ?? agreement.state))), ...rows, ...outputs].join("\n");
}
