// What a customer of the kit shows with a demand, to providers that ask for credentials.
import type { Exam } from "../exam.ts";
import { type JsonObject, isObject } from "../http.ts";
import { RARE, resultsOf, shelfOf } from "./demands.ts";
import type { Shelf } from "../shelf.ts";
import type { Issuer } from "./credentials.ts";
import { type Request, answering } from "./presentations.ts";

/** A query for any credential of the data model that names its subject. */
export const NAMED: JsonObject = {
  credentials: [
    { id: "named", format: "vc+jwt", meta: {}, claims: [{ path: ["credentialSubject", "name"] }] },
  ],
};

export const TOKEN = "legal-person";
export const NOT_PRESENTED = "prerequisite-not-presented unknown";
export const NOT_VERIFIED = "presentation-not-verified unknown";
export const NOT_SATISFYING = "presentation-not-satisfying unknown";

/** An offer of a provider that asks for credentials under a token. */
export const asking = (dcqlQuery: unknown = NAMED): JsonObject => ({
  prerequisite: { ask: TOKEN, dcqlQuery },
});

/** One offer whose provider asks for credentials. */
export const askingShelf = (t: Exam, dcqlQuery: unknown = NAMED): Promise<Shelf> =>
  shelfOf(t, { asked: asking(dcqlQuery) });

/** The id of an envelope, as it stands in a demand. */
export const shown = (text: string, mediaType = "application/vp+jwt"): JsonObject => ({
  presentation: `data:${mediaType},${text}`,
});

/** Members of a demand that shows these credentials, as the answer to a request. */
export const showing = (holder: Issuer, credentials: readonly string[], request: Request): JsonObject => ({
  ...shown(answering(holder, credentials, request)),
  presentationRequest: request.id,
});

/** The report on a demand with these members. */
export async function reportFor(t: Exam, shelf: Shelf, customer: JsonObject): Promise<JsonObject> {
  const answer = await shelf.ask({ component: { class: RARE }, ...customer });
  t.status(answer, 200);
  return answer.json();
}

/** The one obstacle before an offer of the shelf. */
export async function obstacleFor(
  t: Exam,
  shelf: Shelf,
  customer: JsonObject,
  offer = "asked",
): Promise<JsonObject> {
  const result = await resultsOf(t, shelf, [{}], customer);
  const obstacles = [result(0, offer)["obstacles"] ?? []].flat().filter(isObject);
  const [obstacle, ...more] = obstacles;
  t.that(
    obstacle !== undefined && more.length === 0,
    `one obstacle before ${offer}`,
    JSON.stringify(obstacles),
  );
  return obstacle;
}
