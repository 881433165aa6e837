// Cloudflare's door: bindings become a host, once an isolate; the node does the rest.
import { nodeOf } from "./host/cloudflare/host.ts";
import type { Env } from "./host/cloudflare/env.ts";

export { Catalogue } from "./host/cloudflare/catalogue.ts";
export { Issuance } from "./host/cloudflare/issuance.ts";
export { Jobs } from "./host/cloudflare/jobs.ts";
export { Nonces } from "./host/cloudflare/nonces.ts";
export { Order } from "./host/cloudflare/order.ts";
export { Publication } from "./host/cloudflare/publication.ts";

export default {
  fetch: (request, env, context) => nodeOf(env).fetch(request, env, context),
} satisfies ExportedHandler<Env>;
