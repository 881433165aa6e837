// Faults in how an order becomes an agreement, and how an agreement becomes final.
import type { AgreementInput } from "../../../functions/delivery/agreement/agreement.ts";
import type { OrderPort, OrderView } from "../../../functions/delivery/ports.ts";
import { ok, refused } from "../../../functions/kernel/result.ts";
import type { Sign } from "../../../functions/trust/issuing/keys.ts";
import { ED25519 } from "../../delivery/signing.ts";
import { ringOf } from "../../support/issuing.ts";
import {
  accepts,
  coordinating,
  delivering,
  ends,
  instead,
  looks,
  ofKnown,
  passing,
  places,
  withoutStatus,
} from "../agreeing.ts";
import { answering, refusal, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Agree = OrderPort["agree"];
type Opened = Parameters<OrderPort["open"]>[0];

/** Takes what is said of an agreement in another way. */
const agreeing = (change: (input: AgreementInput, sound: OrderPort) => ReturnType<Agree>): Spoil =>
  coordinating((port) => ({ agree: (input) => change(input, port) }));

/** Goes on by itself, once an order is there. */
const opening = (next: (view: OrderView, sound: OrderPort) => ReturnType<Agree> | undefined): Spoil =>
  coordinating((port) => ({
    open: async (record) => {
      const opened = await port.open(record);
      const went = opened.ok ? await next(opened.value, port) : undefined;
      return went?.ok ? went : opened;
    },
  }));

/** Holds for another time than was asked for. */
const holding = (until: (until: number, now: number) => number): Spoil =>
  coordinating((port) => ({
    open: (record: Opened) => {
      const { agreement } = record;
      const ends = agreement.until;
      return port.open(
        agreement.state === "OFFERED" && ends !== undefined
          ? { ...record, agreement: { ...agreement, until: until(ends, Date.parse(record.createdAt)) } }
          : record,
      );
    },
  }));

type Signed = Parameters<Sign>;

const signing = (change: (...signed: Signed) => Signed): Spoil =>
  delivering(({ sign }) => ({ sign: (payload, header) => sign(...change(payload, header)) }));

const FINAL = { type: "Order", agreement: { state: "FINALIZED" } };

/** Looks at the manifest again when an offer that it holds is bought. */
function lookingAgain(): Spoil {
  let head = async (): Promise<string | undefined> => undefined;
  const heads = new Map<string, string | undefined>();
  const orderIn = ({ url }: Request) => new URL(url).pathname.split("/")[2] ?? "";
  return {
    host: (host) => {
      const { publication } = host.delivery ?? {};
      if (publication) head = async () => (await publication.head())?.digest;
      return host;
    },
    asks: async (request) =>
      accepts(request) && heads.get(orderIn(request)) !== (await head())
        ? refusal(409, "offer-changed")
        : request,
    answers: async (answer, request) => {
      if (places(request) && answer.status === 201) heads.set(orderIn(request), await head());
      return answer;
    },
  };
}

export default [
  {
    breaks: "MPLI-ORD-030",
    fault: "signs an agreement as just any token",
    ...signing((payload, header) => [payload, { ...header, typ: "JWT" }]),
  },
  {
    breaks: "MPLI-ORD-030",
    fault: "puts what an order says into the agreement, without its signature",
    ...signing(({ order, ...payload }, header) => [
      { ...payload, order: String(order).split(".")[1] ?? "" },
      header,
    ]),
  },
  {
    breaks: "MPLI-ORD-030",
    fault: "puts the digest of an order into the agreement",
    ...signing((payload, header) => [{ ...payload, order: `sha256:${"0".repeat(64)}` }, header]),
  },
  {
    breaks: "MPLI-ORD-030",
    fault: "signs an agreement with a key that its DID document does not have",
    ...delivering(() => ({ sign: ringOf({ ...ED25519, kid: "retired-long-ago" }).sign })),
  },
  {
    breaks: "MPLI-ORD-030",
    fault: "keeps the agreement to itself",
    ...answering(places, (answer) =>
      withJson(answer, (order) => {
        delete (order["agreement"] as { document?: string } | undefined)?.document;
      }),
    ),
  },
  {
    breaks: "MPLI-ORD-030",
    fault: "shows the agreement once",
    ...answering(looks, (answer) =>
      withJson(answer, (order) => {
        delete (order["agreement"] as { document?: string } | undefined)?.document;
      }),
    ),
  },
  {
    breaks: "MPLI-ORD-031",
    fault: "delivers as soon as it has signed",
    ...opening(({ record: { agreement } }, port) =>
      agreement.state === "AGREED"
        ? port.agree({ on: "verified", digest: agreement.digest ?? "" })
        : undefined,
    ),
  },
  {
    breaks: "MPLI-ORD-031",
    fault: "delivers what was held as soon as it is bought",
    ...agreeing(async (input, port) => {
      const agreed = await port.agree(input);
      return agreed.ok && input.on === "countersigned"
        ? port.agree({ on: "verified", digest: input.digest })
        : agreed;
    }),
  },
  {
    breaks: "MPLI-ORD-032",
    fault: "forgets that an agreement was verified",
    ...agreeing(async (input, port) => {
      const view = input.on === "verified" ? await port.view() : undefined;
      return view ? ok(view) : port.agree(input);
    }),
  },
  {
    breaks: "MPLI-ORD-032",
    fault: "waits for the digest of something else",
    ...agreeing((input, port) =>
      port.agree(input.on === "verified" ? { ...input, digest: "0".repeat(64) } : input),
    ),
  },
  {
    breaks: "MPLI-ORD-033",
    fault: "takes any digest for consent",
    ...agreeing(async (input, port) => {
      const digest = input.on === "verified" ? (await port.view())?.record.agreement.digest : undefined;
      return port.agree(input.on === "verified" && digest !== undefined ? { ...input, digest } : input);
    }),
  },
  {
    breaks: "MPLI-ORD-033",
    fault: "passes over digests of other documents",
    ...instead("other-agreement", () => Response.json(FINAL)),
  },
  {
    breaks: "MPLI-ORD-033",
    fault: "answers the digest of another document with status 422",
    ...withoutStatus("other-agreement", 422),
  },
  {
    breaks: "MPLI-ORD-034",
    fault: "buys at once what is to be held",
    ...opening(({ record: { agreement } }, port) =>
      agreement.state === "OFFERED" ? port.agree({ on: "accepted" }) : undefined,
    ),
  },
  {
    breaks: "MPLI-ORD-034",
    fault: "holds for as many milliseconds as it is asked for seconds",
    ...holding((until, now) => now + (until - now) / 1000),
  },
  {
    breaks: "MPLI-ORD-034",
    fault: "holds for a minute, whatever it is asked for",
    ...holding((_, now) => now + 60_000),
  },
  { breaks: "MPLI-ORD-034", fault: "does not hold what has changed since", ...lookingAgain() },
  {
    breaks: "MPLI-ORD-034",
    fault: "does not say until when it holds",
    ...answering(looks, (answer) =>
      withJson(answer, (order) => {
        delete (order["agreement"] as { until?: string } | undefined)?.until;
      }),
    ),
  },
  {
    breaks: "MPLI-ORD-035",
    fault: "holds without an end",
    ...holding((until) => until + 3_600_000),
  },
  {
    breaks: "MPLI-ORD-035",
    fault: "sells what it holds no longer",
    ...passing("agreement-ended", ({ request }) => accepts(request)),
  },
  {
    breaks: "MPLI-ORD-035",
    fault: "answers an acceptance that is too late with status 410",
    ...withoutStatus("agreement-ended", 410),
  },
  {
    breaks: "MPLI-ORD-036",
    fault: "does nothing about an acceptance",
    ...agreeing(async (input, port) => {
      const view = input.on === "accepted" || input.on === "countersigned" ? await port.view() : undefined;
      return view ? ok(view) : port.agree(input);
    }),
  },
  {
    breaks: "MPLI-ORD-036",
    fault: "does not sign what is accepted",
    ...agreeing(async (input, port) => {
      const view = input.on === "countersigned" ? await port.view() : undefined;
      return view ? ok(view) : port.agree(input);
    }),
  },
  {
    breaks: "MPLI-ORD-036",
    fault: "refuses each acceptance",
    ...agreeing(async (input, port) =>
      input.on === "accepted" ? refused({ code: "no-such-order" }) : port.agree(input),
    ),
  },
  {
    breaks: "MPLI-ORD-036",
    fault: "takes tokens of any type for an acceptance",
    ...passing("acceptance-malformed"),
  },
  { breaks: "MPLI-ORD-036", fault: "takes the acceptance of another order", ...passing("other-order") },
  {
    breaks: "MPLI-ORD-037",
    fault: "sells to whoever accepts",
    ...passing("signature-invalid", ({ request }) => accepts(request)),
  },
  {
    breaks: "MPLI-ORD-037",
    fault: "takes an acceptance that anyone has signed in their own name",
    ...ofKnown(({ payload, text }, answer, { request, header, problem }) =>
      accepts(request) &&
      problem["code"] === "signature-invalid" &&
      String(header["kid"]).split("#")[0] !== payload["customer"]
        ? new Response(text)
        : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-056",
    fault: "holds an update to what is sold now",
    ...delivering(({ orders, publication }) => ({
      orders: (id) => {
        const port = orders(id);
        return {
          ...port,
          operate: async (request) => {
            const offer = request.parameters && (await port.view())?.record.offer;
            const isSold = offer === undefined || (await publication.documentOf(offer)) !== undefined;
            return isSold ? await port.operate(request) : refused({ code: "no-such-order" });
          },
        };
      },
    })),
  },
  {
    breaks: "MPLI-ORD-056",
    fault: "takes any update of what is sold no longer",
    ...delivering(({ orders, publication }) => ({
      orders: (id) => {
        const port = orders(id);
        return {
          ...port,
          operate: async (request) => {
            const known = await port.view();
            const isSold = known && (await publication.documentOf(known.record.offer)) !== undefined;
            const taken = await port.operate(request);
            const isFaulty = !taken.ok && taken.refusal.code === "parameters-invalid";
            return known && isFaulty && !isSold ? ok(known) : taken;
          },
        };
      },
    })),
  },
  {
    breaks: "MPLI-ORD-057",
    fault: "lets no customer end an agreement",
    ...agreeing(async (input, port) =>
      input.on === "terminated" && input.by === "customer"
        ? refused({ code: "not-in-this-state", state: "OFFERED" })
        : port.agree(input),
    ),
  },
  {
    breaks: "MPLI-ORD-057",
    fault: "lets no provider end an agreement",
    ...agreeing(async (input, port) =>
      input.on === "terminated" && input.by === "provider"
        ? refused({ code: "not-in-this-state", state: "OFFERED" })
        : port.agree(input),
    ),
  },
  {
    breaks: "MPLI-ORD-057",
    fault: "does nothing about the end of an agreement",
    ...agreeing(async (input, port) => {
      const view = input.on === "terminated" ? await port.view() : undefined;
      return view ? ok(view) : port.agree(input);
    }),
  },
  {
    breaks: "MPLI-ORD-057",
    fault: "does not say who ended an agreement",
    ...answering(looks, (answer) =>
      withJson(answer, (order) => {
        delete (order["agreement"] as { endedBy?: string } | undefined)?.endedBy;
      }),
    ),
  },
  {
    breaks: "MPLI-ORD-057",
    fault: "lets anyone end an agreement",
    ...passing("no-such-order", ({ request }) => ends(request)),
  },
  {
    breaks: "MPLI-ORD-058",
    fault: "lets a customer end what is final",
    ...passing("not-in-this-state", ({ request }) => ends(request) && !request.headers.has("authorization")),
  },
  {
    breaks: "MPLI-ORD-058",
    fault: "lets a provider end what it has signed",
    ...passing("not-in-this-state", ({ request }) => ends(request) && request.headers.has("authorization")),
  },
  {
    breaks: "MPLI-ORD-058",
    fault: "says of an agreement that cannot be ended that it has ended",
    ...instead("not-in-this-state", ({ request }) =>
      ends(request) ? refusal(409, "agreement-ended") : undefined,
    ),
  },
] satisfies Mutant[];
