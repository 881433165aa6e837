// What the header fields of answers mean.
import type { HeaderName } from "../../functions/edge/operation.ts";

export const HEADERS: Readonly<
  Record<HeaderName, { readonly description: string; readonly example: string }>
> = {
  "Cache-Control": {
    description: "How long a copy may be used without asking again.",
    example: "public, max-age=60",
  },
  ETag: {
    description:
      "Strong entity tag of this representation. That of a graph begins with its digest, followed by a full stop and a suffix.",
    example: '"526359a63109a622d85875938ba461a695441699f27266561e211e8efba57a27.ttl"',
  },
  "Last-Modified": {
    description: "When the page last changed, where a node has no entity tag for it.",
    example: "Mon, 02 Nov 2026 09:30:00 GMT",
  },
  Link: {
    description:
      "Where to go from here (RFC 8288), by relation: `next`, `latest-version`, `version-history`, `service-meta`.",
    example: '<https://cloud.example/manifest/changes>; rel="version-history"',
  },
  Location: { description: "Address of the resource.", example: "https://cloud.example/manifest" },
  "Retry-After": { description: "Seconds after which another try may succeed.", example: "60" },
  Vary: { description: "Fields of the request on which the answer depends.", example: "Accept" },
  "WWW-Authenticate": {
    description: "How to prove who is asking: `Bearer` (RFC 6750), or `Signature` (RFC 9421).",
    example: "Bearer",
  },
};
