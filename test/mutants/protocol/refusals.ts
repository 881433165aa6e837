// Faults in the way in which a node says no, and in what is left behind when it does.
import { type On, answering, on, refusal, withHeaders, withJson, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { TOKEN } from "../stages.ts";

type Json = { [name: string]: unknown };

const node = on("/.well-known/mpli");

/** A problem document at the node document is wrong, and all others are right. */
const explaining = (change: (problem: Json) => void): Spoil =>
  answering(node, (answer) => (answer.ok ? answer : withJson(answer, change)));

/** Carries a request out and refuses it nevertheless. */
function carryingOut(
  where: On,
  fields: Readonly<Record<string, string>>,
  [status, code]: [number, string],
): Spoil {
  return {
    asks: (request) => {
      if (!where(request)) return request;
      const headers = new Headers(request.headers);
      for (const name of ["content-encoding"]) headers.delete(name);
      for (const [name, value] of Object.entries(fields)) headers.set(name, value);
      return new Request(request, { headers });
    },
    answers: (answer, request) =>
      where(request) && answer.ok ? refusal(status, code, { "www-authenticate": "Bearer" }) : answer,
  };
}

const field =
  (name: string, value: RegExp | undefined, where: On): On =>
  (request) => {
    const sent = request.headers.get(name);
    return where(request) && (value ? value.test(sent ?? "") : sent === null);
  };
const operator = { authorization: `Bearer ${TOKEN}` };

export default [
  {
    breaks: "MPLI-PROT-030",
    fault: "sends problems as plain JSON",
    ...answering(node, (answer) =>
      answer.ok ? answer : withHeaders(answer, { "content-type": "application/json" }),
    ),
  },
  {
    breaks: "MPLI-PROT-030",
    fault: "sends a page to browsers instead of a problem",
    ...answering(node, (answer, { headers }) =>
      !answer.ok && headers.get("accept") === "text/html"
        ? withText(withHeaders(answer, { "content-type": "text/html" }), () => "<h1>Not allowed</h1>")
        : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-030",
    fault: "puts a list where a problem has a title",
    ...explaining((problem) => (problem["title"] = [problem["title"]])),
  },
  {
    breaks: "MPLI-PROT-031",
    fault: "writes codes in capitals",
    ...explaining((problem) => {
      problem["code"] = String(problem["code"]).toUpperCase().replaceAll("-", "_");
      problem["type"] = `https://w3id.org/mpli/errors/${problem["code"]}`;
    }),
  },
  {
    breaks: "MPLI-PROT-031",
    fault: "leaves the type of problems blank",
    ...explaining((problem) => (problem["type"] = "about:blank")),
  },
  {
    breaks: "MPLI-PROT-031",
    fault: "gives all problems the type of one",
    ...explaining((problem) => (problem["type"] = "https://w3id.org/mpli/errors/bad-request")),
  },
  {
    breaks: "MPLI-PROT-032",
    fault: "writes the status as text",
    ...explaining((problem) => (problem["status"] = String(problem["status"]))),
  },
  {
    breaks: "MPLI-PROT-032",
    fault: "states another status than it sends",
    ...explaining((problem) => (problem["status"] = 400)),
  },
  {
    breaks: "MPLI-PROT-032",
    fault: "leaves the status out",
    ...explaining((problem) => delete problem["status"]),
  },
  {
    breaks: "MPLI-PROT-033",
    fault: "does not say what to do",
    ...explaining((problem) => delete problem["mend"]),
  },
  {
    breaks: "MPLI-PROT-033",
    fault: "repeats what happened as what to do",
    ...explaining((problem) => (problem["mend"] = problem["title"])),
  },
  {
    breaks: "MPLI-PROT-034",
    fault: "publishes what it refuses for its media type",
    ...carryingOut(
      field("content-type", /pdf/, on("/manifest", "PUT")),
      { "content-type": "application/ld+json" },
      [415, "unsupported-media-type"],
    ),
  },
  {
    breaks: "MPLI-PROT-034",
    fault: "publishes what it refuses for its encoding",
    ...carryingOut(field("content-encoding", /kit/, on("/manifest", "PUT")), {}, [
      415,
      "unsupported-encoding",
    ]),
  },
  {
    breaks: "MPLI-PROT-034",
    fault: "looks at the token when the manifest is published",
    spreads: ["discovery"],
    ...carryingOut(field("authorization", undefined, on("/manifest", "PUT")), operator, [
      401,
      "operator-only",
    ]),
  },
  {
    breaks: "MPLI-PROT-034",
    fault: "looks at the token when the provider is registered",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...carryingOut(field("authorization", undefined, on("/providers", "POST")), operator, [
      401,
      "operator-only",
    ]),
  },
  {
    breaks: "MPLI-PROT-034",
    fault: "removes a provider that it refuses to remove",
    stage: "catalogue",
    ...carryingOut(
      field("content-type", /^text/, on("/providers", "DELETE")),
      { "content-type": "application/json" },
      [415, "unsupported-media-type"],
    ),
  },
] satisfies Mutant[];
