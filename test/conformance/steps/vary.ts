// Whether an answer tells caches that it depends on what the client can read (RFC 9110, 12.5.5).
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";

export function variesByAccept(t: Exam, answer: Answer): void {
  const names = (answer.headers["vary"] ?? "").split(",").map((name) => name.trim().toLowerCase());
  const what = `Accept in Vary of the answer ${answer.status} of ${answer.url}`;
  t.that(names.includes("accept"), what, answer.headers["vary"] ?? "no such field");
}
