// `mpli show`: what a node is, and what it offers in numbers.
import { parseArgs } from "node:util";
import type { Json } from "../../kernel/json.ts";
import { type Listing, listProviders } from "../show/providers.ts";
import { type RemoteNode, endpointOf, findNode } from "../node-client/node.ts";
import { readManifest } from "../node-client/manifest.ts";
import { only } from "../terminal/arguments.ts";
import { type ManifestSummary, type PriceRange, summarise } from "../show/summarise.ts";
import { count, inJson, paint, plain, progress, table, times } from "../terminal/print.ts";

export const usage = `Usage: mpli show URL [--json]

Shows what the node at URL is, and a summary of its manifest: service classes, offers, regions, price ranges.
Of a catalogue it shows the providers that are registered there.

  --json   the node document and the summary as JSON

Exit codes: 0 shown; 1 the node refuses; 2 nothing answers there.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const url = only(positionals, "Name one node to show.");
  const node = await findNode(url);
  const manifest = node.endpoints.manifest ? await readSummary(endpointOf(node, "manifest")) : undefined;
  const providers = node.endpoints.providers ? await listProviders(endpointOf(node, "providers")) : undefined;
  if (values.json) console.log(inJson(asJson(node, manifest, providers)));
  else
    console.log(
      [nodeInWords(node), manifest && manifestInWords(manifest), providers && providersInWords(providers)]
        .filter(Boolean)
        .join("\n\n"),
    );
  return 0;
}

async function readSummary(address: string): Promise<ManifestSummary> {
  const tell = progress();
  const { graph, root } = await readManifest(address, (done, all) =>
    tell(`${done} of ${all} pages of the manifest`),
  );
  return summarise(graph, root);
}

function asJson(
  node: RemoteNode,
  manifest: ManifestSummary | undefined,
  providers: readonly Listing[] | undefined,
): Json {
  return {
    node: node.document,
    ...(manifest ? { manifest: manifest as unknown as Json } : {}),
    ...(providers ? { providers: providers as unknown as Json } : {}),
  };
}

function nodeInWords({ id, did, roles, features, endpoints, document }: RemoteNode): string {
  const versions = [document.protocolVersion ?? []].flat().join(", ");
  const rows = [
    ["node", new URL(id).origin],
    ["DID", did ?? "none"],
    ["roles", roles.join(", ")],
    ["features", features.join(", ")],
    ["MPLI", versions],
    ...Object.entries(endpoints).map(([name, address]) => [name, address]),
  ];
  const width = Math.max(...rows.map(([name = ""]) => name.length));
  return rows
    .map(([name = "", value = ""]) => `${paint("dim", plain(name).padEnd(width))}  ${plain(value)}`)
    .join("\n");
}

function manifestInWords(summary: ManifestSummary): string {
  const { provider, offers, regions, classes, attribution } = summary;
  const head = `${provider.name ?? provider.id}: ${times(offers, "offer")} in ${times(regions.length, "region")}`;
  const facts = [
    provider.country ? `established in ${provider.country}` : "",
    provider.certifications.length > 0 ? `states ${provider.certifications.join(", ")}` : "",
  ].filter(Boolean);
  const columns = [
    { title: "service" },
    { title: "offers", align: "right" as const },
    { title: "regions", align: "right" as const },
    { title: "from", align: "right" as const },
    { title: "to", align: "right" as const },
    { title: "" },
  ];
  const rows = classes.flatMap(({ name, offers, regions, prices }) => {
    const first = [name, count(offers), regions > 0 ? count(regions) : "not stated"];
    const [range, ...more] = prices.map(priceCells);
    return [
      [...first, ...(range ?? ["", "", "no price stated"])],
      ...more.map((cells) => ["", "", "", ...cells]),
    ];
  });
  return [
    paint("bold", plain(head)) + (facts.length > 0 ? ` (${plain(facts.join("; "))})` : ""),
    table(columns, rows),
    regions.length > 0 ? `Regions: ${plain(regions.join(" · "))}` : "",
    attribution ? plain(attribution) : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

const priceCells = ({ lowest, highest, currency, per }: PriceRange) => [
  lowest,
  highest,
  plain(`${currency ?? "currency not stated"} / ${per}`),
];

function providersInWords(providers: readonly Listing[]): string {
  const columns = [
    { title: "provider" },
    { title: "offers", align: "right" as const },
    { title: "state" },
    { title: "node" },
  ];
  const rows = providers.map(({ name, offers, state, node }) => [
    plain(name),
    offers === undefined ? "" : count(offers),
    plain(state),
    plain(node),
  ]);
  return `${paint("bold", times(providers.length, "provider"))}\n\n${table(columns, rows)}`;
}
