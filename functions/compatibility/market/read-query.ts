// The query of a prerequisite out of its JSON literal, within the limits that a request for a presentation has.
import { parseJson } from "../../kernel/json.ts";
import { type DcqlQuery, readQuery } from "../../trust/presentation/dcql.ts";

/** Characters; a customer has to be able to ask for a request with it. */
const MOST_CHARACTERS = 16 * 1024;

/** Reads a query; one that is none stays what has to be answered, and nothing answers it. */
export function readQueryText(text: string): DcqlQuery | "unreadable" {
  if (text.length > MOST_CHARACTERS) return "unreadable";
  const json = parseJson(text);
  const query = json.ok ? readQuery(json.value) : json;
  return query.ok ? query.value : "unreadable";
}
