// The timeline of an order as a page: events in words, nothing of a stranger's as markup, nothing that is gone.
import { expect, test } from "vitest";
import type { Delivery } from "../../functions/delivery/lifecycle/delivery.ts";
import type { OrderView, StoredEvent } from "../../functions/delivery/ports.ts";
import { timelinePage } from "../../functions/delivery/timeline.ts";

const TIME = "2026-11-23T12:00:00.000Z";
const DELIVERY: Delivery = {
  state: "ACTIVE",
  generation: 1,
  observedGeneration: 1,
  parameters: {},
  epoch: 2,
  failures: 0,
  pastPointOfNoReturn: false,
  conditions: [],
  milestones: [],
  receipts: [],
  outputs: { path: "/srv/volumes/1.img" },
  retrievalUntil: Date.parse("2026-12-23T12:00:00Z"),
};
const VIEW: OrderView = {
  record: {
    id: "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
    origin: "https://cloud.example",
    digest: "a".repeat(64),
    customer: "did:key:z6Mk",
    provider: "did:web:cloud.example",
    offer: "https://cloud.example/offers/volume",
    manifest: `sha256:${"b".repeat(64)}`,
    price: { amount: "4.00", currency: "EUR", per: "month" },
    binding: "ansible:volume",
    createdAt: TIME,
    request: "",
    agreement: { state: "FINALIZED" },
    parameters: {},
    path: [],
    disclosure: "none",
    view: "key",
    sequence: 1,
    updatedAt: TIME,
    delivery: DELIVERY,
  },
  operations: [],
};

const event = (kind: string, data: object, sequence = 1): StoredEvent => ({
  sequence,
  text: JSON.stringify({
    type: `org.w3id.mpli.order.${kind}`,
    time: TIME,
    sequence: String(sequence),
    data,
  }),
  digest: "c".repeat(64),
});
const rowOf = (kind: string, data: object) =>
  /<td><time[^>]*>2026-11-23 12:00:00<\/time><\/td><td>(.*?)<\/td>/.exec(
    timelinePage(VIEW, [event(kind, data)]),
  )?.[1];
const inState = (state: Delivery["state"]): OrderView => ({
  ...VIEW,
  record: { ...VIEW.record, delivery: { ...DELIVERY, state } },
});

test.each([
  [
    "state",
    { state: "ORDERED", again: true, reason: "the runner fell silent" },
    "ORDERED, again: the runner fell silent",
  ],
  [
    "progress",
    { started: "apply", tool: "ansible", version: "2.14" },
    "apply begins, by ansible, version 2.14",
  ],
  ["progress", { milestone: "disk-made", percent: 80 }, "disk-made, 80 %"],
  [
    "progress",
    { plan: { create: 1, change: 0, destroy: 0 } },
    "the plan: 1 to make, 0 to change, 0 to remove",
  ],
  ["progress", { estimated: TIME }, `estimated ${TIME}`],
])("an event of the kind %s is told in words: %j", (kind, data, words) => {
  expect(rowOf(kind, data)).toBe(words);
});

test("what a runner says is text, never markup", () => {
  expect(rowOf("progress", { message: "<script>alert(1)</script>" })).toBe(
    "&lt;script&gt;alert(1)&lt;/script&gt;",
  );
});

test("what was ordered is told apart from what there is", () => {
  const ordered = { size: "64 MiBy", name: "<b>data</b>" };
  const delivery = { ...DELIVERY, parameters: ordered, outputs: { size: 67_108_864 } };
  const page = timelinePage({ ...VIEW, record: { ...VIEW.record, parameters: ordered, delivery } }, []);
  expect(page).toContain("<dt>Ordered</dt><dd>size 64 MiBy, name &lt;b&gt;data&lt;/b&gt;</dd>");
  expect(page).toContain("<h2>What there is</h2><dl><dt>size</dt><dd><code>67108864</code></dd></dl>");
  expect(timelinePage(VIEW, [])).not.toContain("<dt>Ordered</dt>");
});

test("outputs are shown while there is something, and no longer", () => {
  for (const state of ["ACTIVE", "RETRIEVAL"] as const)
    expect(timelinePage(inState(state), [])).toContain("/srv/volumes/1.img");
  for (const state of ["TERMINATED", "FAILED"] as const) {
    const page = timelinePage(inState(state), []);
    expect(page).not.toContain("/srv/volumes/1.img");
    expect(page).not.toContain("2026-12-23");
  }
});

test("the page follows from the event that it shows last", () => {
  const page = timelinePage(VIEW, [event("state", { state: "ACTIVE" }, 41)]);
  expect(page).toContain("let last = 41;");
});

test("the page of a long life leads to what is earlier, and knows how it began", () => {
  const late = [event("state", { state: "ACTIVE" }, 1001)];
  const page = timelinePage(VIEW, late, [event("state", { state: "PLANNED" })]);
  expect(page).toContain('<a href="?key=key&amp;before=1001">1000 earlier events</a>');
  expect(page).toContain('<li class="passed">PLANNED</li>');
  expect(timelinePage(VIEW, [event("state", { state: "ACTIVE" })])).not.toContain("earlier events");
});

test("the page listens from where it ends", () => {
  expect(timelinePage(VIEW, [event("state", { state: "ACTIVE" }, 41)])).toContain(
    'location.href + "&after=41"',
  );
});
