// The trigger of a node that is set up for tests, and what a party that the kit plays sees of it.
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";
import type { Party } from "../parties/provider.ts";

/** Asks for an action as the operator; `body` is sent as JSON. */
export function pull(
  t: Exam,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return t.request(t.endpoint("trigger"), {
    method: "POST",
    headers: { "content-type": "application/json", ...t.operator(), ...headers },
    body: JSON.stringify(body),
  });
}

/** How often the target has asked for the party's manifest. */
export function harvestsOf({ asked, manifestAddress }: Party): number {
  return asked.filter(({ path }) => path === new URL(manifestAddress).pathname).length;
}
