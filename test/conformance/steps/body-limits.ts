// Bodies of an exact size, for the limits that the doors of a target declare.
import type { Door } from "./doors.ts";
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";

/** More than the kit sends, since it would prove little and take long. */
const TOO_MUCH = 64 * 1024 * 1024;

/** The declared limit of a door, in bytes. */
export function limitOf(t: Exam, { limit: name }: Door): number {
  const limit = name && t.declared.limits[name];
  t.that(limit !== undefined, `\`${name}\` in \`limits\` of the node document`, "none");
  return limit < TOO_MUCH ? limit : t.cannotTell(`a limit of ${limit} bytes is not tried out`);
}

/** The JSON text of a document, made as long as this by spaces, which mean nothing. */
export function padded(document: JsonObject, bytes: number): string {
  const text = JSON.stringify(document);
  return text + " ".repeat(Math.max(0, bytes - new TextEncoder().encode(text).length));
}
