// A refusal of a node, in the words of its problem document (RFC 9457).
import { parseJson } from "../../kernel/json.ts";
import { isObject } from "../../trust/token/jws.ts";
import { plain } from "../terminal/print.ts";
import { Stop } from "../terminal/stop.ts";

/** How a command ends whose request was refused; `what` says what is not to be had then. */
export async function refusalOf(answer: Response, what: string): Promise<Stop> {
  const { status } = answer;
  const words = inWords(await answer.text().catch(() => ""), status);
  return new Stop(status >= 500 ? 2 : 1, `${what}: ${words}`);
}

function inWords(body: string, status: number): string {
  const json = parseJson(body);
  const problem = json.ok && isObject(json.value) ? json.value : {};
  const { title, mend, type: _type, status: _status, code: _code, ...evidence } = problem;
  if (typeof title === "string")
    return problemInWords({ title, mend: typeof mend === "string" ? mend : "", evidence });
  return [`status ${status}`, plain(body).slice(0, 300)].filter(Boolean).join(", ");
}

export interface ProblemWords {
  readonly title: string;
  readonly mend: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** A problem as lines: what is wrong, the evidence, how to mend it. */
export function problemInWords({ title, mend, evidence }: ProblemWords): string {
  const facts = Object.entries(evidence).map(
    ([name, value]) => `  ${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return [`${title}.`, ...facts, mend]
    .filter(Boolean)
    .map((line) => line.slice(0, 500).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " "))
    .join("\n");
}
