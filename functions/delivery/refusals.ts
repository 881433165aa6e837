// Every way in which delivery says no, on the wire.
import { DISCOVERY_PROBLEMS } from "../discovery/refusals.ts";
import { type BodyRefusal, GRAPH_BODY_PROBLEMS } from "../edge/body.ts";
import type { ProblemTable } from "../edge/problem.ts";
import type { JsonRefusal } from "../kernel/json.ts";
import { CALLER_PROBLEMS, type CallerRefusal } from "../trust/caller.ts";
import type { HealthFormRefusal } from "./jobs/health-report.ts";
import type { LeaseFormRefusal } from "./jobs/lease-request.ts";
import type { HandedUpRefusal } from "./layers/make-receipt.ts";
import type { OperationFormRefusal } from "./operation-request.ts";
import type { AcceptRefusal, PlaceRefusal } from "./place-order.ts";
import type { BillFormRefusal } from "./billing/bill.ts";
import type { UsageFormRefusal } from "./billing/usage.ts";
import type { EnterRefusal } from "./ledger.ts";
import type { MeasurementRefusal } from "./levels/prove-measurement.ts";
import type { AgreeRefusal, HealthRefusal, OperateRefusal, RedriveRefusal, RunRefusal } from "./ports.ts";
import { STATES_PROBLEMS, type StatesRefusal } from "./states/refusals.ts";

export type DeliveryRefusal =
  | BodyRefusal
  | JsonRefusal
  | CallerRefusal
  | PlaceRefusal
  | AcceptRefusal
  | AgreeRefusal
  | OperateRefusal
  | RunRefusal
  | RedriveRefusal
  | OperationFormRefusal
  | LeaseFormRefusal
  | HealthRefusal
  | HealthFormRefusal
  | EnterRefusal
  | MeasurementRefusal
  | UsageFormRefusal
  | BillFormRefusal
  | { code: "period-not-over"; until: string }
  | { code: "nothing-to-bill" }
  | { code: "no-such-bill" }
  | StatesRefusal
  | { code: "verification-malformed"; pointer: string; problem: string }
  | { code: "unsupported-media-type"; received: string; supported: readonly string[] }
  | { code: "malformed-parameter"; parameter: string }
  | { code: "not-a-runner"; did: string }
  | HandedUpRefusal
  | { code: "no-receipt-yet" }
  | { code: "no-access-yet" };

