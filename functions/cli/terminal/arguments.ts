// What several commands take as arguments.
import { WrongUse } from "./stop.ts";

/** The one argument there is; `ask` says what to name where there is none, or more. */
export function only([one, ...others]: readonly string[], ask: string): string {
  if (one && others.length === 0) return one;
  throw new WrongUse(ask);
}

/** The value of an option that cannot be left out. */
export function needed(value: string | undefined, ask: string): string {
  if (value) return value;
  throw new WrongUse(ask);
}

/** The node that --at names. */
export const nodeIn = (at: string | undefined): string =>
  needed(at, "Name the node to ask: --at http://localhost:8787");

/** What a command of several actions is to do. */
export function actionIn<Action extends string>(
  command: string,
  asked: string | undefined,
  known: readonly Action[],
): Action {
  const action = known.find((each) => each === asked);
  if (action) return action;
  const what = asked ? `knows no "${asked.slice(0, 40)}"` : "does one of several things";
  throw new WrongUse(`mpli ${command} ${what}. Say one of: ${known.join(", ")}.`);
}
