// A provider with the feature core: it serves one manifest, read from a JSON-LD file, as one document.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { JSON_LD, answerGraph, checkManifest, didOf, listen } from "./shared.mjs";
import { readGraph, readJson, refuse, runUntilStopped, wellKnown } from "./shared.mjs";

const EXAMPLE = new URL("manifest.jsonld", import.meta.url);

export function start({ port, manifest = EXAMPLE, offersPerPage = 250, statementsPerPage = 10_000 }) {
  return listen(port, async (origin) => {
    const [address, limits] = [`${origin}/manifest`, { offersPerPage, statementsPerPage }];
    const written = readJson(readFileSync(manifest));
    // Whichever provider the file names, this node speaks for itself.
    written.provider = { ...(written.provider instanceof Object && written.provider), id: didOf(origin) };
    const graph = await readGraph(Buffer.from(JSON.stringify(written)), JSON_LD, address);
    const offers = await checkManifest([graph], origin);
    const isTooLarge = offers > offersPerPage || graph.store.size > statementsPerPage;
    if (isTooLarge) refuse(422, "too-many-offers", "The manifest needs pages, and this provider has none.");
    const link = `<${origin}/.well-known/mpli>; rel="service-meta"`;
    return {
      ...wellKnown(origin, { role: ["provider"], endpoint: { manifest: address }, limits }),
      "/manifest": { GET: (request) => answerGraph(request, graph, { link }) },
    };
  });
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { port: { type: "string" } },
    allowPositionals: true,
  });
  await runUntilStopped(start({ port: values.port ?? 4001, manifest: positionals[0] }));
}
