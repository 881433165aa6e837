// The vocabulary and the places in JSON-LD, made from the Turtle files: /ns/mpli.jsonld, /ns/places.jsonld.
import type { APIRoute, GetStaticPaths } from "astro";
import { parse, serialize } from "../../../../functions/kernel/syntax.ts";
import { schemaFiles } from "../../schemas/files.ts";

const ROOTS: Readonly<Record<string, string>> = {
  mpli: "https://w3id.org/mpli/ns#",
  places: "https://w3id.org/mpli/place/",
};

export const getStaticPaths = (() =>
  schemaFiles
    .filter(({ folder }) => folder === "ns")
    .map(({ name, text }) => ({ params: { name: name.replace(/\.ttl$/, "") }, props: { text } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = async ({ params, props }) => {
  const root = ROOTS[params["name"] ?? ""] ?? "";
  const graph = await parse(props.text, "text/turtle", root);
  const written = graph.ok ? await serialize(graph.value, "application/ld+json", root) : graph;
  if (!written.ok) throw new Error(`${params["name"]}.ttl: ${written.refusal.code}`);
  return new Response(written.value, { headers: { "Content-Type": "application/ld+json" } });
};
