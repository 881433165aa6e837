// Faults in preferences: others are heard, or results are put in another order by figures that the report does not have.
import { on, withJson } from "./faults.ts";
import { type Json, hearingDemands } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

export const list = (value: unknown): unknown[] => [value ?? []].flat();

/** Hears other preferences, where there are some. */
export const preferring = (change: (prefer: readonly unknown[]) => readonly unknown[]): Spoil =>
  hearingDemands((demand) => {
    if (demand["prefer"] !== undefined) demand["prefer"] = change(list(demand["prefer"]));
  });

/** What a result is weighed by; absent where it is not known. */
export interface Figures {
  readonly cheapest?: number;
  readonly nearest?: number;
}

export type Criterion = keyof Figures;

/** A result of the report with its figures. */
export interface Weighed {
  readonly verdict: string;
  readonly figures: Figures;
}

/** What a figure weighs: gets all of the component's results, and says it of one figure. */
export type Scale = (all: readonly Weighed[], criterion: Criterion) => (figure: number | undefined) => number;

interface Result {
  readonly offer: string;
  readonly verdict: string;
  readonly score: number;
  readonly price: { readonly monthly?: number };
}

const CRITERIA: readonly Criterion[] = ["cheapest", "nearest"];
const VERDICTS = ["compatible", "undetermined", "incompatible"];

/**
 * Orders results by their weights on another scale, where the demand gives weights. Regions and their coordinates are
 * those of the manifest that was published last.
 */
export function weighing(scale: Scale): Spoil {
  const published = { manifest: {} as Json, demand: {} as Json };
  return {
    asks: async (request) => {
      const [isManifest, isDemand] = [on("/manifest", "PUT")(request), on("/matches", "POST")(request)];
      if (!isManifest && !isDemand) return request;
      const sent = parsed(await request.clone().text());
      if (sent && isManifest) published.manifest = sent;
      if (isDemand) published.demand = sent ?? {};
      return request;
    },
    answers: (answer, request) => {
      const { manifest, demand } = published;
      const wishes = [demand["prefer"] ?? []].flat() as { criterion: Criterion; weight?: number }[];
      if (!on("/matches", "POST")(request) || !answer.ok || !wishes[0]?.weight) return answer;
      const prefer = wishes.filter(({ criterion }) => CRITERIA.includes(criterion));
      return withJson(answer, (report) => {
        for (const component of report["component"] as { results: Result[] }[])
          component.results = inOrder(component.results, { manifest, demand, prefer, scale });
      });
    },
  };
}

interface Order {
  readonly manifest: Json;
  readonly demand: Json;
  readonly prefer: readonly { criterion: Criterion; weight?: number }[];
  readonly scale: Scale;
}

function inOrder(results: readonly Result[], { manifest, demand, prefer, scale }: Order): Result[] {
  const rows = results.map((result) => ({
    result,
    verdict: result.verdict,
    figures: figuresOf(result, manifest, demand),
  }));
  const scales = prefer.map(({ criterion, weight = 0 }) => {
    const weigh = scale(rows, criterion);
    return ({ figures }: Weighed) => weight * weigh(figures[criterion]);
  });
  const sumOf = (row: Weighed) => scales.reduce((soFar, weigh) => soFar + weigh(row), 0);
  return rows
    .map((row) => ({ ...row, sum: sumOf(row) }))
    .sort(
      (a, b) =>
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
        b.result.score - a.result.score ||
        difference(a.sum, b.sum) ||
        difference(a.result.price.monthly ?? Infinity, b.result.price.monthly ?? Infinity) ||
        (a.result.offer < b.result.offer ? -1 : 1),
    )
    .map(({ result }) => result);
}

const difference = (a: number, b: number) => (a === b ? 0 : a - b);

function figuresOf({ offer, price }: Result, manifest: Json, demand: Json): Figures {
  const offers = [manifest["offer"] ?? []].flat() as Json[];
  const own = offers.find(({ id }) => offer.endsWith(String(id)));
  const places = [manifest["place"] ?? []].flat() as Json[];
  const regions: unknown[] = [own?.["region"] ?? []].flat();
  const distances = places
    .filter(({ id, latitude }) => regions.includes(id) && latitude !== undefined)
    .map((region) => kilometres((demand["near"] ?? {}) as Json, region));
  return {
    ...(price.monthly === undefined ? {} : { cheapest: price.monthly }),
    ...(distances.length === 0 ? {} : { nearest: Math.min(...distances) }),
  };
}

/** Great-circle distance by the spherical law of cosines, in whole kilometres. */
function kilometres(from: Json, to: Json): number {
  const radians = (degrees: unknown) => (Number(degrees) * Math.PI) / 180;
  const [here, there] = [radians(from["latitude"]), radians(to["latitude"])];
  const cosine =
    Math.sin(here) * Math.sin(there) +
    Math.cos(here) * Math.cos(there) * Math.cos(radians(to["longitude"]) - radians(from["longitude"]));
  return Math.round(6371 * Math.acos(Math.min(1, cosine)));
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
