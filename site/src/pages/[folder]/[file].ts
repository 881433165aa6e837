// Vocabulary, shapes and JSON-LD contexts as the files they are: /ns/mpli.ttl, /shapes/manifest.ttl, /context/v1.jsonld.
import type { APIRoute, GetStaticPaths } from "astro";
import { schemaFiles } from "../../schemas/files.ts";

export const getStaticPaths = (() =>
  schemaFiles.map(({ folder, name, text }) => ({
    params: { folder, file: name },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props, params }) =>
  new Response(props.text, {
    headers: {
      "Content-Type": params["file"]?.endsWith(".ttl") ? "text/turtle; charset=utf-8" : "application/ld+json",
    },
  });
