// Static assets for a self-hosted node: files of a disk service, with the names, types and 404 page of Cloudflare's.
// Plain JavaScript because workerd embeds this file as it stands.
const TYPES = {
  avif: "image/avif",
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  jsonld: "application/ld+json",
  map: "application/json",
  mjs: "text/javascript; charset=utf-8",
  nq: "application/n-quads",
  nt: "application/n-triples",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  trig: "application/trig",
  ttl: "text/turtle; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
};

export default {
  /** `html_handling = "auto-trailing-slash"`, `not_found_handling = "404-page"` (Cloudflare static assets). */
  async fetch(request, { DISK }) {
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });
    const { pathname, search } = new URL(request.url);
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    for (const candidate of path === pathname ? [path, `${path}.html`] : [path]) {
      const file = await read(DISK, candidate);
      if (file) return answer(request, file, candidate);
    }
    if (path === pathname && (await read(DISK, `${path}/index.html`, "HEAD")))
      return new Response(null, { status: 307, headers: { Location: `${pathname}/${search}` } });
    const notFound = await read(DISK, "/404.html");
    return notFound
      ? answer(request, notFound, "/404.html", 404)
      : new Response("Not Found", { status: 404 });
  },
};

/** The file, or nothing: a directory is answered by the disk service with a listing, which has another type. */
async function read(disk, path, method = "GET") {
  const response = await disk.fetch(`http://disk${path}`, { method });
  if (response.ok && response.headers.get("content-type") === "application/octet-stream") return response;
  await response.body?.cancel();
}

function answer(request, file, path, status = 200) {
  const modified = file.headers.get("last-modified") ?? "";
  const headers = {
    // All of it is public, and pages of any origin may read it.
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Content-Type": TYPES[path.split(".").at(-1)] ?? "application/octet-stream",
    "Last-Modified": modified,
  };
  const unchanged = status === 200 && request.headers.get("if-modified-since") === modified;
  const body = unchanged || request.method === "HEAD" ? null : file.body;
  if (!body) file.body?.cancel();
  return new Response(body, { status: unchanged ? 304 : status, headers });
}
