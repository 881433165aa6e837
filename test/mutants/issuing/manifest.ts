// Faults in the manifest under a signature.
import { answering, hearingHeaders, on, refusal, refusing, withText } from "../faults.ts";
import { attesting, signing } from "../issuing.ts";
import type { Mutant } from "../mutant.ts";

const asksForToken = ({ url, headers }: Request) =>
  new URL(url).pathname === "/manifest" && headers.get("accept") === "application/vc+jwt";

export default [
  {
    breaks: "MPLI-ISSUE-029",
    fault: "answers with the graph instead of its signature",
    ...hearingHeaders(asksForToken, { accept: "text/turtle" }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-ISSUE-029",
    fault: "signs the manifest for each reader anew",
    ...attesting((head) => ({ ...head, publishedAt: new Date().toISOString() })),
  },
  {
    breaks: "MPLI-ISSUE-029",
    fault: "signs one version and serves that for good",
    ...attesting((head) => ({ ...head, publishedAt: "2026-01-01T00:00:00Z" })),
  },
  {
    breaks: "MPLI-ISSUE-029",
    fault: "serves what nobody has signed",
    ...answering(asksForToken, (answer) => withText(answer, (text) => text.replace(/\.[^.]*$/, ".AAAA"))),
  },
  {
    breaks: "MPLI-ISSUE-030",
    fault: "names the graph by a digest of something else",
    ...attesting((head) => ({ ...head, digest: "0".repeat(64) })),
  },
  {
    breaks: "MPLI-ISSUE-030",
    fault: "states the digest of the node and not of its manifest",
    ...attesting((head) => ({ ...head, manifest: new URL("/", head.manifest).href })),
  },
  {
    breaks: "MPLI-ISSUE-030",
    fault: "leaves out the digest",
    ...signing(({ credentialSubject, ...payload }) => {
      const { "https://w3id.org/mpli/ns#digest": _, ...subject } = credentialSubject as Record<
        string,
        unknown
      >;
      return { ...payload, credentialSubject: subject };
    }),
  },
  {
    breaks: "MPLI-ISSUE-031",
    fault: "does not say that there is a signed manifest",
    ...refusing("not-acceptable", (problem) => {
      problem["available"] = (problem["available"] as string[]).filter(
        (media) => media !== "application/vc+jwt",
      );
    }),
  },
  {
    breaks: "MPLI-ISSUE-031",
    fault: "refuses without naming anything",
    ...answering(on("/manifest"), (answer) =>
      answer.status === 406 ? refusal(406, "not-acceptable", { vary: "Accept" }) : answer,
    ),
    spreads: ["protocol"],
  },
] satisfies Mutant[];
