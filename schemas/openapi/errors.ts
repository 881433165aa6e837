// The list of error codes: each with its problem documents, what they mean, and where they occur.
import { CODES, type CodeRow, type DescribedCode } from "../../functions/codes.ts";
import { ACTIONS } from "../../functions/edge/explanation.ts";
import { type ProblemRow, problemDocument } from "../../functions/edge/problem.ts";
import type { Coded } from "../../functions/kernel/result.ts";
import { ROOMS } from "../../functions/operations.ts";

/** A way in which one code is answered. */
export interface ErrorAnswer {
  /** Absent where no response has the code as its own. */
  readonly status?: number;
  readonly title: string;
  readonly mend: string;
  /** Operations that refuse with it; any operation may, where there are none. */
  readonly operations: readonly ErrorSource[];
}

export interface ErrorSource {
  readonly room: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

export interface ErrorCode {
  readonly code: string;
  readonly title: string;
  /** The room that alone refuses with it, "Several rooms", or "Harvest" for a code that only a harvest leaves. */
  readonly group: string;
  readonly means: string;
  readonly cause: string;
  /** Who can do something about it: "Fix the request", "Try again later"… */
  readonly action: string;
  readonly more?: string;
  readonly answers: readonly ErrorAnswer[];
  /** Whether a harvest may leave it in `problem` of GET /providers. */
  readonly isOfHarvest: boolean;
  readonly evidence: Readonly<Record<string, string>>;
  /** A problem document, or the `problem` of a provider. */
  readonly example: object;
}

export const errorCodes = (): ErrorCode[] => CODES.map(errorCode);

function errorCode({ code, title, rows, isOfHarvest, explanation }: DescribedCode): ErrorCode {
  const { means, cause, action, more, evidence, example } = explanation;
  const [row] = rows;
  const refusal: Coded = { code, ...example };
  const answers = rows.map((each) => answer(code, each));
  return {
    code,
    title,
    group: groupOf(answers, isOfHarvest),
    means,
    cause,
    action: isOfHarvest && row?.status === undefined ? HARVEST_ACTIONS[action] : ACTIONS[action],
    ...(more ? { more } : {}),
    answers,
    isOfHarvest,
    evidence,
    example: row?.status === undefined ? refusal : problemDocument(refusal, { [code]: row as ProblemRow }),
  };
}

function groupOf(answers: readonly ErrorAnswer[], isOfHarvest: boolean): string {
  const rooms = new Set(answers.flatMap(({ operations }) => operations.map(({ room }) => room)));
  if (isOfHarvest && answers.every(({ status }) => status === undefined)) return "Harvest";
  return rooms.size === 1 ? ([...rooms][0] ?? "") : "Several rooms";
}

/** A harvest is no request of the reader's. */
const HARVEST_ACTIONS: Readonly<Record<keyof typeof ACTIONS, string>> = {
  fix: "The provider's operator mends it",
  operator: "The provider's operator mends it",
  retry: "Wait: the catalogue tries again by itself",
  "give-up": "Nobody can mend it",
};

function answer(code: string, { rooms: _rooms, ...row }: CodeRow): ErrorAnswer {
  const operations = ROOMS.flatMap(({ name, operations, problems }) => {
    const isSame = problems[code]?.status === row.status && problems[code]?.mend === row.mend;
    return Object.entries(operations).flatMap(([key, { id, problems }]) => {
      const [method = "", path = ""] = key.split(" ");
      return isSame && problems.includes(code) ? [{ room: name, id, method, path }] : [];
    });
  });
  return { ...row, operations };
}
