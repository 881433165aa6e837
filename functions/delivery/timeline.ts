// The timeline of an order as a page: where it stands, what has happened, and by which proof; it follows by itself.
import { html, raw } from "hono/html";
import { type DeliveryState, STATES } from "./lifecycle/table.ts";
import type { OrderView, StoredEvent } from "./ports.ts";
import type { OrderRecord } from "./record.ts";

/** States as a customer passes them when all goes well; the others are shown where they came about. */
const WAY: readonly DeliveryState[] = [
  "ORDERED",
  "PLANNED",
  "PROVISIONING",
  "ACTIVE",
  "TERMINATING",
  "RETRIEVAL",
  "ERASING",
  "TERMINATED",
];

interface Told {
  readonly type: string;
  readonly time: string;
  readonly sequence: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Shown = Told & Pick<StoredEvent, "digest">;

/** `events` are those that are shown, and `earliest` those that the order began with, where they are others. */
export function timelinePage(
  { record, operations }: OrderView,
  events: readonly StoredEvent[],
  earliest: readonly StoredEvent[] = [],
): string {
  const { delivery, agreement } = record;
  const state = delivery?.state;
  // What there was is gone.
  const isOver = state !== undefined && STATES[state].kind === "final";
  const [began, told] = [earliest, events].map((some) =>
    some.map(({ text, digest }) => ({ ...(JSON.parse(text) as Told), digest })),
  ) as [Shown[], Shown[]];
  const passed = new Set([...began, ...told].map(({ data }) => data["state"]));
  const first = Number(told[0]?.sequence ?? 1);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Order ${record.id.slice(0, 8)} · ${state ?? agreement.state}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<p class="kind">Order <code>${record.id}</code></p>
<h1><span class="badge ${kindOfState(state)} ${state ?? ""}">${state ?? agreement.state}</span></h1>
<p>${state ? STATES[state].means : "The parties are agreeing."}</p>
<ol class="way">${WAY.map((each) => html`<li class="${each === state ? `here ${kindOfState(state)}` : passed.has(each) ? "passed" : ""}">${each}</li>`)}</ol>
</header>
<main>
<dl>
<dt>Offer</dt><dd><a href="${record.offer}">${record.offer}</a></dd>
<dt>Customer</dt><dd><code class="clipped" title="${record.customer}">${record.customer}</code></dd>
<dt>Provider</dt><dd><code class="clipped" title="${record.provider}">${record.provider}</code></dd>
<dt>Price</dt><dd>${String(record.price["amount"])} ${String(record.price["currency"])} a ${String(record.price["per"])}</dd>
${Object.keys(record.parameters).length > 0 ? html`<dt>Ordered</dt><dd>${said(delivery?.parameters ?? record.parameters)}</dd>` : ""}
<dt>Agreement</dt><dd>${agreement.state}${agreement.digest ? html` <code title="SHA-256 of what both have signed">${agreement.digest.slice(0, 16)}…</code>` : ""}</dd>
${delivery?.estimatedAt ? html`<dt>Expected</dt><dd>${timeOf(delivery.estimatedAt)} UTC</dd>` : ""}
${delivery?.retrievalUntil && !isOver ? html`<dt>Data kept until</dt><dd>${timeOf(new Date(delivery.retrievalUntil).toISOString())} UTC</dd>` : ""}
</dl>
${delivery?.outputs && !isOver ? html`<h2>What there is</h2><dl>${Object.entries(delivery.outputs).map(([name, value]) => html`<dt>${name}</dt><dd><code>${textOf(value)}</code></dd>`)}</dl>` : ""}
${record.serviceLevel ? html`<h2>Service level</h2><table><tbody>${record.serviceLevel.objectives.map((objective) => html`<tr><td>${objective.name}</td><td>${objective.comparator} ${objective.value} over ${objective.window}</td><td>${lastOf(record, objective.name)}</td></tr>`)}</tbody></table>` : ""}
${delivery && delivery.conditions.length > 0 ? html`<ul class="conditions">${delivery.conditions.map(({ type, message }) => html`<li><b>${type}</b> ${message}</li>`)}</ul>` : ""}
<h2>What happened</h2>
${first > 1 ? html`<p><a href="?key=${record.view}&amp;before=${first}">${first - 1} earlier events</a></p>` : ""}
<table><thead><tr><th>#</th><th>When (UTC)</th><th>What</th><th class="proof">Digest</th></tr></thead>
<tbody id="events">${told.map((event) => html`<tr class="${kindOf(event)}"><td>${event.sequence}</td><td>${timeOf(event.time)}</td><td>${saidOf(event)}</td><td class="proof"><code>${event.digest.slice(0, 12)}</code></td></tr>`)}</tbody></table>
${operations.length > 0 ? html`<h2>Operations</h2><table><tbody>${operations.map(({ kind, state: now, requestedAt, reason }) => html`<tr><td>${kind}</td><td>${now}${reason ? ` (${reason})` : ""}</td><td>${timeOf(requestedAt)}</td></tr>`)}</tbody></table>` : ""}
</main>
<footer><p>Each event names the digest of the one before it, so that none can be changed or left out unseen. <span id="live"></span></p></footer>
<script>${raw(FOLLOW.replaceAll("LAST", String(Math.max(record.sequence, Number(told.at(-1)?.sequence ?? 0)))))}</script>
</body></html>`;
  return String(page);
}

const kindOfState = (state: DeliveryState | undefined) => (state ? STATES[state].kind : "working");

const textOf = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));

const said = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${textOf(value)}`)
    .join(", ");

/** To the second; what is more exact is in the attribute. */
const timeOf = (iso: string) => html`<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")}</time>`;

function lastOf({ measured = [] }: OrderRecord, name: string): string {
  const last = measured.find(({ objective }) => objective === name);
  return last ? `${last.value} until ${last.until}: ${last.met ? "kept" : "missed"}` : "not measured yet";
}

function kindOf({ type }: Told): string {
  return type.slice(type.lastIndexOf(".") + 1);
}

/** An event in a few words. */
function saidOf(event: Told): string {
  const { data } = event;
  switch (kindOf(event)) {
    case "state":
      return `${String(data["state"])}${data["again"] ? ", again" : ""}${data["reason"] ? `: ${String(data["reason"])}` : ""}`;
    case "agreement":
      return `agreement ${String(data["state"])}${data["reason"] ? `: ${String(data["reason"])}` : ""}`;
    case "operation":
      return `${String(data["kind"])} ${String(data["state"])}`;
    case "condition":
      return `${String(data["condition"])}${data["holds"] ? `: ${String(data["message"] ?? "")}` : " is over"}`;
    case "breached":
      return `${String(data["objective"])} was ${String(data["value"])}, not ${String(data["promised"])}`;
    case "billed":
      return `${String(data["period"])} is billed: ${String(data["invoiceNumber"])}`;
    case "access":
      return "access is ready, encrypted to the customer's key";
    default:
      return Object.entries(data)
        .map(([name, value]) => WORDS.get(name)?.(value) ?? `${name} ${textOf(value)}`)
        .join(", ");
  }
}

/** Of progress; what is not here is shown under its own name. */
const WORDS: ReadonlyMap<string, (value: unknown) => string> = new Map(
  Object.entries({
    started: (action) => `${textOf(action)} begins`,
    tool: (name) => `by ${textOf(name)}`,
    version: (version) => `version ${textOf(version)}`,
    milestone: textOf,
    percent: (percent) => `${textOf(percent)} %`,
    pastPointOfNoReturn: () => "from here on it can no longer be cancelled",
    message: textOf,
    plan: (plan) => {
      const { create, change, destroy } = plan as Readonly<Record<string, unknown>>;
      return `the plan: ${textOf(create)} to make, ${textOf(change)} to change, ${textOf(destroy)} to remove`;
    },
  } satisfies Readonly<Record<string, (value: unknown) => string>>),
);

/** The page is made on the node; when something happens it is asked for again, and keeps its place. */
const FOLLOW = `
const live = document.getElementById("live");
const events = new EventSource(location.href + "&after=LAST", { withCredentials: false });
let last = LAST;
let asking = false;
let isStale = false;
events.onopen = () => { live.textContent = "This page follows."; };
events.onerror = () => { live.textContent = "Connecting again."; };
events.onmessage = ({ lastEventId }) => {
  if (Number(lastEventId) <= last) return;
  last = Number(lastEventId);
  isStale = true;
  if (!asking) void show();
};
async function show() {
  asking = true;
  try {
    while (isStale) {
      isStale = false;
      const text = await (await window.fetch(location.href, { headers: { accept: "text/html" } })).text();
      const next = new DOMParser().parseFromString(text, "text/html");
      document.title = next.title;
      for (const name of ["header", "main"]) document.querySelector(name).replaceWith(next.querySelector(name));
    }
  } finally {
    asking = false;
  }
}`;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin: .2rem 0; } .kind { margin: 0; opacity: .75; }
code { overflow-wrap: anywhere; } time, .proof { white-space: nowrap; font-variant-numeric: tabular-nums; }
.clipped { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.badge { padding: .1em .5em; border-radius: .4em; }
.working { background: #2563eb; color: #fff; } .resting { background: #15803d; color: #fff; } .final { background: #57534e; color: #fff; } .FAILED { background: #b91c1c; } .DEGRADED { background: #b45309; }
.way { display: flex; flex-wrap: wrap; gap: .3rem; padding: 0; list-style: none; font-size: .8rem; }
.way li { padding: .1rem .5rem; border: 1px solid var(--line); border-radius: 1rem; opacity: .6; }
.way .passed, .way .here { opacity: 1; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { opacity: .75; } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr.state td:nth-child(3) { font-weight: 600; } .conditions li { color: light-dark(#b45309, #fbbf24); }
tr.progress td { color: color-mix(in srgb, currentColor 75%, transparent); }
@media (max-width: 40rem) { .proof { display: none; } dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: .4rem; } }
`;
