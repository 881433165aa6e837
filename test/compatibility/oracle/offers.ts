// One component of a demand against all offers of one manifest, as the oracle judges it.
import {
  type Ratio,
  add,
  compareRatios,
  divide,
  multiply,
  parseRatio,
  ratio,
} from "../../../functions/kernel/ratio.ts";
import type { Asked, Component, Condition, Criterion, Point, Weighed } from "./asked.ts";
import type { Graphs, Row } from "./graphs.ts";
import { type Outcome, all, opposite, someOf } from "./logic.ts";
import type { VERDICTS } from "./order.ts";
import { judgePrerequisites } from "./prerequisites.ts";
import { type Price, type PriceComponent, priceOf, readPrices } from "./price.ts";
import { type JudgedValue, judgeRegions, judgeValues } from "./sparql.ts";

export interface Region {
  readonly iri: string;
  readonly point?: Point;
  readonly isRenewable?: boolean;
}

export interface Judged {
  readonly offer: string;
  readonly provider: string;
  readonly verdict: (typeof VERDICTS)[number];
  /** In the order of the graph. */
  readonly must: readonly Outcome[];
  readonly should: readonly Outcome[];
  readonly score: Ratio;
  readonly price: Price;
  /** The regions that the musts leave open. */
  readonly regions: readonly Region[];
}

type Values = ReadonlyMap<string, readonly JudgedValue[]>;

const REGION = "https://w3id.org/mpli/ns#region";
const PRICE = "https://w3id.org/mpli/ns#price";
const VERDICT_OF = { satisfied: "compatible", unknown: "undetermined", violated: "incompatible" } as const;

/** What is read of a manifest once, whatever is asked. */
export interface Manifest {
  readonly graphs: Graphs;
  readonly offers: readonly Row[];
  readonly prices: ReadonlyMap<string, readonly PriceComponent[]>;
  /** The regions that offers state. */
  readonly stated: ReadonlyMap<string, readonly string[]>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly prerequisites: ReadonlyMap<string, readonly Outcome[]>;
}

export function readManifest(graphs: Graphs, asked: Asked): Manifest {
  const stated = graphs.select("SELECT DISTINCT ?offer ?region { ?offer mpli:region ?region }");
  return {
    graphs,
    offers: graphs.select(`SELECT DISTINCT ?offer ?provider ?status ?class WHERE {
  ?manifest mpli:offer ?offer ; mpli:provider ?provider .
  ?offer mpli:serviceClass/rdfs:subClassOf* ?class .
  OPTIONAL { ?offer mpli:offerStatus ?status }
}`),
    prices: readPrices(graphs),
    stated: new Map(
      Array.from(
        Map.groupBy(stated, ({ offer }) => offer?.value ?? ""),
        ([offer, rows]) => [offer, rows.flatMap(({ region }) => region?.value ?? [])],
      ),
    ),
    regions: readRegions(graphs),
    prerequisites: judgePrerequisites(graphs, asked),
  };
}

/** Judges all candidates of a component, in no order. */
export function judgeOffers(manifest: Manifest, asked: Asked, component: Component): Judged[] {
  const { must, should, serviceClass } = component;
  const candidates = manifest.offers.filter((row) => row.class?.value === serviceClass);
  const criteria = new Criteria(manifest, component);
  return candidates.map((row) => {
    const offer = row.offer?.value ?? "";
    const regions = criteria.openRegions(offer);
    const price = priceOf(manifest.prices.get(offer) ?? [], component, asked.currency, regions);
    const outcomes = (list: readonly Weighed[]) =>
      list.map(({ condition }) => criteria.outcome(condition, offer, price));
    const [musts, shoulds] = [outcomes(must), outcomes(should)];
    const isWithdrawn = ["endOfSale", "retired"].includes(row.status?.value ?? "");
    const obstacles = manifest.prerequisites.get(offer) ?? [];
    return {
      offer,
      provider: row.provider?.value ?? "",
      verdict: VERDICT_OF[all([...musts, ...obstacles, ...(isWithdrawn ? ["violated" as const] : [])])],
      must: musts,
      should: shoulds,
      score: scoreOf(should, shoulds),
      price,
      regions: regions.flatMap((iri) => (iri === undefined ? [] : (manifest.regions.get(iri) ?? { iri }))),
    };
  });
}

/** "The weight of the satisfied should requirements divided by the weight of all of them." */
function scoreOf(should: readonly Weighed[], outcomes: readonly Outcome[]): Ratio {
  if (should.length === 0) return ratio(1n);
  const met = should.filter((_, index) => outcomes[index] === "satisfied");
  const total = (list: readonly Weighed[]) => list.map(({ weight }) => weight).reduce(add, ratio(0n));
  return divide(total(met), total(should));
}

/** What the queries of a component's criteria say of the offers of a manifest. */
class Criteria {
  readonly #component: Component;
  readonly #manifest: Manifest;
  readonly #values = new Map<Criterion, Values>();
  /** The outcome of each region by itself. */
  readonly #regions = new Map<Criterion, Values>();

  constructor(manifest: Manifest, component: Component) {
    this.#component = component;
    this.#manifest = manifest;
    const conditions = [...component.must, ...component.should].map(({ condition }) => condition);
    for (const criterion of conditions.flatMap(criteriaOf).filter(({ property }) => property !== PRICE)) {
      this.#values.set(criterion, judgeValues(manifest.graphs, criterion));
      if (isOnRegion(criterion)) this.#regions.set(criterion, judgeRegions(manifest.graphs, criterion));
    }
  }

