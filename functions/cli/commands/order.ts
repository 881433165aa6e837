// `mpli order`: takes an offer, checks what both sign, and follows the delivery to its end.
import { parseArgs } from "node:util";
import { HOURS_PER_MONTH, perPeriod } from "../../compatibility/demand/periods.ts";
import { priceOf } from "../../compatibility/judge/price.ts";
import { decimalOf } from "../../delivery/agreement/check-price.ts";
import { checkAgreement, signOrder } from "../../delivery/agreement/countersign.ts";
import type { Json } from "../../kernel/json.ts";
import { answerOf, endpointOf, findNode, readObject, webAddress } from "../node-client/node.ts";
import { answerTo, readOrder } from "../orders/answer.ts";
import { keysAround } from "../orders/keys.ts";
import { follow, inState } from "../orders/follow.ts";
import { PARTY_FILE, type Party, readParty } from "../orders/party.ts";
import { parametersOf } from "../orders/parameters.ts";
import { remoteOffer } from "../node-client/offer.ts";
import { refusalOf } from "../node-client/refusal.ts";
import { only } from "../terminal/arguments.ts";
import { Stop, WrongUse } from "../terminal/stop.ts";
import { paint, plain } from "../terminal/print.ts";

export const usage = `Usage: mpli order OFFER [--set NAME=VALUE ...] [--currency EUR] [--accept TERMS ...] [--at NODE]
                  [--callback URL] [--deadline TIME] [--disclosure WORD] [--key FILE] [--no-wait] [--json]

Orders the offer of that address: signs an order at the price that the manifest states, checks that the provider signs
the same, and follows the delivery until the service runs. mpli orders does everything after that.

  --set NAME=VALUE   a parameter of the offer; may be given several times
  --accept TERMS     address of terms that you accept; may be given several times
  --currency EUR     currency of the price
  --at NODE          the provider's node, where it is not at the origin of the offer
  --callback URL     where events are to be sent
  --deadline TIME    when it has to be there, such as 2026-12-01T12:00:00Z
  --disclosure WORD  what you want to be told of those that the provider builds on: none, category or full
  --key FILE         who you are; by default ${PARTY_FILE}, which is made when it is not there
  --no-wait          do not wait for the delivery
  --json             the order as JSON

Exit codes: 0 the service runs, or will with --no-wait; 1 the order was refused or failed; 2 it could not be placed.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      set: { type: "string", multiple: true, default: [] },
      accept: { type: "string", multiple: true, default: [] },
      currency: { type: "string", default: "EUR" },
      at: { type: "string" },
      callback: { type: "string" },
      deadline: { type: "string" },
      disclosure: { type: "string" },
      key: { type: "string", default: PARTY_FILE },
      wait: { type: "boolean", default: true },
      json: { type: "boolean", default: false },
    },
    allowNegative: true,
  });
  const how = "Name one offer by its address, such as http://localhost:8788/offers/volume-s.";
  const offer = only(positionals, how);
  if (!webAddress(offer)) throw new WrongUse(how);
  const node = await findNode(values.at ?? new URL(offer).origin);
  const provider = node.did;
  if (!provider) throw new Stop(2, "The node names no DID, so nothing can be agreed with it.");
  const orders = endpointOf(node, "orders");
  const found = await remoteOffer(offer, endpointOf(node, "manifest"));
  const party = await readParty(values.key);
  const usageOfMonth = { hoursPerMonth: HOURS_PER_MONTH };
  const [region] = found.regions;
  const price = priceOf(found.offer.prices, {
    currency: values.currency,
    usage: usageOfMonth,
    regions: [region],
  });
  if (!price.known)
    throw new Stop(
      1,
      `The offer has no price in ${plain(values.currency)} (${price.reason}). Try another --currency.`,
    );
  const id = crypto.randomUUID();
  const amount = decimalOf(perPeriod(price.monthly, "month", HOURS_PER_MONTH));
  const seconds = Math.floor(Date.now() / 1000);
  const order = await signOrder(
    {
      type: "Order",
      id,
      customer: party.did,
      provider,
      offer,
      manifest: `sha256:${found.head.digest}`,
      price: { amount, currency: values.currency, per: "month" },
      parameters: parametersOf(values.set, found.bindings[0]?.parameters ?? []),
      terms: values.accept,
      accessKey: { ...party.accessKey } as Json & object,
      ...(region === undefined ? {} : { region }),
      ...(values.callback === undefined ? {} : { callback: values.callback }),
      ...(values.deadline === undefined ? {} : { deadline: values.deadline }),
      ...(values.disclosure === undefined ? {} : { disclosure: values.disclosure }),
      iat: seconds,
      exp: seconds + 300,
    },
    party.sign,
  );
  const address = `${orders}/${id}`;
  await party.remember({ id, node: new URL(node.id).origin, offer, at: new Date().toISOString() });
  const headers = { "Content-Type": "application/jose" };
  const placed = await answerOf(address, { method: "PUT", headers, body: order }).catch((error: unknown) => {
    if (!(error instanceof Stop)) throw error;
    // It may have arrived for all that: whoever ordered has to be able to find out.
    throw new Stop(2, `${error.message}\nWhether it was ordered tells: mpli orders show ${id}`);
  });
  if (!placed.ok) throw await refusalOf(placed, "The order was refused");
  const document = await readObject(placed, address);
  await conclude(document, order, { address, party });
  if (!values.json) {
    console.log(`${paint("bold", id)}  ${plain(offer)} for ${amount} ${plain(values.currency)} a month`);
    console.log(`Both have signed. Look at it: ${plain(String(document["timeline"]))}`);
  }
  const last = values.wait
    ? await follow(address, party, values.json ? () => undefined : console.log, RESTS)
    : undefined;
  if (values.json) console.log(JSON.stringify(last ?? (await readOrder(address, party)), null, 2));
  return last === undefined || inState(last, ["ACTIVE"]) ? 0 : 1;
}

const RESTS = ["ACTIVE", "FAILED", "TERMINATED"] as const;

/** Checks what the provider has signed, and says so: only then is it agreed. */
async function conclude(
  document: { readonly [member: string]: Json },
  order: string,
  { address, party }: { readonly address: string; readonly party: Party },
): Promise<void> {
  const agreement = document["agreement"] as { document?: string } | undefined;
  const resolveKey = keysAround(address);
  const checked = await checkAgreement(agreement?.document ?? "", { order, resolveKey, now: Date.now() });
  if (!checked.ok)
    throw new Stop(
      1,
      `What the provider signed is not what you ordered (${checked.refusal.code}). Nothing was agreed.`,
    );
  const body = JSON.stringify({ agreement: `sha256:${checked.value.digest}` });
  const what = "The agreement could not be concluded";
  await answerTo(party, `${address}/agreement/verification`, what, { method: "POST", body });
}
