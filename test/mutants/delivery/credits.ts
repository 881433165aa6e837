// Faults in what is given back: for objectives that were missed, and of usage that was counted too high.
import type { Entry } from "../../../functions/delivery/ledger.ts";
import { oneByOne, ordersThat, remembering } from "../delivering.ts";
import { answering, on, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Value = Record<string, unknown>;

const readsUsage = on(/^\/orders\/[^/]+\/usage$/, "GET");

/** Remembers credits otherwise than they were booked. */
const crediting = (change: (booked: readonly Entry[]) => readonly Entry[]): Spoil =>
  ordersThat((port) => ({
    async entries(of, period) {
      const found = await port.entries(of, period);
      return of === "credit" ? change(found) : found;
    },
  }));

const withShare = (entry: Entry, change: (share: number) => number): Entry => ({
  ...entry,
  value: { ...entry.value, share: String(change(Number(entry.value["share"]))) },
});

/** Shows rows of the usage file otherwise, where it is JSON. */
const rowsThat = (change: (row: Value) => void): Spoil =>
  answering(readsUsage, (answer) =>
    answer.ok && answer.headers.get("content-type")?.includes("json")
      ? withJson(answer, (file) => (file["rows"] as Value[]).forEach(change))
      : answer,
  );

const monthAfter = (month: string): string => {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 7);
};

export default [
  {
    breaks: "MPLI-DEL-140",
    fault: "promises credits and gives none",
    ...crediting(() => []),
  },
  {
    breaks: "MPLI-DEL-140",
    fault: "takes a percentage for a share",
    ...crediting((booked) => booked.map((entry) => withShare(entry, (share) => share / 100))),
  },
  {
    breaks: "MPLI-DEL-140",
    fault: "charges credits instead of giving them back",
    ...rowsThat((row) => {
      if (row["ChargeCategory"] === "Credit") row["BilledCost"] = String(row["BilledCost"]).replace("-", "");
    }),
  },
  {
    breaks: "MPLI-DEL-140",
    fault: "gives credits back as usage",
    ...rowsThat((row) => {
      if (row["ChargeCategory"] === "Credit") row["ChargeCategory"] = "Usage";
    }),
  },
  {
    breaks: "MPLI-DEL-140",
    fault: "gives back a share of usage too",
    ...answering(readsUsage, (answer) =>
      answer.ok && answer.headers.get("content-type")?.includes("json")
        ? withJson(answer, (file) => {
            const rows = file["rows"] as Value[];
            const used = rows.filter(({ SkuMeter }) => SkuMeter !== null);
            const extra = used.reduce((sum, { BilledCost }) => sum + Number(BilledCost) * 0.4, 0);
            const credit = rows.find(({ ChargeCategory }) => ChargeCategory === "Credit");
            if (credit) credit["BilledCost"] = (Number(credit["BilledCost"]) - extra).toFixed(6);
          })
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-141",
    fault: "forgets credits of months that are billed",
    ...crediting((booked) => booked.filter(({ period, value }) => value["of"] === period)),
  },
  {
    breaks: "MPLI-DEL-141",
    fault: "gives back as if nothing had been billed",
    ...rowsThat((row) => {
      if (row["ChargeCategory"] === "Credit") row["ChargeClass"] = null;
    }),
  },
  {
    breaks: "MPLI-DEL-142",
    fault: "gives back for each window",
    ...ordersThat((port) => ({
      async entries(of, period) {
        const booked = await port.entries(of, period);
        if (of !== "credit") return booked;
        const measured = await port.entries("measurement", period);
        return measured.flatMap(({ value }) =>
          value["serviceCredit"] === undefined
            ? []
            : booked
                .slice(0, 1)
                .map((entry) =>
                  withShare(entry, () => Number.parseInt(String(value["serviceCredit"]), 10) / 100),
                ),
        );
      },
    })),
  },
  {
    breaks: "MPLI-DEL-142",
    fault: "adds the greater credit to the one before",
    ...crediting((booked) =>
      booked.map((entry) => withShare(entry, (share) => (share === 0.2 ? 0.6 : share))),
    ),
  },
  {
    breaks: "MPLI-DEL-143",
    fault: "gives back more than was paid",
    ...crediting((booked) =>
      booked.map((entry) =>
        entry.value["objective"] === "latency-p95" ? withShare(entry, () => 0.7) : entry,
      ),
    ),
  },
  {
    breaks: "MPLI-DEL-144",
    fault: "takes corrections and forgets them",
    ...remembering("correction", (value) => ({ ...value, quantity: "0" })),
  },
  {
    breaks: "MPLI-DEL-144",
    fault: "takes the whole line",
    ...ordersThat((port) => ({
      async entries(of, period) {
        const booked = await port.entries(of, period);
        if (of !== "correction") return booked;
        const lines = await Promise.all(booked.map(({ id }) => port.entry("usage", id)));
        return booked.map((entry, index) => ({
          ...entry,
          value: { ...entry.value, quantity: lines[index]?.value["quantity"] },
        }));
      },
    })),
  },
  {
    breaks: "MPLI-DEL-145",
    fault: "corrects without saying so",
    ...rowsThat((row) => {
      if (row["ChargeCategory"] === "Usage") row["ChargeClass"] = null;
    }),
  },
  {
    breaks: "MPLI-DEL-145",
    fault: "forgets corrections of months that are billed",
    ...ordersThat((port) => ({
      entries: async (of, period) =>
        (await port.entries(of, period)).filter(
          ({ kind, value }) => kind !== "correction" || value["of"] === period,
        ),
    })),
  },
  {
    breaks: "MPLI-DEL-146",
    fault: "takes corrections of anything",
    ...ordersThat((port) => ({
      enter: async (entries) => {
        const entered = await port.enter(entries);
        return entered.ok || entered.refusal.code !== "malformed-usage" ? entered : await port.enter([]);
      },
    })),
  },
  {
    breaks: "MPLI-DEL-146",
    fault: "keeps what comes along with a correction that it refuses",
    ...ordersThat((port) => ({
      async enter(entries) {
        const entered = await port.enter(entries);
        if (!entered.ok && entered.refusal.code === "malformed-usage") await oneByOne(port, entries);
        return entered;
      },
    })),
  },
  {
    breaks: "MPLI-DEL-147",
    fault: "takes each correction of a line for the first",
    ...ordersThat((port) => ({
      async enter(entries) {
        const entered = await port.enter(entries);
        const isKnown = !entered.ok && entered.refusal.code === "booked-otherwise";
        return isKnown && entries.every(({ kind }) => kind === "correction") ? await port.enter([]) : entered;
      },
    })),
  },
  {
    breaks: "MPLI-DEL-148",
    fault: "gives back in the month that is billed",
    ...ordersThat((port) => ({
      async entries(of, period) {
        const [booked, later] = [await port.entries(of, period), await port.entries(of, monthAfter(period))];
        return of === "credit" ? [...booked, ...later] : booked;
      },
    })),
  },
  {
    breaks: "MPLI-DEL-148",
    fault: "corrects the month that is billed",
    ...ordersThat((port) => ({
      async entries(of, period) {
        const [booked, later] = [await port.entries(of, period), await port.entries(of, monthAfter(period))];
        return of === "correction" ? [...booked, ...later] : booked;
      },
    })),
  },
] satisfies Mutant[];
