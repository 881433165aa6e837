// One exchange of the examples: what the response shows, compared with what a node answered.
import { STATUS_CODES } from "node:http";
import type { Json } from "../../functions/kernel/json.ts";
import { syntaxOf } from "../../functions/kernel/media.ts";
import { disagreement } from "./agree.ts";
import { EXAMPLE_FILES, type Message, example, parseMessage } from "./examples.ts";
import { digestOf, graphOf } from "./graphs.ts";
import type { Answered } from "./story.ts";

/** What an exchange shows of the response, in one file or in two: `name.response.http`, `.json`, `.jsonld`, `.ttl`. */
export interface Shown {
  readonly message?: Message;
  readonly body?: string;
}

export function shownOf(exchange: string): Shown {
  const files = EXAMPLE_FILES.filter((file) => file.startsWith(`${exchange}.response.`));
  const [message] = files.filter((file) => file.endsWith(".http")).map((file) => parseMessage(example(file)));
  const body = files.filter((file) => !file.endsWith(".http")).map(example)[0] ?? message?.body;
  return { ...(message ? { message } : {}), ...(body === undefined ? {} : { body }) };
}

/** Each way in which the answer differs from what is shown, as a sentence. */
export async function differences({ message, body }: Shown, answered: Answered): Promise<string[]> {
  const faults: string[] = [];
  const start = `HTTP/1.1 ${answered.status} ${STATUS_CODES[answered.status]}`;
  if ((message?.start ?? "HTTP/1.1 200 OK") !== start)
    faults.push(`the status is shown as ${message?.start ?? "200"} and is ${start}`);
  for (const [name, value] of message?.fields ?? []) {
    const actual = answered.headers.get(name);
    if (!hasField(name, value, actual)) faults.push(`${name} is shown as ${value} and is ${actual}`);
  }
  const fault = body === undefined ? undefined : await bodyDifference(body, answered);
  return fault === undefined ? faults : [...faults, fault];
}

/** Of `Link` an example shows the links that matter there; other fields are shown whole. */
function hasField(name: string, shown: string, actual: string | null): boolean {
  return name === "Link" ? (actual ?? "").split(/,\s*(?=<)/).includes(shown) : shown === actual;
}

async function bodyDifference(shown: string, { headers, body }: Answered): Promise<string | undefined> {
  const media = headers.get("content-type") ?? "";
  if (/json\b/.test(media)) return disagreement(JSON.parse(shown) as Json, JSON.parse(body) as Json);
  const syntax = syntaxOf(media);
  if (!syntax) return shown === body ? undefined : "the body is another text";
  const [left, right] = [await graphOf(shown, syntax), await graphOf(body, syntax)];
  return (await digestOf(left)) === (await digestOf(right))
    ? undefined
    : `the body is another graph: ${body}`;
}
