// Faults in what is chosen for a component, what it costs, and what is asked of several together.
import {
  type Composition,
  type Joint,
  choosing,
  composing,
  hearingComponents,
  hearingDemand,
  hearingJoint,
  listing,
  without,
} from "../composition.ts";
import type { Json } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";

const firstOffers = ({ choices }: Composition): string => choices.map(({ offer }) => offer).join(" ");

export default [
  {
    breaks: "MPLI-COMP-104",
    fault: "takes musts for wishes",
    ...hearingComponents(({ must, should, ...component }) => {
      const [kind = {}, ...others] = [must ?? []].flat() as Json[];
      return { ...component, must: [kind], should: [...others, should ?? []].flat() };
    }),
  },
  {
    breaks: "MPLI-COMP-104",
    fault: "presents whatever is asked for",
    ...hearingDemand((demand) => ({ ...demand, presents: ["legal-person"] })),
  },
  {
    breaks: "MPLI-COMP-104",
    fault: "chooses an offer and no region",
    ...choosing((choice) => delete choice.region),
  },
  {
    breaks: "MPLI-COMP-104",
    fault: "chooses regions that the musts rule out",
    ...hearingComponents((component) => ({
      ...component,
      must: ([component["must"] ?? []].flat() as Json[]).filter((one) => one["on"] !== "region"),
    })),
  },
  {
    breaks: "MPLI-COMP-104",
    fault: "lists the first region of each offer alone",
    ...listing((all) =>
      all.filter((one, index) => all.findIndex((other) => firstOffers(other) === firstOffers(one)) === index),
    ),
  },
  {
    breaks: "MPLI-COMP-104",
    fault: "leaves out what states no region",
    ...listing((all) => all.filter(({ choices }) => choices.every(({ region }) => region !== undefined))),
  },
  {
    breaks: "MPLI-COMP-104",
    fault: "takes what has no price for free where there is a budget",
    ...without("budget"),
  },
  {
    breaks: "MPLI-COMP-105",
    fault: "states the price of one for all",
    ...choosing((choice) => {
      if (choice.price.monthly !== undefined) choice.monthly = choice.price.monthly;
    }),
  },
  {
    breaks: "MPLI-COMP-105",
    fault: "adds up the prices of one of each",
    ...composing(({ compositions }) => {
      for (const one of compositions)
        if (one.monthly !== undefined)
          one.monthly = one.choices.reduce((sum, { price }) => sum + Number(price.monthly), 0);
    }),
  },
  {
    breaks: "MPLI-COMP-105",
    fault: "needs one of each component, whatever the count is",
    ...hearingComponents(({ count: _, ...component }) => component),
  },
  {
    breaks: "MPLI-COMP-105",
    fault: "prices all regions of an offer alike",
    ...listing((all) => {
      const cheapest = (offer: string) =>
        Math.min(
          ...all.flatMap(({ choices }) =>
            choices.filter((one) => one.offer === offer).map(({ monthly = 0 }) => monthly),
          ),
        );
      return all.toReversed().toSorted((a, b) => cheapest(firstOffers(a)) - cheapest(firstOffers(b)));
    }),
  },
  ...["sameRegion", "sameProvider", "differentProvider", "maxProviders", "budget", "closeTogether"].map(
    (key) => ({
      breaks: "MPLI-COMP-106",
      fault: `passes over ${key}`,
      ...(/Provider/.test(key) ? ({ stage: "catalogue" } as const) : {}),
      ...without(key),
    }),
  ),
  {
    breaks: "MPLI-COMP-106",
    fault: "compares a budget for any period with prices a month",
    ...hearingJoint((all) => all.map(({ per: _, ...one }): Json => one)),
  },
  {
    breaks: "MPLI-COMP-106",
    fault: "counts thirty days to the month",
    ...hearingJoint((all) =>
      all.map((one) => (one["per"] === "day" ? { budget: Number(one["budget"]) * 30, per: "month" } : one)),
    ),
  },
  {
    breaks: "MPLI-COMP-106",
    fault: "measures delays from the first component alone",
    ...hearingJoint((all) =>
      all.flatMap((one): Json[] => {
        const [first, ...others] = one.closeTogether ?? [];
        return first === undefined
          ? [one]
          : others.map((other) => ({ ...one, closeTogether: [first, other] }));
      }),
    ),
  },
  {
    breaks: "MPLI-COMP-106",
    fault: "takes a delay that is not known for none",
    ...hearingDemand((demand) => {
      const isKnown = [demand["latencyTable"] ?? []].flat().length > 0;
      const all = [demand["together"] ?? []].flat() as Joint[];
      return isKnown ? demand : { ...demand, together: all.filter((one) => !("closeTogether" in one)) };
    }),
  },
  {
    breaks: "MPLI-COMP-106",
    fault: "takes every delay in the table for an hour",
    ...hearingDemand((demand) => ({
      ...demand,
      latencyTable: ([demand["latencyTable"] ?? []].flat() as Json[]).map((row) => ({
        ...row,
        latency: "1 h",
      })),
    })),
  },
  {
    breaks: "MPLI-COMP-106",
    fault: "keeps the first two of several providers apart",
    stage: "catalogue",
    ...hearingJoint((all) =>
      all.map((one) =>
        one.differentProvider ? { ...one, differentProvider: one.differentProvider.slice(0, 2) } : one,
      ),
    ),
  },
  {
    breaks: "MPLI-COMP-106",
    fault: "allows one provider more",
    stage: "catalogue",
    ...hearingJoint((all) =>
      all.map((one) => ("maxProviders" in one ? { maxProviders: Number(one["maxProviders"]) + 1 } : one)),
    ),
  },
] satisfies Mutant[];
