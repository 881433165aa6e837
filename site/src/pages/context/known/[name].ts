// The JSON-LD contexts of others that a verifier knows by their content, byte for byte: /context/known/credentials-v2.jsonld.
import type { APIRoute, GetStaticPaths } from "astro";
import { CREDENTIALS_V2 } from "../../../../../functions/trust/contexts/credentials-v2.ts";
import { DATA_INTEGRITY_V2 } from "../../../../../functions/trust/contexts/data-integrity-v2.ts";
import { GAIA_X_25_11 } from "../../../../../functions/trust/contexts/gaia-x/context.ts";

const KNOWN = {
  "credentials-v2": CREDENTIALS_V2,
  "data-integrity-v2": DATA_INTEGRITY_V2,
  "gaia-x-25-11": GAIA_X_25_11,
};

export const getStaticPaths = (() =>
  Object.entries(KNOWN).map(([name, text]) => ({
    params: { name: `${name}.jsonld` },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { "Content-Type": "application/ld+json" } });
