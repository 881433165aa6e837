// One report in several media types: the same bytes as JSON and as JSON-LD, the same graph in every syntax.
import type { Exam } from "../exam.ts";
import { graphOf } from "../graph.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import { textsOf } from "./reports.ts";

const OTHERS = ["application/n-triples", "application/n-quads", "application/trig"];

/** Asks for a report in this media type, and gets it in this one. */
export async function reportIn(
  t: Exam,
  media: string,
  demand: JsonObject,
  door = "matches",
  query = "?limit=2",
): Promise<Answer> {
  const address = t.endpoint(door) + query;
  const answer = await t.request(address, { method: "POST", headers: { accept: media }, body: demand });
  t.status(answer, 200);
  t.equal(answer.mediaType, media, `the media type for \`Accept: ${media}\` is`);
  return answer;
}

/** Both answers are the same bytes, as far as they were made from the same manifests; warnings of stale ones aside. */
export function wroteTheSame(t: Exam, one: Answer, other: Answer): void {
  if (one.json()["snapshot"] !== other.json()["snapshot"]) t.cannotTell("a manifest was replaced meanwhile");
  const [first = "", second = ""] = textsOf([one, other]);
  t.that(first === second, "the same bytes", firstDifference(first, second));
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `${JSON.stringify(one.slice(at, at + 40))} in one, ${JSON.stringify(other.slice(at, at + 40))} in the other`;
}

/** The report on a demand is the same graph in JSON-LD, in Turtle, and in whatever else the node writes. */
export async function expectOneGraph(
  t: Exam,
  demand: JsonObject,
  door: string,
  query: string,
): Promise<void> {
  const turtle = await reportIn(t, "text/turtle", demand, door, query);
  const linked = await reportIn(t, "application/ld+json", demand, door, query);
  const { snapshot, component } = linked.json();
  const wanted = await graphOf(linked);
  t.that([component ?? []].flat().some(isObject), "a component in the report", linked.text.slice(0, 200));
  const answers = [turtle];
  for (const accept of OTHERS) {
    const headers = { accept };
    const answer = await t.request(t.endpoint(door) + query, { method: "POST", headers, body: demand });
    // Which other syntaxes a node writes is its own affair.
    if (answer.status === 406) t.refusal(answer, 406, "not-acceptable");
    else answers.push(answer);
  }
  const digest = await wanted.digest();
  for (const answer of answers) {
    t.status(answer, 200);
    const graph = await graphOf(answer);
    const isOther = !graph.store
      .getQuads(null, null, null, null)
      .some(({ object }) => object.value === snapshot);
    if (isOther && graph.size > 0) t.cannotTell("a manifest was replaced meanwhile");
    t.that(
      (await graph.digest()) === digest,
      `the graph of the report as ${answer.mediaType}`,
      "another graph",
    );
  }
}
