// One answer of each kind that a target gives at all its doors: read, refused, preflight and page.
import { matchesDoor, send } from "./doors.ts";
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";
import { DID_DOCUMENT, NODE_DOCUMENT } from "./node-document.ts";
import { operatorRequests, sendAs } from "./operator-requests.ts";

type Fields = Readonly<Record<string, string>>;

/** Knocks at every door with these header fields; nothing that it sends changes anything. */
export async function knockEverywhere(t: Exam, headers: Fields = {}): Promise<readonly Answer[]> {
  const { features, roles } = t.declared;
  const answers: Answer[] = [];
  for (const address of [NODE_DOCUMENT, DID_DOCUMENT]) {
    const answer = await t.get(address, headers);
    t.status(answer, 200);
    // A node document without a type is none, whatever its status.
    t.that(Object.keys(answer.json()).length > 0, `a document at ${answer.url}`, answer.text);
    answers.push(answer, await t.request(address, { method: "PROPFIND", headers }));
  }
  const read = [
    ...(roles.has("provider") ? ["manifest"] : []),
    ...(features.has("changes") ? ["changes"] : []),
    ...(roles.has("catalogue") ? ["providers", "offers"] : []),
  ].map((name) => t.endpoint(name));
  for (const address of read)
    for (const accept of ["application/ld+json", "text/html", "image/png"])
      answers.push(await t.get(address, { ...headers, accept }));
  if (features.has("matching"))
    for (const body of [matchesDoor(t).document, "}{"])
      answers.push(await send(t, { ...matchesDoor(t), headers }, body));
  for (const request of operatorRequests(t)) answers.push(await sendAs(t, request, headers));
  for (const address of Object.values(t.declared.endpoints))
    answers.push(await preflight(t, address, headers));
  return answers;
}

/** What a browser asks before a page of another origin may send the request (Fetch, 4.8). */
function preflight(t: Exam, address: string, headers: Fields): Promise<Answer> {
  return t.request(address, {
    method: "OPTIONS",
    headers: { ...headers, origin: "https://page.example", "access-control-request-method": "PUT" },
  });
}
