// Every way in which the vocabulary's addresses say no, on the wire.
import { REPRESENTATION_PROBLEMS, type RepresentationRefusal } from "../edge/graph-response.ts";
import type { ProblemTable } from "../edge/problem.ts";

export type NsRefusal =
  | Extract<RepresentationRefusal, { code: "not-acceptable" }>
  | { code: "no-such-place"; place: string };

export const NS_PROBLEMS: ProblemTable<NsRefusal> = {
  "not-acceptable": REPRESENTATION_PROBLEMS["not-acceptable"],
  "no-such-place": {
    status: 404,
    title: "No place has this name",
    mend: "GET /place/ lists all places.",
  },
};
