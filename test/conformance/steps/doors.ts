// The doors of a target that read a body, with a body that each of them takes: a graph, or plain JSON.
import type { Exam } from "../exam.ts";
import { CONTEXT } from "../graph.ts";
import type { Answer, JsonObject } from "../http.ts";
import { manifestOf } from "../parties/manifest.ts";

export interface Door {
  readonly name: "matches" | "check" | "providers";
  readonly address: string;
  /** What it would take as JSON-LD; of `providers` an object that it reads and then refuses, so that nothing changes. */
  readonly document: JsonObject;
  /** The limit of the node document that its bodies have, where there is one. */
  readonly limit?: "demandBytes" | "manifestBytes";
  /** Header fields beside `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** For something that hardly anybody sells, so that answering it costs little. */
const DEMAND: JsonObject = { "@context": CONTEXT, type: "Demand", component: [{ class: "GraphDatabase" }] };

/** The door of the comparison, of a target that declares the feature `matching`. */
export function matchesDoor(t: Exam): Door {
  return {
    name: "matches",
    address: t.endpoint("matches"),
    document: DEMAND,
    limit: "demandBytes",
    headers: { accept: "application/json" },
  };
}

/** The doors that read graphs and change nothing: the comparison, and the dry run where the token is at hand. */
export function graphDoors(t: Exam): readonly Door[] {
  const { features, did = "" } = t.declared;
  const doors: Door[] = [];
  if (features.has("matching")) doors.push(matchesDoor(t));
  // Without the comparison the token is asked for, and the case ends as untested where there is none.
  if (features.has("publishing") && (t.hasToken || doors.length === 0))
    doors.push({
      name: "check",
      address: t.endpoint("check"),
      document: manifestOf({ offers: [{ id: "kit", class: "VirtualMachine" }] }, did),
      limit: "manifestBytes",
      headers: t.operator(),
    });
  return doors.length > 0 ? doors : t.inapplicable("the target reads no graph that is sent to it");
}

/** The doors that read graphs, and the registration of a catalogue, which reads JSON. */
export function bodyDoors(t: Exam): readonly Door[] {
  const { features } = t.declared;
  const graphs = features.has("matching") || (features.has("publishing") && t.hasToken) ? graphDoors(t) : [];
  if (!t.isCatalogue) return graphs.length > 0 ? graphs : graphDoors(t);
  if (!t.hasToken && graphs.length > 0) return graphs;
  const registration = { url: 1 };
  return [
    ...graphs,
    { name: "providers", address: t.endpoint("providers"), document: registration, headers: t.operator() },
  ];
}

/** Sends a body to a door, as JSON-LD or JSON unless another media type is given; "" names none. */
export function send(
  t: Exam,
  { address, name, headers }: Door,
  body: string | Uint8Array | JsonObject,
  type = name === "providers" ? "application/json" : "application/ld+json",
): Promise<Answer> {
  const text = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const typed = type ? { "content-type": type } : {};
  return t.request(address, { method: "POST", headers: { ...headers, ...typed }, body: text });
}

/** The answer takes what was sent, with what the door answers to a graph that it has read. */
export function taken(t: Exam, { name }: Door, answer: Answer): void {
  t.status(answer, 200);
  const { type, digest } = answer.json();
  const isRead = name === "matches" ? type === "MatchReport" : typeof digest === "string";
  t.that(
    isRead,
    `a ${name === "matches" ? "report" : "digest"} from ${answer.url}`,
    answer.text.slice(0, 200),
  );
}

/** The answer refuses the request for what the client sent, with a problem document; its members. */
export function refused(t: Exam, answer: Answer, what: string): JsonObject {
  const { status } = answer;
  t.that(status >= 400 && status < 500, `${what} to be refused by ${answer.url}`, `status ${status}`);
  t.that(
    answer.mediaType === "application/problem+json",
    "a problem document",
    answer.mediaType || "no type",
  );
  return answer.json();
}

/** Every door that reads graphs takes its own document, and refuses each of what is made of it. */
export async function refusesToRead(
  t: Exam,
  what: string,
  spoilt: (document: JsonObject, door: Door) => readonly (string | Uint8Array | JsonObject)[],
): Promise<void> {
  for (const door of graphDoors(t)) {
    taken(t, door, await send(t, door, door.document));
    for (const body of spoilt(door.document, door)) refused(t, await send(t, door, body), what);
  }
}
