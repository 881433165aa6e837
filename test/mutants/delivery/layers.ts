// Faults in layered delivery: what jobs tell of their chain, and what receipts say of the layers below.
import type { Sign } from "../../../functions/trust/issuing/keys.ts";
import type { OrderRecord } from "../../../functions/delivery/record.ts";
import { instead } from "../agreeing.ts";
import { delivering, leasing, ordersThat } from "../delivering.ts";
import { answering, on, refusing, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const RECEIPT_TYPE = "mpli-receipt+jwt";
const receipt = on(/^\/orders\/[^/]+\/receipt$/);

type Payload = Parameters<Sign>[0];
type How = Parameters<Sign>[1];
interface Layer {
  readonly digest: string;
  readonly below?: readonly Layer[];
}

/** Signs other receipts than it should. */
const receipting = (
  change: (payload: Payload) => Record<string, unknown>,
  how: (how: How) => How = (same) => same,
): Spoil =>
  delivering(({ sign }) => ({
    sign: (payload, given) =>
      given.typ === RECEIPT_TYPE ? sign(change(payload) as Payload, how(given)) : sign(payload, given),
  }));

/** Changes the layers below, as a receipt tells of them. */
const below = (change: (layers: readonly Layer[]) => readonly object[]): Spoil =>
  receipting((payload) => ({ ...payload, below: change(payload["below"] as unknown as Layer[]) }));

const every = (change: (payload: Payload) => object): Spoil =>
  receipting((payload) => ({ ...payload, every: { ...(payload["every"] as object), ...change(payload) } }));

/** Takes orders for others than they are. */
const recorded = (change: (record: OrderRecord) => OrderRecord): Spoil =>
  ordersThat((port) => ({
    view: async () => {
      const view = await port.view();
      return view && { ...view, record: change(view.record) };
    },
  }));

const disclosing = (from: OrderRecord["disclosure"], disclosure: OrderRecord["disclosure"]): Spoil =>
  recorded((record) => (record.disclosure === from ? { ...record, disclosure } : record));

export default [
  {
    breaks: "MPLI-DEL-090",
    fault: "keeps the path to itself",
    ...leasing((job) => ({ ...job, path: [] })),
  },
  {
    breaks: "MPLI-DEL-090",
    fault: "tells its runner of no deadline",
    ...leasing(({ deadline: _, ...job }) => job),
  },
  {
    breaks: "MPLI-DEL-090",
    fault: "asks the layers below for nothing, whatever the order asks for",
    ...leasing((job) => ({ ...job, disclosure: "none" })),
  },
  {
    breaks: "MPLI-DEL-091",
    fault: "signs receipts as what an agreement is",
    ...receipting(
      (same) => same,
      (how) => ({ ...how, typ: "mpli-agreement+jwt" }),
    ),
  },
  {
    breaks: "MPLI-DEL-091",
    fault: "signs in the name of another",
    ...receipting(
      (same) => same,
      (how) => ({ ...how, did: "did:web:other.example" }),
    ),
  },
  {
    breaks: "MPLI-DEL-091",
    fault: "says for ever that the order is active",
    ...receipting((payload) => ({ ...payload, state: "ACTIVE" })),
  },
  {
    breaks: "MPLI-DEL-091",
    fault: "names the manifest's digest for the agreement's",
    ...receipting((payload) => ({ ...payload, agreement: `sha256:${"0".repeat(64)}` })),
  },
  {
    breaks: "MPLI-DEL-091",
    fault: "leaves out what the order above is known by",
    ...receipting(({ parent: _, ...payload }) => payload),
  },
  {
    breaks: "MPLI-DEL-092",
    fault: "signs a receipt of what is being provisioned",
    ...recorded((record) =>
      record.delivery?.state === "PROVISIONING"
        ? { ...record, delivery: { ...record.delivery, delivered: record.parameters } }
        : record,
    ),
  },
  {
    breaks: "MPLI-DEL-092",
    fault: "signs a receipt of what has failed",
    ...recorded((record) =>
      record.delivery?.state === "FAILED"
        ? { ...record, delivery: { ...record.delivery, delivered: record.parameters } }
        : record,
    ),
  },
  {
    breaks: "MPLI-DEL-092",
    fault: "signs a receipt of what was cancelled before it was made",
    ...recorded((record) =>
      record.delivery?.state === "TERMINATED"
        ? { ...record, delivery: { ...record.delivery, delivered: record.parameters } }
        : record,
    ),
  },
  {
    breaks: "MPLI-DEL-092",
    fault: "calls it a conflict",
    ...refusing("no-receipt-yet", (problem) => (problem["status"] = 409), 409),
  },
  {
    breaks: "MPLI-DEL-093",
    fault: "adds a certificate that another offer has",
    ...receipting((payload) => ({
      ...payload,
      certifications: [...(payload["certifications"] as string[]), "SOC2"],
    })),
  },
  {
    breaks: "MPLI-DEL-093",
    fault: "names the countries of all regions",
    ...receipting((payload) => ({ ...payload, countries: ["DE", "US"] })),
  },
  {
    breaks: "MPLI-DEL-094",
    fault: "forgets a layer",
    ...below((layers) => layers.slice(1)),
  },
  {
    breaks: "MPLI-DEL-094",
    fault: "writes digests in base64",
    ...below((layers) =>
      layers.map(({ digest, ...layer }) => ({
        ...layer,
        digest: `sha256:${Buffer.from(digest.slice(7), "hex").toString("base64url")}`,
      })),
    ),
  },
  {
    breaks: "MPLI-DEL-095",
    fault: "takes receipts without a look at their signatures",
    ...instead("receipt-invalid", ({ problem }) =>
      problem["reason"] === "other-parent" ? undefined : Response.json({ through: 2, cancel: false }),
    ),
  },
  {
    breaks: "MPLI-DEL-095",
    fault: "takes receipts of orders that were made for others",
    ...instead("receipt-invalid", ({ problem }) =>
      problem["reason"] === "other-parent" ? Response.json({ through: 2, cancel: false }) : undefined,
    ),
  },
  {
    breaks: "MPLI-DEL-096",
    fault: "discloses all to everybody",
    ...disclosing("none", "full"),
  },
  {
    breaks: "MPLI-DEL-096",
    fault: "tells the category where nothing was to be told",
    ...disclosing("none", "category"),
  },
  {
    breaks: "MPLI-DEL-097",
    fault: "tells digests only",
    ...disclosing("category", "none"),
  },
  {
    breaks: "MPLI-DEL-097",
    fault: "discloses all where categories were asked for",
    ...disclosing("category", "full"),
  },
  {
    breaks: "MPLI-DEL-097",
    fault: "tells of the first layer alone",
    ...below((layers) => layers.map(({ below: _, ...layer }) => layer)),
  },
  {
    breaks: "MPLI-DEL-098",
    fault: "hands over its own receipt alone",
    ...answering(receipt, (answer) =>
      answer.ok ? withJson(answer, (json) => (json["below"] = [])) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-098",
    fault: "hands over one receipt of each chain",
    ...answering(receipt, (answer) =>
      answer.ok
        ? withJson(answer, (json) => (json["below"] = (json["below"] as unknown[]).slice(0, 1)))
        : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-099",
    fault: "counts its own certificates for those of all",
    ...every(({ certifications }) => ({ certifications })),
  },
  {
    breaks: "MPLI-DEL-099",
    fault: "counts its own countries for those of all",
    ...every(({ countries }) => ({ countries })),
  },
  {
    breaks: "MPLI-DEL-099",
    fault: "passes over layers that state no country",
    ...every(({ every: all }) => ({
      countries: (all as { countries?: string[] }).countries ?? ["DE", "FR"],
    })),
  },
  {
    breaks: "MPLI-DEL-099",
    fault: "counts itself only",
    ...every(() => ({ layers: 1 })),
  },
] satisfies Mutant[];
