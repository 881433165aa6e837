// Faults in a few words: changes of what comes in and what goes out, for the tables of mutants.
import type { Spoil } from "./mutant.ts";

type Json = { [name: string]: unknown };

/** Which requests a fault is about. */
export type On = (request: Request) => boolean;

/** Requests to this path, or to paths that match; of one method where it is given. */
export function on(path: string | RegExp, method?: string): On {
  return ({ url, method: sent }) => {
    const { pathname } = new URL(url);
    return (
      (typeof path === "string" ? pathname === path : path.test(pathname)) && (!method || method === sent)
    );
  };
}

/** Answers otherwise where `where` holds. */
export function answering(
  where: On,
  change: (answer: Response, request: Request) => Response | Promise<Response>,
): Spoil {
  return { answers: (answer, request) => (where(request) ? change(answer, request) : answer) };
}

/** The same answer with other header fields; undefined removes one. */
export function withHeaders(
  answer: Response,
  fields: Readonly<Record<string, string | undefined>>,
): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(fields))
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  return new Response(answer.body, { status: answer.status, headers });
}

/** The same answer with another status. */
export function withStatus(answer: Response, status: number): Response {
  return new Response(answer.body, { status, headers: answer.headers });
}

/** The same answer with its JSON object changed. Other answers than JSON stay as they are. */
export async function withJson(answer: Response, change: (body: Json) => void): Promise<Response> {
  if (!/json/.test(answer.headers.get("content-type") ?? "")) return answer;
  const body = (await answer.json()) as Json;
  change(body);
  return new Response(JSON.stringify(body), { status: answer.status, headers: answer.headers });
}

/** The same answer with its text changed. */
export async function withText(answer: Response, change: (text: string) => string): Promise<Response> {
  return new Response(change(await answer.text()), { status: answer.status, headers: answer.headers });
}

/** Hears another body than was sent; what the change leaves alone arrives byte for byte. */
export function hearing(where: On, change: (text: string) => string): Spoil {
  return {
    asks: async (request) => {
      if (!where(request)) return request;
      const sent = await request.clone().text();
      const heard = change(sent);
      if (heard === sent) return request;
      const { url, method, headers } = request;
      return new Request(url, { method, headers, body: heard });
    },
  };
}

/** Hears other header fields than were sent; undefined removes one. */
export function hearingHeaders(where: On, fields: Readonly<Record<string, string | undefined>>): Spoil {
  return {
    asks: (request) => {
      if (!where(request)) return request;
      const headers = new Headers(request.headers);
      for (const [name, value] of Object.entries(fields))
        if (value === undefined) headers.delete(name);
        else headers.set(name, value);
      return new Request(request, { headers });
    },
  };
}

/** Takes what it should refuse with this code: the answer is a success without content. */
export function taking(code: string, status = 200, body: unknown = {}): Spoil {
  return {
    async answers(answer) {
      if (answer.headers.get("content-type") !== "application/problem+json") return answer;
      const problem = (await answer.clone().json()) as { code: string };
      return problem.code === code ? Response.json(body, { status }) : answer;
    },
  };
}

/** Refuses with this code, but wrongly: the problem document is changed. */
export function refusing(code: string, change: (problem: Json) => void, status?: number): Spoil {
  return {
    async answers(answer) {
      if (answer.headers.get("content-type") !== "application/problem+json") return answer;
      const problem = (await answer.clone().json()) as Json;
      if (problem["code"] !== code) return answer;
      change(problem);
      return new Response(JSON.stringify(problem), {
        status: status ?? answer.status,
        headers: answer.headers,
      });
    },
  };
}

/** Changes the match report. */
export function reporting(change: (report: Json) => void): Spoil {
  return answering(on("/matches", "POST"), (answer) => (answer.ok ? withJson(answer, change) : answer));
}

/** Fetches otherwise, as a catalogue. */
export function fetching(change: (request: Request, wire: typeof fetch) => Promise<Response>): Spoil {
  return { fetches: (wire) => (input, init) => change(new Request(input as RequestInfo, init), wire) };
}

/** Serves other statements than were published, in every representation; they are changed as N-Quads. */
export function serving(change: (nquads: string) => string): Spoil {
  return {
    host: (host) => {
      const { graphs } = host.discovery;
      const get = async (digest: string) => {
        const nquads = await graphs.get(digest);
        return nquads && change(nquads);
      };
      return { ...host, discovery: { ...host.discovery, graphs: { ...graphs, get } } };
    },
  };
}

/** Hears another JSON value than was sent. A body that is no JSON is heard as it is. */
export function hearingJson(where: On, change: (value: unknown) => unknown): Spoil {
  return hearing(where, (text) => changedJson(text, change));
}

/** The JSON text with its value changed; another text as it is. */
export function changedJson(text: string, change: (value: unknown) => unknown): string {
  try {
    return JSON.stringify(change(JSON.parse(text)));
  } catch {
    return text;
  }
}

/** The value with a change made to each of its objects, inner ones first. */
export function inEachObject(change: (object: Json) => Json): (value: unknown) => unknown {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)])));
  };
  return walk;
}

/** Refuses as a node would, with as little as a problem document can have. */
export function refusal(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const type = `https://w3id.org/mpli/errors/${code}`;
  const body = JSON.stringify({ type, status, code, mend: "Read the specification again." });
  return new Response(body, { status, headers: { "content-type": "application/problem+json", ...headers } });
}

/** Hears the whole of what a catalogue fetches; a body beyond every limit is passed on without an end to wait for. */
export async function wholeOf(
  answer: Response,
): Promise<{ bytes: Uint8Array<ArrayBuffer> } | { rest: Response }> {
  const reader = answer.body?.getReader();
  const chunks: Uint8Array[] = [];
  const heard = () => Buffer.concat(chunks);
  while (reader && heard().length < LONGEST) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    if (heard().length < LONGEST) continue;
    const [begun, { status, headers }] = [heard(), answer];
    const body = new ReadableStream<Uint8Array>({
      start: (to) => to.enqueue(begun),
      pull: async (to) => {
        const next = await reader.read();
        if (next.done) to.close();
        else to.enqueue(next.value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return { rest: new Response(body, { status, headers }) };
  }
  return { bytes: new Uint8Array(heard()) };
}

const LONGEST = 1024 * 1024;
