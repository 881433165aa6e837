// Faults in how orders are read, and in what becomes of one that is known.
import { deepStrictEqual } from "node:assert";
import {
  type Heard,
  delivering,
  instead,
  ofKnown,
  passing,
  places,
  refusingOrders,
  withoutStatus,
} from "../agreeing.ts";
import { answering, refusal, withStatus } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const now = () => Date.now() / 1000;
const isOfAnother = ({ header, payload }: Heard) =>
  String(header["kid"]).split("#")[0] !== payload["customer"];

function isSame(one: unknown, other: unknown): boolean {
  try {
    deepStrictEqual(one, other);
    return true;
  } catch {
    return false;
  }
}

/** Takes ids whose order was refused for used. */
function keepingIds(): Spoil {
  const used = new Set<string>();
  return {
    asks: (request) => (places(request) && used.has(request.url) ? refusal(409, "id-reuse") : request),
    answers: (answer, request) => {
      if (places(request) && answer.status >= 400) used.add(request.url);
      return answer;
    },
  };
}

/** Looks whether the offer is there before it looks whether the order is. */
function offersFirst(): Spoil {
  let isThere = async (_: string) => true;
  return {
    host: (host) => {
      const { publication } = host.delivery ?? {};
      if (publication) isThere = async (iri) => (await publication.documentOf(iri)) !== undefined;
      return host;
    },
    asks: async (request) => {
      const [, payload = ""] = places(request) ? (await request.clone().text()).split(".") : [];
      const [, offer] = /"offer":"([^"]+)"/.exec(Buffer.from(payload, "base64url").toString()) ?? [];
      return offer === undefined || (await isThere(offer)) ? request : refusal(404, "offer-unknown");
    },
  };
}

const withoutMember = (name: string): Mutant => ({
  breaks: "MPLI-ORD-014",
  fault: `does without \`${name}\` in an order`,
  ...passing(
    "order-malformed",
    ({ problem, payload }) => problem["pointer"] === `/${name}` && !(name in payload),
  ),
});
const outOfForm = (name: string, fault: string): Mutant => ({
  breaks: "MPLI-ORD-014",
  fault,
  ...passing("order-malformed", ({ problem, payload }) =>
    Boolean(name in payload && String(problem["pointer"]).startsWith(`/${name}`)),
  ),
});

