// Faults in what a demand shows: how it is verified, what it is held against, and what a report says of it.
import { didOf } from "../../../functions/discovery/node-document.ts";
import type { VerifiedCredential } from "../../../functions/trust/presentation/satisfies.ts";
import { type Show, shows } from "../../../functions/trust/presentation/shown.ts";
import {
  type PresentationPorts,
  type VerifyPresented,
  presentationVerifier,
} from "../../../functions/trust/presentation/verifier.ts";
import { answering, hearing, on, reporting, withJson } from "../faults.ts";
import { type Json, hearingDemands, reportingResults } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { stocking } from "../stocking.ts";

const did = (url: string) => didOf(new URL(url).origin);

/** Verifies what a demand shows in another way. */
function showing(
  change: (verify: VerifyPresented) => Show,
  ports: (sound: PresentationPorts) => Partial<PresentationPorts> = () => ({}),
): Spoil {
  return {
    host: (host) => {
      const own = {
        origin: (url: string) => new URL(url).origin,
        answer: async () => new Response(null, { status: 404 }),
      };
      const sound = { ...host.trust, ...host.presentations, own, did };
      const show = change(presentationVerifier({ ...sound, ...ports(sound) }));
      return { ...host, compatibility: { ...host.compatibility, show } };
    },
  };
}

/** Takes each credential that stands in a presentation for another one. */
const seeing = (change: (credential: VerifiedCredential) => Partial<VerifiedCredential>): Spoil =>
  showing((verify) => async (one, url) => {
    const { credentials, ...shown } = await shows(verify, did)(one, url);
    return {
      ...shown,
      ...(credentials ? { credentials: credentials.map((each) => ({ ...each, ...change(each) })) } : {}),
    };
  });

/** The nonce of a request, which the reference node keeps in the id. */
function nonceIn(request: string): string | undefined {
  const payload = Buffer.from(request.split(".")[1] ?? "", "base64url").toString();
  return /"nonce":"([^"]*)"/.exec(payload)?.[1];
}

const verifiedAs =
  (asked: (request: string | undefined, url: string) => Parameters<VerifyPresented>[1]) =>
  (verify: VerifyPresented): Show =>
  ({ presented, request }, url) =>
    shows((_, __, at) => verify(presented, asked(request, url), at), did)({ presented }, url);

/** Reads each prerequisite that has a query otherwise. */
const asking = (change: (prerequisite: Json, query: Json) => Json): Spoil =>
  stocking((one) => (one["dcqlQuery"] === undefined ? one : change(one, one["dcqlQuery"] as Json)));

const withoutQuery = ({ dcqlQuery: _, ...rest }: Json): Json => rest;

/** Reports obstacles for this reason otherwise. */
const reportingObstacles = (reason: string, change: (obstacle: Json) => void): Spoil =>
  reportingResults((result) => {
    for (const one of result.obstacles) if (one.reason === reason) change(one as unknown as Json);
  });

/** Reports each thing that is missing otherwise. */
const reportingMissing = (change: (missing: Json) => void): Spoil =>
  reportingObstacles("presentation-not-satisfying", ({ missing }) => {
    for (const one of (missing ?? []) as Json[]) change(one);
  });

/** What a token claims. */
function claimsIn(sent: string): unknown {
  const [, payload = ""] = /data:application\/vp\+jwt,[\w-]+\.([\w-]+)\./.exec(sent) ?? [];
  return payload && JSON.parse(Buffer.from(payload, "base64url").toString());
}

const matches = on("/matches", "POST");

