// A refusal of a node, in the words of its problem document.
import type { Json } from "../../kernel/json.ts";
import { problemInWords } from "./node.ts";
import { Stop } from "../terminal/stop.ts";

export async function refusalOf(answer: Response, what: string): Promise<Stop> {
  const problem = (await answer.json().catch(() => ({}))) as { readonly [member: string]: Json };
  const { title, mend, type: _type, status: _status, code: _code, ...evidence } = problem;
  const words =
    typeof title === "string"
      ? problemInWords({ title, mend: typeof mend === "string" ? mend : "", evidence })
      : `status ${answer.status}`;
  return new Stop(answer.status >= 500 ? 2 : 1, `${what}: ${words}`);
}