  /** The table of the regions left open; `undefined` stands for prices that name none. */
  openRegions(offer: string): (string | undefined)[] {
    const musts = this.#component.must.map(({ condition }) => condition);
    const alone = musts.filter((condition) => criteriaOf(condition).every(isOnRegion));
    const stated = this.#manifest.stated.get(offer) ?? [];
    const priced = (this.#manifest.prices.get(offer) ?? []).flatMap(({ regions }) => regions);
    const judged = (stated.length > 0 ? stated : [...new Set(priced)]).map((region) => ({
      region,
      outcome: all(alone.map((condition) => this.#inRegion(condition, offer, region))),
    }));
    const which = (outcome: Outcome) =>
      judged.filter((each) => each.outcome === outcome).map(({ region }) => region);
    const isMetApart =
      stated.length > 0 && alone.every((condition) => this.#inSome(condition, offer) === "satisfied");
    const possible = isMetApart ? [] : which("unknown");
    const open = which("satisfied").length > 0 ? which("satisfied") : possible;
    return stated.length > 0 ? open : [undefined, ...open];
  }

  outcome(condition: Condition, offer: string, price: Price): Outcome {
    return joined(condition, (criterion) => {
      if (criterion.property === PRICE) return onPrice(criterion, price, this.#component.hoursPerMonth);
      const values = this.#values.get(criterion)?.get(offer) ?? [];
      const outcomes = values.map(({ outcome }) => outcome);
      return outcomes.length === 0 ? criterion.absent : someOf(outcomes, criterion.count);
    });
  }

  /** Whether each part of a condition holds in some region, be they different ones. */
  #inSome(condition: Condition, offer: string): Outcome {
    return joined(condition, (criterion) => {
      const stated = this.#manifest.stated.get(offer) ?? [];
      const judged = this.#regions.get(criterion)?.get(offer) ?? [];
      const own = judged.filter(({ value }) => stated.includes(value.value));
      return someOf(own.map(({ outcome }) => outcome));
    });
  }

  #inRegion(condition: Condition, offer: string, region: string): Outcome {
    return joined(condition, (criterion) => {
      const judged = this.#regions.get(criterion)?.get(offer) ?? [];
      return judged.find(({ value }) => value.value === region)?.outcome ?? "unknown";
    });
  }
}

/** The tables of joined requirements. */
function joined(condition: Condition, outcomeOf: (criterion: Criterion) => Outcome): Outcome {
  const each = (part: Condition) => joined(part, outcomeOf);
  if ("not" in condition) return opposite(each(condition.not));
  if ("anyOf" in condition) return someOf(condition.anyOf.map(each));
  return "allOf" in condition ? all(condition.allOf.map(each)) : outcomeOf(condition);
}

const isOnRegion = ({ property, detail }: Criterion) => property === REGION && detail === undefined;

function criteriaOf(condition: Condition): readonly Criterion[] {
  if ("not" in condition) return criteriaOf(condition.not);
  if ("anyOf" in condition) return condition.anyOf.flatMap(criteriaOf);
  return "allOf" in condition ? condition.allOf.flatMap(criteriaOf) : [condition];
}

function readRegions(graphs: Graphs): ReadonlyMap<string, Region> {
  const rows = graphs.select(`SELECT * WHERE {
  ?region a mpli:Region .
  OPTIONAL { ?region mpli:renewableEnergy ?renewable }
  OPTIONAL { ?region schema:latitude ?latitude ; schema:longitude ?longitude }
}`);
  return new Map(
    rows.map(({ region, renewable, latitude, longitude }) => [
      region?.value ?? "",
      {
        iri: region?.value ?? "",
        ...(renewable ? { isRenewable: renewable.value === "true" } : {}),
        ...(latitude && longitude
          ? { point: { latitude: Number(latitude.value), longitude: Number(longitude.value) } }
          : {}),
      },
    ]),
  );
}

/** A bound on the price, which is for a period, against the price of a month. */
function onPrice(criterion: Criterion, price: Price, hours: Ratio): Outcome {
  const { bounds, per, absent, needsEvidence } = criterion;
  if (!("monthly" in price)) return price.reason === "not-stated" ? absent : "unknown";
  const periods: Readonly<Record<string, Ratio>> = {
    minute: multiply(hours, ratio(60n)),
    hour: hours,
    day: divide(hours, ratio(24n)),
    month: ratio(1n),
    year: ratio(1n, 12n),
  };
  const amount = divide(price.monthly, periods[per] ?? ratio(1n));
  const outcomes = bounds.map(({ operator, members }) =>
    someOf(members.map((member) => (meets(operator, amount, member) ? "satisfied" : "violated"))),
  );
  const outcome = all(outcomes);
  return needsEvidence && outcome === "satisfied" ? "unknown" : outcome;
}

function meets(operator: string, amount: Ratio, bound: string): boolean {
  const order = compareRatios(amount, parseRatio(bound) ?? ratio(0n));
  switch (operator) {
    case "atLeast":
      return order >= 0;
    case "moreThan":
      return order > 0;
    case "atMost":
      return order <= 0;
    case "lessThan":
      return order < 0;
    default:
      return order === 0;
  }
}