export default [
  {
    breaks: "MPLI-PRES-040",
    fault: "takes presentations for others",
    ...showing(verifiedAs((request) => (request === undefined ? {} : { request }))),
  },
  {
    breaks: "MPLI-PRES-040",
    fault: "does not look for the request that a demand names",
    ...showing(verifiedAs((_, url) => ({ audience: did(url) }))),
  },
  {
    breaks: "MPLI-PRES-040",
    fault: "reads the nonce of a request and leaves it open",
    ...showing(
      verifiedAs((request, url) => {
        const nonce = request && nonceIn(request);
        if (request && nonce === undefined) return { request };
        return { audience: did(url), ...(nonce === undefined ? {} : { nonce }) };
      }),
    ),
  },
  {
    breaks: "MPLI-PRES-041",
    fault: "passes over a presentation that it cannot read",
    ...hearing(matches, (text) => text.replace(/,"presentation":("(?!data:[^,"]*,)[^"]*"|\{[^}]*\})/, "")),
  },
  {
    breaks: "MPLI-PRES-041",
    fault: "passes over a request that nothing answers",
    ...hearingDemands((demand) => {
      if (demand["presentation"] === undefined) delete demand["presentationRequest"];
    }),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "takes a word for credentials",
    ...asking(withoutQuery),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "wants the word besides the credentials",
    ...hearingDemands((demand) => {
      if (demand["presents"] === undefined) delete demand["presentation"];
      if (demand["presentation"] === undefined) delete demand["presentationRequest"];
    }),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "takes what is shown for said",
    ...hearingDemands((demand) => {
      if (demand["presentation"]) demand["presents"] ??= ["legal-person"];
    }),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "passes over a query without credentials",
    ...asking((one, { credentials }) =>
      Array.isArray(credentials) && credentials.length === 0 ? withoutQuery(one) : one,
    ),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "passes over a query for a format that it does not know",
    ...asking((one) => (JSON.stringify(one).includes("mso_mdoc") ? withoutQuery(one) : one)),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "passes over a long query",
    ...asking((one) => (JSON.stringify(one).length > 16_384 ? withoutQuery(one) : one)),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "counts what is not shown as a no",
    ...reportingResults((result) => {
      const outcomes = result.obstacles.map(({ reason }) => reason);
      if (outcomes.includes("presentation-not-satisfying")) result.verdict = "incompatible";
    }),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "lets credentials of somebody else answer",
    ...seeing(() => ({ isOfHolder: true })),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "lets credentials answer that are not valid",
    ...seeing(() => ({ outcome: "valid" })),
  },
  {
    breaks: "MPLI-PRES-042",
    fault: "looks for types and not for claims",
    ...asking((one, query) => {
      const credentials = [query["credentials"] ?? []].flat() as Json[];
      return {
        ...one,
        dcqlQuery: { ...query, credentials: credentials.map(({ claims: _, ...rest }) => rest) },
      };
    }),
  },
  {
    breaks: "MPLI-PRES-043",
    fault: "does not say what is missing",
    ...reportingObstacles("presentation-not-satisfying", (obstacle) => delete obstacle["missing"]),
  },
  {
    breaks: "MPLI-PRES-043",
    fault: "names the query that is not answered and no claim",
    ...reportingMissing((missing) => delete missing["path"]),
  },
  {
    breaks: "MPLI-PRES-043",
    fault: "does not say what is wrong with a credential",
    ...reportingMissing((missing) => delete missing["faults"]),
  },
  {
    breaks: "MPLI-PRES-044",
    fault: "believes whom the customer believes",
    ...hearingDemands((demand) => {
      if (demand["trustPolicy"] && demand["presentation"]) delete demand["presentation"];
      if (demand["presentation"] === undefined) delete demand["presentationRequest"];
    }),
  },
  {
    breaks: "MPLI-PRES-045",
    fault: "does not say which presentation a report rests on",
    ...reporting((report) => delete report["presentationDigest"]),
  },
  {
    breaks: "MPLI-PRES-045",
    fault: "does not say what is wrong with a presentation",
    ...reporting((report) => delete report["presentationFaults"]),
  },
  {
    breaks: "MPLI-PRES-046",
    fault: "repeats in a report what it was shown",
    ...answering(matches, async (answer, request) => {
      const claims = claimsIn(await request.clone().text());
      return answer.ok && claims ? withJson(answer, (report) => Object.assign(report, { claims })) : answer;
    }),
  },
  {
    breaks: "MPLI-PRES-046",
    fault: "repeats in a refusal what it could not read",
    ...answering(matches, async (answer, request) => {
      const sent = await request.clone().text();
      const [, given] = /"presentation":"([^"]*)"/.exec(sent) ?? [];
      return answer.ok || !given ? answer : withJson(answer, (problem) => Object.assign(problem, { given }));
    }),
  },
  {
    breaks: "MPLI-PRES-047",
    fault: "fetches for a demand as much as it is told to",
    ...showing(
      (verify) => shows(verify, did),
      ({ fetch }) => ({
        fetch: async (url, options) => {
          await fetch(url, options);
          return fetch(url, options);
        },
      }),
    ),
  },
] satisfies Mutant[];
