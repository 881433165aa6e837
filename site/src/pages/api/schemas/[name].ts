// The JSON Schemas as the files they are: /api/schemas/match-report.schema.json.
import type { APIRoute, GetStaticPaths } from "astro";

const files = import.meta.glob<string>("../../../../../schemas/json/*.schema.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const getStaticPaths = (() =>
  Object.entries(files).map(([path, text]) => ({
    params: { name: path.replace(/^.*\//, "") },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { "Content-Type": "application/schema+json" } });
