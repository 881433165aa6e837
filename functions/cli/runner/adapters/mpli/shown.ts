// What a job says of its chain, and what a supplier answers: read with care, since a stranger wrote it.
import { type Json, parseJson } from "../../../../kernel/json.ts";
import { type JsonObject, isObject } from "../../../../trust/token/jws.ts";
import type { Tool } from "../adapter.ts";

/** An order as its supplier shows it. */
export interface Shown {
  readonly id: string;
  readonly address: string;
  readonly document: JsonObject;
  readonly agreement: string;
  /** Empty before the agreement is final. */
  readonly state: string;
}

/** What a job says of the chain that it stands in. */
export function limitsOf({ job: { sent } }: Pick<Tool, "job">): {
  readonly path: readonly string[];
  readonly disclosure: "none" | "category" | "full";
  /** Milliseconds since the epoch. */
  readonly deadline?: number;
} {
  const { path, disclosure, deadline } = sent;
  const until = typeof deadline === "string" ? Date.parse(deadline) : Number.NaN;
  return {
    path: Array.isArray(path) ? path.filter((each) => typeof each === "string") : [],
    disclosure: disclosure === "full" || disclosure === "category" ? disclosure : "none",
    ...(Number.isNaN(until) ? {} : { deadline: until }),
  };
}

export function shownIn(id: string, address: string, document: JsonObject): Shown {
  const { agreement, state } = document;
  const agreed = isObject(agreement) ? agreement["state"] : undefined;
  return { id, address, document, agreement: String(agreed), state: typeof state === "string" ? state : "" };
}

export function endOf({ operations }: JsonObject, id: string): "succeeded" | "failed" | undefined {
  const all = Array.isArray(operations) ? operations.filter(isObject) : [];
  const state = all.find((each) => each["id"] === id)?.["state"];
  return state === "succeeded" || state === "failed" ? state : undefined;
}

export async function bodyOf(answer: Response): Promise<JsonObject> {
  const json = parseJson(await answer.text().catch(() => ""));
  return json.ok && isObject(json.value) ? json.value : {};
}

export const codeOf = async (answer: Response) => (await bodyOf(answer.clone()))["code"];

/** A code of a problem document; anything else that a stranger wrote is not repeated. */
export const plainCode = (code: Json | undefined) =>
  typeof code === "string" && /^[a-z-]{1,60}$/.test(code) ? code : "no code";