export default [
  {
    breaks: "MPLI-ORD-010",
    fault: "answers a new order with status 200",
    ...answering(places, (answer) => (answer.status === 201 ? withStatus(answer, 200) : answer)),
  },
  {
    breaks: "MPLI-ORD-010",
    fault: "answers a new order without it",
    ...answering(places, (answer) => (answer.status === 201 ? Response.json({}, { status: 201 }) : answer)),
  },
  {
    breaks: "MPLI-ORD-010",
    fault: "takes orders of customers with a did:jwk alone",
    ...refusingOrders(
      ({ payload }) => String(payload["customer"]).startsWith("did:key:"),
      401,
      "key-unknown",
    ),
  },
  {
    breaks: "MPLI-ORD-010",
    fault: "takes orders with a signature of EdDSA alone",
    ...refusingOrders(({ header }) => header["alg"] === "ES256", 422, "order-malformed"),
  },
  { breaks: "MPLI-ORD-010", fault: "keeps the ids of orders that it refuses", ...keepingIds() },
  {
    breaks: "MPLI-ORD-011",
    fault: "answers the same order with status 201 again",
    ...answering(places, (answer) => (answer.status === 200 ? withStatus(answer, 201) : answer)),
  },
  {
    breaks: "MPLI-ORD-011",
    fault: "answers the same order with its first answer",
    ...ofKnown(({ text }, answer, { request }) =>
      places(request) && answer.ok ? new Response(text) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-011",
    fault: "takes the same order for another with its id",
    ...ofKnown((_, answer, { request }) =>
      places(request) && answer.ok ? refusal(409, "id-reuse") : answer,
    ),
  },
  { breaks: "MPLI-ORD-011", fault: "looks for the offer before it looks for the order", ...offersFirst() },
  {
    breaks: "MPLI-ORD-017",
    fault: "shows an order to whoever has its bytes, however old they are",
    ...ofKnown(({ text }, answer, { request, problem }) =>
      places(request) && problem["code"] === "signature-stale" ? new Response(text) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-055",
    fault: "looks for an order before it looks at the signature",
    ...ofKnown((_, answer, { request, problem }) =>
      places(request) && problem["code"] === "signature-invalid" ? refusal(409, "id-reuse") : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-055",
    fault: "looks for an order before it looks at the form of one",
    ...ofKnown((_, answer, { request, problem }) =>
      places(request) && problem["code"] === "order-malformed" ? refusal(409, "id-reuse") : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-012",
    fault: "compares orders by what they say",
    ...ofKnown(({ payload, text }, answer, one) =>
      one.problem["code"] === "id-reuse" && isSame(payload, one.payload) ? new Response(text) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-012",
    fault: "answers other bytes with the order that it has",
    ...ofKnown(({ text }, answer, { problem }) =>
      problem["code"] === "id-reuse" ? new Response(text) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-012",
    fault: "keeps the ids of each customer apart",
    ...ofKnown(({ payload }, answer, one) =>
      one.problem["code"] === "id-reuse" && payload["customer"] !== one.payload["customer"]
        ? Response.json(one.payload, { status: 201 })
        : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-012",
    fault: "answers other bytes with status 422",
    ...withoutStatus("id-reuse", 422),
  },
  {
    breaks: "MPLI-ORD-013",
    fault: "does not look at the signature of an order",
    ...passing("signature-invalid", ({ request }) => places(request)),
  },
  {
    breaks: "MPLI-ORD-013",
    fault: "takes an order that anyone has signed",
    ...passing("signature-invalid", (one) => places(one.request) && isOfAnother(one)),
  },
  {
    breaks: "MPLI-ORD-013",
    fault: "says of the key of another party that it does not know it",
    ...instead("signature-invalid", (one) =>
      places(one.request) && isOfAnother(one) ? refusal(401, "key-unknown") : undefined,
    ),
  },
  {
    breaks: "MPLI-ORD-014",
    fault: "takes tokens of any type for an order",
    ...passing("order-malformed", ({ header }) => header["typ"] !== "mpli-order+jwt" && "alg" in header),
  },
  {
    breaks: "MPLI-ORD-014",
    fault: "takes tokens without a type for an order",
    ...passing("order-malformed", ({ header }) => "alg" in header && !("typ" in header)),
  },
  {
    breaks: "MPLI-ORD-014",
    fault: "takes orders that nobody signed",
    ...passing("order-malformed", ({ header }) => header["alg"] === "none"),
  },
  {
    breaks: "MPLI-ORD-014",
    fault: "answers what is no order with status 400",
    ...withoutStatus("order-malformed", 400),
  },
  ...["type", "id", "customer", "provider", "offer", "manifest", "price", "iat", "exp"].map(withoutMember),
  {
    breaks: "MPLI-ORD-014",
    fault: "passes over members that there are not",
    ...passing("order-malformed", ({ problem }) => /^\/(wish|price\/vat)$/.test(String(problem["pointer"]))),
  },
  outOfForm("type", "takes documents of any type for an order"),
  outOfForm("manifest", "takes digests that do not say by what"),
  outOfForm("price", "reads whatever stands for a price"),
  outOfForm("parameters", "takes parameters in a list"),
  outOfForm("terms", "takes one word for the terms"),
  outOfForm("hold", "takes any value for a hold"),
  outOfForm("deadline", "passes over a deadline that it cannot read"),
  outOfForm("exp", "takes times in words"),
  outOfForm("callback", "passes over a callback that is no address"),
  outOfForm("accessKey", "takes keys that are not for encryption, or not public"),
  {
    breaks: "MPLI-ORD-015",
    fault: "takes the id in the address for the order's",
    ...passing("order-of-another-id"),
  },
  {
    breaks: "MPLI-ORD-015",
    fault: "answers an order of another id with status 409",
    ...withoutStatus("order-of-another-id", 409),
  },
  { breaks: "MPLI-ORD-016", fault: "takes orders for others", ...passing("order-not-for-us") },
  {
    breaks: "MPLI-ORD-016",
    fault: "takes orders for whoever has a DID that begins like its own",
    ...passing("order-not-for-us", ({ request, payload }) =>
      String(payload["provider"]).startsWith(`did:web:${new URL(request.url).host.replace(":", "%3A")}`),
    ),
  },
  {
    breaks: "MPLI-ORD-017",
    fault: "takes orders from the future",
    ...passing(
      "signature-stale",
      ({ request, payload }) => places(request) && Number(payload["iat"]) > now(),
    ),
  },
  {
    breaks: "MPLI-ORD-017",
    fault: "takes orders whose time has passed",
    ...passing(
      "signature-stale",
      ({ request, payload }) => places(request) && Number(payload["exp"]) < now(),
    ),
  },
  {
    breaks: "MPLI-ORD-017",
    fault: "reads its clock an hour late",
    ...delivering(({ now: clock }) => ({ now: () => new Date(clock().getTime() - 3_600_000) })),
  },
] satisfies Mutant[];
