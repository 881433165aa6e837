// A node as a client sees it: its node document, and its answers.
import type { Json } from "../../kernel/json.ts";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";
import { refusalOf } from "./refusal.ts";

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
  const address = new URL("/.well-known/mpli", nodeAddress(url)).href;
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
  throw await refusalOf(answer, `${address} was refused`);
}

/** The answer as a JSON object. */
export async function readObject(answer: Response, address: string): Promise<{ [member: string]: Json }> {
  const value = (await answer.json().catch(() => undefined)) as Json | undefined;
  if (value && typeof value === "object" && !Array.isArray(value)) return value;
  throw new Stop(2, `${address} did not answer with a JSON object. Give the address of an MPLI node.`);
}

/** Whatever can be fetched over the web. */
export function webAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Whether the host is this machine, by name or by address. */
export const isOnThisMachine = (address: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);

function nodeAddress(text: string): URL {
  const url = webAddress(text);
  if (url) return url;
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
