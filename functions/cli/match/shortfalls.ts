// Why offers are not compatible, as a histogram in words: "1,210 of 2,100 fail memory ≥ 32 GiBy".
import { REASONS, type Reason, outcomeOf } from "../../compatibility/judge/reasons.ts";
import type { Shortfall } from "../../compatibility/match/report.ts";
import { count } from "../terminal/print.ts";
import { boundsInWords } from "../terminal/words.ts";

/** One line for each requirement and outcome, the most frequent first. Offers may stand in several lines. */
export function shortfallsInWords(shortfalls: readonly Shortfall[], total: number): string[] {
  return shortfalls
    .flatMap(linesOf)
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .map(({ times, says }) => `${count(times)} of ${count(total)} ${says}`);
}

interface Line {
  readonly times: number;
  readonly says: string;
}

function linesOf({ on, expected, reasons }: Shortfall): Line[] {
  const wanted = expected ? `${on} ${boundsInWords(expected)}` : on;
  const known = Object.entries(reasons).map(([reason, times]) => ({ reason, times }));
  const failed = known.filter(({ reason }) => isViolation(reason));
  const open = known.filter(({ reason }) => !isViolation(reason)).sort((a, b) => b.times - a.times);
  const because = open.map(({ reason, times }) => `${count(times)} ${reason.replaceAll("-", " ")}`);
  return [
    { times: sum(failed), says: `fail ${wanted}` },
    { times: sum(open), says: `leave open: ${wanted} (${because.join(", ")})` },
  ];
}

/** A node of another version may give reasons that are not known here; they leave the matter open. */
const isViolation = (reason: string) =>
  Object.hasOwn(REASONS, reason) && outcomeOf(reason as Reason) === "violated";

const sum = (list: readonly { times: number }[]) => list.reduce((total, { times }) => total + times, 0);
