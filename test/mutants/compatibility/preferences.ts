// Faults in what is preferred: the order of criteria, distances, energy, and what counts before them.
import { type On, changedJson, hearing, inEachObject, on } from "../faults.ts";
import { refusingDemands } from "../hearing.ts";
import { type Json, hearingDemands } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { offering, placing } from "../stocking.ts";
import { list, preferring } from "../weighing.ts";

/** Hears another demand, where something is preferred. */
const hearingWishes = (change: (component: Json) => void): Spoil =>
  hearingDemands((demand) => {
    if (demand["prefer"] !== undefined) for (const one of list(demand["component"])) change(one as Json);
  });

const isPoint = ({ latitude, longitude }: Json) => latitude !== undefined && longitude !== undefined;

/** Hears points otherwise, in manifests and demands that have some. */
const hearingPoints = (where: On, change: (point: Json) => Json): Spoil =>
  hearing(where, (text) =>
    text.includes('"latitude"')
      ? changedJson(
          text,
          inEachObject((one) => (isPoint(one) ? change(one) : one)),
        )
      : text,
  );

/** Reads degrees of latitude and longitude otherwise. */
const locating = (change: (latitude: number, longitude: number) => readonly [number, number]): Spoil =>
  hearingPoints(on(/^\/(manifest|matches)$/), (point) => {
    const degrees = change(Number(point["latitude"]), Number(point["longitude"]));
    if (degrees.some(Number.isNaN)) return point;
    const [latitude, longitude] = degrees.map((each) => each.toFixed(6));
    return { ...point, latitude, longitude };
  });

/** Whether a point is as near to 0° and 0° as those by which kilometres are told from each other. */
const isClose = (...degrees: readonly number[]) => degrees.every((each) => Math.abs(each) < 1);

/** Takes this point for one that a region does not state. */
const supposing = (latitude: string, longitude: string): Spoil =>
  placing((region) => (isPoint(region) ? region : { ...region, latitude, longitude }));

export default [
  {
    breaks: "MPLI-COMP-083",
    fault: "passes over preferences",
    ...hearingDemands((demand) => delete demand["prefer"]),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "reads the first criterion only",
    ...preferring((prefer) => prefer.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "lets the last criterion count first",
    ...preferring((prefer) => prefer.toReversed()),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "has an order of criteria of its own",
    ...preferring((prefer) => (prefer.every((one) => typeof one === "string") ? prefer.toSorted() : prefer)),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "ends the list at a criterion that says nothing of one offer",
    ...preferring((prefer) => (prefer[0] === "fewestProviders" ? [] : prefer)),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "refuses a wish for few providers outside of a composition",
    ...refusingDemands("value-does-not-fit", ({ prefer }) => list(prefer).includes("fewestProviders")),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "wants a currency for what is cheapest",
    ...refusingDemands(
      "currency-needed",
      ({ prefer, currency }) => list(prefer).includes("cheapest") && list(currency).length === 0,
    ),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "measures as if the earth were flat",
    // Near the equator it nearly is.
    ...locating((latitude, longitude) =>
      isClose(latitude, longitude) ? [latitude, longitude] : [latitude / 10, longitude / 10],
    ),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "takes latitudes for longitudes",
    ...hearingPoints(on("/matches", "POST"), ({ latitude, longitude, ...rest }) =>
      Math.abs(Number(longitude)) > 90
        ? { ...rest, latitude, longitude }
        : { ...rest, latitude: longitude, longitude: latitude },
    ),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "compares distances to the last metre",
    ...locating((latitude, longitude) =>
      isClose(latitude, longitude) ? [latitude * 10, longitude * 10] : [latitude, longitude],
    ),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "cuts off fractions of a kilometre",
    // Half a kilometre nearer to the equator.
    ...locating((latitude, longitude) => [
      latitude > 0 && latitude < 1 ? latitude - 0.0045 : latitude,
      longitude,
    ]),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "takes coordinates that are not stated for 0",
    ...supposing("0.0", "0.0"),
  },
  { breaks: "MPLI-COMP-083", fault: "puts what is not known first", ...supposing("52.37", "4.9") },
  {
    breaks: "MPLI-COMP-083",
    fault: "measures to the region that is stated first",
    ...offering((offer) => ({
      ...offer,
      ...(offer["region"] ? { region: list(offer["region"]).slice(0, 1) } : {}),
    })),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "measures to regions that are ruled out",
    ...hearingWishes((component) => {
      component["must"] = (list(component["must"]) as Json[]).filter(
        ({ on: property }) => property !== "region",
      );
    }),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "takes energy of which nothing is said for not renewable",
    ...placing((region) => ({ renewableEnergy: false, ...region })),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "takes energy of which nothing is said for renewable",
    ...placing((region) => ({ renewableEnergy: true, ...region })),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "takes energy that is not renewable for energy of which nothing is said",
    ...placing(({ renewableEnergy, ...region }) =>
      renewableEnergy ? { renewableEnergy, ...region } : region,
    ),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "wants renewable energy in all regions",
    ...offering((offer) => {
      const regions = list(offer["region"]);
      const others = regions.filter((one) => one !== "/regions/green");
      return others.length > 0 ? { ...offer, region: others } : offer;
    }),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "prefers before it scores",
    ...hearingWishes((component) => delete component["should"]),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "prefers before it judges",
    ...hearingWishes((component) => delete component["must"]),
  },
  {
    breaks: "MPLI-COMP-083",
    fault: "takes an offer without a price for free where it prefers what is cheapest",
    ...offering((offer) => ({ price: { amount: "0.0", currency: "EUR", per: "month" }, ...offer })),
  },
] satisfies Mutant[];
