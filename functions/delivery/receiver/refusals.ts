// Every way in which a receiver of events says no, on the wire.
import { GRAPH_BODY_PROBLEMS } from "../../edge/body.ts";
import type { ProblemTable } from "../../edge/problem.ts";
import { CALLER_PROBLEMS } from "../../trust/caller.ts";
import type { ReceiverRefusal } from "./receiver.ts";

export const RECEIVER_PROBLEMS: ProblemTable<ReceiverRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...CALLER_PROBLEMS,
  "malformed-event": {
    status: 422,
    title: "The event is none of an order",
    mend: "Correct the member named in `member`.",
  },
  "no-such-order": {
    status: 404,
    title: "There is no such order here",
    mend: "Send the events of an order to the callback that the order named.",
  },
  "not-the-provider": {
    status: 401,
    title: "The event is not signed by the provider of its order",
    mend: "Sign it with a key of the provider that the order was placed with.",
  },
  "event-reuse": {
    status: 409,
    title: "Another event has this number",
    mend: "Nothing mends this: the provider has said two different things.",
  },
  "chain-broken": {
    status: 409,
    title: "The event does not continue the chain of its order",
    mend: "Send the event whose `previousdigest` is the digest of the one before it.",
  },
};
