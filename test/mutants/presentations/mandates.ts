// Faults in what a node makes of queries that ask for a mandate.
import { hearingJson, inEachObject } from "../faults.ts";
import type { Json } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { presenting, requests } from "../presenting.ts";
import { stocking } from "../stocking.ts";

/** Passes over what a mandate lacks, as if nobody had asked. */
const overlooking = (code: string, where: (missing: Json) => boolean = () => true): Spoil =>
  presenting((found) => {
    if (!Array.isArray(found["missing"])) return;
    const missing = (found["missing"] as Json[]).filter((one) => one["code"] !== code || !where(one));
    if (missing.length < found["missing"].length)
      Object.assign(found, { missing, satisfied: missing.length === 0 });
  });

/** Hears each query for a mandate otherwise; the node then gives it back as it heard it. */
const hearing = (change: (mandate: Json) => Json | undefined): Spoil =>
  hearingJson(
    requests,
    inEachObject(({ mandate, ...query }) => {
      const isMandate = typeof mandate === "object" && mandate !== null && !Array.isArray(mandate);
      const heard = isMandate ? change(mandate as Json) : mandate;
      return heard === undefined ? query : { ...query, mandate: heard };
    }),
  );

const withoutMandate = ({ mandate: _, ...query }: Json): Json => query;

export default [
  {
    breaks: "MPLI-PRES-048",
    fault: "takes any credential of the type for a mandate",
    ...hearing(({ power }) => (typeof power === "object" ? undefined : { power })),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "takes a mandate of any organisation",
    ...overlooking("other-mandator"),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "does not look whose organisation is shown",
    ...hearing(({ organization, ...rest }) =>
      organization === "company"
        ? rest
        : { ...rest, ...(organization === undefined ? {} : { organization }) },
    ),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "takes a mandate for any power",
    ...overlooking("no-such-power"),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "does not look at the domain of a power",
    ...hearing(({ power, ...rest }) => {
      const { domain, ...anywhere } = (power ?? {}) as Json;
      return { ...rest, power: domain === "" || typeof power !== "object" ? power : anywhere };
    }),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "takes a mandate at any time",
    ...overlooking("mandate-not-in-force"),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "takes a mandate of whoever it names",
    ...overlooking("holder-not-subject", ({ credential }) => credential === "clerk"),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "takes a credential without a mandate for one",
    ...overlooking("not-a-mandate"),
  },
  {
    breaks: "MPLI-PRES-048",
    fault: "does not look for mandates in the prerequisites of providers",
    ...stocking((one) => {
      const query = one["dcqlQuery"] as Json | undefined;
      if (!Array.isArray(query?.["credentials"])) return one;
      return {
        ...one,
        dcqlQuery: { ...query, credentials: (query["credentials"] as Json[]).map(withoutMandate) },
      };
    }),
  },
  {
    breaks: "MPLI-PRES-049",
    fault: "passes over a mandate that is none",
    ...hearingJson(
      requests,
      inEachObject((query) => (typeof query["mandate"] === "object" ? query : withoutMandate(query))),
    ),
  },
  {
    breaks: "MPLI-PRES-049",
    fault: "passes over a mandate without a power",
    ...hearing((mandate) => (typeof mandate["power"] === "object" ? mandate : undefined)),
  },
  {
    breaks: "MPLI-PRES-049",
    fault: "passes over an organisation that is nobody",
    ...hearing(({ organization, ...rest }) =>
      organization === "company" ? { ...rest, organization } : rest,
    ),
  },
] satisfies Mutant[];