export const DELIVERY_PROBLEMS: ProblemTable<DeliveryRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...CALLER_PROBLEMS,
  ...STATES_PROBLEMS,
  "malformed-parameter": DISCOVERY_PROBLEMS["malformed-parameter"],
  "terms-not-accepted": {
    status: 422,
    title: "The offer has terms that the order does not accept",
    mend: "Read the terms in `terms`, and name them in `terms` of the order.",
  },
  "document-not-at-hand": {
    status: 503,
    title: "A document of the manifest has not reached this location yet",
    mend: "Try again in a minute.",
  },
  "agreement-ended": { status: 409, title: "The agreement has ended", mend: "Order anew, under another id." },
  "other-agreement": {
    status: 409,
    title: "This is the digest of another agreement",
    mend: "Send the digest of `document` in `agreement` of the order.",
  },
  "not-in-this-state": {
    status: 409,
    title: "The order is in a state in which this cannot be done",
    mend: "Do one of `operations`, or wait until the order is in another state.",
  },
  "malformed-report": {
    status: 422,
    title: "A report of the runner is not in its form",
    mend: "Correct the member named in `member`.",
  },
  "malformed-health": {
    status: 422,
    title: "A report of health is not in its form",
    mend: "Correct the member at `pointer`.",
  },
  "operation-in-progress": {
    status: 409,
    title: "Another operation is under way",
    mend: "Wait as long as `Retry-After` says. `terminate` is taken at any time, and `cancel` while something is made or changed.",
  },
  "past-point-of-no-return": {
    status: 409,
    title: "What is under way cannot be stopped any more",
    mend: "Wait for its end, then terminate.",
  },
  "id-reuse": {
    status: 409,
    title: "This id stands for something else already",
    mend: "Choose a new id, or send the same bytes again.",
  },
  "no-such-order": {
    status: 404,
    title: "There is no such order for you",
    mend: "Check the id, and sign with a key of the customer.",
  },
  "not-agreed": { status: 409, title: "The agreement is not final yet", mend: "Verify the agreement first." },
  "too-many-operations": {
    status: 409,
    title: "The order has been changed too often",
    mend: "Order anew. `cancel`, `terminate` and `erase` are taken all the same.",
  },
  "no-such-job": { status: 404, title: "There is no such run", mend: "Ask for another job." },
  "stale-epoch": {
    status: 409,
    title: "The run is over, or another runner has it",
    mend: "Stop the tool, drop the run, and ask for another job.",
  },
  "sequence-gap": { status: 409, title: "Reports are missing", mend: "Send from number `expected` on." },
  "sequence-reuse": {
    status: 409,
    title: "There is another report under this number already",
    mend: "Send what was sent before, or go on with the next number.",
  },
  "not-of-this-action": {
    status: 422,
    title: "The run cannot end in this way",
    mend: "End a plan with `planned`, a lookup with `found`, and all others with `succeeded` or `failed`.",
  },
  "malformed-operation": {
    status: 422,
    title: "The operation is not in its form",
    mend: "Correct the member named in `member`.",
  },
  "key-unknown": {
    status: 401,
    title: "The key of the signature cannot be found",
    mend: "Name in `keyid`, or in `kid`, a key that the DID document lists for this use.",
  },
  "signature-invalid": {
    status: 401,
    title: "The key did not sign this",
    mend: "Sign what is sent, with the key that is named.",
  },
  "order-malformed": {
    status: 422,
    title: "The order is not in its form",
    mend: "Correct the member at `pointer`.",
  },
  "too-many-layers": {
    status: 422,
    title: "Too many providers build on each other",
    mend: "Order from a provider that is nearer to the service.",
  },
  "signature-stale": {
    status: 401,
    title: "The signature is too old, or from the future",
    mend: "Sign anew, with a clock that is right.",
  },
  "price-differs": {
    status: 409,
    title: "The price of the order is not the price of the offer",
    mend: "Match again, and order at `current`.",
  },
  "parameters-invalid": {
    status: 422,
    title: "The offer does not allow these parameters",
    mend: "Correct what `faults` names.",
  },
  "offer-unknown": { status: 404, title: "The manifest has no such offer", mend: "Read the manifest again." },
  "order-not-for-us": {
    status: 422,
    title: "The order names another provider",
    mend: "Send it to the provider that it names.",
  },
  "order-loop": {
    status: 422,
    title: "The order has been here before",
    mend: "Break the loop: one of the providers in `path` builds on itself.",
  },
  "past-deadline": {
    status: 422,
    title: "The deadline of the order has passed",
    mend: "Order with a later deadline.",
  },
  "offer-changed": {
    status: 409,
    title: "The offer has changed since it was read",
    mend: "Match again, and order from the manifest in `manifest`.",
  },
  "offer-not-for-sale": {
    status: 409,
    title: "The offer cannot be ordered here",
    mend: "Choose another offer, or ask the provider.",
  },
  "prerequisites-missing": {
    status: 422,
    title: "The customer does not meet what the offer asks for",
    mend: "Bring what `missing` names.",
  },
  "acceptance-malformed": {
    status: 422,
    title: "This is no acceptance of an order",
    mend: "Sign a token of the typ mpli-acceptance+jwt whose payload names the order's digest.",
  },
  "other-order": { status: 409, title: "This accepts another order", mend: "Name the digest of this order." },
  "verification-malformed": {
    status: 422,
    title: "This names no agreement",
    mend: 'Send the digest as `{"agreement": "sha256:…"}`.',
  },
  "callback-refused": {
    status: 422,
    title: "The callback cannot be used",
    mend: "Have the address answer the handshake of CloudEvents' webhooks, or leave it out and poll.",
  },
  "order-of-another-id": {
    status: 422,
    title: "The order names another id than the address",
    mend: "Use the same id in both places.",
  },
  "malformed-lease": {
    status: 422,
    title: "The request for a job is not in its form",
    mend: "Correct the member named in `member`.",
  },
  "not-a-runner": {
    status: 403,
    title: "This is none of the node's runners",
    mend: "Have the operator add the DID to MPLI_RUNNERS.",
  },
  "no-callback": {
    status: 409,
    title: "The order names no callback",
    mend: "Read the events at `GET /orders/{id}/events`.",
  },
  "no-such-event": {
    status: 404,
    title: "The order has no event of this number",
    mend: "Name a number from 1 to `last`.",
  },
  "no-receipt-yet": {
    status: 404,
    title: "There is no receipt yet",
    mend: "Wait until the order is ACTIVE.",
  },
  "receipt-invalid": {
    status: 422,
    title: "A receipt of a layer below does not hold",
    mend: "Leave out the receipt at `index`, or hand up the one that the provider signed for this order.",
  },
  "receipt-not-checked": {
    status: 503,
    title: "The key of a receipt cannot be found now",
    mend: "Try again in a moment.",
  },
  "booked-otherwise": {
    status: 409,
    title: "Something else is booked under this name",
    mend: "What is booked stays: report under a new name, or send the same again.",
  },
  "no-service-level": {
    status: 404,
    title: "The order has no service level, or not yet",
    mend: "Look at `serviceLevel` of the order; there is a credential once the service was delivered.",
  },
  "measurement-unproven": {
    status: 422,
    title: "The measurement is no credential that verifies",
    mend: "Mend what `faults` says; POST /credentials/verify explains the faults.",
  },
  "not-a-monitor": {
    status: 403,
    title: "Measurements of this issuer were not agreed to count",
    mend: "Have one of `monitors` measure.",
  },
  "measurement-unfit": {
    status: 422,
    title: "The measurement does not fit the objective",
    mend: "Correct the member named in `member`: `expected` says what fits.",
  },
  "malformed-usage": {
    status: 422,
    title: "Usage is not in its form",
    mend: "Correct the member at `pointer`.",
  },
  "period-billed": {
    status: 409,
    title: "The month is billed already",
    mend: "Keep the usage for yourself: what was not reported in time is not charged. What was counted too high is corrected with `corrects`.",
  },
  "too-many-entries": {
    status: 409,
    title: "More is booked for this month than the node takes",
    mend: "Report fewer and longer stretches of usage.",
  },
  "malformed-bill": {
    status: 422,
    title: "The bill is not in its form",
    mend: "Correct the member at `pointer`.",
  },
  "period-not-over": {
    status: 409,
    title: "The month is not over",
    mend: "Bill it after `until`, or once the service has ended.",
  },
  "nothing-to-bill": {
    status: 409,
    title: "Nothing was charged in this month",
    mend: "Read what was charged, and when, with the usage of the order.",
  },
  "no-such-bill": {
    status: 404,
    title: "There is no bill for this month",
    mend: "Take an address from `bills` of the order.",
  },
  "no-access-yet": {
    status: 404,
    title: "There is no access yet",
    mend: "Wait for the event of the kind `access`.",
  },
};
