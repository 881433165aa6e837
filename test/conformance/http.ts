// Requests as they are sent, answers as they came, and the record of both. Nothing is followed, added or undone.
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { Failed } from "./outcome.ts";

export interface Sent {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** For an answer that need not end: it is heard until enough has come of it, or for so long. */
  readonly listen?: Listening;
}

export interface Listening {
  readonly isEnough: (text: string) => boolean;
  readonly milliseconds: number;
}

export interface Received {
  readonly status: number;
  /** Names in lower case; several fields of one name are joined with a comma (RFC 9110 §5.2). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Carries one request to its target. Rejects when no answer comes. */
export type Transport = (request: Sent) => Promise<Received>;

export interface Exchange {
  readonly sent: Sent;
  readonly received: Received | { readonly problem: string };
}

/** Rejects a request that was not answered in time. */
export class TimedOut extends Error {}

const MAX_BYTES = 64 * 1024 * 1024;

/** Bytes from which on a body may be refused before it has been sent. */
const LARGE = 1024 * 1024;
const MOST_TRIES = 3;

/**
 * Real HTTP without a client's additions: no `Accept` of its own, no redirects, no cookies. An answer has to begin within
 * `timeoutMs`, and has to have come as a whole within twice that time.
 */
export function httpTransport(timeoutMs: number): Transport {
  const carry = carrier(timeoutMs);
  return async (request) => {
    for (let tries = 1; ; tries++)
      try {
        return await carry(request);
      } catch (error) {
        // Who refuses a large body before it has come may close the connection at once, and the answer is lost with what
        // was still on its way (RFC 9112 §9.6).
        const isLarge = (request.body?.byteLength ?? 0) >= LARGE;
        if (!isLarge || tries === MOST_TRIES || !isCutOff(error)) throw error;
      }
  };
}

const isCutOff = (error: unknown) =>
  ["EPIPE", "ECONNRESET"].includes((error as { readonly code?: string }).code ?? "");

function carrier(timeoutMs: number): Transport {
  return ({ method, url, headers, body, listen }) =>
    new Promise((resolve, reject) => {
      const open = url.startsWith("https:") ? secure : plain;
      const length = body ? { "content-length": String(body.byteLength) } : {};
      const request = open(
        url,
        { method, headers: { ...length, ...headers }, timeout: timeoutMs },
        (answer) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          const end = () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: joined(answer.headers),
              body: Buffer.concat(chunks),
            });
          const hangUp = () => {
            end();
            request.destroy();
          };
          const timer = listen && setTimeout(hangUp, listen.milliseconds);
          if (listen) clearTimeout(deadline);
          answer.on("close", () => clearTimeout(timer));
          answer.on("data", (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > MAX_BYTES) request.destroy(new Error(`more than ${MAX_BYTES} bytes`));
            else chunks.push(chunk);
            if (listen?.isEnough(Buffer.concat(chunks).toString())) hangUp();
          });
          answer.on("error", reject);
          answer.on("end", end);
        },
      );
      const late = (what: string, milliseconds: number) => () =>
        request.destroy(new TimedOut(`${what} within ${milliseconds / 1000} s`));
      // A target that sends one byte now and then is never idle.
      const deadline = setTimeout(late("no whole answer", 2 * timeoutMs), 2 * timeoutMs);
      request.on("close", () => clearTimeout(deadline));
      request.on("timeout", late("no answer", timeoutMs));
      request.on("error", reject);
      request.end(body);
    });
}

function joined(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
}

/** An answer of the target. What it fails to be is the target's failure, not the kit's. */
export class Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The body of the request, where it is text. */
  readonly asked: string;

  constructor(url: string, { status, headers, body }: Received, asked = "") {
    this.url = url;
    this.asked = asked;
    this.status = status;
    this.headers = headers;
    this.bytes = body;
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  /** The media type without its parameters. */
  get mediaType(): string {
    return (this.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  }

  /** The body as a JSON object. */
  json(): JsonObject {
    const value = this.parsed();
    if (!isObject(value)) throw new Failed(`a JSON object from ${this.url}`, brief(this.text));
    return value;
  }

  private parsed(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      throw new Failed(
        `JSON from ${this.url}`,
        `status ${this.status}, ${brief(this.text) || "an empty body"}`,
      );
    }
  }
}

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first characters of a text, on one line; of a pair of surrogates that is cut in two nothing is left. */
export function brief(text: string, length = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length).toWellFormed()}…` : line;
}
