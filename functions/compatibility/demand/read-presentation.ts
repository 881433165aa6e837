// What the customer shows with a demand: a presentation, as it came. Whether it stands is for a verifier to say.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, objects } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { ENVELOPE, readPresented } from "../../trust/presentation/presented.ts";
import type { Showing } from "../../trust/presentation/shown.ts";
import { PROFILES } from "../../trust/token/profiles.ts";
import { type TermRefusal, readTerm } from "./read-term.ts";

/** Characters; the id of a request has its query inside. */
const MOST_CHARACTERS = 64 * 1024;

const REQUEST = {
  expected: "the id of a request for a presentation",
  read: (value: string) => (value !== "" && value.length <= MOST_CHARACTERS ? value : undefined),
};

/** Reads the one presentation of a demand (MPLI-PRES-041). A refusal repeats nothing of it: it is about somebody. */
export function readPresentation(graph: Store, demand: Term): Result<Showing | undefined, TermRefusal> {
  const request = readTerm(graph, demand, ["presentationRequest", mpli.presentationRequest], REQUEST, {});
  if (!request.ok) return request;
  const [stated, ...others] = objects(graph, demand, mpli.presentation);
  if (others.length > 0) return refused({ code: "several-values", term: "presentation" });
  if (!stated && request.value === undefined) return ok(undefined);
  // The id of an EnvelopedVerifiablePresentation is all that it has (Verifiable Credentials Data Model 2.0 §4.13).
  const envelope = { type: ENVELOPE, id: stated?.termType === "NamedNode" ? stated.value : "" };
  const presented = readPresented(envelope, PROFILES.w3c);
  if (!presented.ok)
    return refused({
      code: "value-does-not-fit",
      term: "presentation",
      given: "",
      expected: "data:application/vp+jwt, and a token, or data:application/dc+sd-jwt, and an SD-JWT",
    });
  return ok({
    presented: presented.value,
    ...(request.value === undefined ? {} : { request: request.value }),
  });
}
