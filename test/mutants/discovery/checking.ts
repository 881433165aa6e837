// Faults in the dry run of a publication.
import { answering, on, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const check = on("/manifest/check", "POST");

/** Conforms in a check to what a publication refuses with this code. */
function missing(code: string): Spoil {
  return answering(check, async (answer) => {
    const { code: found } = (await answer.clone().json()) as { code?: string };
    return found === code ? Response.json({ conforms: true }) : answer;
  });
}

/** Refuses with another code than the publication. */
function otherwise(code: string, other: string): Spoil {
  return answering(check, (answer) =>
    withJson(answer, (problem) => {
      if (problem["code"] === code) problem["code"] = other;
    }),
  );
}

const replacing = (request: Request): Request => {
  const { url, body } = request;
  const headers = new Headers(request.headers);
  headers.set("if-match", "*");
  return new Request(new URL("/manifest", url), {
    method: "PUT",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
};

/** Digests that were checked, and how many checks there were. */
const checked: string[] = [];
const remembering = answering(check, async (answer) => {
  const { digest } = (await answer.clone().json()) as { digest?: string };
  if (digest) checked.push(digest);
  return answer;
});

export default [
  {
    breaks: "MPLI-DISC-063",
    fault: "computes the digest of what was sent, without the name",
    ...answering(check, (answer) =>
      withJson(answer, (body) => {
        if (typeof body["digest"] === "string") body["digest"] = [...body["digest"]].reverse().join("");
      }),
    ),
  },
  {
    breaks: "MPLI-DISC-063",
    fault: "foresees no pages",
    ...answering(check, (answer) => withJson(answer, (body) => void (body["pages"] &&= 0))),
  },
  {
    breaks: "MPLI-DISC-063",
    fault: "does not count the offers",
    ...answering(check, (answer) => withJson(answer, (body) => delete body["offers"])),
  },
  { breaks: "MPLI-DISC-064", fault: "does not check the shapes", ...missing("shape-violation") },
  { breaks: "MPLI-DISC-064", fault: "checks a graph without a manifest", ...missing("no-manifest-node") },
  {
    breaks: "MPLI-DISC-064",
    fault: "checks the first of several manifests",
    ...missing("several-manifests"),
  },
  { breaks: "MPLI-DISC-064", fault: "does not look whose the offers are", ...missing("foreign-offer") },
  { breaks: "MPLI-DISC-064", fault: "does not look for misspelt terms", ...missing("unknown-term") },
  { breaks: "MPLI-DISC-064", fault: "lets pages of somebody's writing pass", ...missing("reserved-term") },
  { breaks: "MPLI-DISC-064", fault: "lets a graph pass that it cannot name", ...missing("poison-graph") },
  {
    breaks: "MPLI-DISC-064",
    fault: "has a code of its own for what it cannot read",
    ...otherwise("malformed-json", "malformed-body"),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-DISC-065",
    fault: "publishes what it checks",
    asks: (request) => (check(request) ? replacing(request) : request),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-DISC-065",
    fault: "publishes what it checks when a precondition is sent along",
    asks: (request) => (check(request) && request.headers.has("if-match") ? replacing(request) : request),
  },
  {
    breaks: "MPLI-DISC-065",
    fault: "keeps what it checked as a version",
    answers: async (answer, request) => {
      await remembering.answers?.(answer, request);
      const version = /\/versions\/(\w+)$/.exec(request.url)?.[1] ?? "";
      return checked.includes(version) ? Response.json({}) : answer;
    },
  },
  {
    breaks: "MPLI-DISC-065",
    fault: "adds to the feed what it checks",
    answers: async (answer, request) => {
      await remembering.answers?.(answer, request);
      const isTurtle = /turtle/.test(answer.headers.get("content-type") ?? "");
      if (!on("/manifest/changes", "GET")(request) || !isTurtle) return answer;
      const members = checked.map((digest) => `<#${digest}> a <https://w3id.org/mpli/ns#Change> .`);
      return new Response(`${await answer.text()}\n${members.join("\n")}`, { headers: answer.headers });
    },
    spreads: ["protocol"],
  },
] satisfies Mutant[];
