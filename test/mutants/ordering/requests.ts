// Faults in how signed requests are read, and in who is shown an order.
import {
  type Heard,
  instead,
  looks,
  ofKnown,
  passing,
  places,
  verifies,
  withoutStatus,
} from "../agreeing.ts";
import { refusal } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const inputOf = ({ request }: Heard) => request.headers.get("signature-input") ?? "";
const covers = (one: Heard, name: string) => inputOf(one).includes(`"${name}"`);
const createdIn = (one: Heard) => Number(/;created=(\d+)/.exec(inputOf(one))?.[1]);
const expiresIn = (one: Heard) => Number(/;expires=(\d+)/.exec(inputOf(one))?.[1]);
const now = () => Date.now() / 1000;
const pathOf = ({ request }: Heard) => new URL(request.url).pathname;
const isSigned = (one: Heard) => one.request.headers.has("signature");

const withoutComponent = (name: string): Mutant => ({
  breaks: "MPLI-ORD-002",
  fault: `does not ask that ${name} is signed`,
  ...passing("signature-incomplete", (one) => !covers(one, name) && covers(one, "@method")),
});
const withoutParameter = (name: string): Mutant => ({
  breaks: "MPLI-ORD-002",
  fault: `does without ${name} of a signature`,
  ...passing("signature-incomplete", (one) => !inputOf(one).includes(`;${name}=`)),
});

/** Opens a timeline to who comes with this much of its address. */
const openingTimelines = (opens: (given: URL) => boolean): Pick<Mutant, "asks" | "answers"> => {
  const known = new Map<string, string>();
  return {
    async answers(answer, request) {
      if (!new URL(request.url).pathname.startsWith("/orders/") || !answer.ok) return answer;
      const body = (await answer
        .clone()
        .json()
        .catch(() => ({}))) as { timeline?: unknown };
      if (typeof body.timeline === "string") known.set(new URL(body.timeline).pathname, body.timeline);
      return answer;
    },
    asks(request) {
      const url = new URL(request.url);
      const whole = known.get(url.pathname);
      return whole !== undefined && opens(url) ? new Request(whole, request) : request;
    },
  };
};

export default [
  {
    breaks: "MPLI-ORD-001",
    fault: "shows an order to whoever asks without a signature",
    spreads: ["protocol"],
    ...passing("signature-missing", (one) => looks(one.request) && !isSigned(one)),
  },
  {
    breaks: "MPLI-ORD-001",
    fault: "asks for a signature at the order, and for none at its events",
    ...passing("signature-missing", (one) => pathOf(one).endsWith("/events")),
  },
  {
    breaks: "MPLI-ORD-001",
    fault: "takes an unsigned verification",
    ...passing("signature-missing", ({ request }) => verifies(request)),
  },
  {
    breaks: "MPLI-ORD-001",
    fault: "takes signatures of any purpose",
    ...passing("signature-missing", (one) => inputOf(one).includes("mpli-callback-1")),
  },
  {
    breaks: "MPLI-ORD-001",
    fault: "takes signatures of no purpose",
    ...passing("signature-missing", (one) => isSigned(one) && !inputOf(one).includes(";tag=")),
  },
  {
    breaks: "MPLI-ORD-001",
    fault: "answers unsigned requests with status 403",
    ...withoutStatus("signature-missing", 403),
  },
  ...["@target-uri", "content-digest", "content-type"].map(withoutComponent),
  {
    breaks: "MPLI-ORD-002",
    fault: "does not ask that the method is signed",
    ...passing("signature-incomplete", (one) => !covers(one, "@method")),
  },
  ...["created", "expires", "keyid", "alg", "nonce"].map(withoutParameter),
  {
    breaks: "MPLI-ORD-002",
    fault: "answers half a signature with status 400",
    ...withoutStatus("signature-incomplete", 400),
  },
  {
    breaks: "MPLI-ORD-003",
    fault: "takes signatures from the future",
    ...passing("signature-stale", (one) => createdIn(one) > now()),
  },
  {
    breaks: "MPLI-ORD-003",
    fault: "takes signatures until they expire, however old they are",
    ...passing("signature-stale", (one) => createdIn(one) < now() - 300 && expiresIn(one) > now()),
  },
  {
    breaks: "MPLI-ORD-003",
    fault: "passes over when a signature expires",
    ...passing("signature-stale", (one) => Math.abs(createdIn(one) - now()) < 300),
  },
  {
    breaks: "MPLI-ORD-004",
    fault: "does not compare the digest with the body",
    ...passing("digest-mismatch"),
  },
  {
    breaks: "MPLI-ORD-004",
    fault: "compares the digest with the body without white space around it",
    ...passing("digest-mismatch", ({ body }) => body !== body.trim()),
  },
  {
    breaks: "MPLI-ORD-005",
    fault: "finds the key and does not try it",
    ...passing("signature-invalid", ({ request }) => !places(request)),
  },
  {
    breaks: "MPLI-ORD-005",
    fault: "takes a signature for every address of an order",
    ...passing("signature-invalid", (one) => pathOf(one).endsWith("/events")),
  },
  {
    breaks: "MPLI-ORD-005",
    fault: "verifies the address without its query",
    ...passing("signature-invalid", ({ request }) => new URL(request.url).search !== ""),
  },
  {
    breaks: "MPLI-ORD-006",
    fault: "tells strangers that an order is there",
    ...ofKnown((_, answer, { problem }) =>
      problem["code"] === "no-such-order" ? refusal(403, "not-your-order") : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-006",
    fault: "shows strangers an order",
    ...ofKnown(({ text }, answer, { problem }) =>
      problem["code"] === "no-such-order" ? new Response(text) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-006",
    fault: "names the customer to strangers",
    ...ofKnown(({ payload: { customer } }, answer, { problem }) =>
      problem["code"] === "no-such-order"
        ? Response.json({ ...problem, customer }, { status: 404, headers: answer.headers })
        : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-006",
    fault: "lets strangers verify an agreement",
    ...ofKnown(({ text }, answer, { request }) =>
      answer.status === 404 && verifies(request) ? new Response(text) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-006",
    fault: "shows strangers the events of an order",
    ...ofKnown((_, answer, one) =>
      answer.status === 404 && pathOf(one).endsWith("/events") ? Response.json({ events: [] }) : answer,
    ),
  },
  {
    breaks: "MPLI-ORD-005",
    fault: "says of signatures by another key that it does not know the key",
    ...instead("signature-invalid", ({ request }) =>
      places(request) ? undefined : refusal(401, "key-unknown"),
    ),
  },
  {
    breaks: "MPLI-ORD-059",
    fault: "opens a timeline by any key",
    ...openingTimelines(({ searchParams }) => (searchParams.get("key") ?? "") !== ""),
  },
  {
    breaks: "MPLI-ORD-059",
    fault: "opens a timeline without a key",
    ...openingTimelines(({ searchParams }) => !searchParams.get("key")),
  },
] satisfies Mutant[];
