// A node as a client sees it: its node document, and answers or problems in words.
import type { Json } from "../../kernel/json.ts";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";

export interface RemoteNode {
  /** Address of the node document. */
  readonly id: string;
  readonly did?: string;
  readonly roles: readonly string[];
  readonly features: readonly string[];
  readonly endpoints: Readonly<Record<string, string>>;
  /** The node document as it was served. */
  readonly document: { readonly [member: string]: Json };
}

const TIMEOUT_MS = 60_000;

/** Reads the node document at the origin of `url`. */
export async function findNode(url: string, signal?: AbortSignal): Promise<RemoteNode> {
  const address = new URL("/.well-known/mpli", webAddress(url)).href;
  const answer = await ask(address, {
    headers: { Accept: "application/ld+json" },
    ...(signal ? { signal } : {}),
  });
  const document = await readObject(answer, address);
  const { did, role, feature, endpoint } = document;
  if (document.type !== "Node")
    throw new Stop(
      2,
      `${address} is no node document: it is not of the type Node. Give the address of an MPLI node.`,
    );
  return {
    id: address,
    ...(typeof did === "string" ? { did } : {}),
    roles: strings(role),
    features: strings(feature),
    endpoints: Object.fromEntries(
      Object.entries(endpoint && typeof endpoint === "object" ? endpoint : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
    document,
  };
}

/** The address of an endpoint; stops with the endpoints that there are when the node has no such one. */
export function endpointOf(node: RemoteNode, name: string): string {
  const address = node.endpoints[name];
  if (address) return address;
  const known = Object.keys(node.endpoints).join(", ") || "none";
  throw new Stop(
    1,
    `The node at ${new URL(node.id).origin} has no endpoint "${name}"; it has: ${plain(known)}.`,
  );
}

/** Fetches; stops where there is no answer. */
export async function answerOf(address: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(init.signal ? [init.signal] : [])]);
  return await fetch(address, { ...init, signal }).catch((error: unknown) => {
    throw new Stop(
      2,
      `Nothing answers at ${address} (${causeOf(error)}). Check the address, or start a node with: npm start`,
    );
  });
}

/** Fetches; stops with the problem in words when there is no answer or the node refuses. */
export async function ask(address: string, init: RequestInit): Promise<Response> {
  const answer = await answerOf(address, init);
  if (answer.ok) return answer;
  const body = await answer.text().catch(() => "");
  throw new Stop(
    answer.status >= 500 ? 2 : 1,
    `${address} was refused with status ${answer.status}.\n${inWords(body)}`,
  );
}

/** The answer as a JSON object. */
export async function readObject(answer: Response, address: string): Promise<{ [member: string]: Json }> {
  const value = (await answer.json().catch(() => undefined)) as Json | undefined;
  if (value && typeof value === "object" && !Array.isArray(value)) return value;
  throw new Stop(2, `${address} did not answer with a JSON object. Give the address of an MPLI node.`);
}

/** RFC 9457: the title, what the problem is about, and how to mend it. */
function inWords(body: string): string {
  const problem = parse(body);
  if (!problem || typeof problem.title !== "string") return plain(body).slice(0, 300);
  const { title, mend, type: _type, status: _status, code: _code, ...evidence } = problem;
  return problemInWords({ title, mend: typeof mend === "string" ? mend : "", evidence });
}

export interface ProblemWords {
  readonly title: string;
  readonly mend: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** A problem as lines: what is wrong, the evidence, how to mend it. */
export function problemInWords({ title, mend, evidence }: ProblemWords): string {
  const facts = Object.entries(evidence).map(
    ([name, value]) => `  ${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return [`${title}.`, ...facts, mend]
    .filter(Boolean)
    .map((line) => line.slice(0, 500).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " "))
    .join("\n");
}

function parse(text: string): { [member: string]: Json } | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return value && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new Stop(
    2,
    `${plain(text)} is not the address of a node. Write it with its scheme, such as https://cloud.example or http://localhost:8787`,
  );
}

/** Why a fetch has failed, in a few words. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "no connection";
  if (error.name === "TimeoutError") return "no answer in time";
  const { cause } = error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : error.message;
}

const strings = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
