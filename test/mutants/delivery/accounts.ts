// Faults in what is promised, measured, used and billed.
import { randomUUID } from "node:crypto";
import type { Entry, EntryKind } from "../../../functions/delivery/ledger.ts";
import type { OrderRecord } from "../../../functions/delivery/record.ts";
import { TOKEN } from "../stages.ts";
import { oneByOne, ordersThat, remembering } from "../delivering.ts";
import { answering, on, refusing, taking, withHeaders, withJson, withStatus, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Value = Record<string, unknown>;

const promises = on(/^\/orders\/[^/]+\/service-level$/, "GET");
const measures = on(/^\/orders\/[^/]+\/measurements$/, "POST");
const uses = on(/^\/orders\/[^/]+\/usage$/, "POST");
const readsUsage = on(/^\/orders\/[^/]+\/usage$/, "GET");
const bills = on(/^\/orders\/[^/]+\/bills\//, "PUT");

/** Books entries of a kind otherwise. */
const booking = (kind: EntryKind, change: (entry: Entry) => Entry): Spoil =>
  ordersThat((port) => ({
    enter: (entries) => port.enter(entries.map((entry) => (entry.kind === kind ? change(entry) : entry))),
  }));

/** Sees orders otherwise than they are. */
const seeing = (change: (record: OrderRecord) => OrderRecord): Spoil =>
  ordersThat((port) => ({
    async view() {
      const view = await port.view();
      return view && { ...view, record: change(view.record) };
    },
  }));

const withConditions =
  (change: (types: readonly string[]) => boolean) =>
  (record: OrderRecord): OrderRecord => {
    const { delivery } = record;
    if (!delivery) return record;
    const conditions = delivery.conditions.filter(({ type }) => change([type]));
    return { ...record, delivery: { ...delivery, conditions } };
  };

/** Says something else in a credential than was signed. */
const claiming = (member: string, change: (claim: Value) => void) => (answer: Response) =>
  answer.ok
    ? withText(answer, (text) => {
        const [header, payload = "", signature] = text.split(".");
        const said = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, Value>;
        change(said["credentialSubject"]?.[member] as Value);
        return [header, Buffer.from(JSON.stringify(said)).toString("base64url"), signature].join(".");
      })
    : answer;

/** Counts some usage as other usage. */
const usedAs = (change: (value: Value) => Value) => remembering("usage", change);

export default [
  {
    breaks: "MPLI-DEL-110",
    fault: "promises to everybody",
    ...answering(
      promises,
      claiming("serviceLevel", (level) => delete level["customer"]),
    ),
  },
  {
    breaks: "MPLI-DEL-110",
    fault: "promises less than its offer",
    ...answering(
      promises,
      claiming("serviceLevel", (level) =>
        (level["objectives"] as Value[]).forEach((objective) => (objective["value"] = "90 %")),
      ),
    ),
  },
  {
    breaks: "MPLI-DEL-110",
    fault: "leaves out which order it is about",
    ...answering(
      promises,
      claiming("serviceLevel", (level) => delete level["order"]),
    ),
  },
  {
    breaks: "MPLI-DEL-110",
    fault: "gives its promise another signature",
    ...answering(promises, (answer) =>
      answer.ok ? withText(answer, (text) => `${text.slice(0, -8)}AAAAAAAA`) : answer,
    ),
  },
  { breaks: "MPLI-DEL-111", fault: "promises nothing with a success", ...taking("no-service-level") },
  {
    breaks: "MPLI-DEL-112",
    fault: "takes each objective for kept",
    ...answering(measures, (answer) =>
      answer.ok ? withJson(answer, (said) => (said["met"] = true)) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-112",
    fault: "takes what is just kept for missed",
    ...answering(measures, (answer) =>
      answer.ok
        ? withJson(answer, (said) => (said["met"] = said["met"] === true && said["value"] !== "99.5 %"))
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-112",
    fault: "compares values as text",
    ...answering(measures, (answer) =>
      answer.ok ? withJson(answer, (said) => (said["met"] = String(said["value"]) >= "99.5 %")) : answer,
    ),
  },
  { breaks: "MPLI-DEL-113", fault: "believes what does not verify", ...taking("measurement-unproven") },
  {
    breaks: "MPLI-DEL-113",
    fault: "refuses what does not verify with 403",
    ...refusing("measurement-unproven", () => undefined, 403),
  },
  { breaks: "MPLI-DEL-114", fault: "lets everybody measure", ...taking("not-a-monitor") },
  {
    breaks: "MPLI-DEL-115",
    fault: "takes a measurement of anything",
    ...taking("measurement-unfit", 200, { type: "Measurement", met: true }),
  },
  {
    breaks: "MPLI-DEL-115",
    fault: "refuses what does not fit as unproven",
    ...refusing("measurement-unfit", (problem) => (problem["code"] = "measurement-unproven")),
  },
  {
    breaks: "MPLI-DEL-116",
    fault: "keeps breaches to itself",
    ...ordersThat((port) => ({
      events: async (...asked) =>
        (await port.events(...asked)).filter(({ text }) => !text.includes("order.breached")),
    })),
  },
  {
    breaks: "MPLI-DEL-116",
    fault: "books each measurement as kept",
    ...booking("measurement", (entry) => ({ ...entry, value: { ...entry.value, met: true } })),
  },
  {
    breaks: "MPLI-DEL-117",
    fault: "shows no condition for an objective that is missed",
    ...seeing(withConditions((types) => !types.includes("ObjectiveMissed"))),
  },
  {
    breaks: "MPLI-DEL-117",
    fault: "ends the condition with an older measurement",
    ...booking("measurement", (entry) => {
      const { met, until } = entry.value;
      return met === true ? { ...entry, value: { ...entry.value, until: `9${String(until)}` } } : entry;
    }),
  },
  {
    breaks: "MPLI-DEL-117",
    fault: "never ends the condition",
    ...booking("measurement", (entry) =>
      entry.value["met"] === true ? { ...entry, value: { ...entry.value, until: "1999" } } : entry,
    ),
  },
  {
    breaks: "MPLI-DEL-118",
    fault: "takes a measurement that comes again for another",
    ...booking("measurement", (entry) => ({ ...entry, id: randomUUID() })),
  },
  {
    breaks: "MPLI-DEL-118",
    fault: "knows a measurement by its signature",
    ...booking("measurement", (entry) => ({ ...entry, digest: String(entry.value["credential"]) })),
  },
  {
    breaks: "MPLI-DEL-119",
    fault: "lets a monitor correct itself",
    ...booking("measurement", (entry) => ({ ...entry, id: `${entry.id} ${entry.digest}` })),
  },
  {
    breaks: "MPLI-DEL-120",
    fault: "takes usage of everybody",
    ...answering(uses, (answer) => (answer.status === 403 ? Response.json({ taken: 1 }) : answer)),
  },
  {
    breaks: "MPLI-DEL-121",
    fault: "counts usage as often as it comes",
    ...booking("usage", (entry) => ({ ...entry, id: randomUUID() })),
  },
  {
    breaks: "MPLI-DEL-121",
    fault: "forgets what came with usage that it knows",
    ...ordersThat((port) => ({
      async enter(entries) {
        const [first] = entries;
        const known = first?.kind === "usage" && (await port.entry("usage", first.id));
        return known ? await port.enter([first]) : await port.enter(entries);
      },
    })),
  },
  {
    breaks: "MPLI-DEL-122",
    fault: "takes other usage beside the one it knows",
    ...booking("usage", (entry) => ({ ...entry, id: `${entry.id}.${entry.digest}` })),
  },
  {
    breaks: "MPLI-DEL-122",
    fault: "keeps what came along with usage that it refuses",
    ...ordersThat((port) => ({ enter: (entries) => oneByOne(port, entries) })),
  },
  {
    breaks: "MPLI-DEL-123",
    fault: "takes usage in any form",
    ...taking("malformed-usage", 200, { taken: 1 }),
  },
  {
    breaks: "MPLI-DEL-123",
    fault: "refuses usage in another form with 400",
    ...refusing("malformed-usage", () => undefined, 400),
  },
  {
    breaks: "MPLI-DEL-124",
    fault: "leaves out columns that are empty",
    ...answering(readsUsage, (answer) =>
      answer.ok && answer.headers.get("content-type")?.includes("json")
        ? withJson(answer, (file) => {
            for (const row of file["rows"] as Value[])
              for (const [name, value] of Object.entries(row)) if (value === null) delete row[name];
          })
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-124",
    fault: "parts columns with semicolons",
    ...answering(readsUsage, (answer) =>
      answer.headers.get("content-type")?.includes("csv")
        ? withText(answer, (text) => text.replaceAll(",", ";"))
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-124",
    fault: "says that CSV is plain text",
    ...answering(readsUsage, (answer) =>
      answer.headers.get("content-type")?.includes("csv")
        ? withHeaders(answer, { "content-type": "text/plain" })
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-124",
    fault: "leaves out the names of the columns",
    ...answering(readsUsage, (answer) =>
      answer.headers.get("content-type")?.includes("csv")
        ? withText(answer, (text) => text.slice(text.indexOf("\r\n") + 2))
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-125",
    fault: "charges whole units",
    ...usedAs((value) => ({ ...value, quantity: String(Math.ceil(Number(value["quantity"]))) })),
  },
  {
    breaks: "MPLI-DEL-125",
    fault: "charges what nobody agreed a price for",
    ...usedAs((value) => ({ ...value, unit: String(value["unit"]).replace("inbound", "outbound") })),
  },
  {
    breaks: "MPLI-DEL-125",
    fault: "passes over the prefix of a unit",
    ...usedAs((value) => ({ ...value, unit: String(value["unit"]).replace("MBy", "GBy") })),
  },
  {
    breaks: "MPLI-DEL-125",
    fault: "charges twice what was agreed",
    ...seeing((record) =>
      record.billing
        ? {
            ...record,
            billing: {
              ...record.billing,
              rates: record.billing.rates.map((rate) => ({
                ...rate,
                amount: String(Number(rate.amount) * 2),
              })),
            },
          }
        : record,
    ),
  },
  {
    breaks: "MPLI-DEL-126",
    fault: "bills a cent more than was used",
    ...answering(
      bills,
      claiming("invoice", (invoice) => {
        invoice["totalWithoutVat"] = (Number(invoice["totalWithoutVat"]) + 0.01).toFixed(2);
      }),
    ),
  },
  {
    breaks: "MPLI-DEL-126",
    fault: "forgets the VAT in the total",
    ...answering(
      bills,
      claiming("invoice", (invoice) => (invoice["totalWithVat"] = invoice["totalWithoutVat"])),
    ),
  },
  {
    breaks: "MPLI-DEL-126",
    fault: "binds another file than the one it shows",
    ...answering(readsUsage, (answer) =>
      answer.headers.get("content-type")?.includes("csv")
        ? withText(answer, (text) => text.replaceAll("\r\n", "\n"))
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-126",
    fault: "bills anew whenever it is asked",
    ...answering(bills, (answer) => (answer.status === 200 ? withStatus(answer, 201) : answer)),
  },
  {
    breaks: "MPLI-DEL-126",
    fault: "says of a new bill that it was known",
    ...answering(bills, (answer) => (answer.status === 201 ? withStatus(answer, 200) : answer)),
  },
  { breaks: "MPLI-DEL-127", fault: "bills a month that is not over", ...taking("period-not-over", 201) },
  { breaks: "MPLI-DEL-149", fault: "bills for nothing", ...taking("nothing-to-bill", 201) },
  {
    breaks: "MPLI-DEL-128",
    fault: "takes usage of a month that is billed",
    ...taking("period-billed", 200, { taken: 1 }),
  },
  {
    breaks: "MPLI-DEL-129",
    fault: "shows usage to everybody who signs",
    asks: async (request) => {
      const { pathname } = new URL(request.url);
      if (request.method !== "GET" || !/\/(usage|service-level|bills\/[^/]+)$/.test(pathname)) return request;
      const headers = new Headers(request.headers);
      if (headers.has("signature")) headers.set("authorization", `Bearer ${TOKEN}`);
      return new Request(request.url, { headers });
    },
  },
] satisfies Mutant[];
