// Every way in which presentations are refused, on the wire. What is wrong with one is no refusal, but the answer.
import { GRAPH_BODY_PROBLEMS, type JsonBodyRefusal } from "../../edge/body.ts";
import type { ProblemTable } from "../../edge/problem.ts";
import type { AskedRefusal } from "./asked.ts";
import type { QueryRefusal } from "./dcql.ts";
import type { PresentedRefusal } from "./presented.ts";

export type PresentationRefusal = JsonBodyRefusal | PresentedRefusal | AskedRefusal | QueryRefusal;

export const PRESENTATION_PROBLEMS: ProblemTable<PresentationRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  "no-presentation": {
    status: 422,
    title: "There is no presentation in the request",
    mend: "Put one into `verifiablePresentation`: an EnvelopedVerifiablePresentation with the token in its `id`.",
  },
  "malformed-options": {
    status: 422,
    title: "An option cannot be read",
    mend: "Correct the member named in `member`: a text, said once, and no nonce or audience beside `request`.",
  },
  "malformed-query": {
    status: 422,
    title: "The query for credentials cannot be read",
    mend: "Correct the member named in `member`: `reason` says what is wrong with it.",
  },
};
